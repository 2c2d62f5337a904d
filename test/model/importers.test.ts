/** What each importer takes from a file, what it says it left out, and that a hostile file is refused in words, soon. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { claimsTouched, compareModels } from '../../src/domain/model/compare-models';
import { modelClaims } from '../../src/domain/model/model-claims';
import type { ModelElement } from '../../src/domain/model/shared-model';
import { importModel } from '../../static/shared/importers/import-model';
import { ImportRefused } from '../../static/shared/importers/refusal';
import { fitElements } from '../../static/roadmap/models/model-parts';
import { splitSql } from '../../static/shared/importers/split-sql';
import { processorTime } from '../given/processor-time';

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

test('[IM1] JSON Schema: definitions are entities, nested objects have paths, references name their type', async () => {
  const report = await importModel('buyer.schema.json', BUYER_SCHEMA);
  expect(report.format).toBe('json-schema');
  expect(shown(report.elements)).toEqual([
    'BuyerProfile: object', 'BuyerProfile.name: string required', 'BuyerProfile.paymentMethods: PaymentMethod many', 'BuyerProfile.address: object',
    'BuyerProfile.address.city: string required', 'PaymentMethod: object', 'PaymentMethod.since: string required', 'PaymentMethod.network: ',
    'Dated: object', 'Dated.since: string required',
  ]);
  expect(report.elements.find(({ path }) => path === 'PaymentMethod.network')?.values).toEqual(['VISA', 'AMEX']);
  expect(report.skipped).toEqual([{ at: '#/definitions/Anything', why: 'It has no properties, so there is nothing to make a claim on.' }]);
});

test('[IM1] OpenAPI: component schemas, in YAML', async () => {
  const report = await importModel('shop.yaml', 'openapi: 3.1.0\ninfo: {title: Shop, version: "1"}\ncomponents:\n  schemas:\n    Buyer:\n      type: object\n      required: [id]\n      properties:\n        id: {type: integer, minimum: 1}\n');
  expect([report.format, ...shown(report.elements)]).toEqual(['openapi', 'Buyer: object', 'Buyer.id: integer required']);
});

test('[IM1] GraphQL: types, inputs and enums; operations are left out', async () => {
  const report = await importModel('shop.graphql', 'type Query { buyer: Buyer }\n"""Who buys"""\ntype Buyer { cards: [Card!]!, name: String }\nenum Card { VISA AMEX }\nscalar Date\nextend type Buyer { since: Date! }');
  expect(shown(report.elements)).toEqual(['Buyer: object', 'Buyer.cards: Card many required', 'Buyer.name: String', 'Card: enum', 'Buyer.since: Date required']);
  expect(report.skipped).toEqual([
    { at: 'line 1', why: 'Query says how to ask, not what data there is.' }, { at: 'line 5', why: 'Date has no fields to make a claim on.' },
  ]);
});

test('[IM1] SQL: one statement nobody knows does not lose the others', async () => {
  const report = await importModel('shop.sql', `
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

test('[IM1] SQL statements are split outside quotes, dollar quotes and comments', async () => {
  expect(splitSql("-- a;b\nSELECT ';'; /* ; */ SELECT $x$ ; $x$;\n\nSELECT 3").map(({ text, line }) => [line, text]))
    .toEqual([[2, "SELECT ';'"], [2, 'SELECT $x$ ; $x$'], [4, 'SELECT 3']]);
});

test('[IM1] ODCS and dbt: tables, columns, tests', async () => {
  const odcs = await importModel('orders.odcs.yaml', 'kind: DataContract\napiVersion: v3.1.0\nteam: {name: Order Status}\nschema:\n- name: orders\n  properties:\n  - {name: id, logicalType: string, primaryKey: true}\n  - {name: lines, logicalType: array, items: {properties: [{name: sku, logicalType: string}]}}\n');
  expect(shown(odcs.elements)).toEqual(['orders: table', 'orders.id: string required', 'orders.lines: array many', 'orders.lines[].sku: string']);
  expect(odcs.elements[0]?.owner).toBe('Order Status');
  const dbt = await importModel('orders.yml', 'models:\n- name: orders\n  columns:\n  - name: id\n    tests: [unique, not_null]\n  - name: status\n    data_tests:\n    - accepted_values: {values: [open, done]}\n');
  expect(shown(dbt.elements)).toEqual(['orders: table', 'orders.id:  required', 'orders.status: ']);
  expect(dbt.elements[2]?.values).toEqual(['open', 'done']);
});

