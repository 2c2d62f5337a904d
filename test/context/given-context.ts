import type { ContextContent, Threshold } from '../../src/domain/context/product-context';
import type { ProjectSettings } from '../../src/domain/context/settings';

/** Settings of Buyer Platform; a test states only what it is about. */
export function someSettings(change: Partial<ProjectSettings> = {}): ProjectSettings {
  return {
    v: 1, rev: 4, savedAt: '2026-11-01T08:00:00Z', enabled: true, project: { id: '10001', key: 'BUYER' },
    teams: [
      { id: 'order-status', name: 'Order Status', projects: ['10003'], colour: 'teal' },
      { id: 'shopping-cart', name: 'Shopping Cart', projects: ['10002'], colour: 'blue' },
    ],
    themes: [{ id: 'europe', name: 'Europe', target: 40 }],
    currency: 'USD', interruptAllowance: 20, gates: [], conditions: [], ...change,
  };
}

/** The shipping-cost threshold of the running example, complete to silver. */
export function aThreshold(change: Partial<Threshold> = {}): Threshold {
  return {
    id: 't1', scale: 'time to display shipping cost', unit: 's', better: 'lower', statistic: 'p95', past: 3.5, tolerable: 3.5, goal: 3.2,
    meter: 'real-user monitoring, weekly', ...change,
  };
}

/** The running example with everything up to silver; `change` replaces whole fields. */
export function aContext(change: Partial<ContextContent> = {}): ContextContent {
  return {
    infra: { id: '10001', key: 'BUYER' }, team: 'order-status', need: 'Buyers see the shipping cost before they give up',
    users: 'Mobile buyers at checkout', origin: 'team', question: 'build', thresholds: [aThreshold()],
    value: {
      metric: 'checkout conversion', change: { low: 3, high: 5, unit: '%' }, worth: { low: 6e6, high: 1e7, currency: 'USD', per: 'month' },
      because: 'an A/B test', evidence: [{ url: 'https://example.com/ab', note: 'March' }], credibility: 0.6,
    },
    touchesSharedData: false, ...change,
  };
}
