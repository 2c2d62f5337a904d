import { canAllHold, detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { claimsFromJsonSchema } from '../../src/domain/model/claims-from-json-schema';

const origin = { ticket: { id: 14, key: 'CART-14' }, team: 'cart', model: 'buyer-profile', level: 'must', element: 'Buyer', when: { journey: ['checkout'] } } as const;
const common = { model: 'buyer-profile', level: 'must', team: 'cart', ticket: origin.ticket, status: 'proposed', grade: 'none', when: origin.when };

function said(schema: unknown): string[] {
  return claimsFromJsonSchema(schema, origin).claims.map((claim) => {
    const content = Object.entries(claim).filter(([name]) => !Object.hasOwn(common, name) && !['id', 'element', 'facet'].includes(name));
    return `${claim.element} ${claim.facet} ${JSON.stringify(Object.fromEntries(content))}`;
  });
}

test('[JS1] each keyword that one facet can say becomes a claim of that facet, at its element, with the origin\'s level and condition', () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Buyer', type: 'object', required: ['id'], additionalProperties: false,
    properties: {
      id: { type: 'string', minLength: 1, maxLength: 36, pattern: '^[a-z]+$', format: 'uuid' },
      age: { type: ['integer', 'null'], minimum: 18, exclusiveMaximum: 150, multipleOf: 1 },
      tags: { type: 'array', items: { enum: ['a', 1, null] }, minItems: 1, maxItems: 5, uniqueItems: true },
      legacy: false, 'odd.name': { const: { b: 1, a: -0 } }, kind: { not: { const: 'x' } },
    },
  };
  expect(said(schema)).toEqual([
    'Buyer type {"is":"object"}', 'Buyer.id presence {"is":"required"}', 'Buyer.id type {"is":"string"}', 'Buyer.id length {"min":1,"max":36}',
    'Buyer.id pattern {"pattern":"^[a-z]+$"}', 'Buyer.id format {"is":"uuid"}', 'Buyer.age type {"oneOf":["integer","null"]}', 'Buyer.age range {"min":18}',
    'Buyer.age range {"max":150,"exclusiveMax":true}', 'Buyer.age step {"step":1}', 'Buyer.tags type {"is":"array"}', 'Buyer.tags count {"min":1,"max":5}',
    'Buyer.tags unique {"unique":true}', 'Buyer.tags[] values {"oneOf":["\\"a\\"","1","null"],"json":true}', 'Buyer.legacy presence {"is":"forbidden"}',
    'Buyer["odd.name"] values {"oneOf":["{\\"a\\":0,\\"b\\":1}"],"json":true}', 'Buyer.kind values {"noneOf":["\\"x\\""],"json":true}',
    'Buyer.* presence {"except":["id","age","tags","legacy","odd.name","kind"],"is":"forbidden"}',
  ]);
  expect(claimsFromJsonSchema(schema, origin).notUnderstood).toEqual([]);
  expect(claimsFromJsonSchema(schema, origin).claims[0]).toEqual({ ...common, id: 's1', element: 'Buyer', facet: 'type', is: 'object' });
});

test('[JS2] alternatives, negations, dependencies and positions become shapes', () => {
  expect(said({ anyOf: [{ required: ['email'] }, { required: ['phone'] }] })).toEqual(['Buyer shape {"schema":"{\\"anyOf\\":[{\\"required\\":[\\"email\\"]},{\\"required\\":[\\"phone\\"]}]}"}']);
  for (const schema of [{ oneOf: [{ type: 'string' }] }, { not: { type: 'string' } }, { if: { type: 'string' }, then: false }, { type: 'array', contains: { const: 1 } }, { type: 'array', prefixItems: [true] },
    { type: 'object', patternProperties: { '^x': true } }, { type: 'object', dependentRequired: { a: ['b'] } }, { type: ['string', 'number'], minimum: 3 }, false]) {
    expect(said(schema).filter((text) => text.startsWith('Buyer shape'))).toHaveLength(1);
  }
});

