/** What the configuration page offers to choose from: issue types and projects, read as the user. */

import * as z from 'zod';
import { SETTINGS_PROPERTY } from '../../src/contract/limits';
import type { JiraCalls } from '../shared/load-calls';
import { wordsOfRefusal } from '../shared/load-replies';
import type { TypeChoice } from './gate-draft';

export type Loaded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly words: string };

const typesSchema = z.array(z.object({
  id: z.string(), name: z.string(), subtask: z.boolean().default(false), hierarchyLevel: z.number().optional(),
  scope: z.object({ project: z.object({ id: z.string() }).optional() }).optional(),
}));

/**
 * The issue types that tickets of this workflow can have. A team-managed project has types of its own; all others share the
 * site's.
 */
export async function loadTypes(calls: JiraCalls, scopedProjectId: string | undefined): Promise<Loaded<readonly TypeChoice[]>> {
  const found = await read(calls, '/rest/api/3/issuetype', typesSchema);
  if (!found.ok) return found;
  const offered = found.value.filter(({ scope }) => scope?.project?.id === scopedProjectId);
  return { ok: true, value: offered.map(({ id, name, subtask, hierarchyLevel }) => ({ id, name, level: hierarchyLevel ?? (subtask ? -1 : 0) })) };
}

export interface ProjectChoice {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly optedIn: boolean;
  readonly hasPortal: boolean;
}

const PROJECTS_A_PAGE = 100;
const projectSchema = z.object({
  id: z.string(), key: z.string(), name: z.string().default(''), projectTypeKey: z.string().optional(), properties: z.record(z.string(), z.unknown()).nullish(),
});
const projectsSchema = z.object({ values: z.array(projectSchema) });
const settingsSchema = z.object({ enabled: z.literal(true) });

/** The first hundred projects this user can browse, those that opted in first; only the project itself in a team-managed one. */
export async function loadProjects(calls: JiraCalls, scopedProjectId: string | undefined): Promise<Loaded<readonly ProjectChoice[]>> {
  if (scopedProjectId !== undefined) {
    const found = await read(calls, `/rest/api/3/project/${scopedProjectId}`, projectSchema);
    return found.ok ? { ok: true, value: [projectChoice(found.value)] } : found;
  }
  const found = await read(calls, `/rest/api/3/project/search?maxResults=${PROJECTS_A_PAGE}&orderBy=key&properties=${SETTINGS_PROPERTY}`, projectsSchema);
  if (!found.ok) return found;
  const choices = found.value.values.map(projectChoice);
  return { ok: true, value: [...choices.filter(({ optedIn }) => optedIn), ...choices.filter(({ optedIn }) => !optedIn)] };
}

function projectChoice({ id, key, name, projectTypeKey, properties }: z.infer<typeof projectSchema>): ProjectChoice {
  return { id, key, name, optedIn: settingsSchema.safeParse(properties?.[SETTINGS_PROPERTY]).success, hasPortal: projectTypeKey === 'service_desk' };
}

async function read<T>(calls: JiraCalls, path: string, schema: z.ZodType<T>): Promise<Loaded<T>> {
  const outcome = await calls.request(path);
  if (outcome.kind === 'cancelled') return { ok: false, words: 'The page was closed.' };
  if (outcome.kind === 'unreachable') return { ok: false, words: outcome.words };
  if (outcome.status !== 200) return { ok: false, words: wordsOfRefusal(outcome.status, outcome.body) };
  const parsed = schema.safeParse(outcome.body);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, words: 'Jira gave an answer this page does not understand.' };
}
