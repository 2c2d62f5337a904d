import type { ReactNode } from 'react';
import { addressOf } from '../parts/address';
import type { ShownIssue } from '../parts/jira-shapes';

/** Fields that have a place of their own on the screen. */
const PLACED: ReadonlySet<string> = new Set([
  'summary', 'status', 'issuetype', 'project', 'priority', 'assignee', 'reporter', 'labels', 'components', 'created', 'updated', 'description',
  'parent', 'subtasks', 'issuelinks', 'comment', 'creator', 'attachment', 'security', 'resolution', 'resolutiondate', 'statuscategorychangedate',
]);

/** The ticket's fields; those that Jira's screens do not know are listed by name if they are plain values. */
export function IssueFields({ issue }: { readonly issue: ShownIssue & { readonly names?: Readonly<Record<string, string>> } }) {
  const { fields, names = {} } = issue;
  const rows: [string, ReactNode][] = [
    ['Type', fields.issuetype.name], ['Priority', fields.priority?.name ?? 'None'], ['Assignee', fields.assignee?.displayName ?? 'Nobody'],
    ['Reporter', fields.reporter?.displayName ?? 'Nobody'], ['Labels', (fields.labels ?? []).join(', ') || 'None'],
    ['Components', (fields.components ?? []).map(({ name }) => name).join(', ') || 'None'],
    ['Created', dayOf(fields.created)], ['Updated', dayOf(fields.updated)],
  ];
  if (fields.parent !== undefined) rows.unshift(['Parent', <a key="parent" href={addressOf.issue(fields.parent.key)}>{fields.parent.key}</a>]);
  const resolution = named(fields['resolution']);
  if (resolution !== undefined) rows.push(['Resolution', resolution]);
  const others = Object.entries(fields).flatMap(([field, value]): [string, string][] => {
    const words = PLACED.has(field) ? undefined : plain(value);
    return words === undefined ? [] : [[names[field] ?? field, words]];
  });
  return (
    <section aria-labelledby="details-title">
      <h2 id="details-title" className="jira-section">Details</h2>
      <dl className="jira-fields">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {others.length > 0 && (
        <details>
          <summary>{others.length} more {others.length === 1 ? 'field' : 'fields'}</summary>
          <dl className="jira-fields">{others.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        </details>
      )}
    </section>
  );
}

function dayOf(date: string | undefined): string {
  if (date === undefined) return 'Unknown';
  const day = new Date(date);
  return Number.isNaN(day.getTime()) ? date : day.toLocaleDateString('en-US', { dateStyle: 'medium' });
}

function plain(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plain).filter((part) => part !== undefined).join(', ') || undefined;
  return named(value);
}

function named(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, value: chosen, displayName } = value as { name?: unknown; value?: unknown; displayName?: unknown };
  const found = [displayName, name, chosen].find((candidate) => typeof candidate === 'string');
  return typeof found === 'string' ? found : undefined;
}
