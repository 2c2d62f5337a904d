/** One made-up open ticket of BUYER for the benches, as `--import` takes it: two thirds carry a context of a usual size. */

import { deriveIndex } from '../src/domain/context/derive-index';
import type { ContextContent } from '../src/domain/context/product-context';

const TEAMS = ['shopping-cart', 'order-status', 'recommendations', 'marketing', 'legal'];

/** `number` counts from 1; the id is what the import is told to keep. */
export function anImportedTicket(number: number): unknown {
  const id = String(500_000 + number);
  const content = aContent(number);
  const properties = number % 3 === 0 ? {} : {
    'product-context': { v: 1, rev: 1, savedAt: '2026-11-01T08:00:00Z', ...content, index: deriveIndex(content, null, id) },
  };
  return {
    id, key: `BUYER-${String(10_000 + number)}`, properties,
    fields: {
      summary: `Make request ${String(number)} of the buyer profile quicker for checkout`, project: { key: 'BUYER' }, issuetype: { name: 'Story' }, status: { name: 'Backlog' },
      description: `Buyers wait. ${'Seen again in the last review, with the numbers in the attached sheet. '.repeat(8)}`, labels: ['legacy', `batch-${String(number % 7)}`],
      reporter: { accountId: 'jonas-weber' }, created: '2026-10-01T08:00:00.000+0000', updated: '2026-11-01T08:00:00.000+0000',
    },
  };
}

function aContent(number: number): ContextContent {
  const low = 1_000 * (1 + number % 900);
  return {
    infra: { id: '10001', key: 'BUYER' }, team: TEAMS[number % TEAMS.length] ?? 'legal', origin: 'team', question: 'build',
    need: 'Buyers see what they will pay before they give up', users: `Mobile buyers at checkout, about ${String(number)}k sessions a month`,
    thresholds: [{ id: 't1', scale: 'time to display shipping cost', unit: 's', better: 'lower', statistic: 'p95', past: 3.5, tolerable: 3.4, goal: 3.2, meter: 'real-user monitoring, weekly' }],
    value: {
      metric: 'checkout conversion', change: { low: 3, high: 5, unit: '%' }, worth: { low, high: low * 2.5, currency: 'USD', per: 'month' },
      kind: 'increase-revenue', because: 'the A/B test of March', evidence: [{ url: 'https://example.com/ab-test', note: 'March' }], credibility: 0.6,
    },
    touchesSharedData: false, effort: { low: 1 + number % 4, high: 3 + number % 9 },
  };
}
