import type { Issue } from './issue';
import { mayBrowse, mayInProject, maySeeProject, type Actor } from './permissions';
import type { Project, ProjectPermission } from './project';
import { refuse, refuseMissingIssue } from './refusal';
import type { SiteTables } from './site-tables';

/** The issue with this id or key, whoever asks. */
export function lookUpIssue(tables: SiteTables, idOrKey: string): Issue | undefined {
  return tables.issues.get(idOrKey) ?? tables.issues.named(idOrKey.toUpperCase());
}

/** The issue if the actor may browse it, else Jira's 404. */
export function findIssue(tables: SiteTables, actor: Actor, idOrKey: string): Issue {
  const issue = lookUpIssue(tables, idOrKey);
  if (issue === undefined || !mayBrowse(tables, actor, issue)) refuseMissingIssue();
  return issue;
}

/** The issue's project; every issue has one. */
export function projectOf(tables: SiteTables, issue: Issue): Project {
  const project = tables.projects.get(issue.projectId);
  if (project === undefined) throw new Error(`Issue ${issue.key} lies in project ${issue.projectId}, which does not exist.`);
  return project;
}

/** Refuses with 403 and these words unless the actor holds the permission on the issue. */
export function demand(tables: SiteTables, actor: Actor, permission: ProjectPermission, issue: Issue, words: string): void {
  if (!mayInProject(tables, actor, permission, projectOf(tables, issue), issue)) refuse(403, words);
}

/** The project with this id or key if the actor may see it, else Jira's 404. */
export function findProject(tables: SiteTables, actor: Actor, idOrKey: string): Project {
  const project = tables.projects.get(idOrKey) ?? [...tables.projects.values()].find((candidate) => candidate.key === idOrKey.toUpperCase());
  if (project === undefined || !maySeeProject(tables, actor, project)) refuse(404, `No project could be found with key '${idOrKey}'.`);
  return project;
}
