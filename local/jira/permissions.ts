import type { Issue } from './issue';
import { ADMINISTRATORS } from './person';
import type { PermissionScheme, Project, ProjectPermission } from './project';
import type { SiteTables } from './site-tables';

/** Who acts: an account, or nobody (anonymous). */
export type Actor = string | undefined;

/** Role that Jira puts every app's user in; schemes grant it like any other role. */
export const APP_ROLE = 'atlassian-addons-project-access';

/** Whether the actor administers Jira. */
export function isAdministrator(tables: SiteTables, actor: Actor): boolean {
  return actor !== undefined && (tables.people.get(actor)?.groups.includes(ADMINISTRATORS) ?? false);
}

/** Whether the scheme of the project grants it; with an issue, its reporter and assignee count, and its security level. */
export function mayInProject(tables: SiteTables, actor: Actor, permission: ProjectPermission, project: Project, issue?: Issue): boolean {
  if (actor === undefined || tables.people.get(actor)?.active !== true) return false;
  const scheme: PermissionScheme | undefined = tables.permissionSchemes.get(project.permissionScheme);
  const granted = (scheme?.grants[permission] ?? []).some((holder) => holds(tables, actor, holder, project, issue));
  if (!granted || issue === undefined) return granted;
  return seesSecurityLevel(tables, actor, project, issue);
}

/** Whether the actor may see the issue at all: Browse projects and the issue's security level. */
export function mayBrowse(tables: SiteTables, actor: Actor, issue: Issue): boolean {
  const project = tables.projects.get(issue.projectId);
  return project !== undefined && mayInProject(tables, actor, 'BROWSE_PROJECTS', project, issue);
}

/** Whether the actor sees the project. Administering Jira is not enough, as on a real site. */
export function maySeeProject(tables: SiteTables, actor: Actor, project: Project): boolean {
  return mayInProject(tables, actor, 'BROWSE_PROJECTS', project);
}

/** Administer projects there, or Administer Jira. */
export function mayAdministerProject(tables: SiteTables, actor: Actor, project: Project): boolean {
  return mayInProject(tables, actor, 'ADMINISTER_PROJECTS', project) || isAdministrator(tables, actor);
}

function seesSecurityLevel(tables: SiteTables, actor: string, project: Project, issue: Issue): boolean {
  if (issue.securityLevelId === undefined) return true;
  const level = project.securityLevels.find((candidate) => candidate.id === issue.securityLevelId);
  return level?.members.some((holder) => holds(tables, actor, holder, project, issue)) ?? false;
}

function holds(tables: SiteTables, actor: string, holder: string, project: Project, issue: Issue | undefined): boolean {
  const [kind, name = ''] = splitOnce(holder);
  switch (kind) {
    case 'anyone': return true;
    case 'reporter': return issue?.reporterId === actor;
    case 'assignee': return issue?.assigneeId === actor;
    case 'lead': return project.lead === actor;
    case 'role': return project.roles[name]?.includes(actor) ?? false;
    case 'group': return tables.people.get(actor)?.groups.includes(name) ?? false;
    case 'user': return actor === name;
    default: return false;
  }
}

function splitOnce(holder: string): [string, string?] {
  const colon = holder.indexOf(':');
  return colon < 0 ? [holder] : [holder.slice(0, colon), holder.slice(colon + 1)];
}
