/** What each importer takes from a file, what it says it left out, and that a hostile file is refused in words, soon. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { claimsTouched, compareModels } from '../../src/domain/model/compare-models';
import type { ModelElement } from '../../src/domain/model/shared-model';
import { importModel } from '../../static/shared/importers/import-model';
import { ImportRefused } from '../../static/shared/importers/refusal';
import { splitSql } from '../../static/shared/importers/split-sql';

const shown = (elements: readonly ModelElement[]) =>
  elements.map(({ path, type, many, required }) => `${path}: ${type}${many ? ' many' : ''}${required ? ' required' : ''}`);

const BUYER_SCHEMA = JSON.stringify({
  $schema: 'http://json-schema.org/draft-07/schema#',
  definitions: {
    BuyerProfile: {
      type: 'object', required: ['name'],
      properties: {
        name: { type: 'string', description: 'As the buyer typed it' }, paymentMethods: { type: 'array', items: { $ref: '#/definitions/PaymentMethod' } },
        address: { type: 'object', required: ['city'], properties: { city: { type: ['string', 'null'] } } },
      },
    },
    PaymentMethod: { allOf: [{ $ref: '#/definitions/Dated' }, { properties: { network: { enum: ['VISA', 'AMEX'] } } }] },
    Dated: { properties: { since: { type: 'string', format: 'date' } }, required: ['since'] },
    Anything: {},
  },
});

test('JSON Schema: definitions are entities, nested objects have paths, references name their type', () => {
  const report = importModel('buyer.schema.json', BUYER_SCHEMA);
  expect(report.format).toBe('json-schema');
  expect(shown(report.elements)).toEqual([
    'BuyerProfile: object', 'BuyerProfile.name: string required', 'BuyerProfile.paymentMethods: PaymentMethod many', 'BuyerProfile.address: object',
    'BuyerProfile.address.city: string required', 'PaymentMethod: object', 'PaymentMethod.since: string required', 'PaymentMethod.network: ',
    'Dated: object', 'Dated.since: string required',
  ]);
  expect(report.elements.find(({ path }) => path === 'PaymentMethod.network')?.values).toEqual(['VISA', 'AMEX']);
  expect(report.skipped).toEqual([{ at: '#/definitions/Anything', why: 'It has no properties, so there is nothing to make a claim on.' }]);
});

test('OpenAPI: component schemas, in YAML', () => {
  const report = importModel('shop.yaml', 'openapi: 3.1.0\ninfo: {title: Shop, version: "1"}\ncomponents:\n  schemas:\n    Buyer:\n      type: object\n      required: [id]\n      properties:\n        id: {type: integer, minimum: 1}\n');
  expect([report.format, ...shown(report.elements)]).toEqual(['openapi', 'Buyer: object', 'Buyer.id: integer required']);
});

test('GraphQL: types, inputs and enums; operations are left out', () => {
  const report = importModel('shop.graphql', 'type Query { buyer: Buyer }\n"""Who buys"""\ntype Buyer { cards: [Card!]!, name: String }\nenum Card { VISA AMEX }\nscalar Date\nextend type Buyer { since: Date! }');
  expect(shown(report.elements)).toEqual(['Buyer: object', 'Buyer.cards: Card many required', 'Buyer.name: String', 'Card: enum', 'Buyer.since: Date required']);
  expect(report.skipped).toEqual([
    { at: 'line 1', why: 'Query says how to ask, not what data there is.' }, { at: 'line 5', why: 'Date has no fields to make a claim on.' },
  ]);
});

test('SQL: one statement nobody knows does not lose the others', () => {
  const report = importModel('shop.sql', `
    CREATE TABLE buyer (id bigint PRIMARY KEY, name varchar(80) NOT NULL, tags text[]);
    CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql;
    CREATE TABLE broken (id bigint WITH PEPPER);
    CREATE TABLE orders (id int, buyer int);
    ALTER TABLE ONLY orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
    CREATE TABLE orders_2026 (id int); ALTER TABLE ONLY orders ATTACH PARTITION orders_2026 FOR VALUES FROM (1) TO (2);`);
  expect(shown(report.elements)).toEqual([
    'buyer: table', 'buyer.id: bigint required', 'buyer.name: varchar(80) required', 'buyer.tags: text many', 'orders: table', 'orders.id: int required', 'orders.buyer: int',
  ]);
  expect(report.skipped.map(({ at }) => at)).toEqual(['line 4', 'line 7', 'line 3']);
  expect(report.skipped[1]?.why).toBe('orders_2026 is a partition of orders, not an entity of its own.');
});

test('SQL statements are split outside quotes, dollar quotes and comments', () => {
  expect(splitSql("-- a;b\nSELECT ';'; /* ; */ SELECT $x$ ; $x$;\n\nSELECT 3").map(({ text, line }) => [line, text]))
    .toEqual([[2, "SELECT ';'"], [2, 'SELECT $x$ ; $x$'], [4, 'SELECT 3']]);
});

