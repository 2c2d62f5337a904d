/** What importers take beyond names: the model's own constraints, in every format; and what they say they left. */

import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { claimsFromJsonSchema } from '../../src/domain/model/claims-from-json-schema';
import { compareModels, claimsTouched } from '../../src/domain/model/compare-models';
import { modelClaims } from '../../src/domain/model/model-claims';
import type { ImportReport } from '../../src/domain/model/shared-model';
import { importModel } from '../../static/shared/importers/import-model';
import { ImportRefused } from '../../static/shared/importers/refusal';
import { aClaim } from '../conflict/a-claim';
import { processorTime } from '../given/processor-time';

const one = ({ elements }: ImportReport, path: string) => elements.find((element) => element.path === path);
const claimsOf = ({ elements }: ImportReport) => modelClaims({ id: 'shop', name: 'Shop', elements });
const refusal = async (name: string, text: string): Promise<string> => importModel(name, text).then(() => 'taken', (error: unknown) => {
  if (error instanceof ImportRefused) return error.message;
  throw error;
});

const ORDER = {
  $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Order', type: 'object', required: ['lines'], additionalProperties: false,
  properties: {
    lines: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'object', properties: { sku: { type: 'string', maxLength: 5 } } } },
    tags: { type: 'array', uniqueItems: true, items: { type: 'string', maxLength: 40, format: 'email' } },
    'a.b': { type: 'integer', exclusiveMinimum: 0, maximum: 9, multipleOf: 3 }, gone: false, kind: { type: ['string', 'null'], enum: ['x', null] },
  },
};
const order = () => importModel('order.json', JSON.stringify(ORDER));

test('[IM4] importers, pasted schemas and the picker write one path: a schema pasted on its own model meets every element and clashes with none', async () => {
  const report = await order();
  expect(report.elements.map(({ path }) => path)).toEqual(['Order', 'Order.lines', 'Order.lines[].sku', 'Order.tags', 'Order["a.b"]', 'Order.gone', 'Order.kind']);
  const pasted = claimsFromJsonSchema(ORDER, { ticket: { id: 7, key: 'CART-7' }, team: 'cart', model: 'shop', level: 'must', element: 'Order' });
  const known = new Set(report.elements.map(({ path }) => path));
  const { conflicts, notes } = detectConflicts([...claimsOf(report), ...pasted.claims], { knows: (_, element) => known.has(element) });
  expect(conflicts.map(({ code, at }) => `${code} ${at.element}`)).toEqual([]);
  expect(notes.filter(({ code }) => code === 'UNKNOWN_ELEMENT')).toEqual([]);
});

test('[MC20] a claim that spells a path as it was once written meets the model; of a list, what is asked of a value is asked of its items', async () => {
  const model = claimsOf(await order());
  const clash = (element: string, content: object) => detectConflicts([...model, aClaim('RECS-7 must', { model: 'shop', element, ...content })]).conflicts
    .map(({ code, at }) => `${code} ${at.element}`);
  expect(clash('Order.lines.sku', { facet: 'length', min: 6 })).toEqual(['LENGTH_DISJOINT Order.lines[].sku']);
  expect(clash('Order.a.b', { facet: 'range', min: 10 })).toEqual(['RANGE_DISJOINT Order["a.b"]']);
  expect(clash('Order.tags', { facet: 'length', min: 41 })).toEqual(['LENGTH_DISJOINT Order.tags[]']);
  expect(clash('Other.lines.sku', { facet: 'length', min: 6 })).toEqual([]);
});

