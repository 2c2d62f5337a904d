import fc from 'fast-check';
import { aClaim, conflictsOf, noteSentences, sentences } from './a-claim';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { detectThresholdConflicts } from '../../src/domain/conflict/detect-threshold-conflicts';
import type { Claim } from '../../src/domain/conflict/claim';
import { multipleWithin } from '../../src/domain/conflict/rules/multiple-within';

const range = (who: string, content: Partial<Claim>) => aClaim(who, { element: 'Order.total', facet: 'range', ...content });

test('[CF12] 250 against 250 is one conflict with a proof of two, found at once', () => {
  const claims = Array.from({ length: 500 }, (_, at) => aClaim(`${at % 2 === 0 ? 'CART' : 'RECS'}-${String(at)} must`, at % 2 === 0 ? { max: at } : { min: 1000 + at }));
  const before = process.cpuUsage();
  const conflicts = conflictsOf(claims);
  const { user } = process.cpuUsage(before);
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]).toMatchObject({ claims: 500 });
  expect(conflicts[0]?.core).toHaveLength(2);
  expect(user / 1000).toBeLessThan(1500);
});

test('[CF12] two clashes that share no claim are two conflicts', () => {
  const values = (who: string, oneOf: string[]) => aClaim(who, { facet: 'values', oneOf });
  const claims = [values('CART-1', ['1', '2']), values('RECS-1', ['3', '4']), values('MKT-1', ['1', '3']), values('OSTAT-1', ['2', '4'])];
  expect(conflictsOf(claims).map((conflict) => conflict.core)).toEqual(expect.arrayContaining([['1001/c1', '2001/c1'], ['3001/c1', '4001/c1']]));
  expect(conflictsOf(claims)).toHaveLength(2);
});

test('[CF19] rounding, minus zero, huge numbers and long decimals', () => {
  expect(conflictsOf([range('CART-1', { max: 0.3 }), range('RECS-1', { min: 0.1 + 0.2 })])).toEqual([]);
  expect(conflictsOf([range('CART-1', { max: -0 }), range('RECS-1', { min: 0 })])).toEqual([]);
  expect(conflictsOf([range('CART-1', { max: 0 }), range('RECS-1', { min: 0, exclusiveMin: true })])).toHaveLength(1);
  expect(conflictsOf([range('CART-1', { max: 1e308 }), range('RECS-1', { min: -1e308 })])).toEqual([]);
  expect(conflictsOf([range('CART-1', { max: -1e308 }), range('RECS-1', { min: 1e308 })])).toHaveLength(1);
  expect(conflictsOf([range('CART-1', { max: 3.141592653589793 }), range('RECS-1', { min: 3.1415926535 })])).toEqual([]);
  expect(conflictsOf([aClaim('CART-1', { facet: 'latency', max: 1, unit: 's' }), aClaim('RECS-1', { facet: 'latency', min: 1e308, unit: 'years' })])).toHaveLength(1);
  expect(sentences([range('CART-1', { max: 0.1 + 0.2 }), range('RECS-1', { min: 0.5 })])[0]).toContain('at most 0.3 (must, CART-1)');
});

test('[CF19] a claim that cannot hold by itself is a conflict of one', () => {
  expect(conflictsOf([range('CART-1', { min: 5, max: 3 })])).toMatchObject([{ claims: 1, core: ['1001/c1'], severity: 'blocking' }]);
});

