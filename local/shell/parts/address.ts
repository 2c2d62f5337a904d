/** Jira's addresses: what screen an address opens, and the address of a screen. */

export type Screen =
  | { readonly kind: 'list'; readonly project?: string; readonly jql?: string }
  | { readonly kind: 'issue'; readonly issue: string }
  | { readonly kind: 'project-page'; readonly project: string; readonly route: string }
  | { readonly kind: 'project-settings'; readonly project: string }
  | { readonly kind: 'project-settings-page'; readonly project: string; readonly route: string }
  | { readonly kind: 'workflow'; readonly project: string }
  | { readonly kind: 'unknown' };

const PROJECT = /^\/jira\/(?:software|core)(?:\/c)?\/projects\/([^/]+)(\/.*)?$/;

export function readAddress({ pathname, search }: { readonly pathname: string; readonly search: string }): Screen {
  const jql = new URLSearchParams(search).get('jql') ?? undefined;
  const withJql = jql === undefined ? {} : { jql };
  if (pathname === '/' || pathname === '/issues' || pathname === '/issues/') return { kind: 'list', ...withJql };
  const issue = /^\/browse\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (issue !== undefined) return { kind: 'issue', issue: decodeURIComponent(issue) };
  const [, encoded, below = ''] = PROJECT.exec(pathname) ?? [];
  if (encoded === undefined) return { kind: 'unknown' };
  return readBelowProject(decodeURIComponent(encoded), below, withJql);
}

function readBelowProject(project: string, below: string, withJql: { readonly jql?: string }): Screen {
  if (below === '' || below === '/' || below.startsWith('/issues')) return { kind: 'list', project, ...withJql };
  const page = /^(\/settings)?\/apps\/[^/]+\/[^/]+(\/.*)?$/.exec(below);
  if (page !== null) return { kind: page[1] === undefined ? 'project-page' : 'project-settings-page', project, route: page[2] ?? '' };
  if (below.startsWith('/settings/workflows')) return { kind: 'workflow', project };
  if (below.startsWith('/settings')) return { kind: 'project-settings', project };
  return { kind: 'unknown' };
}

const below = (project: string): string => `/jira/software/c/projects/${encodeURIComponent(project)}`;

export interface AppIds {
  readonly appId: string;
  readonly environmentId: string;
}

export const addressOf = {
  issue: (issue: string): string => `/browse/${encodeURIComponent(issue)}`,
  list: (project: string): string => `${below(project)}/issues`,
  search: (jql: string): string => `/issues/?jql=${encodeURIComponent(jql)}`,
  /** Base of a project page of the app, without a slash at the end. */
  projectPage: (project: string, { appId, environmentId }: AppIds): string => `${below(project)}/apps/${appId}/${environmentId}`,
  projectSettings: (project: string): string => `${below(project)}/settings`,
  projectSettingsPage: (project: string, { appId, environmentId }: AppIds): string => `${below(project)}/settings/apps/${appId}/${environmentId}`,
  workflow: (project: string): string => `${below(project)}/settings/workflows`,
} as const;