test('[MC21] length, counts, format, steps, exclusive bounds, certain types, what is forbidden and what is closed are claims of the model', async () => {
  const model = claimsOf(await order());
  const clash = (element: string, content: object) => detectConflicts([...model, aClaim('RECS-7 must', { model: 'shop', element, ...content })]).conflicts.map(({ code }) => code);
  expect(clash('Order.lines[].sku', { facet: 'length', min: 40 })).toContain('LENGTH_DISJOINT');
  expect(clash('Order.lines', { facet: 'count', min: 5 })).toContain('COUNT_CLASH');
  expect(clash('Order["a.b"]', { facet: 'type', is: 'string' })).toContain('TYPE_CLASH');
  expect(clash('Order["a.b"]', { facet: 'range', max: 0 })).toContain('RANGE_DISJOINT');
  expect(clash('Order["a.b"]', { facet: 'range', min: 7, max: 8 })).toContain('STEP_CLASH');
  expect(clash('Order.tags[]', { facet: 'format', is: 'date' })).toContain('FORMAT_CLASH');
  expect(clash('Order.gone', { facet: 'presence', is: 'required' })).toContain('PRESENCE_CLASH');
  expect(clash('Order.extra', { facet: 'presence', is: 'required' })).toContain('PRESENCE_CLASH');
  expect(clash('Order.lines[].extra', { facet: 'presence', is: 'required' })).not.toContain('PRESENCE_CLASH');
});

test('[IM5] each reader tells the words it did not use, with their first place; a file without any is taken whole', async () => {
  expect((await order()).skipped).toEqual([]);
  const schema = await importModel('a.json', JSON.stringify({ properties: { a: { type: 'object', patternProperties: {}, dependentRequired: {} }, b: { type: 'integer', format: 'int32', patternProperties: {} }, c: { oneOf: [{ properties: { x: { type: 'string', minLength: 2 } } }, { properties: { y: { type: 'string' } } }] } } }));
  expect(schema.skipped).toEqual([
    { at: '#/properties/a/patternProperties', why: 'What "patternProperties" says here was not taken, nor at 1 other place.' }, { at: '#/properties/a/dependentRequired', why: 'What "dependentRequired" says here was not taken.' },
    { at: '#/properties/b/format', why: 'What "format of what is no text" says here was not taken.' }, { at: '#/properties/c/oneOf', why: 'What "oneOf" says here was not taken.' },
  ]);
  expect(one(schema, 'A.c.x')).toMatchObject({ type: 'string', required: false });
  expect((await importModel('a.csv', 'path,type,colour\nBuyer,,red')).skipped).toEqual([{ at: 'line 1', why: 'The column "colour" is none of path, entity, field, type, required, many, description, owner, values; it was not taken.' }]);
  const dbt = await importModel('a.yml', 'models:\n- name: o\n  columns:\n  - name: id\n    constraints: [{type: primary_key}]\n    data_tests:\n    - relationships: {to: ref(x), field: id}\n  - name: n\n    data_type: varchar(9)\n    meta: {owner: Cart}\n    data_tests:\n    - not_null: {config: {severity: warn}}\n    - accepted_values: {arguments: {values: [a]}}\n    - dbt_utils.accepted_range: {min_value: 0, inclusive: false}\n');
  expect(one(dbt, 'o.id')).toMatchObject({ required: true, unique: true });
  expect(one(dbt, 'o.n')).toMatchObject({ required: false, owner: 'Cart', values: ['a'], min: 0, exclusiveMin: true, length: { max: 9 }, holds: ['string'] });
  expect(dbt.skipped.map(({ why }) => why)).toEqual(['not_null only warns, or looks at some rows only; it was not taken.', 'What "test relationships" says here was not taken.']);
});