test('[CF23] multiples within bounds, exactly; and facets that clash only together', () => {
  const step = (who: string, size: number) => aClaim(who, { element: 'Order.total', facet: 'step', step: size });
  expect(conflictsOf([step('CART-1', 6), step('RECS-1', 10), range('MKT-1', { min: 1, max: 30 })])).toEqual([]);
  expect(conflictsOf([step('CART-1', 6), step('RECS-1', 10), range('MKT-1', { min: 1, max: 29 })])).toMatchObject([{ code: 'STEP_CLASH', core: ['1001/c1', '2001/c1', '3001/c1'] }]);
  expect(conflictsOf([step('CART-1', 0.1), range('MKT-1', { min: 0.3, max: 0.3 })])).toEqual([]);
  const cross = [aClaim('CART-1', { facet: 'type', is: 'integer' }), aClaim('RECS-1', { facet: 'values', oneOf: ['red', 'blue'] })];
  expect(sentences(cross)).toEqual([
    'CROSS_FACET_CLASH BuyerProfile.paymentMethods: Shopping Cart asks for the type integer (must, CART-1), but Recommendations asks for one of red or blue (must, RECS-1). No value satisfies both.',
  ]);
  expect(conflictsOf([aClaim('CART-1', { facet: 'type', is: 'integer' }), aClaim('RECS-1', { facet: 'values', oneOf: ['1', 'blue'] })])).toEqual([]);
  expect(conflictsOf([aClaim('CART-1', { facet: 'type', is: 'integer' }), aClaim('RECS-1', { facet: 'range', min: 1.1, max: 1.9 })])).toHaveLength(1);
  expect(conflictsOf([aClaim('CART-1', { facet: 'pattern', pattern: '^\\d{5}$' }), aClaim('RECS-1', { facet: 'length', min: 6 })])).toHaveLength(1);
});

test('[CF22] types: a whole number is a number; names of databases are read; only null in common is a clash of its own kind', () => {
  const type = (who: string, ...oneOf: string[]) => aClaim(who, { facet: 'type', oneOf });
  expect(conflictsOf([type('CART-1', 'integer'), type('RECS-1', 'number')])).toEqual([]);
  expect(conflictsOf([type('CART-1', 'varchar'), type('RECS-1', 'string')])).toEqual([]);
  expect(conflictsOf([type('CART-1', 'date'), type('RECS-1', 'string')])).toHaveLength(1);
  expect(sentences([type('CART-1', 'integer', 'null'), type('RECS-1', 'string', 'null')])).toEqual([
    'TYPE_CLASH BuyerProfile.paymentMethods: Shopping Cart asks for the type integer or null (must, CART-1), but Recommendations asks for the type string or null (must, RECS-1). '
    + 'No type satisfies both. Only leaving it empty satisfies all. Smallest change: CART-1 from integer or null to string or null.',
  ]);
});

test('[CF22] presence, uniqueness, mutability, length, freshness', () => {
  const codes = (a: Partial<Claim>, b: Partial<Claim>) => conflictsOf([aClaim('CART-1', a), aClaim('RECS-1', b)]).map((conflict) => conflict.code);
  expect(codes({ facet: 'presence', is: 'required' }, { facet: 'presence', is: 'optional' })).toEqual(['PRESENCE_CLASH']);
  expect(codes({ facet: 'unique', unique: true }, { facet: 'unique', unique: false })).toEqual(['UNIQUE_CLASH']);
  expect(codes({ facet: 'mutability', is: 'append-only' }, { facet: 'mutability', is: 'Append-only' })).toEqual([]);
  expect(codes({ facet: 'mutability', is: 'append-only' }, { facet: 'mutability', is: 'mutable' })).toEqual(['MUTABILITY_CLASH']);
  expect(codes({ facet: 'length', max: 35 }, { facet: 'length', min: 40 })).toEqual(['LENGTH_DISJOINT']);
  expect(codes({ facet: 'freshness', max: 5, unit: 'min' }, { facet: 'freshness', min: 1, unit: 'h' })).toEqual(['FRESHNESS_CLASH']);
});

