import type { JqlAlias, JqlIssue, JqlUser } from '../jql/jql-issue';
import { parseJql, type JqlQuery, type JqlValueField } from '../jql/parse-jql';
import type { AppModules } from '../workflow/app-modules';
import { plainText } from './document-text';
import { lookUpIssue, projectOf } from './find-issue';
import { fromJiraInstant } from './instant';
import type { Issue } from './issue';
import { mayBrowse, type Actor } from './permissions';
import { readProperty } from './properties';
import { refuse } from './refusal';
import type { SiteTables } from './site-tables';

export interface JqlSearch {
  readonly tables: SiteTables;
  readonly app: AppModules;
  readonly actor: Actor;
  readonly now: number;
}

/** Reads a query; refuses with 400 in Jira's words. */
export function readJql(jql: string, { tables, app, actor, now }: JqlSearch): JqlQuery {
  const parsed = parseJql(jql, { aliases: aliasesOf(app), now: new Date(now), currentUser: actor, valueExists: (field, value) => valueExists(tables, field, value), projectsWithRole: (role) => projectsWithRole(tables, actor, role) });
  if (!parsed.ok) refuse(400, ...parsed.errors);
  return parsed.query;
}

function projectsWithRole(tables: SiteTables, actor: Actor, name: string): readonly string[] | undefined {
  const role = [...tables.roles.values()].find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (role === undefined) return undefined;
  return [...tables.projects.values()].filter(({ roles }) => actor !== undefined && roles[role.id]?.includes(actor)).map(({ id }) => id);
}

/** The issues that match and that the actor may browse, in the query's order. */
export function searchIssues(query: JqlQuery, { tables, actor }: JqlSearch): Issue[] {
  const found: { issue: Issue; seen: JqlIssue }[] = [];
  for (const issue of tables.issues.values()) {
    if (!mayBrowse(tables, actor, issue)) continue;
    const seen = viewIssue(tables, issue);
    if (query.matches(seen)) found.push({ issue, seen });
  }
  return found.sort((a, b) => query.compare(a.seen, b.seen)).map(({ issue }) => issue);
}

/** Search aliases that the app's manifest declares for issue properties. */
export function aliasesOf(app: AppModules): JqlAlias[] {
  return app.entityProperties.filter(({ entityType }) => entityType === 'issue').flatMap(({ propertyKey, values }) =>
    values.flatMap(({ path, type, searchAlias }) => (searchAlias === undefined ? [] : [{ alias: searchAlias, propertyKey, path, type }])));
}

const seenBefore = new WeakMap<Issue, JqlIssue>();

/** Issues are replaced when they change, so one view of each will do. */
function viewIssue(tables: SiteTables, issue: Issue): JqlIssue {
  const view = seenBefore.get(issue) ?? toJqlIssue(tables, issue);
  seenBefore.set(issue, view);
  return view;
}

function toJqlIssue(tables: SiteTables, issue: Issue): JqlIssue {
  const project = projectOf(tables, issue);
  const type = tables.issueTypes.get(issue.typeId);
  const status = tables.statuses.get(issue.statusId);
  const parent = issue.parentId === undefined ? undefined : tables.issues.get(issue.parentId);
  const security = issue.securityLevelId === undefined ? undefined : project.securityLevels.find(({ id }) => id === issue.securityLevelId);
  return {
    id: issue.id, key: issue.key, project: { id: project.id, key: project.key, name: project.name },
    issueType: { id: issue.typeId, name: type?.name ?? '', subtask: type?.hierarchyLevel === -1 },
    status: { id: issue.statusId, name: status?.name ?? '', category: status?.category ?? 'new' },
    assignee: toJqlUser(tables, issue.assigneeId), reporter: toJqlUser(tables, issue.reporterId),
    created: fromJiraInstant(issue.created) ?? 0, updated: fromJiraInstant(issue.updated) ?? 0, labels: issue.labels, components: componentsOf(issue),
    priority: priorityOf(tables, issue), summary: issue.summary,
    get description() { return plainText(issue.fields['description']); },
    parent: parent === undefined ? null : { id: parent.id, key: parent.key },
    resolution: named(issue.resolutionId === undefined ? undefined : tables.resolutions.get(issue.resolutionId)),
    dueDate: typeof issue.fields['duedate'] === 'string' ? issue.fields['duedate'] : null,
    security: named(security),
    property: (key) => readProperty(tables, 'issue', issue.id, key)?.value,
  };
}

function toJqlUser(tables: SiteTables, accountId: string | undefined): JqlUser | null {
  const person = accountId === undefined ? undefined : tables.people.get(accountId);
  return person === undefined ? null : { accountId: person.accountId, displayName: person.displayName };
}

function named(entry: { readonly id: string; readonly name: string } | undefined): { id: string; name: string } | null {
  return entry === undefined ? null : { id: entry.id, name: entry.name };
}

/** Priorities rank in the order in which they were made: the highest first. */
function priorityOf(tables: SiteTables, issue: Issue): JqlIssue['priority'] {
  const priority = issue.priorityId === undefined ? undefined : tables.priorities.get(issue.priorityId);
  if (priority === undefined) return null;
  const rank = [...tables.priorities.values()].findIndex(({ id }) => id === priority.id) + 1;
  return { id: priority.id, name: priority.name, rank };
}

function componentsOf(issue: Issue): { id: string; name: string }[] {
  const components = issue.fields['components'];
  if (!Array.isArray(components)) return [];
  return components.flatMap((entry: unknown) => {
    const { id, name } = (entry ?? {}) as { id?: unknown; name?: unknown };
    return typeof name === 'string' ? [{ id: String(id ?? name), name }] : [];
  });
}

function valueExists(tables: SiteTables, field: JqlValueField, value: string): boolean {
  const wanted = value.toLowerCase();
  const among = (entries: Iterable<{ readonly id: string; readonly name: string }>): boolean => [...entries].some(({ id, name }) => id === value || name.toLowerCase() === wanted);
  switch (field) {
    case 'project': return [...tables.projects.values()].some(({ id, key, name }) => id === value || key.toLowerCase() === wanted || name.toLowerCase() === wanted);
    case 'issuetype': return among(tables.issueTypes.values());
    case 'status': return among(tables.statuses.values());
    case 'priority': return among(tables.priorities.values());
    case 'resolution': return among(tables.resolutions.values());
    case 'security': return [...tables.projects.values()].some(({ securityLevels }) => among(securityLevels));
    case 'issue': return lookUpIssue(tables, value) !== undefined;
    case 'user': return [...tables.people.values()].some(({ accountId, displayName, emailAddress }) => accountId === value || displayName.toLowerCase() === wanted || emailAddress.toLowerCase() === wanted);
    case 'component': return [...tables.issues.values()].some((issue) => among(componentsOf(issue)));
    default: return field satisfies never;
  }
}
