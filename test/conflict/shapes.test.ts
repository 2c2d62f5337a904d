import fc from 'fast-check';
import { aClaim, conflictsOf, noteSentences, sentences } from './a-claim';
import type { Claim } from '../../src/domain/conflict/claim';
import { claimsFromJsonSchema } from '../../src/domain/model/claims-from-json-schema';

const FIELDS = Array.from({ length: 100 }, (_, at) => `f${String(at)}`);
const fields = (type: string, names = FIELDS) => Object.fromEntries(names.map((name) => [name, type === 'string' ? { type, maxLength: 20 } : { type }]));

/** What two teams ask, each as a schema. */
function asked(cart: object, recs: object): Claim[] {
  const by = { model: 'm', element: 'Root', level: 'must', grade: 'bronze' } as const;
  return [
    ...claimsFromJsonSchema({ type: 'object', ...cart }, { ...by, ticket: { id: 1001, key: 'CART-1' }, team: 'cart' }).claims,
    ...claimsFromJsonSchema({ type: 'object', ...recs }, { ...by, ticket: { id: 2001, key: 'RECS-1' }, team: 'recs' }).claims,
  ];
}

function timed<T>(work: () => T): { readonly found: T; readonly ms: number } {
  const start = performance.now();
  const found = work();
  return { found, ms: performance.now() - start };
}

const either = { anyOf: [{ required: ['x'] }, { required: ['y'] }] };
const neither = { x: false, y: false };

test('[CF128] two schemas of 100 fields whose alternatives clash are told apart in well under a second', () => {
  const { found, ms } = timed(() => sentences(asked({ properties: fields('string'), ...either }, { properties: { ...fields('string'), ...neither } })));
  expect(found).toEqual([
    'CROSS_FACET_CLASH Root: Shopping Cart asks for the shape {"anyOf":[{"required":["x"]},{"required":["y"]}]} (must, CART-1), but Recommendations asks for Root.x and Root.y to be left out (must, RECS-1). '
    + 'No value satisfies all.',
  ]);
  expect(ms).toBeLessThan(1_000);
});

test('[CF128] the shapes that clash are found beside a hundred fields that clash, too', () => {
  const cart = { properties: fields('string'), required: FIELDS, ...either };
  const { found, ms } = timed(() => conflictsOf(asked(cart, { properties: { ...fields('integer'), ...neither } })));
  expect(found.filter(({ code }) => code === 'TYPE_CLASH')).toHaveLength(100);
  expect(found.filter(({ facet }) => facet === 'shape').map(({ claims, core }) => [claims, core.length])).toEqual([[3, 3]]);
  const { found: fine } = timed(() => conflictsOf(asked(cart, { properties: fields('integer') })));
  expect(fine.filter(({ facet }) => facet === 'shape')).toEqual([]);
  expect(ms).toBeLessThan(10_000);
});

test('[CF128] a shape that clashes with one side of a clash or the other is found on each', () => {
  const claims = [
    aClaim('CART-1 must', { element: 'Root.a', facet: 'presence', is: 'required' }), aClaim('CART-2 must', { element: 'Root.a', facet: 'values', oneOf: ['red'] }),
    aClaim('RECS-2 must', { element: 'Root.a', facet: 'values', oneOf: ['blue'] }),
  ];
  const shape = (colour: string) => aClaim('MKT-1 must', { element: 'Root', facet: 'shape', schema: JSON.stringify({ anyOf: [{ properties: { a: { const: colour } } }, { required: ['a'], properties: { a: { const: 'green' } } }] }) });
  for (const [colour, other] of [['red', 'RECS-2'], ['blue', 'CART-2']] as const) {
    const found = conflictsOf([...claims, shape(colour)]).filter(({ facet }) => facet === 'shape');
    expect(found.flatMap(({ sides }) => sides.flatMap(({ who }) => who.map(({ ticket }) => ticket.key))).sort()).toEqual(['CART-1', 'MKT-1', other].sort());
  }
});

