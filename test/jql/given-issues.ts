import type { JqlAlias, JqlIssue } from '../../local/jql/jql-issue';
import { parseJql, type JqlOptions } from '../../local/jql/parse-jql';

export const NOW = new Date('2026-12-10T10:00:00Z');

export const ALIASES: readonly JqlAlias[] = [
  { alias: 'productContextGrade', propertyKey: 'product-context', path: 'index.grade', type: 'string' },
  { alias: 'productContextMissing', propertyKey: 'product-context', path: 'index.missing', type: 'string' },
  { alias: 'productContextWorth', propertyKey: 'product-context', path: 'index.worthHigh', type: 'number' },
  { alias: 'productContextReviewDue', propertyKey: 'product-context', path: 'index.reviewDue', type: 'date' },
];

const PROJECTS = { BUYER: { id: '10001', key: 'BUYER', name: 'Buyer Platform' }, CART: { id: '10002', key: 'CART', name: 'Shopping Cart' } };

/** An open story of BUYER, created on 1 December. */
export function anIssue(key: string, more: Partial<JqlIssue> & { properties?: Readonly<Record<string, unknown>> } = {}): JqlIssue {
  const { properties = {}, ...fields } = more;
  const number = Number(key.split('-')[1]);
  return {
    id: String(20_000 + number), key, project: key.startsWith('CART') ? PROJECTS.CART : PROJECTS.BUYER,
    issueType: { id: '10', name: 'Story', subtask: false }, status: { id: '1', name: 'Backlog', category: 'new' },
    assignee: null, reporter: { accountId: 'pm', displayName: 'Petra Manning' },
    created: Date.parse('2026-12-01T09:00:00Z'), updated: Date.parse('2026-12-02T09:00:00Z'), labels: [], components: [],
    priority: { id: '3', name: 'Medium', rank: 3 }, summary: 'Shipping cost', description: '', parent: null, resolution: null, dueDate: null, security: null,
    property: (name) => (Object.hasOwn(properties, name) ? properties[name] : undefined),
    ...fields,
  };
}

export function options(more: Partial<JqlOptions> = {}): JqlOptions {
  return { aliases: ALIASES, now: NOW, currentUser: 'me', ...more };
}

/** Keys of what a query finds, in its order; the errors if it is refused. */
export function find(query: string, issues: readonly JqlIssue[], more: Partial<JqlOptions> = {}): readonly string[] {
  const parsed = parseJql(query, options(more));
  if (!parsed.ok) return parsed.errors;
  return issues.filter(parsed.query.matches).sort(parsed.query.compare).map(({ key }) => key);
}
