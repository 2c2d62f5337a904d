import { projectOf } from '../jira/find-issue';
import type { Issue } from '../jira/issue';
import { mayBrowse, type Actor } from '../jira/permissions';
import { propertiesOf } from '../jira/properties';
import type { SiteTables } from '../jira/site-tables';
import { showComments } from './show-comment';
import { showPerson } from './show-person';
import { showIssueType, showPriority, showProjectBriefly, showResolution, showStatus } from './show-vocabulary';

/** Whose eyes and which address the answer is for. */
export interface View {
  readonly tables: SiteTables;
  readonly actor: Actor;
  readonly site: string;
}

/** Which fields of an issue are wanted, in Jira's notation: names, `*all`, `*navigable`, `-name`. */
export interface Wanted {
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
}

type FieldReader = (issue: Issue, view: View) => unknown;

const person = (accountId: string | undefined, { tables, site }: View): unknown => {
  const found = accountId === undefined ? undefined : tables.people.get(accountId);
  return found === undefined ? null : showPerson(found, site);
};

/** Fields that the site computes; all others stand in `issue.fields`. */
export const COMPUTED_FIELDS: Readonly<Record<string, FieldReader>> = {
  summary: (issue) => issue.summary,
  issuetype: (issue, view) => showIssueType(view.tables.issueTypes.get(issue.typeId), view.site),
  project: (issue, view) => showProjectBriefly(projectOf(view.tables, issue), view.site),
  status: (issue, view) => showStatus(view.tables.statuses.get(issue.statusId), view.site),
  priority: (issue, view) => showPriority(issue.priorityId === undefined ? undefined : view.tables.priorities.get(issue.priorityId), view.site),
  resolution: (issue, view) => showResolution(issue.resolutionId === undefined ? undefined : view.tables.resolutions.get(issue.resolutionId), view.site),
  resolutiondate: (issue) => issue.resolved ?? null,
  created: (issue) => issue.created,
  updated: (issue) => issue.updated,
  labels: (issue) => issue.labels,
  reporter: (issue, view) => person(issue.reporterId, view),
  assignee: (issue, view) => person(issue.assigneeId, view),
  creator: (issue, view) => person(issue.creatorId ?? issue.reporterId, view),
  parent: (issue, view) => showParent(issue, view),
  subtasks: (issue, view) => childrenOf(issue, view).filter((child) => view.tables.issueTypes.get(child.typeId)?.hierarchyLevel === -1).map((child) => showLinked(child, view)),
  issuelinks: (issue, view) => showLinks(issue, view),
  comment: (issue, view) => showComments(issue, view),
  security: (issue, view) => showSecurity(issue, view),
  description: (issue) => issue.fields['description'] ?? null,
  attachment: (issue) => issue.fields['attachment'] ?? [],
  components: (issue) => issue.fields['components'] ?? [],
  fixVersions: (issue) => issue.fields['fixVersions'] ?? [],
  versions: (issue) => issue.fields['versions'] ?? [],
};

/** Fields that `*navigable` leaves out. */
const NOT_NAVIGABLE = new Set(['comment', 'attachment']);

/** One issue as REST shows it. */
export function showIssue(issue: Issue, wanted: Wanted, view: View): Record<string, unknown> {
  const names = chooseFields(issue, wanted.fields);
  const fields = Object.fromEntries(names.map((name) => [name, readField(issue, name, view)]));
  const properties = propertiesOf(view.tables, 'issue', issue.id).filter(({ key }) => wanted.properties.includes(key) || wanted.properties.includes('*all'));
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id, self: `${view.site}/rest/api/3/issue/${issue.id}`, key: issue.key,
    ...(names.length === 0 ? {} : { fields }),
    ...(wanted.properties.length === 0 ? {} : { properties: Object.fromEntries(properties.map(({ key, value }) => [key, value])) }),
    ...(wanted.expand.includes('names') ? { names: Object.fromEntries(names.map((name) => [name, name])) } : {}),
  };
}

function readField(issue: Issue, name: string, view: View): unknown {
  const reader = COMPUTED_FIELDS[name];
  return reader === undefined ? (issue.fields[name] ?? null) : reader(issue, view);
}

function chooseFields(issue: Issue, asked: readonly string[]): string[] {
  const all = [...new Set([...Object.keys(COMPUTED_FIELDS), ...Object.keys(issue.fields)])];
  const chosen = new Set<string>();
  const startsWithAll = asked.length > 0 && asked.every((name) => name.startsWith('-'));
  for (const name of startsWithAll ? ['*all', ...asked] : asked) {
    if (name === '*all') all.forEach((field) => chosen.add(field));
    else if (name === '*navigable') all.filter((field) => !NOT_NAVIGABLE.has(field)).forEach((field) => chosen.add(field));
    else if (name.startsWith('-')) chosen.delete(name.slice(1));
    else if (all.includes(name)) chosen.add(name);
  }
  return [...chosen].filter((name) => name !== 'id' && name !== 'key');
}

/** Issues whose parent this is and that the viewer may see. */
export function childrenOf(issue: Issue, view: View): Issue[] {
  return [...view.tables.issues.values()].filter((candidate) => candidate.parentId === issue.id && mayBrowse(view.tables, view.actor, candidate));
}

function showParent(issue: Issue, view: View): unknown {
  const parent = issue.parentId === undefined ? undefined : view.tables.issues.get(issue.parentId);
  return parent === undefined || !mayBrowse(view.tables, view.actor, parent) ? undefined : showLinked(parent, view);
}

/** An issue as it appears inside another one: parent, sub-task, link. */
export function showLinked(issue: Issue, view: View): Record<string, unknown> {
  const { tables, site } = view;
  return {
    id: issue.id, key: issue.key, self: `${site}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.summary, status: showStatus(tables.statuses.get(issue.statusId), site),
      priority: showPriority(issue.priorityId === undefined ? undefined : tables.priorities.get(issue.priorityId), site) ?? undefined,
      issuetype: showIssueType(tables.issueTypes.get(issue.typeId), site),
    },
  };
}

function showLinks(issue: Issue, view: View): unknown[] {
  const { tables, actor, site } = view;
  return [...tables.links.values()].flatMap((link) => {
    const other = tables.issues.get(link.inwardId === issue.id ? link.outwardId : link.inwardId);
    if ((link.inwardId !== issue.id && link.outwardId !== issue.id) || other === undefined || !mayBrowse(tables, actor, other)) return [];
    const type = tables.linkTypes.get(link.typeId);
    return [{
      id: link.id, self: `${site}/rest/api/3/issueLink/${link.id}`,
      type: { id: link.typeId, name: type?.name, inward: type?.inward, outward: type?.outward, self: `${site}/rest/api/3/issueLinkType/${link.typeId}` },
      ...(link.inwardId === issue.id ? { outwardIssue: showLinked(other, view) } : { inwardIssue: showLinked(other, view) }),
    }];
  });
}

function showSecurity(issue: Issue, view: View): unknown {
  if (issue.securityLevelId === undefined) return null;
  const level = projectOf(view.tables, issue).securityLevels.find(({ id }) => id === issue.securityLevelId);
  return level === undefined ? null : { self: `${view.site}/rest/api/3/securitylevel/${level.id}`, id: level.id, name: level.name, description: level.description };
}