test('[IM6] a data contract: options, valid values, and promises of how long data is kept and how old it is', async () => {
  const report = await importModel('o.odcs.yaml', `
kind: DataContract
apiVersion: v3.0.0
team: [{username: old, role: Owner, dateOut: "2022-01-01"}, {username: seller-team, role: Owner}]
schema:
- name: orders
  properties:
  - {name: sku, logicalType: string, classification: restricted, logicalTypeOptions: {maxLength: 5, pattern: "^a"}, quality: [{rule: validValues, validValues: [a, b]}]}
  - {name: tags, logicalType: array, logicalTypeOptions: {maxItems: 2}, items: {logicalType: string, logicalTypeOptions: {maxLength: 7}}}
slaProperties:
- {property: retention, value: P1Y, element: orders.sku}
- {property: latency, value: 4, unit: d, element: orders.sku}
- {property: retention, value: 3, unit: y, element: nowhere.x}
- {property: generalAvailability, value: "2022"}
`);
  expect(one(report, 'orders')?.owner).toBe('seller-team');
  expect(one(report, 'orders.sku')).toMatchObject({
    values: ['a', 'b'], length: { max: 5 }, pattern: '^a', holds: ['string'],
    promises: [{ facet: 'retention', min: 1, unit: 'years' }, { facet: 'freshness', max: 4, unit: 'days' }],
  });
  expect(one(report, 'orders.tags')).toMatchObject({ many: true, items: { max: 2 }, length: { max: 7 } });
  expect(report.skipped.map(({ at }) => at)).toEqual(['#/slaProperties/2', '#/slaProperties/3', '#/schema/0/properties/0/classification']);
  expect(detectConflicts([...claimsOf(report), aClaim('MKT-1 must', { model: 'shop', element: 'orders.sku', facet: 'retention', max: 30, unit: 'days' })]).conflicts.map(({ code }) => code)).toEqual(['RETENTION_CLASH']);
  expect(await refusal('old.yaml', 'kind: DataContract\napiVersion: v2.2.2\ndataset: []\n')).toBe('This data contract is of version "v2.2.2"; version 3 of ODCS is read. Convert it to apiVersion v3 and choose it again.');
});

test('[IM7] SQL of PostgreSQL: what later statements change, comments, checks, schemas', async () => {
  const report = await importModel('a.sql', `
    CREATE TYPE state AS ENUM ('open', 'done');
    CREATE TABLE s.buyer (id int PRIMARY KEY, st state, age int CHECK (age >= 18 AND age < 150), old int, x text UNIQUE);
    CREATE TABLE t.buyer (id int REFERENCES s.buyer(id));
    CREATE TABLE child (own int) INHERITS (s.buyer);
    ALTER TABLE s.buyer ADD COLUMN mail varchar(20), ALTER COLUMN x SET NOT NULL, DROP COLUMN old;
    ALTER TABLE s.buyer RENAME COLUMN age TO years;
    ALTER TABLE child RENAME TO kid;
    COMMENT ON COLUMN s.buyer.mail IS 'where to write';
    ALTER TABLE nobody ADD COLUMN a int;`);
  expect(report.elements.map(({ path }) => path)).toEqual([
    'state', 's.buyer', 's.buyer.id', 's.buyer.st', 's.buyer.years', 's.buyer.x', 's.buyer.mail', 't.buyer', 't.buyer.id', 'kid', 'kid.id', 'kid.st', 'kid.age', 'kid.old', 'kid.x', 'kid.own',
  ]);
  expect(one(report, 's.buyer.st')?.values).toEqual(['open', 'done']);
  expect(one(report, 's.buyer.years')).toMatchObject({ min: 18, max: 150, exclusiveMax: true, holds: ['integer'] });
  expect(one(report, 's.buyer.x')).toMatchObject({ required: true, unique: true });
  expect(one(report, 's.buyer.mail')).toMatchObject({ description: 'where to write', length: { max: 20 } });
  expect(report.skipped).toEqual([
    { at: 'line 10', why: 'It changes nobody, a table that the file does not create before.' }, { at: 'line 4', why: 'What "REFERENCES" says here was not taken.' },
  ]);
});

