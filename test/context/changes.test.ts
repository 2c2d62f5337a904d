import fc from 'fast-check';
import { describeChanges } from '../../src/domain/context/describe-changes';
import { contentOf, draftFromCopy, isCopied } from '../../src/domain/context/draft-from-copy';
import { saysWhy } from '../../src/domain/context/says-why';
import { chooseSide, mergeContexts } from '../../src/domain/context/merge-contexts';
import { chooseSettingsSide, mergeSettings } from '../../src/domain/context/merge-settings';
import type { ContextContent, ProductContext } from '../../src/domain/context/product-context';
import type { ConsumingTeam } from '../../src/domain/context/settings';
import { isSameValue } from '../../src/domain/context/same-value';
import { aContext, aThreshold, someSettings } from './given-context';

const asTyped = (id: string): string => id;

const contents: fc.Arbitrary<ContextContent> = fc.record({
  need: fc.constantFrom('Buyers see the cost', 'Buyers see the tax'), users: fc.constantFrom('all', 'mobile'),
  thresholds: fc.uniqueArray(fc.record({ id: fc.constantFrom('t1', 't2', 'a.b'), goal: fc.integer({ min: 0, max: 2 }), past: fc.integer({ min: 0, max: 2 }) }), { selector: ({ id }) => id }),
  value: fc.record({ metric: fc.constantFrom('a', 'b'), worth: fc.record({ low: fc.integer({ min: 0, max: 2 }), high: fc.integer({ min: 3, max: 4 }) }) }, { requiredKeys: [] }),
  claims: fc.uniqueArray(fc.record({
    id: fc.constantFrom('c1', 'c2'), model: fc.constant('m'), element: fc.constantFrom('A.b', 'A.c'), facet: fc.constant('count' as const), level: fc.constantFrom('must' as const, 'wish' as const),
  }), { selector: ({ id }) => id }),
}, { requiredKeys: [] });

test('[CX33] one-sided changes are taken, two-sided ones are named with all three values', () => {
  const base = aContext();
  const mine = { ...base, need: 'Buyers see the taxes before they give up', users: 'Desktop buyers' };
  const theirs = { ...base, need: 'Buyers know what they will pay', sponsor: 'Sales' };
  const { merged, conflicts } = mergeContexts(base, mine, theirs);
  expect(conflicts).toEqual([{ field: 'need', path: ['need'], base: base.need, mine: mine.need, theirs: theirs.need }]);
  expect(merged).toEqual({ ...mine, sponsor: 'Sales' });
});

test('[CX34] an unchanged side yields the other, equal sides never conflict', () => {
  fc.assert(fc.property(contents, contents, (base, side) => {
    expect(mergeContexts(base, side, base)).toEqual({ merged: side, conflicts: [] });
    expect(mergeContexts(base, base, side)).toEqual({ merged: side, conflicts: [] });
    expect(mergeContexts(base, side, side)).toEqual({ merged: side, conflicts: [] });
  }));
});

test('[CX35] whole values stay whole, thresholds are merged part by part', () => {
  const base = aContext();
  const mine = aContext({ thresholds: [aThreshold({ goal: 3 })], value: { ...base.value, worth: { low: 1, high: 2, currency: 'USD', per: 'month' } } });
  const theirs = aContext({ thresholds: [aThreshold({ meter: 'synthetic checks' })], value: { ...base.value, worth: { low: 3, high: 4, currency: 'EUR', per: 'month' } } });
  const { merged, conflicts } = mergeContexts(base, mine, theirs);
  expect(merged.thresholds).toEqual([aThreshold({ goal: 3, meter: 'synthetic checks' })]);
  expect(conflicts.map(({ field }) => field)).toEqual(['value.worth']);
  const deleted = mergeContexts(base, { ...base, thresholds: [] }, theirs);
  expect(deleted.conflicts.map(({ field, mine: kept }) => [field, kept])).toContainEqual(['thresholds.t1', undefined]);
  const twice = { ...base, thresholds: [aThreshold(), aThreshold({ goal: 1 })] };
  expect(mergeContexts(base, twice, theirs).conflicts.map(({ field }) => field)).toEqual(['thresholds']);
});

test('[CX36] settling every conflict for a side keeps what that side wrote', () => {
  fc.assert(fc.property(contents, contents, contents, (base, mine, theirs) => {
    for (const side of ['mine', 'theirs'] as const) {
      const { merged, conflicts } = mergeContexts(base, mine, theirs);
      const settled = conflicts.reduce((content, conflict) => chooseSide(content, conflict, side), merged);
      const written = side === 'mine' ? mine : theirs;
      for (const field of ['need', 'users', 'value', 'thresholds', 'claims'] as const) {
        if (isSameValue(base[field], (side === 'mine' ? theirs : mine)[field])) expect(settled[field]).toEqual(written[field]);
      }
      if (conflicts.some(({ field }) => field === 'need')) expect(settled.need).toBe(written.need);
      for (const threshold of written.thresholds ?? []) {
        const before = base.thresholds?.find(({ id }) => id === threshold.id);
        if (before !== undefined && isSameValue(before, threshold)) continue;
        const after = settled.thresholds?.find(({ id }) => id === threshold.id);
        if (threshold.goal !== before?.goal) expect(after?.goal).toBe(threshold.goal);
        if (threshold.past !== before?.past) expect(after?.past).toBe(threshold.past);
      }
    }
  }));
});

