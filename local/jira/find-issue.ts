import type { Issue } from './issue';
import { mayBrowse, mayInProject, maySeeProject, type Actor } from './permissions';
import type { Project, ProjectPermission } from './project';
import { refuse, refuseMissingIssue } from './refusal';
import type { SiteTables } from './site-tables';

/** The issue with this id or key, whoever asks. Keys are looked up in their project. */
export function lookUpIssue(tables: SiteTables, idOrKey: string): Issue | undefined {
  const byId = tables.issues.get(idOrKey);
  if (byId !== undefined) return byId;
  const id = idOfKey(tables, idOrKey.toUpperCase());
  return id === undefined ? undefined : tables.issues.get(id);
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

const indexes = new WeakMap<SiteTables, Map<string, string>>();

/** Key to id is remembered; an entry that no longer holds, or a key not known, makes the index anew. */
function idOfKey(tables: SiteTables, key: string): string | undefined {
  const known = indexes.get(tables)?.get(key);
  if (known !== undefined && tables.issues.get(known)?.key === key) return known;
  const byKey = new Map([...tables.issues.values()].map((issue) => [issue.key, issue.id] as const));
  indexes.set(tables, byKey);
  return byKey.get(key);
}