test('ODCS and dbt: tables, columns, tests', () => {
  const odcs = importModel('orders.odcs.yaml', 'kind: DataContract\napiVersion: v3.1.0\nteam: {name: Order Status}\nschema:\n- name: orders\n  properties:\n  - {name: id, logicalType: string, primaryKey: true}\n  - {name: lines, logicalType: array, items: {properties: [{name: sku, logicalType: string}]}}\n');
  expect(shown(odcs.elements)).toEqual(['orders: table', 'orders.id: string required', 'orders.lines: array many', 'orders.lines.sku: string']);
  expect(odcs.elements[0]?.owner).toBe('Order Status');
  const dbt = importModel('orders.yml', 'models:\n- name: orders\n  columns:\n  - name: id\n    tests: [unique, not_null]\n  - name: status\n    data_tests:\n    - accepted_values: {values: [open, done]}\n');
  expect(shown(dbt.elements)).toEqual(['orders: table', 'orders.id:  required', 'orders.status: ']);
  expect(dbt.elements[2]?.values).toEqual(['open', 'done']);
});

test('CSV: a list of elements, and what each line lacks', () => {
  const report = importModel('list.csv', 'entity,field,type,required,many,values\nBuyer,,,,,\nBuyer,cards,Card,yes,yes,VISA|AMEX\n,,text,,,\n');
  expect(shown(report.elements)).toEqual(['Buyer: ', 'Buyer.cards: Card many required']);
  expect(report.skipped).toEqual([{ at: 'line 4', why: 'It names no element.' }]);
});

const refusal = (name: string, text: string): string => {
  try {
    importModel(name, text);
  } catch (error) {
    if (error instanceof ImportRefused) return error.message;
    throw error;
  }
  return 'taken';
};

