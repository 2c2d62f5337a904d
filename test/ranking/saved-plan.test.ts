import { isSamePlan, plainPlan, readRankingAddress, writeRankingAddress } from '../../static/roadmap/ranking/ranking-address';
import type { SavedPlan } from '../../src/domain/ranking/saved-plan';

const TODAY = '2026-11-22';
const SAVED: SavedPlan = {
  v: 1, rev: 3, savedAt: '2026-11-20T10:00:00.000Z', planDate: '2026-11-20', months: 6, capacity: { low: 20, high: 30, per: 'month' },
  placed: [{ key: 'BUYER-13', place: 1, reason: 'Promised to the board' }],
};
const read = (search: string, saved?: SavedPlan) => readRankingAddress(new URLSearchParams(search), TODAY, 'month', saved);

test('[RK78] the same date, months, capacity and places are the same plan', () => {
  expect(isSamePlan(SAVED, { ...SAVED, rev: 9, savedAt: '2027-01-01T00:00:00.000Z', token: 'x' } as SavedPlan)).toBe(true);
  const { capacity: _settings, ...follows } = SAVED;
  for (const other of [{ ...SAVED, planDate: TODAY }, { ...SAVED, months: 3 }, follows, { ...SAVED, placed: [] }, { ...SAVED, capacity: { low: 20, high: 30, per: 'week' as const } }]) {
    expect(isSamePlan(SAVED, other)).toBe(false);
  }
});

test('[RK79] a silent address is the saved plan, one that says something stands for itself', () => {
  expect(read('')).toEqual(plainPlan(TODAY));
  expect(read('filter=words', SAVED)).toBe(SAVED);
  expect(read('months=12', SAVED)).toEqual({ planDate: TODAY, months: 12, placed: [] });
  expect(read('plan=tried', SAVED)).toEqual(plainPlan(TODAY));
});

test('[RK79] what means nothing in an address is left out', () => {
  expect(read('from=2026-13-45&months=7&capacity=9-3&put=nonsense&put=BUYER-1~x~y&put=BUYER-2~4~%20&put=BUYER-3~4~ok'))
    .toEqual({ planDate: TODAY, months: 3, placed: [{ key: 'BUYER-3', place: 4, reason: 'ok' }] });
});

test('[RK79] what is written is read again, beside whatever else the address says, and the saved plan needs no words', () => {
  const tried = { planDate: '2026-12-01', months: 12, capacity: { low: 1.5, high: 3, per: 'week' as const }, placed: [{ key: 'BUYER-3', place: 0, reason: 'a~b & c' }] };
  const written = writeRankingAddress(new URLSearchParams('sheet=plan&months=1'), tried, TODAY, SAVED);
  expect(written.get('sheet')).toBe('plan');
  expect(readRankingAddress(written, TODAY, 'month', SAVED)).toEqual(tried);
  expect(writeRankingAddress(written, SAVED, TODAY, SAVED).toString()).toBe('sheet=plan');
});
