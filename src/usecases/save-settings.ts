import { formatCount } from '../domain/context/format-number';
import { PROPERTY_CHARACTERS } from '../contract/limits';
import type { CallPayload, CallReplies, Reply } from '../contract/calls';
import { readStoredSettings, settingsContentSchema } from '../contract/settings';
import type { ProjectSettings } from '../domain/context/settings';
import { isSameValue } from '../domain/context/same-value';
import type { Deed } from './describe-failure';
import type { Ports } from './ports';
import { refuse } from './refuse';
import { writeRevision, type Standing } from './write-revision';

type SettingsDraft = CallPayload<'saveSettings'>['content'];

const DEED: Deed = {
  doing: 'save the settings of this project', kept: 'What you changed is still here.',
  forbidden: 'Only administrators of this project may change its Groundwork settings.',
  gone: 'This project is not there any more, or you may no longer see it.',
};

const STALE_WORDS = 'Somebody else saved these settings while you were editing. Nothing was overwritten, and what you changed is still here. Compare the two versions, then save again.';

/** Writes the settings of an infrastructure project as the user: Jira lets only its administrators do that. */
export async function saveSettings(ports: Ports, { projectId, startedFrom, content }: CallPayload<'saveSettings'>): Promise<Reply<CallReplies['saveSettings']>> {
  if (content.project.id !== projectId) {
    return refuse('INVALID', `These are the settings of another project (${content.project.key}). Nothing was saved. Reload the page and try again.`);
  }
  const twice = repeatedIds(content);
  if (twice.length > 0) return refuse('INVALID', `Every team, theme and gate needs an id of its own, and these stand there twice: ${twice.join(', ')}. Nothing was saved. Change one of each and save again.`);
  const saved = await writeRevision<ProjectSettings, Standing<ProjectSettings>, SettingsDraft>(ports, {
    claimPrefix: `settings:${projectId}`, startedFrom, deed: DEED, staleWords: STALE_WORDS,
    read: () => ports.settings.read(projectId),
    write: (settings) => ports.settings.write(projectId, settings),
    understand: (stored) => understand(stored),
    isDone: ({ shown }) => isSameValue(settingsContentSchema.parse(shown), content),
    explainAbsence: async () => undefined,
    prepare: async () => ({ ok: true, value: content }),
    compose: async (draft, stamp) => {
      const settings: ProjectSettings = { v: 1, ...stamp, ...draft };
      const { length } = JSON.stringify(settings);
      if (length <= PROPERTY_CHARACTERS) return { ok: true, value: settings };
      return refuse('TOO_LARGE', `These settings have ${formatCount(length)} characters, and Jira keeps at most ${formatCount(PROPERTY_CHARACTERS)}. Nothing was saved. Remove teams, themes or conditions that are not used any more, then save again.`);
    },
  });
  return saved.ok ? { ok: true, value: { settings: saved.value } } : saved;
}

function understand(stored: unknown): Reply<Standing<ProjectSettings>> {
  const read = readStoredSettings(stored);
  switch (read.state) {
    case 'absent': return { ok: true, value: { rev: 0, shown: null } };
    case 'read': return { ok: true, value: { rev: read.settings.rev, shown: read.settings } };
    case 'malformed': return { ok: true, value: { rev: read.rev, shown: null } };
    case 'newer': return refuse('NEWER_VERSION', 'These settings were written by a newer version of Groundwork. They were not changed. Ask your Jira administrator to update the app, then save again.');
    default: return neverState(read);
  }
}

function repeatedIds({ teams, themes, gates }: SettingsDraft): string[] {
  const ids = [teams.map(({ id }) => id), themes.map(({ id }) => id), gates.map(({ gate }) => gate)];
  return ids.flatMap((list) => [...new Set(list.filter((id, at) => list.indexOf(id) !== at))]);
}

function neverState(state: never): never {
  throw new Error(`No settings in ${JSON.stringify(state)}.`);
}