test('[CF128] a core of a hundred is found, and with more cores than can be looked at that is said', () => {
  const names = FIELDS.slice(0, 90);
  const one = asked({ anyOf: names.map((name) => ({ required: [name] })) }, { properties: Object.fromEntries(names.map((name) => [name, false])) });
  const { found, ms } = timed(() => conflictsOf(one));
  expect(found.map(({ claims, core }) => [claims, core.length])).toEqual([[91, 91]]);
  expect(noteSentences(one, 'NOT_CHECKED')).toEqual([]);
  expect(ms).toBeLessThan(10_000);
  const many = [
    aClaim('CART-1 must', { element: 'Root', facet: 'shape', schema: '{"maxProperties":6}' }),
    ...FIELDS.slice(0, 14).map((name, at) => aClaim('RECS-1 must', { id: `c${String(at)}`, element: `Root.${name}`, facet: 'presence', is: 'required' })),
  ];
  const [conflict] = conflictsOf(many);
  expect(conflict).toMatchObject({ code: 'CROSS_FACET_CLASH', claims: 15 });
  expect(conflict?.core).toHaveLength(8);
  expect(noteSentences(many, 'NOT_CHECKED')).toEqual(['NOT_CHECKED Root: not known: whether more clashes, and whether all of what is named has a part in it: the shapes leave too many possibilities.']);
});

const NAMES = ['a', 'b', 'c'];
const OBJECTS = NAMES.reduce<readonly string[][]>((all, name) => [...all, ...all.map((one) => [...one, name])], [[]]);
const SHAPES: Readonly<Record<string, (has: readonly string[]) => boolean>> = {
  '{"anyOf":[{"required":["a"]},{"required":["b"]}]}': (has) => has.includes('a') || has.includes('b'),
  '{"oneOf":[{"required":["a"]},{"required":["c"]}]}': (has) => has.includes('a') !== has.includes('c'),
  '{"not":{"required":["b","c"]}}': (has) => !has.includes('b') || !has.includes('c'),
  '{"maxProperties":1}': (has) => has.length <= 1,
  '{"dependentRequired":{"a":["b"]}}': (has) => !has.includes('a') || has.includes('b'),
};
const aPart = fc.oneof(
  fc.constantFrom(...Object.keys(SHAPES)).map((schema): Partial<Claim> => ({ element: 'Root', facet: 'shape', schema })),
  fc.record({ element: fc.constantFrom(...NAMES).map((name) => `Root.${name}`), is: fc.constantFrom('required', 'forbidden') }).map((content): Partial<Claim> => ({ facet: 'presence', ...content })),
);

function holds(claims: readonly Claim[]): boolean {
  return OBJECTS.some((has) => claims.every(({ facet, schema = '', element, is }) => (facet === 'shape' ? SHAPES[schema]?.(has) : has.includes(element.slice('Root.'.length)) === (is === 'required'))));
}

function brutely(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const subsets = claims.reduce<readonly (readonly Claim[])[]>((all, claim) => [...all, ...all.map((one) => [...one, claim])], [[]]);
  return subsets.filter((some) => !holds(some) && some.every((claim) => holds(some.filter((other) => other !== claim))) && some.some(({ facet }) => facet === 'shape'));
}

test('[CF128] who is in a core with a shape takes part, and nobody else: as trying every subset and every value finds', () => {
  fc.assert(fc.property(fc.array(aPart, { maxLength: 7 }), (parts) => {
    const claims = [aClaim('BUYER-1 wish', { id: 'type', element: 'Root', facet: 'type', is: 'object' }), ...parts.map((content, at) => aClaim(`RECS-${String(at)} must`, content))];
    const presences = new Set(parts.map(({ element, is }) => `${element ?? ''} ${is ?? ''}`));
    fc.pre(NAMES.every((name) => !presences.has(`Root.${name} required`) || !presences.has(`Root.${name} forbidden`)));
    const found = conflictsOf(claims).filter(({ facet }) => facet === 'shape');
    const expected = brutely(claims.slice(1));
    const keys = (all: readonly (readonly Claim[])[]) => [...new Set(all.flat().map(({ ticket }) => ticket.key))].sort();
    const named = [...new Set(found.flatMap(({ sides }) => sides.flatMap(({ who }) => who.map(({ ticket }) => ticket.key))))].filter((key) => key !== 'BUYER-1').sort();
    expect(named).toEqual(keys(expected));
    for (const { core } of found) expect(expected.map((one) => one.length)).toContain(core.filter((key) => !key.endsWith('/type')).length);
  }), { numRuns: 300 });
});

const list = (who: string, content: Partial<Claim>) => aClaim(who, { element: 'Root.tags', ...content });
const unique = list('CART-1 must', { facet: 'unique', unique: true });
const three = list('RECS-1 must', { facet: 'count', min: 3 });
const items = (content: Partial<Claim>, who = 'MKT-1 must') => list(who, { element: 'Root.tags[]', ...content });

