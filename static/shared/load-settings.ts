/** Reads an infrastructure project's settings and what the user may do there: three requests at once, as the user. */

import * as z from 'zod';
import { SETTINGS_PROPERTY } from '../../src/contract/limits';
import { readStoredSettings } from '../../src/contract/settings';
import type { ProjectSettings } from '../../src/domain/context/settings';
import type { JiraCalls } from './load-calls';
import { wordsOfRefusal } from './load-replies';

/** The project as the page needs it to say whom to ask. */
export interface ProjectFacts {
  readonly name: string;
  readonly lead?: string;
  /** Whether this user administers the project, and so may opt in. */
  readonly administers: boolean;
}

export type SettingsFound =
  | { readonly kind: 'read'; readonly settings: ProjectSettings; readonly facts: ProjectFacts }
  /** Nobody has opted in yet, or somebody opted out again. */
  | { readonly kind: 'absent'; readonly facts: ProjectFacts }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'unreadable'; readonly words: string; readonly facts: ProjectFacts }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'cancelled' };

const projectSchema = z.object({ name: z.string(), lead: z.object({ displayName: z.string() }).nullish() });
const permissionsSchema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
const propertySchema = z.object({ value: z.unknown() });

/** Never throws but what the calls pass on (consent). */
export async function loadSettings(calls: JiraCalls, projectId: string): Promise<SettingsFound> {
  const [property, project, permissions] = await Promise.all([
    calls.request(`/rest/api/3/project/${projectId}/properties/${SETTINGS_PROPERTY}`),
    calls.request(`/rest/api/3/project/${projectId}`),
    calls.request(`/rest/api/3/mypermissions?projectId=${projectId}&permissions=ADMINISTER_PROJECTS`),
  ]);
  for (const outcome of [property, project, permissions]) {
    if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
    if (outcome.kind === 'unreachable') return { kind: 'failed', words: outcome.words };
  }
  if (property.kind !== 'answered' || project.kind !== 'answered' || permissions.kind !== 'answered') return { kind: 'cancelled' };
  if ([401, 403].includes(property.status) || [401, 403, 404].includes(project.status)) return { kind: 'forbidden' };
  const facts = projectFacts(project.body, permissions.body);
  if (property.status === 404) return { kind: 'absent', facts };
  const held = propertySchema.safeParse(property.body);
  if (property.status !== 200 || !held.success) return { kind: 'failed', words: wordsOfRefusal(property.status, property.body) };
  return settingsFound(readStoredSettings(held.data.value), facts);
}

function settingsFound(stored: ReturnType<typeof readStoredSettings>, facts: ProjectFacts): SettingsFound {
  switch (stored.state) {
    case 'absent': return { kind: 'absent', facts };
    case 'read': return stored.settings.enabled ? { kind: 'read', settings: stored.settings, facts } : { kind: 'absent', facts };
    case 'newer': return { kind: 'unreadable', facts, words: `A newer Groundwork (version ${String(stored.version)} of the settings) wrote them. Reload the page; if that does not help, ask your Jira administrator to update the app.` };
    case 'malformed': return { kind: 'unreadable', facts, words: `${stored.complaints.slice(0, 3).join('. ')}. Saving them once on the settings page repairs this.` };
    default: return stored satisfies never;
  }
}

function projectFacts(project: unknown, permissions: unknown): ProjectFacts {
  const named = projectSchema.safeParse(project);
  const granted = permissionsSchema.safeParse(permissions);
  return {
    name: named.success ? named.data.name : '',
    ...(named.success && named.data.lead ? { lead: named.data.lead.displayName } : {}),
    administers: granted.success && granted.data.permissions['ADMINISTER_PROJECTS']?.havePermission === true,
  };
}