test('[CF17] patterns: proved, or said to be unknown', () => {
  const pattern = (who: string, text: string) => aClaim(who, { element: 'Address.zip', facet: 'pattern', pattern: text });
  expect(conflictsOf([pattern('CART-1', '^[0-9]+$'), pattern('RECS-1', '^[A-Z]')])).toMatchObject([{ code: 'PATTERN_CLASH' }]);
  expect(conflictsOf([pattern('CART-1', '^a'), pattern('RECS-1', 'b$')])).toEqual([]);
  expect(noteSentences([pattern('CART-1', '^(?!foo)'), pattern('RECS-1', '^foo')], 'NOT_CHECKED')).toEqual([
    'NOT_CHECKED Address.zip: not known: whether one text can match all patterns: they are too many, too long or use what automata cannot express.',
  ]);
  expect(noteSentences([pattern('CART-1', '^(a+)+$'), pattern('RECS-1', '^(([a-z])+.)+[a-z]([a-z])+$'), pattern('MKT-1', '(')], 'NOT_CHECKED')).toHaveLength(1);
});

test('[CF104] a pattern that nobody can express takes no proof away, however many there are', () => {
  const pattern = (who: string, text: string, more: Partial<Claim> = {}) => aClaim(who, { element: 'Address.zip', facet: 'pattern', pattern: text, ...more });
  const pair = [pattern('CART-1', '^[0-9]+$'), pattern('RECS-1', '^[A-Z]+$')];
  expect(conflictsOf([...pair, pattern('MKT-1', '(.)\\1', { when: { journey: ['deals'] } })])).toMatchObject([{ code: 'PATTERN_CLASH', claims: 2, core: ['1001/c1', '2001/c1'] }]);
  const many = Array.from({ length: 15 }, (_, at) => pattern(`MKT-${String(at)}`, `^.{0,${String(20 + at)}}$`));
  expect(conflictsOf([...many, ...pair])).toMatchObject([{ claims: 2, core: ['1001/c1', '2001/c1'] }]);
});

test('[CF18] formats known to exclude each other clash; others are said to be unknown', () => {
  const format = (who: string, is: string) => aClaim(who, { element: 'Buyer.contact', facet: 'format', is });
  expect(conflictsOf([format('CART-1', 'date'), format('RECS-1', 'date-time')])).toMatchObject([{ code: 'FORMAT_CLASH' }]);
  expect(conflictsOf([format('CART-1', 'email'), format('RECS-1', 'idn-email')])).toEqual([]);
  expect(noteSentences([format('CART-1', 'hostname'), format('RECS-1', 'uuid')], 'NOT_CHECKED')).toEqual(['NOT_CHECKED Buyer.contact: not known: whether one text can have the formats hostname and uuid.']);
});

test('[CF21] fifty values in a condition cost no more than one; too many overlaps are said to be unknown', () => {
  const many = Array.from({ length: 50 }, (_, at) => `market-${String(at)}`);
  const values = (who: string, oneOf: string[], from: number) => aClaim(who, { facet: 'values', oneOf, when: { market: many.slice(from, from + 25), journey: many.slice(0, 10 + from) } });
  expect(conflictsOf([values('CART-1', ['a', 'b'], 0), values('RECS-1', ['b', 'c'], 10), values('MKT-1', ['a', 'c'], 20)])).toHaveLength(1);
});

test('[CF21] [CF103] claims that apply everywhere, and any two that meet, clash beside any number of conditions; that more may clash is said', () => {
  const names = (name: string, from: number, most: number) => Array.from({ length: most }, (_, at) => `${name}-${String((from + at) % 50)}`);
  const scattered = (count: number, dimensions: readonly string[]) => Array.from({ length: count }, (_, at) => aClaim(`MKT-${String(at)} wish`, {
    min: 1, max: 9, when: Object.fromEntries(dimensions.map((name, dimension) => [name, names(name, at * (7 + dimension * 4), 24 + ((at * (dimension + 3)) % 17))])),
  }));
  const wild = scattered(100, ['a', 'b', 'c']);
  const plain = [aClaim('CART-1 must', { max: 1 }), aClaim('RECS-1 must', { min: 5 })];
  const noted = (claims: readonly Claim[]) => detectConflicts(claims).notes.filter((note) => note.code === 'NOT_CHECKED').length;
  expect(noted(wild)).toBe(0);
  expect(conflictsOf([...plain, ...wild])[0]).toMatchObject({ severity: 'blocking', core: ['1001/c1', '2001/c1'] });
  expect(noted([...plain, ...wild])).toBe(1);
  const [one, other] = [aClaim('CART-1 must', { max: 1, when: { a: ['a-1'], b: ['b-1'], c: ['c-1'] } }), aClaim('RECS-1 must', { min: 5, when: { a: ['a-1'], b: ['b-1'], c: ['c-1', 'c-2'] } })];
  const [conflict] = conflictsOf([one, other, ...wild]);
  expect(conflict).toMatchObject({ severity: 'blocking', core: ['1001/c1', '2001/c1'], when: { a: ['a-1'], b: ['b-1'], c: ['c-1'] } });
});

