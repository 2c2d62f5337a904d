/** The fields that a query can name. */

import type { Field } from '@atlaskit/jql-ast';
import type { JqlField } from './jql-field';
import type { JqlAlias, JqlIssue, JqlStatusCategory } from './jql-issue';

interface Named { readonly id: string; readonly name: string }

const CATEGORY_NAMES: Readonly<Record<JqlStatusCategory, readonly string[]>> = {
  new: ['new', 'To Do', '2'], indeterminate: ['indeterminate', 'In Progress', '4'], done: ['done', 'Done', '3'],
};

function named(name: string, lookup: 'resolution' | 'security' | 'priority' | 'component', read: (issue: JqlIssue) => readonly (Named | null)[]): JqlField {
  const present = (issue: JqlIssue) => read(issue).filter((value) => value !== null);
  return {
    kind: 'choice', name, lookup, values: (issue) => present(issue).map((value) => [value.id, value.name]),
    sortValue: (issue) => present(issue)[0]?.name ?? null,
  };
}

function person(name: string, read: (issue: JqlIssue) => JqlIssue['assignee']): JqlField {
  return {
    kind: 'choice', name, lookup: 'user', isUser: true,
    values: (issue) => { const who = read(issue); return who === null ? [] : [[who.accountId, who.displayName]]; },
    sortValue: (issue) => read(issue)?.displayName ?? null,
  };
}

function moment(name: string, read: (issue: JqlIssue) => number | null): JqlField {
  return { kind: 'moment', name, moments: (issue) => { const at = read(issue); return at === null ? [] : [at]; }, sortValue: read };
}

const KEY: JqlField = { kind: 'key', name: 'issuekey', sortValue: (issue) => sortableKey(issue.key) };
const COMPONENT = named('component', 'component', (issue) => issue.components);
const TYPE: JqlField = {
  kind: 'choice', name: 'issuetype', lookup: 'issuetype', values: ({ issueType }) => [[issueType.id, issueType.name]], sortValue: (issue) => issue.issueType.name,
};

const FIELDS: ReadonlyMap<string, JqlField> = new Map<string, JqlField>([
  ['project', {
    kind: 'choice', name: 'project', lookup: 'project', values: ({ project }) => [[project.id, project.key, project.name]], sortValue: (issue) => issue.project.name,
  }],
  ['issuetype', TYPE], ['type', TYPE],
  ['status', { kind: 'choice', name: 'status', lookup: 'status', values: ({ status }) => [[status.id, status.name]], sortValue: (issue) => issue.status.name }],
  ['statuscategory', {
    kind: 'choice', name: 'statusCategory', fixed: Object.values(CATEGORY_NAMES).flat().map((known) => known.toLowerCase()),
    values: ({ status }) => [CATEGORY_NAMES[status.category]], sortValue: ({ status }) => Object.keys(CATEGORY_NAMES).indexOf(status.category),
  }],
  ['assignee', person('assignee', (issue) => issue.assignee)],
  ['reporter', person('reporter', (issue) => issue.reporter)],
  ['created', moment('created', (issue) => issue.created)], ['createddate', moment('created', (issue) => issue.created)],
  ['updated', moment('updated', (issue) => issue.updated)], ['updateddate', moment('updated', (issue) => issue.updated)],
  ['duedate', moment('duedate', dueMoment)], ['due', moment('duedate', dueMoment)],
  ['key', KEY], ['issuekey', KEY], ['id', KEY], ['issue', KEY],
  ['labels', { kind: 'choice', name: 'labels', values: ({ labels }) => labels.map((label) => [label]) }],
  ['component', COMPONENT], ['components', COMPONENT],
  ['priority', { ...named('priority', 'priority', (issue) => [issue.priority]), sortValue: ({ priority }) => (priority === null ? null : -priority.rank) }],
  ['resolution', named('resolution', 'resolution', (issue) => [issue.resolution])],
  ['security', named('level', 'security', (issue) => [issue.security])], ['level', named('level', 'security', (issue) => [issue.security])],
  ['parent', {
    kind: 'choice', name: 'parent', lookup: 'issue', values: ({ parent }) => (parent === null ? [] : [[parent.id, parent.key]]),
    sortValue: ({ parent }) => (parent === null ? null : sortableKey(parent.key)),
  }],
  ['summary', { kind: 'text', name: 'summary', texts: (issue) => [issue.summary], sortValue: (issue) => issue.summary.toLowerCase() }],
  ['description', { kind: 'text', name: 'description', texts: (issue) => [issue.description], sortValue: (issue) => issue.description.toLowerCase() }],
  ['text', { kind: 'text', name: 'text', texts: (issue) => [issue.summary, issue.description] }],
]);

function dueMoment(issue: JqlIssue): number | null {
  return issue.dueDate === null ? null : Date.parse(issue.dueDate);
}

/** `BUYER-12` so that number 2 comes before number 12. */
export function sortableKey(key: string): string {
  const [project = '', number = ''] = key.split(/-(?=\d+$)/);
  return `${project}-${number.padStart(12, '0')}`;
}

/** The field of that name: Jira's own, an alias of the manifest, or `issue.property['key'].path` if the manifest indexes it. */
export function findField(field: Field, aliases: readonly JqlAlias[]): JqlField | undefined {
  const property = field.properties?.[0];
  if (field.value.toLowerCase() === 'issue.property' && property) {
    const path = (property.path ?? []).map(({ value }) => value).join('').replace(/^\./, '');
    const indexed = aliases.find((alias) => alias.propertyKey === property.key?.value && alias.path === path);
    return indexed && fieldOfAlias(indexed, `issue.property[${indexed.propertyKey}].${path}`);
  }
  const alias = aliases.find((known) => known.alias.toLowerCase() === field.value.toLowerCase());
  return alias ? fieldOfAlias(alias, alias.alias) : FIELDS.get(field.value.toLowerCase());
}

function fieldOfAlias(alias: JqlAlias, name: string): JqlField {
  const read = (issue: JqlIssue) => valuesAt(issue.property(alias.propertyKey), alias.path.split('.'));
  const texts = (issue: JqlIssue) => read(issue).filter((value) => typeof value === 'string');
  const numbers = (issue: JqlIssue) => read(issue).filter((value) => typeof value === 'number');
  const moments = (issue: JqlIssue) => texts(issue).map((text) => Date.parse(text)).filter((time) => !Number.isNaN(time));
  switch (alias.type) {
    case 'string': return { kind: 'choice', name, exact: true, values: (issue) => texts(issue).map((text) => [text]) };
    case 'user': return { kind: 'choice', name, isUser: true, lookup: 'user', values: (issue) => texts(issue).map((text) => [text]) };
    case 'text': return { kind: 'text', name, texts };
    case 'number': return { kind: 'number', name, numbers, sortValue: (issue) => numbers(issue)[0] ?? null };
    case 'date': return { kind: 'moment', name, moments, sortValue: (issue) => moments(issue)[0] ?? null };
  }
}

/** What stands at a path; every element of an array counts. Looks at own keys only. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valuesAt(item, path));
  const [step, ...rest] = path;
  if (step === undefined) return value === undefined || value === null ? [] : [value];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return valuesAt((value as Record<string, unknown>)[step], rest);
}