test('[JS3] what is not understood stands with its pointer, and nothing else is lost', () => {
  const schema = {
    type: 'object', unevaluatedProperties: false, frobnicate: 1,
    properties: { 'a/b': { $ref: 'https://example.org/other.json' }, c: { minimum: '5', maximum: 7, pattern: '(' }, d: { $ref: '#/$defs/none' }, e: 3 },
  };
  const { notUnderstood } = claimsFromJsonSchema(schema, origin);
  expect(notUnderstood.map(({ pointer, why }) => `${pointer}: ${why}`)).toEqual([
    '/unevaluatedProperties: unevaluatedProperties is a keyword that the checker does not understand',
    '/frobnicate: frobnicate is a keyword that the checker does not understand',
    '/properties/a~1b/$ref: "https://example.org/other.json" is outside this schema; nothing is fetched',
    '/properties/c/minimum: expected a number, got "5"',
    '/properties/c/pattern: expected a regular expression, got "("',
    '/properties/d/$ref: "#/$defs/none" points to nothing in this schema',
    '/properties/e: expected a schema: an object, true or false',
  ]);
  expect(said(schema)).toEqual(['Buyer type {"is":"object"}', 'Buyer.c range {"max":7}']);
  for (const nothing of [null, 'text', [], 7]) expect(claimsFromJsonSchema(nothing, origin)).toEqual({ claims: [], notUnderstood: [{ pointer: '', why: 'expected a schema: an object, true or false' }] });
});

test('[JS4] older drafts read the same', () => {
  expect(said({ type: 'number', minimum: 3, exclusiveMinimum: true })).toEqual(['Buyer type {"is":"number"}', 'Buyer range {"min":3,"exclusiveMin":true}']);
  expect(said({ type: 'array', items: [{ type: 'string' }], additionalItems: false })).toEqual(said({ type: 'array', prefixItems: [{ type: 'string' }], items: false }));
  expect(said({ type: 'object', dependencies: { a: ['b'] } })).toEqual(said({ type: 'object', dependentRequired: { a: ['b'] } }));
  expect(said({ type: 'string', nullable: true })).toEqual(said({ type: ['string', 'null'] }));
  expect(said({ definitions: { id: { type: 'string' } }, properties: { a: { $ref: '#/definitions/id' } } })).toEqual(['Buyer.a type {"is":"string"}']);
});

test('[JS5] cyclic, deep and exploding schemas are bounded and reported', () => {
  const cyclic = { type: 'object', properties: { child: { $ref: '#' }, name: { type: 'string' } } };
  expect(claimsFromJsonSchema(cyclic, origin).notUnderstood).toEqual([{ pointer: '/properties/child/$ref', why: '"#" refers back to where it stands' }]);
  let deep: unknown = { type: 'string' };
  for (let at = 0; at < 5000; at++) deep = { properties: { a: deep } };
  expect(claimsFromJsonSchema(deep, origin).notUnderstood[0]?.why).toBe('nested deeper than 40 schemas');
  const defs = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`d${String(at)}`, { allOf: [{ $ref: `#/$defs/d${String(at + 1)}` }, { $ref: `#/$defs/d${String(at + 1)}` }] }]));
  const bomb = { $defs: { ...defs, d20: { type: 'string' } }, $ref: '#/$defs/d0' };
  expect(claimsFromJsonSchema(bomb, origin).notUnderstood.some(({ why }) => why === 'more than 20000 schemas once references are written out')).toBe(true);
});

test('[JS6] a field that nobody requires can be left out; a list that may be empty can stay empty', () => {
  const check = (a: unknown, b: unknown) => {
    const findings = detectConflicts([...claimsFromJsonSchema(a, origin).claims, ...claimsFromJsonSchema(b, { ...origin, ticket: { id: 7, key: 'RECS-7' } }).claims]);
    return `${findings.conflicts.map((conflict) => `${conflict.code} ${conflict.at.element}`).join(', ')} ${canAllHold(findings) ? 'avoidable' : 'hard'}`;
  };
  const field = (type: string, required: string[] = []) => ({ type: 'object', required, properties: { a: { type } } });
  expect(check(field('string'), field('number'))).toBe('TYPE_CLASH Buyer.a avoidable');
  expect(check(field('string', ['a']), field('number'))).toBe('TYPE_CLASH Buyer.a hard');
  const list = (type: string, minItems = 0) => ({ type: 'array', minItems, items: { type } });
  expect(check(list('string'), list('number'))).toBe('TYPE_CLASH Buyer[] avoidable');
  expect(check(list('string', 1), list('number'))).toBe('TYPE_CLASH Buyer[] hard');
  expect(check({ type: 'object', additionalProperties: false, properties: { b: true } }, field('string', ['a']))).toBe('PRESENCE_CLASH Buyer.a hard');
});
