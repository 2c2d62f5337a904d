import { isDocument } from '../jira/document-text';
import { projectOf } from '../jira/find-issue';
import type { Issue } from '../jira/issue';
import { mayInProject, type Actor } from '../jira/permissions';
import { Refusal } from '../jira/refusal';
import type { SiteTables } from '../jira/site-tables';
import { lookUpIssue } from '../jira/find-issue';

/** What `fields` and `update` of a request change. A null removes. */
export interface FieldChanges {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly update: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Setter = (draft: Mutable<Issue>, value: unknown, context: { readonly tables: SiteTables; readonly actor: Actor }) => string | undefined;

/** Custom fields and system fields whose values the site keeps as they come. */
const FREE = new Set(['duedate', 'environment', 'components', 'fixVersions', 'versions', 'timetracking']);

/** Each sets one field and returns Jira's words when the value is refused. */
const SETTERS: Readonly<Record<string, Setter>> = {
  summary: (draft, value) => {
    if (typeof value !== 'string' || value.trim() === '') return 'You must specify a summary of the issue.';
    if (/[\r\n]/.test(value)) return 'The summary is invalid because it contains newline characters.';
    if (value.length > 255) return 'Summary must be less than 255 characters.';
    draft.summary = value;
    return undefined;
  },
  description: (draft, value) => {
    if (value !== null && !isDocument(value)) return 'Operation value must be an Atlassian Document (see the Atlassian Document Format)';
    draft.fields = { ...draft.fields, description: value };
    return undefined;
  },
  labels: (draft, value) => {
    if (!Array.isArray(value) || !value.every((label) => typeof label === 'string')) return 'data was not an array';
    const spaced = value.find((label: string) => /\s/.test(label)) as string | undefined;
    if (spaced !== undefined) return `The label '${spaced}' contains spaces which is invalid.`;
    draft.labels = [...new Set(value as string[])];
    return undefined;
  },
  assignee: (draft, value, { tables, actor }) => {
    const accountId = reference(value, 'accountId') ?? reference(value, 'id');
    const project = projectOf(tables, draft);
    if (!mayInProject(tables, actor, 'ASSIGN_ISSUES', project, draft)) return 'You do not have permission to assign issues.';
    if (accountId === undefined) return remove(draft, 'assigneeId');
    if (!mayInProject(tables, accountId, 'ASSIGNABLE_USER', project)) return `User '${accountId}' cannot be assigned issues.`;
    draft.assigneeId = accountId;
    return undefined;
  },
  reporter: (draft, value, { tables }) => {
    const accountId = reference(value, 'accountId') ?? reference(value, 'id');
    if (accountId === undefined || tables.people.get(accountId) === undefined) return 'The reporter specified is not a user.';
    draft.reporterId = accountId;
    return undefined;
  },
  priority: (draft, value, { tables }) => {
    const priority = named(tables.priorities.values(), value);
    if (priority === undefined) return 'The priority selected is invalid.';
    draft.priorityId = priority.id;
    return undefined;
  },
  issuetype: (draft, value, { tables }) => {
    const type = named(tables.issueTypes.values(), value);
    if (type === undefined || !projectOf(tables, draft).issueTypes.includes(type.id)) return 'The issue type selected is invalid.';
    draft.typeId = type.id;
    return undefined;
  },
  parent: (draft, value, { tables }) => {
    if (value === null) return remove(draft, 'parentId');
    const parent = lookUpIssue(tables, reference(value, 'key') ?? reference(value, 'id') ?? '');
    const level = (issue: Issue): number => tables.issueTypes.get(issue.typeId)?.hierarchyLevel ?? 0;
    if (parent === undefined) return 'Could not find issue by id or key.';
    if (level(parent) <= level(draft)) return `Given parent work item does not belong to appropriate hierarchy.`;
    draft.parentId = parent.id;
    return undefined;
  },
  security: (draft, value, { tables, actor }) => {
    const project = projectOf(tables, draft);
    if (!mayInProject(tables, actor, 'SET_ISSUE_SECURITY', project, draft)) return 'You do not have permission to set the security level.';
    if (value === null) return remove(draft, 'securityLevelId');
    const level = named(project.securityLevels, value);
    if (level === undefined) return 'The security level selected is invalid.';
    draft.securityLevelId = level.id;
    return undefined;
  },
};

/** The issue with the changes applied; throws Jira's 400 naming every field that was refused. */
export function changeFields(issue: Issue, changes: FieldChanges, tables: SiteTables, actor: Actor): Issue {
  const draft: Mutable<Issue> = { ...issue };
  const errors: Record<string, string> = {};
  for (const [name, value] of Object.entries(changes.fields)) setField(draft, name, value, tables, actor, errors);
  for (const [name, operations] of Object.entries(changes.update)) {
    for (const operation of operations) applyOperation(draft, name, operation, tables, actor, errors);
  }
  if (Object.keys(errors).length > 0) throw new Refusal(400, [], errors);
  return draft;
}

function setField(draft: Mutable<Issue>, name: string, value: unknown, tables: SiteTables, actor: Actor, errors: Record<string, string>): void {
  const setter = SETTERS[name];
  if (setter !== undefined) {
    const words = setter(draft, value, { tables, actor });
    if (words !== undefined) errors[name] = words;
  } else if (FREE.has(name) || (name.startsWith('customfield_') && isKnownCustomField(tables, name))) {
    draft.fields = { ...draft.fields, [name]: value };
  } else {
    errors[name] = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
  }
}

/** `add`, `remove` and `set` of lists; `set` of anything. */
function applyOperation(draft: Mutable<Issue>, name: string, operation: Readonly<Record<string, unknown>>, tables: SiteTables, actor: Actor, errors: Record<string, string>): void {
  if ('set' in operation) return setField(draft, name, operation['set'], tables, actor, errors);
  const current = name === 'labels' ? draft.labels : draft.fields[name];
  const list: readonly unknown[] = Array.isArray(current) ? current : [];
  if ('add' in operation) return setField(draft, name, [...list, operation['add']], tables, actor, errors);
  if ('remove' in operation) return setField(draft, name, list.filter((entry) => !isSame(entry, operation['remove'])), tables, actor, errors);
  errors[name] = `Field '${name}' does not support the operation '${Object.keys(operation).join(', ')}'.`;
}

/** A custom field exists on this site when some issue has it: the site has no field configuration of its own. */
export function isKnownCustomField(tables: SiteTables, name: string): boolean {
  for (const issue of tables.issues.values()) if (name in issue.fields) return true;
  return false;
}

function isSame(entry: unknown, wanted: unknown): boolean {
  return JSON.stringify(entry) === JSON.stringify(wanted) || (reference(entry, 'name') !== undefined && reference(entry, 'name') === reference(wanted, 'name'));
}

function reference(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** The entry that `{ id }` or `{ name }` names. */
export function named<T extends { readonly id: string; readonly name: string }>(entries: Iterable<T>, value: unknown): T | undefined {
  const id = reference(value, 'id');
  const name = reference(value, 'name');
  return [...entries].find((entry) => (id === undefined ? name !== undefined && entry.name.toLowerCase() === name.toLowerCase() : entry.id === id));
}

function remove(draft: Mutable<Issue>, key: 'assigneeId' | 'parentId' | 'securityLevelId'): undefined {
  Reflect.deleteProperty(draft, key);
  return undefined;
}
