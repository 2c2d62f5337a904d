/** Everything the settings page shows, read as the user: no function runs and no points are spent. */

import type * as z from 'zod';
import { SETTINGS_PROPERTY } from '../../src/contract/limits';
import { readStoredSettings, settingsContentSchema, type SettingsContent } from '../../src/contract/settings';
import { wordsOfRefusal } from '../shared/load-replies';
import type { CallOutcome, JiraCalls } from '../shared/load-calls';
import { APP_ROLE, describeAccess, type Access } from './describe-access';
import { permissionsReply, projectReply, projectsReply, propertyReply, rolesReply, schemeReply } from './jira-replies';

/** Pages of 50 projects; beyond this many the list is cut, and the page says so. */
const MOST_PROJECTS = 1_000;
const PROJECTS_A_CALL = 50;

export interface VisibleProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface PlaceFacts {
  readonly project: VisibleProject;
  readonly lead?: string;
  /** Whether this user administers the project; only they may save. */
  readonly mayEdit: boolean;
  /** Only Jira administrators may pin the panel. */
  readonly isJiraAdministrator: boolean;
  /** Other projects that this user can see. */
  readonly others: readonly VisibleProject[];
  readonly areOthersCut: boolean;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** Absent where Jira does not say. */
  readonly access?: readonly Access[];
}

/** What stands in the property. `rev` is what the next save starts from. */
export interface StoredState {
  readonly rev: number;
  /** Absent: nobody has opted in yet. */
  readonly content?: SettingsContent;
  /** Why parts of what stands there could not be read; `content` then holds the rest. */
  readonly complaints: readonly string[];
}

export type PageFound =
  | { readonly kind: 'found'; readonly stored: StoredState; readonly facts: PlaceFacts }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'failed'; readonly words: string };

/** Throws only what the calls pass on (consent). */
export async function loadSettingsPage(calls: JiraCalls, projectId: string): Promise<PageFound> {
  const [property, project, permissions, roles, scheme, others] = await Promise.all([
    calls.request(`/rest/api/3/project/${projectId}/properties/${SETTINGS_PROPERTY}`),
    calls.request(`/rest/api/3/project/${projectId}`),
    calls.request(`/rest/api/3/mypermissions?projectId=${projectId}&permissions=ADMINISTER_PROJECTS,ADMINISTER`),
    calls.request(`/rest/api/3/project/${projectId}/role`),
    calls.request(`/rest/api/3/project/${projectId}/permissionscheme?expand=permissions,projectRole,group`),
    loadProjects(calls),
  ]);
  if (property.kind === 'unreachable') return { kind: 'failed', words: property.words };
  if (project.kind === 'unreachable') return { kind: 'failed', words: project.words };
  if (permissions.kind === 'unreachable') return { kind: 'failed', words: permissions.words };
  if (property.kind !== 'answered' || project.kind !== 'answered') return { kind: 'failed', words: 'Loading was stopped.' };
  if ([401, 403].includes(property.status) || [401, 403, 404].includes(project.status)) return { kind: 'forbidden' };
  const place = projectReply.safeParse(project.body);
  if (project.status !== 200 || !place.success) return { kind: 'failed', words: wordsOfRefusal(project.status, project.body) };
  if (property.status !== 200 && property.status !== 404) return { kind: 'failed', words: wordsOfRefusal(property.status, property.body) };
  const stored = readState(property.status === 404 ? undefined : propertyReply.safeParse(property.body).data?.value);
  if (stored.kind === 'newer') return stored;
  const { id, key, name, lead } = place.data;
  const grants = parsed(permissions, permissionsReply)?.permissions ?? {};
  const access = parsed(scheme, schemeReply);
  const roleList = Object.entries(parsed(roles, rolesReply) ?? {}).flatMap(([roleName, address]) => {
    const roleId = /\/(\d+)$/.exec(address)?.[1];
    return roleId === undefined ? [] : [{ id: roleId, name: roleName }];
  });
  return {
    kind: 'found', stored: stored.state,
    facts: {
      project: { id, key, name }, ...(lead ? { lead: lead.displayName } : {}),
      mayEdit: grants['ADMINISTER_PROJECTS']?.havePermission === true,
      isJiraAdministrator: grants['ADMINISTER']?.havePermission === true,
      others: others.projects.filter((other) => other.id !== id), areOthersCut: others.isCut,
      // Apps' own users are no people to choose.
      roles: roleList.filter(({ name: roleName }) => roleName !== APP_ROLE),
      ...(access === undefined ? {} : { access: describeAccess(access, roleList) }),
    },
  };
}

/** What the next save starts from, and everything that can be read of what stands there. */
export function readState(value: unknown): { readonly kind: 'state'; readonly state: StoredState } | { readonly kind: 'newer'; readonly version: number } {
  const stored = readStoredSettings(value);
  switch (stored.state) {
    case 'absent': return { kind: 'state', state: { rev: 0, complaints: [] } };
    case 'read': return { kind: 'state', state: { rev: stored.settings.rev, content: settingsContentSchema.parse(stored.settings), complaints: [] } };
    case 'newer': return { kind: 'newer', version: stored.version };
    case 'malformed': return { kind: 'state', state: { rev: stored.rev, complaints: stored.complaints, ...salvage(value) } };
    default: return stored satisfies never;
  }
}

/** Every field that parses on its own, on top of the least that settings can be: the next save repairs them. */
function salvage(value: unknown): { readonly content?: SettingsContent } {
  if (typeof value !== 'object' || value === null) return {};
  const kept: Record<string, unknown> = {
    enabled: true, teams: [], themes: [], currency: 'USD', interruptAllowance: 0, gates: [], conditions: [],
  };
  for (const [field, schema] of Object.entries(settingsContentSchema.shape)) {
    const part = schema.safeParse((value as Record<string, unknown>)[field]);
    if (part.success && part.data !== undefined) kept[field] = part.data;
  }
  const whole = settingsContentSchema.safeParse({ project: { id: '0', key: '?' }, ...kept });
  return whole.success ? { content: whole.data } : {};
}

async function loadProjects(calls: JiraCalls): Promise<{ readonly projects: readonly VisibleProject[]; readonly isCut: boolean }> {
  const projects: VisibleProject[] = [];
  for (;;) {
    const page = parsed(await calls.request(`/rest/api/3/project/search?orderBy=name&startAt=${projects.length}&maxResults=${PROJECTS_A_CALL}`), projectsReply);
    if (page === undefined) return { projects, isCut: true };
    projects.push(...page.values);
    if (page.isLast || page.values.length === 0) return { projects, isCut: false };
    if (projects.length >= MOST_PROJECTS) return { projects, isCut: true };
  }
}

function parsed<S extends z.ZodType>(outcome: CallOutcome, schema: S): z.infer<S> | undefined {
  if (outcome.kind !== 'answered' || outcome.status !== 200) return undefined;
  return schema.safeParse(outcome.body).data;
}
