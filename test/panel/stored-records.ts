/** Records as the tests put them into a ticket's property by REST. */

import type { LocalJira } from '../given/local-jira';

/** A complete record of the running example; every field can be replaced. */
export function aRecord(with_: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    v: 1, rev: 3, savedAt: '2026-11-20T10:00:00Z', infra: { id: '10001', key: 'BUYER' }, team: 'order-status',
    need: 'Buyers see the shipping cost before they give up', users: 'Mobile buyers at checkout, about 1.2M sessions a month', origin: 'team',
    thresholds: [{ id: 't1', scale: 'time to display shipping cost', unit: 's', better: 'lower', statistic: 'p95', past: 3.5, tolerable: 3.5, goal: 3.2, stretch: 2.8, meter: 'real-user monitoring, weekly' }],
    value: {
      metric: 'checkout conversion', change: { low: 3, high: 5, unit: '%' }, worth: { low: 6e6, high: 1e7, currency: 'USD', per: 'month' },
      because: 'A/B test of March', evidence: [{ url: 'https://wiki.example.com/ab', note: '240,000 sessions' }], credibility: 0.8,
    },
    touchesSharedData: false,
    ...with_,
  };
}

export async function putContext(site: LocalJira, as: string, key: string, value: unknown): Promise<void> {
  const { status, body } = await site.rest(as, 'PUT', `/rest/api/3/issue/${key}/properties/product-context`, value);
  if (status !== 200 && status !== 201) throw new Error(`${key}: ${String(status)} ${JSON.stringify(body)}`);
}

export async function readContext(site: LocalJira, as: string, key: string): Promise<Record<string, unknown>> {
  const { body } = await site.rest(as, 'GET', `/rest/api/3/issue/${key}/properties/product-context`);
  return (body as { value: Record<string, unknown> }).value;
}