test('hostile and broken files are refused in words within two seconds', () => {
  const started = Date.now();
  expect(refusal('deep.json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toBe('This file is nested more than 500 levels deep: no data model is. Nothing was imported.');
  expect(refusal('big.json', ' '.repeat(20_000_001))).toBe('This file has more than 20 million characters. Split it, or export only the part that teams share.');
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((letter, at) => `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[at] ?? ''}`).join(',')}]`)].join('\n');
  expect(refusal('bomb.yaml', bomb)).toBe('The aliases of this YAML file multiply into more than anybody could have written. Write the parts out and choose it again.');
  expect(refusal('circle.json', JSON.stringify({ $schema: '', definitions: { A: { allOf: [{ $ref: '#/definitions/A' }], properties: { a: { $ref: '#/definitions/A' } } } } }))).toBe('taken');
  expect(refusal('broken.json', '{"a": ')).toMatch(/^This is not valid JSON: .+\. Correct the file and choose it again\.$/);
  expect(refusal('broken.graphql', 'type {')).toBe('Line 1 is not valid GraphQL: Syntax Error: Expected Name, found "{".. Correct the file and choose it again.');
  expect(refusal('picture.png', 'x')).toBe('"picture.png" ends in no name that says its format. Use .json, .yaml, .graphql, .sql or .csv.');
  expect(refusal('list.csv', 'a,b\n1,2')).toMatch(/^The first line must name the columns/);
  expect(refusal('proto.json', '{"$schema":"","definitions":{"__proto__":{"properties":{"x":{"type":"string"}}}}}')).toBe('taken');
  expect(({} as { properties?: unknown }).properties).toBeUndefined();
  expect(Date.now() - started).toBeLessThan(2_000);
});

test('a second import shows what changed, and whose claims it touches', () => {
  const before = importModel('buyer.schema.json', BUYER_SCHEMA).elements;
  const after = importModel('buyer.schema.json', BUYER_SCHEMA.replace('"required":["name"]', '"required":[]').replace('"since"', '"from"').replace('"required":["since"]', '"required":["from"]')).elements;
  const difference = compareModels(before, after);
  expect(difference.added.map(({ path }) => path)).toEqual(['PaymentMethod.from', 'Dated.from']);
  expect(difference.removed.map(({ path }) => path)).toEqual(['PaymentMethod.since', 'Dated.since']);
  expect(difference.changed).toEqual([{ path: 'BuyerProfile.name', changes: ['required: yes → no'] }]);
  expect(claimsTouched(difference, [{ element: 'BuyerProfile.name' }, { element: 'Dated.since' }, { element: 'BuyerProfile.address' }]))
    .toEqual([{ element: 'BuyerProfile.name' }, { element: 'Dated.since' }]);
});

const DATA = join(__dirname, '..', '..', '..', 'shared', 'data', 'models');

/** Files the importers claim to read, with the fewest elements that make sense of them. */
const FILES: readonly (readonly [file: string, atLeast: number])[] = [
  ['saleor.schema.graphql', 7000], ['shopware-storeapi.openapi.json', 3000], ['pagila-schema.sql', 100], ['fhir-r4.schema.json', 11_000], ['orders.odcs.yaml', 8],
  ['odcs-full-example.odcs.yaml', 4], ['jaffle-shop/models/marts/orders.yml', 8], ['jaffle-shop/models/marts/customers.yml', 8],
  ['jaffle-shop/models/staging/__sources.yml', 6], ['orders-same-model/sql-orders.sql', 6], ['orders-same-model/jsonschema-orders.schema.json', 6],
];

test('real models', () => {
  if (!existsSync(DATA)) {
    console.log('skipped: ../shared/data/models is not there');
    return;
  }
  const lines = FILES.map(([file, atLeast]) => {
    const text = readFileSync(join(DATA, file), 'utf8');
    const [memory, started] = [process.memoryUsage().heapUsed, performance.now()];
    const { format, elements, skipped } = importModel(basename(file), text);
    const [seconds, megabytes] = [(performance.now() - started) / 1000, Math.max(0, process.memoryUsage().heapUsed - memory) / 1e6];
    expect(elements.length).toBeGreaterThanOrEqual(atLeast);
    return `${file}: ${format}, ${elements.length} elements, ${skipped.length} skipped, ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`;
  });
  console.log(lines.join('\n'));
});

test('one model in several formats has the same fields', () => {
  const folder = join(DATA, 'orders-same-model');
  if (!existsSync(folder)) {
    console.log('skipped: ../shared/data/models/orders-same-model is not there');
    return;
  }
  const fields = (file: string) => importModel(file, readFileSync(join(folder, file), 'utf8')).elements
    .filter(({ kind }) => kind === 'field').map(({ path, required }) => `${path.split('.').at(-1) ?? ''}${required ? '!' : ''}`).sort();
  expect(fields('sql-orders.sql')).toEqual(fields('sql-expected.odcs.yaml'));
  expect(fields('jsonschema-orders.schema.json')).toEqual(fields('jsonschema-expected.odcs.yaml'));
  expect(readdirSync(folder).filter((name) => name.endsWith('.odcs.yaml')).map((name) => fields(name).length)).not.toContain(0);
});
