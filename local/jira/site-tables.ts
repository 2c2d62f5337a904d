import type { Store } from '../store/store';
import type { Table } from '../store/table';
import type { Workflow } from '../workflow/workflow';
import type { Comment, Issue, IssueLink, Property, Task } from './issue';
import type { Person } from './person';
import type { PermissionScheme, Project } from './project';
import type { IssueType, LinkType, Priority, Resolution, Role, Status } from './vocabulary';

/** Everything the site knows, one table a noun, by id (account id for people). */
export interface SiteTables {
  readonly people: Table<Person>;
  readonly roles: Table<Role>;
  readonly issueTypes: Table<IssueType>;
  readonly statuses: Table<Status>;
  readonly priorities: Table<Priority>;
  readonly resolutions: Table<Resolution>;
  readonly linkTypes: Table<LinkType>;
  readonly permissionSchemes: Table<PermissionScheme>;
  readonly workflows: Table<Workflow>;
  readonly projects: Table<Project>;
  /** Grouped by project id, named by key. */
  readonly issues: Table<Issue>;
  /** By `propertyId`, grouped by `<entity>/<entity id>`. */
  readonly properties: Table<Property>;
  /** Grouped by issue id. */
  readonly comments: Table<Comment>;
  readonly links: Table<IssueLink>;
  readonly tasks: Table<Task>;
  /** Keys of the issue panels that an administrator has pinned, by project id. */
  readonly pinnedPanels: Table<readonly string[]>;
  /** Highest id given, by kind. */
  readonly counters: Table<number>;
}

export function openSiteTables(store: Store): SiteTables {
  return {
    people: store.table('person'), roles: store.table('role'), issueTypes: store.table('issueType'), statuses: store.table('status'),
    priorities: store.table('priority'), resolutions: store.table('resolution'), linkTypes: store.table('linkType'),
    permissionSchemes: store.table('permissionScheme'), workflows: store.table('workflow'), projects: store.table('project'),
    issues: store.table('issue', { groupOf: (issue: Issue) => issue.projectId, nameOf: (issue: Issue) => issue.key }),
    properties: store.table('property', { groupOf: (property: Property) => `${property.entity}/${property.entityId}` }),
    comments: store.table('comment', { groupOf: (comment: Comment) => comment.issueId }),
    links: store.table('link'), tasks: store.table('task'), pinnedPanels: store.table('pinnedPanels'), counters: store.table('counter'),
  };
}

/** The next free id of a kind; ids of demo and imports move the counter too (`noteId`). */
export function nextId(tables: SiteTables, kind: 'issue' | 'comment' | 'link' | 'task' | 'project' | 'vocabulary'): string {
  const id = (tables.counters.get(kind) ?? 10_000) + 1;
  tables.counters.put(kind, id);
  return String(id);
}

/** Keeps ids that came from outside from being given again. */
export function noteId(tables: SiteTables, kind: 'issue' | 'comment' | 'link' | 'project' | 'vocabulary', id: string): void {
  const number = Number(id);
  if (Number.isSafeInteger(number) && number > (tables.counters.get(kind) ?? 10_000)) tables.counters.put(kind, number);
}
