import fc from 'fast-check';
import { contentHash } from '../../src/domain/context/content-hash';
import type { ContextContent } from '../../src/domain/context/product-context';
import { aContext, aThreshold } from './given-context';

const CLAIM = { id: 'c1', model: 'buyer-profile', element: 'BuyerProfile.paymentMethods', facet: 'count', level: 'must', min: 2, why: 'offers' } as const;
const full = aContext({ claims: [CLAIM], delay: { shape: 'deadline', neededBy: '2026-12-01' } });

test('[CX23] the hash covers what an acceptance covers, and nothing else', () => {
  const changed = (change: Partial<ContextContent>) => contentHash({ ...full, ...change }) !== contentHash(full);
  expect(changed({ need: 'Buyers see the taxes before they give up' })).toBe(true);
  expect(changed({ users: 'Desktop buyers' })).toBe(true);
  expect(changed({ thresholds: [aThreshold({ goal: 3.1 })] })).toBe(true);
  expect(changed({ value: { ...full.value, metric: 'returns' } })).toBe(true);
  expect(changed({ value: { ...full.value, evidence: [{ url: 'https://example.com/other' }] } })).toBe(true);
  expect(changed({ delay: { shape: 'steady' } })).toBe(true);
  expect(changed({ claims: [{ ...CLAIM, min: 3 }] })).toBe(true);

  expect(changed({ value: { ...full.value, evidence: [{ url: 'https://example.com/ab', note: 'of April' }], credibility: 1 } })).toBe(false);
  expect(changed({ claims: [{ ...CLAIM, why: 'other words' }] })).toBe(false);
  expect(changed({ team: 'shopping-cart', theme: 'europe', effort: { low: 1, high: 2 }, touchesSharedData: true, initiative: 'BUYER-70' })).toBe(false);
  expect(contentHash(full)).toMatch(/^[0-9a-f]{32}$/);
});

test('[CX24] order, blanks and empty fields do not matter', () => {
  const thresholds = [aThreshold(), aThreshold({ id: 't2', goal: 3 }), aThreshold({ id: 't3', when: { journey: ['checkout', 'deals'] } })];
  const expected = contentHash({ ...full, thresholds });
  fc.assert(fc.property(fc.shuffledSubarray(thresholds, { minLength: 3 }), fc.shuffledSubarray(Object.entries(full), { minLength: Object.keys(full).length }), (order, entries) => {
    expect(contentHash({ ...Object.fromEntries(entries), thresholds: order })).toBe(expected);
  }));
  expect(contentHash({ ...full, thresholds: [...thresholds.slice(0, 2), aThreshold({ id: 't3', when: { journey: ['deals', 'checkout'] } })] })).toBe(expected);
  expect(contentHash({ ...full, need: `  ${full.need ?? ''}\n` })).toBe(contentHash(full));
  expect(contentHash({ need: 'caf\u00e9 buyers pay' })).toBe(contentHash({ need: 'cafe\u0301 buyers pay' }));
  expect(contentHash({ need: '', thresholds: [], value: {}, delay: {}, claims: [] })).toBe(contentHash({}));
  expect(contentHash({ thresholds: [{ id: 't1', goal: -0 }] })).toBe(contentHash({ thresholds: [{ id: 't1', goal: 0 }] }));
});

test('[CX23] the hash of the running example is the same on every machine', () => {
  expect(contentHash(aContext())).toBe('0f45ee9e601bd63f4bad05ba82fda0c9');
});
