import { toCandidate } from '../../src/domain/ranking/candidate';
import { HORIZON_MONTHS, lacksParameters, monthsBetween, timesEarned, WEEKS_A_MONTH } from '../../src/domain/ranking/worth-over-time';

test('[RK10] steady falls in a line; once counts until the horizon', () => {
  expect(timesEarned({ per: 'month', shape: 'steady' }, 0)).toBe(12);
  expect(timesEarned({ per: 'month', shape: 'steady' }, 3)).toBe(9);
  expect(timesEarned({ per: 'month', shape: 'steady' }, 13)).toBe(0);
  expect(timesEarned({ per: 'once', shape: 'steady' }, HORIZON_MONTHS)).toBe(1);
  expect(timesEarned({ per: 'once', shape: 'steady' }, 12.1)).toBe(0);
});

test('[RK11] nothing after the deadline', () => {
  expect(timesEarned({ per: 'month', shape: 'deadline', neededBy: 2 }, 2)).toBe(10);
  expect(timesEarned({ per: 'month', shape: 'deadline', neededBy: 2 }, 2.01)).toBe(0);
});

test('[RK12] a season counts what is left of it', () => {
  const season = { per: 'month', shape: 'season', from: 1, until: 3 } as const;
  expect(timesEarned(season, 0)).toBe(2);
  expect(timesEarned(season, 2)).toBe(1);
  expect(timesEarned(season, 4)).toBe(0);
  expect(timesEarned({ ...season, per: 'once' }, 2)).toBe(0.5);
});

test('[RK13] fading is the integral of a halving amount', () => {
  const fading = { per: 'month', shape: 'fading', halfLifeMonths: 6 } as const;
  let sum = 0;
  for (let at = 1; at < HORIZON_MONTHS; at += 0.001) sum += 2 ** (-at / 6) * 0.001;
  expect(timesEarned(fading, 1)).toBeCloseTo(sum, 2);
  expect(timesEarned({ ...fading, per: 'once' }, 6)).toBe(0.5);
});

test('[RK14] a shape without its parameters is steady, and says so', () => {
  expect(lacksParameters({ per: 'month', shape: 'season', from: 3, until: 3 })).toBe(true);
  expect(timesEarned({ per: 'month', shape: 'fading' }, 2)).toBe(10);
  expect(lacksParameters({ per: 'month', shape: 'deadline', neededBy: 1 })).toBe(false);
});

const basis = { planDate: '2026-12-01' };
const usd = { currency: 'USD' };
const worth = { low: 6, high: 10, currency: 'USD', per: 'month' } as const;
const context = { team: 'cart', effort: { low: 4, high: 9 }, value: { metric: 'conversion', worth } };

test('[RK15] units of time and money are turned into one', () => {
  const monthly = toCandidate({ id: '1', key: 'B-1', context }, usd, basis);
  const weekly = toCandidate({ id: '1', key: 'B-1', context: { ...context, value: { worth: { ...worth, per: 'week' } } } }, usd, basis);
  const euros = toCandidate({ id: '1', key: 'B-1', context: { ...context, value: { worth: { ...worth, currency: 'EUR' } } } }, { ...usd, rates: { EUR: 2 } }, basis);
  const noRate = toCandidate({ id: '1', key: 'B-1', context: { ...context, value: { worth: { ...worth, currency: 'EUR' } } } }, usd, basis);
  if (monthly.kind !== 'comparable' || weekly.kind !== 'comparable' || euros.kind !== 'comparable') throw new Error('not comparable');
  expect(monthly.worth.mean).toBeCloseTo(7.840, 3);
  expect(weekly.worth.mean / monthly.worth.mean).toBeCloseTo(WEEKS_A_MONTH, 6);
  expect(euros.worth.mean / monthly.worth.mean).toBeCloseTo(2, 9);
  expect(noRate).toMatchObject({ kind: 'not-comparable', why: 'no-rate' });
  expect(monthsBetween('2026-12-01', '2027-12-01')).toBeCloseTo(12, 1);
});

test('[RK16] what cannot be compared says why', () => {
  const why = (value: object | undefined, effort: object | undefined = context.effort) => {
    const candidate = toCandidate({ id: '1', key: 'B-1', context: { team: 'cart', ...(value && { value }), ...(effort && { effort }) } as never }, usd, basis);
    return candidate.kind === 'not-comparable' ? candidate.why : 'comparable';
  };
  expect(why({ unknown: true })).toBe('not-known-yet');
  expect(why({ notMoney: { reason: 'law' } })).toBe('not-money');
  expect(why(undefined)).toBe('no-worth');
  expect(why({ worth: { ...worth, low: 0 } })).toBe('low-is-zero');
  expect(toCandidate({ id: '1', key: 'B-1', context: { team: 'cart', value: { worth } } }, usd, basis)).toMatchObject({ why: 'no-effort' });
});