test.each([
  ['MySQL', 'CREATE TABLE `buyer` (`id` bigint unsigned NOT NULL AUTO_INCREMENT, `name` varchar(80) NOT NULL COMMENT \'who\', kind enum(\'a\',\'b\'), PRIMARY KEY (`id`), UNIQUE KEY `u` (`name`)) ENGINE=InnoDB;\nALTER TABLE `buyer` ADD COLUMN `x` int NOT NULL;', ['id!', 'name!', 'kind', 'x!']],
  ['T-SQL', 'SET ANSI_NULLS ON\nGO\nCREATE TABLE [dbo].[buyer]([id] [int] IDENTITY(1,1) NOT NULL, [name] [nvarchar](80) NULL, CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([id] ASC) ON [PRIMARY]) ON [PRIMARY]\nGO', ['id!', 'name']],
  ['SQLite', 'CREATE TABLE buyer (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);', ['id!', 'name!']],
  ['Snowflake', 'CREATE OR REPLACE TABLE db.s.buyer (id NUMBER(38,0) NOT NULL, v VARIANT);', ['id!', 'v']],
  ['BigQuery', 'CREATE TABLE `p.d.buyer` (id INT64 NOT NULL, tags ARRAY<STRING>, a STRUCT<city STRING>);', ['id!', 'tags', 'a', 'a.city']],
  ['Oracle', 'CREATE TABLE buyer (id NUMBER(10) NOT NULL ENABLE, name VARCHAR2(80 CHAR)) TABLESPACE users;', ['id!', 'name']],
])('[IM9] SQL of %s', async (_name, sql, fields) => {
  const report = await importModel('a.sql', sql);
  expect(report.elements.slice(1).map(({ path, required }) => `${path.replace('buyer.', '')}${required ? '!' : ''}`)).toEqual(fields);
});