test('[CF129] a list without duplicates cannot be longer than there are different values for its items', () => {
  expect(sentences([unique, three, items({ facet: 'values', oneOf: ['a', 'b'] })])).toEqual([
    'CROSS_FACET_CLASH Root.tags: Shopping Cart asks for no duplicates (must, CART-1) and Recommendations asks for a count of at least 3 (must, RECS-1), but Marketing asks for one of a or b for each item (must, MKT-1). No value satisfies all.',
  ]);
  expect(sentences([unique, three, items({ facet: 'type', is: 'boolean' })])).toEqual([
    'CROSS_FACET_CLASH Root.tags: Shopping Cart asks for no duplicates (must, CART-1) and Recommendations asks for a count of at least 3 (must, RECS-1), but Marketing asks for the type boolean for each item (must, MKT-1). No value satisfies all.',
  ]);
  const [schema] = conflictsOf(asked({ required: ['t'], properties: { t: { type: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true } } }, { properties: { t: { type: 'array', minItems: 3 } } }));
  expect(schema).toMatchObject({ code: 'CROSS_FACET_CLASH', at: { element: 'Root.t' }, unlessLeftOut: false });
});

test.each<[string, Claim[]]>([
  ['there are enough values', [unique, three, items({ facet: 'values', oneOf: ['a', 'b', 'c'] })]],
  ['duplicates are possible', [{ ...unique, unique: false }, three, items({ facet: 'values', oneOf: ['a', 'b'] })]],
  ['two are enough', [unique, { ...three, min: 2 }, items({ facet: 'type', oneOf: ['boolean', 'null'] })]],
  ['true, false and nothing are three', [unique, three, items({ facet: 'type', oneOf: ['boolean', 'null'] })]],
  ['any text will do', [unique, three, items({ facet: 'type', is: 'string' })]],
  ['a number may be meant as a text', [unique, three, items({ facet: 'values', oneOf: ['1', '2'] })]],
])('[CF129] no clash: %s', (_name, claims) => expect(conflictsOf(claims)).toEqual([]));

test('[CF129] what other requirements exclude is no value any more', () => {
  const some = items({ facet: 'values', oneOf: ['red', 'green', 'blue'] });
  const clash = conflictsOf([unique, three, some, items({ facet: 'length', max: 4 }, 'OSTAT-1 must')]);
  expect(clash.map(({ core }) => core.length)).toEqual([4]);
});

test('[CF130] a sentence about several elements says of each part where it is; fields that are left out are told together', () => {
  const claims = asked(
    { properties: { kind: { enum: ['card'] }, price: { type: 'number' } }, required: ['kind'] },
    { anyOf: [{ properties: { kind: { const: 'cash' } } }, { required: ['iban'], properties: { iban: { const: 'none' } } }], properties: { iban: { type: 'string', minLength: 5 } } },
  );
  expect(sentences(claims).filter((sentence) => sentence.includes('the shape'))).toEqual([
    expect.stringMatching(/^CROSS_FACET_CLASH Root: Recommendations asks for the shape \{"anyOf".*\(must, RECS-1\), but /),
  ]);
  const [sentence = ''] = sentences(claims).filter((one) => one.includes('the shape'));
  for (const words of ['Root.kind to be filled in', 'the value "card" for Root.kind', 'a length of at least 5 for Root.iban']) expect(sentence).toContain(words);
});

test('[CF130] a change of a choice reads from one state to another, and what is built has it so', () => {
  const optional = aClaim('BUYER-2 must', { facet: 'presence', is: 'forbidden', status: 'in force' });
  const required = aClaim('RECS-1 goal', { facet: 'presence', is: 'required' });
  expect(sentences([optional, required])).toEqual([
    'PRESENCE_CLASH BuyerProfile.paymentMethods: Recommendations asks for it to be filled in (goal, RECS-1), but Buyer Platform has it left out, already built (BUYER-2). '
    + 'No rule about filling it in satisfies both. Smallest change: RECS-1 from filled in to left out.',
  ]);
  expect(sentences([aClaim('CART-1 must', { facet: 'unique', unique: true }), aClaim('RECS-1 goal', { facet: 'unique', unique: false })])[0]).toContain('Smallest change: RECS-1 from duplicates to no duplicates.');
});