test('[CX37] the log names each changed field in words', () => {
  const stamp = { rev: 8, at: '2026-11-22T20:00:00Z' };
  const from = aContext();
  const to = aContext({ users: 'Desktop buyers', effort: { low: 4, high: 9 }, thresholds: [aThreshold({ goal: 3 })], value: { ...from.value, worth: { low: 7e6, high: 1e7, currency: 'USD', per: 'month' } } });
  expect(describeChanges(from, to, stamp, asTyped)).toEqual([
    { ...stamp, field: 'users', from: 'Mobile buyers at checkout', to: 'Desktop buyers' },
    { ...stamp, field: 'thresholds.t1.goal', from: '3.2', to: '3' },
    { ...stamp, field: 'value.worth', from: '$6M to $10M a month', to: '$7M to $10M a month' },
    { ...stamp, field: 'effort', to: '4 to 9 person-weeks' },
  ]);
  expect(describeChanges(from, from, stamp, asTyped)).toEqual([]);
  expect(describeChanges({}, { thresholds: [{ id: 't1', scale: 'error rate', unit: '%', better: 'lower', goal: 1 }] }, stamp, asTyped))
    .toEqual([{ ...stamp, field: 'thresholds.t1', to: 'error rate, in %, lower is better, goal 1' }]);
  expect(describeChanges({}, { need: 'x'.repeat(200) }, stamp, asTyped)).toEqual([{ ...stamp, field: 'need', to: `${'x'.repeat(119)}…` }]);
  const { sponsor: _sponsor, ...rest } = to;
  expect(describeChanges({ ...rest, sponsor: 'Sales' }, rest, stamp, asTyped)).toEqual([{ ...stamp, field: 'sponsor', from: 'Sales' }]);
});

test('[CX37] teams stand in the log under their names, also those that a requirement names', () => {
  const claim = { id: 'c1', model: 'm', element: 'Buyer.address', facet: 'owner' as const, level: 'must' as const };
  const teamName = (id: string) => (id === 'order-status' ? 'Order Status' : id);
  expect(describeChanges({ team: 'order-status', claims: [{ ...claim, is: 'order-status' }] }, { team: 'gone', claims: [{ ...claim, is: 'ERP' }] }, { rev: 2, at: 'now' }, teamName)).toEqual([
    { rev: 2, at: 'now', field: 'team', from: 'Order Status', to: 'gone' },
    { rev: 2, at: 'now', field: 'claims.c1', from: 'Buyer.address owner, must, is Order Status', to: 'Buyer.address owner, must, is ERP' },
  ]);
});

function aRecord(change: Partial<ProductContext> = {}): ProductContext {
  return { v: 1, rev: 1, savedAt: '', ...change };
}

test('[CX38] a team or an origin says nothing of its own; a need, users, a threshold or a value does', () => {
  expect([{}, { team: 'order-status', origin: 'team' } as const, { need: ' ' }, { thresholds: [] }].map(saysWhy)).toEqual([false, false, false, false]);
  expect([{ need: 'Buyers see the cost' }, { users: 'Mobile buyers' }, { thresholds: [{ id: 't1' }] }, { value: { unknown: true } }].map(saysWhy)).toEqual([true, true, true, true]);
});

test('[CX39] a copy is a draft without acceptance, bypass and outcome', () => {
  const index = { issue: 10042, by: { judge: 1, settings: 4 }, met: [], missing: [], notApplicable: [], grade: 'none' as const, hash: 'h', elements: [] };
  const record = aRecord({
    ...aContext(), index, accepted: { hash: 'h', comment: '1' }, bypass: { gate: 'ready', hash: 'h', why: 'a reason', comment: '2' },
    outcome: { reviewDue: '2027-01-01' }, log: [],
  });
  expect(isCopied(record, '10043')).toBe(true);
  expect(isCopied(record, '10042')).toBe(false);
  expect(draftFromCopy(record)).toEqual(aContext());
  expect(contentOf(record)).toEqual({ ...aContext(), outcome: { reviewDue: '2027-01-01' } });
});

test('[CX40] settings of two administrators are merged entry by entry', () => {
  const base = someSettings();
  const [orders, cart] = base.teams;
  if (orders === undefined || cart === undefined) throw new Error('The settings have two teams.');
  const sales: ConsumingTeam = { id: 'sales', name: 'Sales', projects: [], colour: 'red' };
  const mine = { ...base, teams: [orders, cart, sales], currency: 'EUR' };
  const theirs = { ...base, teams: [{ ...orders, name: 'Orders' }], currency: 'GBP', interruptAllowance: 30 };
  const { merged, conflicts } = mergeSettings(base, mine, theirs);
  expect(merged.teams).toEqual([{ ...orders, name: 'Orders' }, sales]);
  expect(merged.interruptAllowance).toBe(30);
  expect(conflicts).toEqual([{ field: 'currency', path: ['currency'], base: 'USD', mine: 'EUR', theirs: 'GBP' }]);
  const [conflict] = conflicts;
  if (conflict === undefined) throw new Error('There is a conflict.');
  expect(merged.currency).toBe('EUR');
  expect(chooseSettingsSide(merged, conflict, 'theirs').currency).toBe('GBP');
});