test('[CF25] the id of a conflict is the same whoever else joins, and other at another place', () => {
  const pair = [aClaim('CART-1', { max: 1 }), aClaim('RECS-1', { min: 2 })];
  const [first] = conflictsOf(pair);
  expect(conflictsOf([...pair, aClaim('MKT-1', { min: 4 })])[0]?.id).toBe(first?.id);
  expect(conflictsOf(pair.map((claim) => ({ ...claim, element: 'Other.field' })))[0]?.id).not.toBe(first?.id);
  expect(first?.id).toMatch(/^[0-9a-f]{16}$/);
});

test('[CF26] alternatives are taken together with everything else inside the entity', () => {
  const shape = aClaim('CART-1', { element: 'Buyer', facet: 'shape', schema: JSON.stringify({ anyOf: [{ required: ['email'] }, { required: ['phone'] }] }) });
  const forbidden = (field: string, who: string) => aClaim(who, { element: `Buyer.${field}`, facet: 'presence', is: 'forbidden' });
  expect(conflictsOf([shape, forbidden('email', 'LEGAL-1')])).toEqual([]);
  expect(sentences([shape, forbidden('email', 'LEGAL-1'), forbidden('phone', 'RECS-1')])).toEqual([
    'CROSS_FACET_CLASH Buyer: Shopping Cart asks for the shape {"anyOf":[{"required":["email"]},{"required":["phone"]}]} (must, CART-1), '
    + 'but Recommendations asks for Buyer.phone to be left out (must, RECS-1), and Legal Compliance asks for Buyer.email to be left out (must, LEGAL-1). No value satisfies all.',
  ]);
});

test('[CF24] thresholds on one scale that pull apart', () => {
  const threshold = (who: string, better: 'lower' | 'higher', journey: string) => {
    const { ticket, team, status, grade } = aClaim(who);
    return { ticket, team, status, grade, threshold: { id: 't1', scale: 'Number of required fields', better, when: { journey: [journey] } } };
  };
  const opposed = detectThresholdConflicts([threshold('CART-1', 'lower', 'checkout'), threshold('RECS-1', 'higher', 'checkout')]);
  expect(opposed).toMatchObject([{ code: 'THRESHOLD_OPPOSED', severity: 'negotiable', at: { element: 'number of required fields' } }]);
  expect(detectThresholdConflicts([threshold('CART-1', 'lower', 'checkout'), threshold('RECS-1', 'higher', 'deals')])).toEqual([]);
});

test('[CF23] decimal steps and bounds are compared as they are written, whether they have few digits or many', () => {
  const decimals = (most: number) => fc.integer({ min: 1, max: most });
  fc.assert(fc.property(decimals(400), decimals(400), decimals(2_000), decimals(300), fc.boolean(), fc.boolean(), fc.constantFrom(1, 10, 1_000, 1e9), (a, b, from, width, lowOpen, highOpen, scale) => {
    const isIn = (value: number) => value % a === 0 && value % b === 0 && (lowOpen ? value > from : value >= from) && (highOpen ? value < from + width : value <= from + width);
    const expected = Array.from({ length: width + 1 }, (_, at) => from + at).some(isIn) ? 'yes' : 'no';
    expect(multipleWithin([a / scale, b / scale], { low: from / scale, high: (from + width) / scale, lowOpen, highOpen })).toBe(expected);
  }), { numRuns: 500 });
});