test('[IM1] CSV: a list of elements, and what each line lacks', async () => {
  const report = await importModel('list.csv', 'entity,field,type,required,many,values\nBuyer,,,,,\nBuyer,cards,Card,yes,yes,VISA|AMEX\n,,text,,,\n');
  expect(shown(report.elements)).toEqual(['Buyer: ', 'Buyer.cards: Card many required']);
  expect(report.skipped).toEqual([{ at: 'line 4', why: 'It names no element.' }]);
});

const refusal = async (name: string, text: string): Promise<string> => {
  try {
    await importModel(name, text);
  } catch (error) {
    if (error instanceof ImportRefused) return error.message;
    throw error;
  }
  return 'taken';
};

test('[IM2] hostile and broken files are refused in words within two seconds', async () => {
  const worked = processorTime();
  expect(await refusal('deep.json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toBe('This file is nested more than 500 levels deep: no data model is. Nothing was imported.');
  expect(await refusal('big.json', ' '.repeat(20_000_001))).toBe('This file has more than 20 million characters. Split it, or export only the part that teams share.');
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((letter, at) => `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[at] ?? ''}`).join(',')}]`)].join('\n');
  expect(await refusal('bomb.yaml', bomb)).toBe('The aliases of this YAML file multiply into more than anybody could have written. Write the parts out and choose it again.');
  expect(await refusal('circle.json', JSON.stringify({ $schema: '', definitions: { A: { allOf: [{ $ref: '#/definitions/A' }], properties: { a: { $ref: '#/definitions/A' } } } } }))).toBe('taken');
  expect(await refusal('broken.json', '{"a": ')).toMatch(/^This is not valid JSON: .+\. Correct the file and choose it again\.$/);
  expect(await refusal('broken.graphql', 'type {')).toBe('Line 1 is not valid GraphQL: Syntax Error: Expected Name, found "{".. Correct the file and choose it again.');
  expect(await refusal('picture.png', 'x')).toBe('"picture.png" ends in no name that says its format. Use .json, .yaml, .graphql, .sql or .csv.');
  expect(await refusal('dbt.yml', 'models:\n  - description: no name\n')).toBe('This does not read as a dbt schema file. At models.0.name: expected a value, got nothing. Correct that and choose it again.');
  expect(await refusal('c.odcs.yaml', 'apiVersion: v3.0.2\nkind: DataContract\nschema: 5\n')).toBe('This data contract does not read as ODCS v3. At schema: expected an array, got 5. Correct that and choose it again.');
  expect(await refusal('list.csv', 'a,b\n1,2')).toMatch(/^The first line must name the columns/);
  expect(await refusal('proto.json', '{"$schema":"","definitions":{"__proto__":{"properties":{"x":{"type":"string"}}}}}')).toBe('taken');
  expect(({} as { properties?: unknown }).properties).toBeUndefined();
  expect(worked()).toBeLessThan(2_000);
});

test('[IM1] JSON Schema: a list that does not say of what is a list, and ends there', async () => {
  const { elements } = await importModel('list.schema.json', JSON.stringify({ $schema: '', definitions: { Cart: { type: 'object', properties: { notes: { type: 'array' } } } } }));
  expect(elements.map(({ path, many }) => [path, many])).toEqual([['Cart', false], ['Cart.notes', true]]);
});

test('[IM8] a second import shows what changed, and whose claims it touches', async () => {
  const before = (await importModel('buyer.schema.json', BUYER_SCHEMA)).elements;
  const after = (await importModel('buyer.schema.json', BUYER_SCHEMA.replace('"required":["name"]', '"required":[]').replace('"since"', '"from"').replace('"required":["since"]', '"required":["from"]'))).elements;
  const difference = compareModels(before, after);
  expect(difference.added.map(({ path }) => path)).toEqual(['PaymentMethod.from', 'Dated.from']);
  expect(difference.removed.map(({ path }) => path)).toEqual(['PaymentMethod.since', 'Dated.since']);
  expect(difference.changed).toEqual([{ path: 'BuyerProfile.name', changes: ['required: yes → no'] }]);
  expect(claimsTouched(difference, [{ element: 'BuyerProfile.name' }, { element: 'Dated.since' }, { element: 'BuyerProfile.address' }], { before, after }))
    .toEqual([{ element: 'BuyerProfile.name' }, { element: 'Dated.since' }]);
});

const DATA = join(__dirname, '..', '..', '..', 'shared', 'data', 'models');

/** Every file of these folders that an importer claims to read, with what it has to find; all others have to be refused in words. */
const FOUND: Readonly<Record<string, number>> = {
  'saleor.schema.graphql': 7000, 'shopware-storeapi.openapi.json': 3000, 'pagila-schema.sql': 100, 'fhir-r4.schema.json': 11_000, 'orders.odcs.yaml': 11, 'odcs-full-example.odcs.yaml': 5,
  'jaffle-shop/models/marts/customers.yml': 10, 'jaffle-shop/models/marts/order_items.yml': 3, 'jaffle-shop/models/marts/orders.yml': 8,
  'jaffle-shop/models/staging/__sources.yml': 6, 'jaffle-shop/models/staging/stg_customers.yml': 2,
  'jaffle-shop/models/staging/stg_locations.yml': 2, 'jaffle-shop/models/staging/stg_order_items.yml': 3, 'jaffle-shop/models/staging/stg_orders.yml': 2, 'jaffle-shop/models/staging/stg_products.yml': 2,
  'jaffle-shop/models/staging/stg_supplies.yml': 2, 'orders-same-model/sql-orders.sql': 6, 'orders-same-model/jsonschema-orders.schema.json': 6, 'orders-same-model/avro-expected.odcs.yaml': 6,
  'orders-same-model/bigquery-expected.odcs.yaml': 6, 'orders-same-model/dbml-expected.odcs.yaml': 6, 'orders-same-model/iceberg-expected.odcs.yaml': 6, 'orders-same-model/json-expected.odcs.yaml': 6,
  'orders-same-model/jsonschema-expected.odcs.yaml': 6, 'orders-same-model/protobuf-expected.odcs.yaml': 6, 'orders-same-model/sql-expected.odcs.yaml': 6,
};

test('[IM3] every real file that an importer claims to read is read in seconds; its model does not clash with itself, and its elements can be kept', async () => {
  if (!existsSync(DATA)) {
    console.log('skipped: ../shared/data/models is not there');
    return;
  }
  const files = readdirSync(DATA, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => relative(DATA, join(entry.parentPath, entry.name))).sort();
  const lines: string[] = [];
  for (const file of files) {
    const text = readFileSync(join(DATA, file), 'utf8');
    if (FOUND[file] === undefined) {
      expect([file, await refusal(basename(file), text)]).not.toEqual([file, 'taken']);
      continue;
    }
    const [memory, started] = [process.memoryUsage().heapUsed, performance.now()];
    const { format, elements, skipped } = await importModel(basename(file), text);
    const [seconds, megabytes] = [(performance.now() - started) / 1000, Math.max(0, process.memoryUsage().heapUsed - memory) / 1e6];
    expect([file, elements.length]).toEqual([file, expect.any(Number)]);
    expect(elements.length).toBeGreaterThanOrEqual(FOUND[file] ?? 0);
    expect(fitElements(elements).skipped).toEqual([]);
    expect([file, detectConflicts(modelClaims({ id: 'm', name: file, elements })).conflicts.map(({ code, at }) => `${code} ${at.element}`).slice(0, 5)]).toEqual([file, []]);
    lines.push(`${file}: ${format}, ${elements.length} elements, ${skipped.length} skipped, ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`);
  }
  console.log(lines.join('\n'));
  expect(files.filter((file) => FOUND[file] !== undefined)).toHaveLength(Object.keys(FOUND).length);
}, 120_000);

test('[IM1] one model in several formats has the same fields', async () => {
  const folder = join(DATA, 'orders-same-model');
  if (!existsSync(folder)) {
    console.log('skipped: ../shared/data/models/orders-same-model is not there');
    return;
  }
  const fields = async (file: string) => (await importModel(file, readFileSync(join(folder, file), 'utf8'))).elements
    .filter(({ kind }) => kind === 'field').map(({ path, required }) => `${path.split('.').at(-1) ?? ''}${required ? '!' : ''}`).sort();
  expect(await fields('sql-orders.sql')).toEqual(await fields('sql-expected.odcs.yaml'));
  expect(await fields('jsonschema-orders.schema.json')).toEqual(await fields('jsonschema-expected.odcs.yaml'));
});