test('[IM10] a refusal gives the reasons; what runs out of stack is refused in words', async () => {
  expect(await refusal('a.sql', 'CREATE TABLE a (id int WITH PEPPER);')).toMatch(/^Nothing in this file is an element of a data model\. line 1: "CREATE TABLE a \(id int WITH PEPPER\)…" is SQL that this importer does not read/);
  const deep = 'Something in this file is too long or nested too deep to be read: no data model is. Nothing was imported.';
  expect(await refusal('a.graphql', `type T { a: ${'['.repeat(20_000)}Int${']'.repeat(20_000)} }`)).toBe(deep);
  expect(await refusal('a.yaml', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toMatch(/nested more than 500 levels deep/);
});

test('[IM11] a reference on its own names its entity; two schemas that refer to each other do not multiply', async () => {
  const fields = (name: string, other: string) => Object.fromEntries([1, 2, 3, 4].map((number) => [`${name}${String(number)}`, { allOf: [{ $ref: `#/components/schemas/${other}` }], description: 'x' }]));
  const report = await importModel('a.json', JSON.stringify({ openapi: '3.0.0', components: { schemas: { A: { properties: fields('b', 'B') }, B: { properties: fields('a', 'A') } } } }));
  expect(report.elements).toHaveLength(10);
  expect(one(report, 'A.b1')?.type).toBe('B');
  const anchored = await importModel('a.json', JSON.stringify({ $id: 'https://x.org/s', $defs: { Id: { $anchor: 'id', type: 'string', maxLength: 3 } }, properties: { a: { $ref: '#id' }, b: { $ref: 'https://x.org/s#/$defs/Id' } } }));
  expect([one(anchored, 'A.a')?.length, one(anchored, 'A.b')?.length, anchored.skipped]).toEqual([{ max: 3 }, { max: 3 }, []]);
});

test('[IM12] CSV: lines are those of the file, a bad quote loses its own line only, and the separator may be told', async () => {
  const report = await importModel('a.csv', 'sep=;\npath;type;description\n\nBuyer;;"two\nlines"\n;x;\nOrder;"bad"x;\nCart;text\n');
  expect(report.elements.map(({ path }) => path)).toEqual(['Buyer', 'Cart']);
  expect(report.skipped).toEqual([{ at: 'line 6', why: 'It names no element.' }, { at: 'line 7', why: 'A quote in it is not closed, or not where a cell ends; the line was left out.' }]);
});

test('[IM13] schemas whose root is a list or alternatives, YAML that begins with a brace, and values added to an enum are read', async () => {
  expect((await importModel('list.json', JSON.stringify({ type: 'array', items: { properties: { a: { type: 'string' } } } }))).elements.map(({ path }) => path)).toEqual(['List', 'List[].a']);
  expect((await importModel('one.json', JSON.stringify({ oneOf: [{ properties: { a: { type: 'string' } } }, { properties: { b: {} } }] }))).elements.map(({ path }) => path)).toEqual(['One', 'One.a', 'One.b']);
  expect((await importModel('a.yaml', '{properties: {a: {type: string}}}')).elements).toHaveLength(2);
  const graphql = await importModel('a.graphql', 'type T { c: Card, n: Int! }\nenum Card { VISA }\nextend enum Card { AMEX }');
  expect(one(graphql, 'T.c')?.values).toEqual(['VISA', 'AMEX']);
  expect(one(graphql, 'T.n')?.holds).toEqual(['integer']);
});

test('[IM14] a second import names the claims below what it removes, on every field, on items, and those that spell a path the old way', async () => {
  const before = (await order()).elements;
  const after = (await importModel('order.json', JSON.stringify({ ...ORDER, properties: { ...ORDER.properties, lines: undefined, tags: { type: 'array', items: { type: 'string', maxLength: 9 } } } }))).elements;
  const claims = ['Order.lines.sku', 'Order.lines[].note', 'Order.*', 'Order.tags[]', 'Order.kind'].map((element) => ({ element }));
  expect(claimsTouched(compareModels(before, after), claims, { before, after }).map(({ element }) => element)).toEqual(['Order.lines.sku', 'Order.lines[].note', 'Order.*', 'Order.tags[]']);
  const old = before.map((element) => ({ ...element, path: element.path.replaceAll('[]', '').replace('["a.b"]', '.a.b') }));
  expect(compareModels(old, before)).toEqual({ added: [], removed: [], changed: [] });
});

/** Milliseconds of the processor. */
const SOON = 8_000;
test('[IM2] what is merely large is read soon, and what is hostile is refused soon', async () => {
  const many = (count: number, line: (number: number) => string) => Array.from({ length: count }, (_, number) => line(number)).join('\n');
  for (const [name, text, expected] of [
    ['a.sql', '/* '.repeat(100_000), /^Nothing/], ['a.graphql', many(15_000, (at) => `type T${String(at)} { a: String b: Int }`), /^taken$/],
    ['a.sql', many(800, (at) => `CREATE TABLE t${String(at)} (id int);\nALTER TABLE ONLY t${String(at)} ADD CONSTRAINT p PRIMARY KEY (id);`), /^taken$/],
    ['a.csv', `path,type\n"${'\n'.repeat(3_000_000)}`, /rows/], ['b.csv', `path,type\n${'"a\n'.repeat(300_000)}`, /quotes of more than 20 lines/],
    ['a.yaml', `a: &a {${many(20_000, (at) => `k${String(at)}: 1,`).replaceAll('\n', ' ')}}\nproperties: {${many(150, (at) => `b${String(at)}: *a,`).replaceAll('\n', ' ')}}`, /aliases/],
    ['a.json', JSON.stringify({ $schema: '', definitions: { Big: { allOf: Array.from({ length: 5_000 }, (_, at) => ({ $ref: `#/definitions/e${String(at)}` })) }, ...Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`a${String(at)}`, { allOf: [{ $ref: '#/definitions/Big' }] }])) } }), /multiply|^Nothing/],
  ] as const) {
    const worked = processorTime();
    expect([name, await refusal(name, text)]).toEqual([name, expect.stringMatching(expected)]);
    expect([name, worked() < SOON]).toEqual([name, true]);
  }
});
