import { checkIndex } from '../../src/domain/context/check-index';
import { contentHash } from '../../src/domain/context/content-hash';
import { deriveIndex } from '../../src/domain/context/derive-index';
import { JUDGE_VERSION } from '../../src/domain/context/judge-context';
import type { ContextContent, ProductContext } from '../../src/domain/context/product-context';
import { aContext, someSettings } from './given-context';

const settings = someSettings();
const CLAIM = { id: 'c1', model: 'buyer-profile', element: 'BuyerProfile.paymentMethods', facet: 'count', level: 'must', min: 2 } as const;

function aRecord(content: ContextContent = aContext()): ProductContext {
  return { v: 1, rev: 7, savedAt: '2026-11-22T20:00:00Z', ...content, index: deriveIndex(content, settings, '10042') };
}

test('[CX25] the index carries whose record it is, by which rules, and what others read', () => {
  const content = aContext({ claims: [CLAIM, { ...CLAIM, id: 'c2', min: 3 }], theme: 'europe', initiative: 'BUYER-70', outcome: { reviewDue: '2027-02-01' } });
  expect(deriveIndex(content, settings, '10042')).toEqual({
    issue: 10042, by: { judge: JUDGE_VERSION, settings: 4 },
    met: ['need', 'team', 'users', 'sponsor', 'neededBy', 'decides', 'threshold', 'value', 'period', 'past', 'tolerable', 'meter', 'evidence', 'sharedData', 'theme'],
    missing: ['effort', 'boundary', 'accepted', 'conflicts', 'initiative', 'outcome'], notApplicable: ['sponsor', 'neededBy', 'decides'],
    grade: 'silver', hash: contentHash(content), elements: ['BuyerProfile.paymentMethods'], scales: ['time to display shipping cost'], worthLow: 6e6, worthHigh: 1e7,
    team: 'order-status', origin: 'team', theme: 'europe', initiative: 'BUYER-70', infra: '10001', reviewDue: '2027-02-01',
  });
  expect(deriveIndex({}, null, 7)).toMatchObject({ issue: 7, by: { settings: 0 }, grade: 'none', elements: [] });
});

test('[CX26] conflicts are never stored as met where they are possible', () => {
  expect(deriveIndex(aContext({ claims: [CLAIM] }), settings, 1).missing).toContain('conflicts');
  expect(deriveIndex(aContext({ touchesSharedData: true }), settings, 1).missing).toContain('conflicts');
  expect(deriveIndex({ ...aContext(), claims: [] }, settings, 1).met).toContain('conflicts');
  const [threshold] = aContext().thresholds ?? [];
  if (threshold === undefined) throw new Error('The example has a threshold.');
  const contract = { ...threshold, id: 't9', scale: '  Time  to ANSWER ', limit: { level: 10, authority: 'contract X' } };
  expect(deriveIndex(aContext({ thresholds: [threshold, contract] }), settings, 1)).toMatchObject({ scales: ['time to answer', 'time to display shipping cost'], missing: expect.arrayContaining(['conflicts']) as unknown });
  const { better: _better, ...anyWay } = contract;
  expect(deriveIndex(aContext({ thresholds: [anyWay] }), settings, 1).met).toContain('conflicts');
  expect(deriveIndex(aContext({ thresholds: [anyWay] }), settings, 1)).not.toHaveProperty('scales');
});

test('[CX27] the worth is a month in the settings\' currency', () => {
  const worth = (change: object, asked = settings) => {
    const { worthLow, worthHigh } = deriveIndex(aContext({ value: { metric: 'm', worth: { low: 300, high: 600, currency: 'USD', per: 'month', ...change } } }), asked, 1);
    return [worthLow, worthHigh];
  };
  expect(worth({})).toEqual([300, 600]);
  expect(worth({ per: 'quarter' })).toEqual([100, 200]);
  expect(worth({ per: 'year' })).toEqual([25, 50]);
  expect(worth({ per: 'once' })).toEqual([25, 50]);
  expect(worth({ per: 'week' })).toEqual([1304.46, 2608.93]);
  expect(worth({ currency: 'EUR' })).toEqual([undefined, undefined]);
  expect(worth({ currency: 'EUR' }, someSettings({ rates: { EUR: 1.1 } }))).toEqual([330, 660]);
  expect(deriveIndex(aContext({ value: { unknown: true, worth: { low: 1, high: 2, currency: 'USD', per: 'month' } } }), settings, 1).worthLow).toBeUndefined();
});

test('[CX28] a stored index is checked against the content', () => {
  const record = aRecord();
  expect(checkIndex(record, settings, 10042)).toBe('as stored');
  expect(checkIndex(record, settings, '10043')).toBe('copied from another ticket');
  expect(checkIndex({ ...record, need: 'Buyers see the taxes before they give up' }, settings, '10042')).toBe('edited outside Groundwork');
  const { index, ...bare } = record;
  expect(checkIndex(bare, settings, '10042')).toBe('edited outside Groundwork');
  if (index === undefined) throw new Error('The record has an index.');
  expect(checkIndex({ ...record, index: { ...index, grade: 'gold' } }, settings, '10042')).toBe('edited outside Groundwork');
  expect(checkIndex(record, someSettings({ rev: 5, teams: [] }), '10042')).toBe('out of date');
  expect(checkIndex(record, someSettings({ rev: 5 }), '10042')).toBe('as stored');
  expect(checkIndex({ ...record, index: { ...index, by: { judge: 0, settings: 4 }, grade: 'bronze' } }, settings, '10042')).toBe('out of date');
});
