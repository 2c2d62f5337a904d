import { aClaim, conflictsOf, noteSentences, sentences } from './a-claim';
import type { Claim } from '../../src/domain/conflict/claim';
import { secondsOfMonths, unitScale } from '../../src/domain/conflict/units';

const together = (a: Partial<Claim>, b: Partial<Claim>) => conflictsOf([aClaim('CART-1', a), aClaim('RECS-1', b)]).map((conflict) => conflict.code);
const unknown = (a: Partial<Claim>, b: Partial<Claim>) => noteSentences([aClaim('CART-1', a), aClaim('RECS-1', b)], 'NOT_CHECKED');

test('[CF105] a year is twelve months; against days only what is certain in every calendar clashes', () => {
  const keep = (min: number, unit: string): Partial<Claim> => ({ facet: 'retention', min, unit });
  const erase = (max: number, unit: string): Partial<Claim> => ({ facet: 'retention', max, unit });
  const certain = ['RETENTION_CLASH'];
  expect(together(keep(1, 'year'), erase(12, 'months'))).toEqual([]);
  expect(together(keep(1, 'year'), erase(11, 'months'))).toEqual(certain);
  expect(together(keep(4, 'quarters'), erase(1, 'y'))).toEqual([]);
  expect(together(keep(1, 'year'), erase(365, 'days'))).toEqual([]);
  expect(together(keep(1, 'year'), erase(364, 'days'))).toEqual(certain);
  expect(together(keep(3, 'months'), erase(90, 'days'))).toEqual([]);
  expect(together(keep(3, 'months'), erase(88, 'days'))).toEqual(certain);
  expect(together(keep(92, 'days'), erase(3, 'months'))).toEqual([]);
  expect(together(keep(94, 'days'), erase(3, 'months'))).toEqual(certain);
  expect(conflictsOf([aClaim('CART-1', keep(1, 'year')), aClaim('MKT-1', keep(365.1, 'days')), aClaim('RECS-1', erase(365, 'days'))])).toMatchObject([{ claims: 2 }]);
  expect(secondsOfMonths(1)).toEqual({ least: 28 * 86_400, most: 31 * 86_400 });
});

test('[CF105] what people write for seconds, weeks and microseconds is read; letters that could mean anything are not', () => {
  const inSeconds = (unit: string) => { const { kind, toBase } = unitScale(unit); return kind === 's' ? Number(toBase(1).toPrecision(6)) : kind; };
  expect(['s', 'S', 'ms', 'Ms', 'us', 'µs', 'w', 'd', 'h'].map(inSeconds)).toEqual([1, 1, 0.001, 0.001, 0.000001, 0.000001, 604_800, 86_400, 3600]);
  expect(['M', 'D', 'x'].map((unit) => unitScale(unit).known)).toEqual([false, false, false]);
});

test('[CF106] whole numbers differ in the last digit, and the sentence says so', () => {
  const range = (who: string, content: Partial<Claim>) => aClaim(who, { facet: 'range', ...content });
  expect(sentences([range('CART-1', { max: 1_700_000_000_000 }), range('RECS-1', { min: 1_700_000_000_001 })])[0])
    .toContain('Shopping Cart asks for at most 1700000000000 (must, CART-1), but Recommendations asks for at least 1700000000001 (must, RECS-1)');
  expect(conflictsOf([range('CART-1', { max: 1_700_000_000_000, unit: 'ms' }), range('RECS-1', { min: 1_700_000_000.001, unit: 's' })])).toHaveLength(1);
  expect(conflictsOf([range('CART-1', { max: 0.3, unit: 's' }), range('RECS-1', { min: 300, unit: 'ms' })])).toEqual([]);
});

test('[CF107] types and values meet bounds in the unit these are written in', () => {
  const ms = { facet: 'range' as const, unit: 'ms' };
  expect(together({ ...ms, min: 100, max: 900 }, { facet: 'type', is: 'integer' })).toEqual([]);
  expect(together({ ...ms, max: 900 }, { facet: 'values', oneOf: ['500'] })).toEqual([]);
  expect(together({ ...ms, max: 900 }, { facet: 'values', oneOf: ['950'] })).toEqual(['CROSS_FACET_CLASH']);
  expect(together({ facet: 'range', min: 0.2, max: 0.8, unit: 's' }, { facet: 'type', is: 'integer' })).toEqual(['CROSS_FACET_CLASH']);
  expect(together({ ...ms, max: 900 }, { facet: 'shape', schema: '{"minimum":5}' })).toEqual([]);
});

test('[CF108] formats against patterns, lengths and values: proved, or said to be unknown', () => {
  const date = { facet: 'format' as const, is: 'date' };
  expect(together(date, { facet: 'pattern', pattern: '^[A-Z]+$' })).toEqual(['CROSS_FACET_CLASH']);
  expect(together(date, { facet: 'length', max: 5 })).toEqual(['CROSS_FACET_CLASH']);
  expect(together(date, { facet: 'values', oneOf: ['red'] })).toEqual(['CROSS_FACET_CLASH']);
  expect(together(date, { facet: 'values', oneOf: ['2026-12-24', 'red'] })).toEqual([]);
  expect(together({ facet: 'pattern', pattern: '^\\d{5}$' }, { facet: 'length', min: 501 })).toEqual(['CROSS_FACET_CLASH']);
  expect(unknown(date, { facet: 'length', min: 10, max: 60 })).toEqual([]);
  expect(unknown(date, { facet: 'pattern', pattern: '^20' })).toEqual(['NOT_CHECKED BuyerProfile.paymentMethods: not known: whether one text can have the format date and text that matches ^20.']);
  expect(unknown({ facet: 'format', is: 'order-number' }, { facet: 'length', max: 5 })).toHaveLength(1);
  expect(together({ facet: 'format', is: 'int32' }, { facet: 'type', is: 'integer' })).toEqual([]);
  expect(together(date, { facet: 'type', is: 'integer' })).toEqual(['CROSS_FACET_CLASH']);
  for (const is of ['ipv6', 'uuid', 'email']) expect(together({ facet: 'format', is }, { facet: 'format', is: 'uri' })).toEqual([]);
});

test('[CF109] what can be changed and erased can be changed', () => {
  const may = (is: string): Partial<Claim> => ({ facet: 'mutability', is });
  expect(together(may('changeable'), may('erasable'))).toEqual([]);
  expect(together(may('unchanged'), may('erasable'))).toEqual(['MUTABILITY_CLASH']);
  expect(together(may('append-only'), may('changeable'))).toEqual(['MUTABILITY_CLASH']);
});
