import { readStoredSettings } from '../../contract/settings';
import { teamNaming } from '../../domain/context/name-teams';
import type { Outcome, SettingsStore } from '../ports';
import type { DecisionNames } from './decision-words';

/** Names for the comments on a project's decisions, from its settings. */
export async function decisionNames({ settings }: { readonly settings: SettingsStore }, projectId: string): Promise<Outcome<DecisionNames>> {
  const stored = await settings.read(projectId);
  if (!stored.ok) return stored;
  const read = readStoredSettings(stored.value);
  if (read.state !== 'read') return { ok: true, value: { project: 'the infrastructure project', team: (id) => id } };
  return { ok: true, value: { project: read.settings.project.key, team: teamNaming(read.settings.teams) } };
}
