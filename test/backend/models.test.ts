import { BUYER, CART, LEAD, LEGAL, startSharedData, type SharedData } from './given-shared-data';
import type { CallPayload } from '../../src/contract/calls';
import type { ModelElement } from '../../src/domain/model/shared-model';

let given: SharedData;
beforeEach(() => {
  given = startSharedData();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  given.close();
  jest.restoreAllMocks();
});

const field = (path: string, changed: Partial<ModelElement> = {}): ModelElement => ({ path, kind: 'field', type: 'string', many: false, required: false, ...changed });
const summary = (changed: Partial<CallPayload<'saveModelPart'>['model']> = {}) => ({
  id: 'shop', name: 'Shop', format: 'json-schema' as const, source: 'shop.json', importedAt: '2026-11-22T20:00:00.000Z', count: 2, upload: 'upload-1', parts: 1, ...changed,
});
const put = (as: string, model: ReturnType<typeof summary>, part: number, elements: ModelElement[]) => given.call(as, 'saveModelPart', { projectId: BUYER, model, part, elements });
const paths = async (as = CART) => {
  const read = await given.call(as, 'readModel', { projectId: BUYER, modelId: 'shop' });
  return read.ok ? read.value.model.elements.map(({ path }) => path) : read.problem.code;
};

test('a model is read as it was imported, by whoever may browse the project', async () => {
  expect(await put(LEAD, summary(), 0, [field('Basket.items', { many: true, values: ['a'] }), field('Basket.owner')])).toEqual({ ok: true, value: { committed: true } });
  expect(await given.call(CART, 'listModels', { projectId: BUYER })).toEqual({ ok: true, value: { models: [summary()] } });
  expect(await given.call(CART, 'readModel', { projectId: BUYER, modelId: 'shop' })).toMatchObject({ ok: true, value: { model: { id: 'shop', elements: [{ path: 'Basket.items', many: true, values: ['a'] }, { path: 'Basket.owner' }] } } });
});

test('one call gives all models with their elements, and names those that its answer does not hold', async () => {
  await put(LEAD, summary(), 0, [field('Basket.items'), field('Basket.owner')]);
  await put(LEAD, summary({ id: 'atlas', name: 'Atlas', count: 1 }), 0, [field('Map.tile')]);
  const read = async () => {
    const reply = await given.call(CART, 'readModels', { projectId: BUYER });
    return reply.ok ? [reply.value.models.map(({ name, elements }) => `${name} ${String(elements.length)}`), reply.value.left.map(({ name }) => name)] : reply.problem;
  };
  expect(await read()).toEqual([['Atlas 1', 'Shop 2'], []]);
  // 300 elements a part, 280 characters each: 84 parts are more than one answer of 5 MB.
  const parts = 84;
  const huge = summary({ id: 'huge', name: 'Huge', upload: 'upload-huge', parts, count: parts * 300 });
  for (let part = 0; part < parts; part += 1) {
    expect(await put(LEAD, huge, part, Array.from({ length: 300 }, (_, at) => field(`Huge.f${String(part)}x${String(at)}`, { description: 'd'.repeat(200) })))).toMatchObject({ ok: true });
  }
  expect(await read()).toEqual([['Atlas 1', 'Shop 2'], ['Huge']]);
  expect(await given.call(CART, 'readModel', { projectId: BUYER, modelId: 'huge' })).toMatchObject({ ok: true, value: { model: { name: 'Huge' } } });
  expect(await given.call(CART, 'readModels', { projectId: '10006' })).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
}, 60_000);

test('only administrators of the project import or remove a model', async () => {
  expect(await put(CART, summary(), 0, [field('Basket.items'), field('Basket.owner')])).toEqual({
    ok: false, problem: { code: 'FORBIDDEN', words: 'Only administrators of this project may import a shared data model. Ask one of them. The model that was there before still stands.' },
  });
  expect(await paths()).toBe('NOT_FOUND');
  expect(await given.call(CART, 'removeModel', { projectId: BUYER, modelId: 'shop' })).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
});

test('who may not browse the project reads none of its models, though the store is the app\'s own', async () => {
  await put(LEAD, summary(), 0, [field('Basket.items'), field('Basket.owner')]);
  const legal = '10006';
  expect(await given.call(CART, 'listModels', { projectId: legal })).toEqual({
    ok: false, problem: { code: 'FORBIDDEN', words: 'Only people who may browse the infrastructure project can read its shared data models. Ask its administrators for access. Nothing was changed.' },
  });
  expect(await given.call(LEGAL, 'listModels', { projectId: legal })).toEqual({ ok: true, value: { models: [] } });
  expect(await given.call(CART, 'readModel', { projectId: legal, modelId: 'shop' })).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
});

test('until the last part has come the old model stands; then the new one does, and nothing of the old is kept', async () => {
  await put(LEAD, summary(), 0, [field('Basket.items'), field('Basket.owner')]);
  const second = summary({ upload: 'upload-2', parts: 2, count: 3 });
  expect(await put(LEAD, second, 0, [field('Cart.items'), field('Cart.owner')])).toEqual({ ok: true, value: { committed: false } });
  expect(await paths()).toEqual(['Basket.items', 'Basket.owner']);
  expect(await put(LEAD, second, 1, [field('Cart.total')])).toEqual({ ok: true, value: { committed: true } });
  expect(await paths()).toEqual(['Cart.items', 'Cart.owner', 'Cart.total']);
  const keys = [...given.site.store.table<unknown>('forge.kvs').entries()].map(([key]) => key).filter((key) => key.startsWith('model-part:'));
  expect(keys).toEqual(['model-part:10001:shop:upload-2:0:0', 'model-part:10001:shop:upload-2:1:0']);
});

test('an import of which a part got lost is refused, and the old model stands', async () => {
  await put(LEAD, summary(), 0, [field('Basket.items'), field('Basket.owner')]);
  expect(await put(LEAD, summary({ upload: 'upload-3', parts: 3, count: 3 }), 2, [field('Cart.total')])).toEqual({
    ok: false, problem: { code: 'INVALID', words: '2 of the 3 parts of this import did not arrive. The model that was there before still stands. Import the file again.' },
  });
  expect(await put(LEAD, summary({ upload: 'upload-4', count: 7 }), 0, [field('Cart.total')])).toEqual({
    ok: false, problem: { code: 'INVALID', words: 'This import announced 7 elements, and 1 arrived. The model that was there before still stands. Import the file again.' },
  });
  expect(await paths()).toEqual(['Basket.items', 'Basket.owner']);
});

test('elements whose values fill more than one value of the store are kept whole', async () => {
  const wide = Array.from({ length: 5 }, (_, at) => field(`Wide.f${at}`, { values: Array.from({ length: 200 }, (__, n) => `${n}-`.padEnd(190, 'ä')) }));
  expect(await put(LEAD, summary({ count: 5 }), 0, wide)).toEqual({ ok: true, value: { committed: true } });
  const read = await given.call(CART, 'readModel', { projectId: BUYER, modelId: 'shop' });
  expect(read).toMatchObject({ ok: true, value: { model: { elements: wide } } });
});

test('what the model itself constrains takes part, is nobody\'s ticket, and holds nobody', async () => {
  await put(LEAD, summary({ count: 1 }), 0, [field('Basket.items', { required: true })]);
  await given.save(CART, 'BUYER-5', { claims: [{ id: 'c1', model: 'shop', element: 'Basket.items', facet: 'presence', level: 'must', is: 'forbidden' }] });
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ items: [{ code: 'PRESENCE_CLASH', at: 'Basket.items', ids: [] }] });
  await given.call(LEAD, 'removeModel', { projectId: BUYER, modelId: 'shop' });
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], items: [] });
});

test.each<[string, unknown]>([
  ['another key in the id', { projectId: BUYER, model: { ...summary(), id: '../claims' }, part: 0, elements: [] }],
  ['a project that is no number', { projectId: '10001:model', model: summary(), part: 0, elements: [] }],
  ['too many elements', { projectId: BUYER, model: summary(), part: 0, elements: Array.from({ length: 301 }, (_, at) => field(`A.f${at}`)) }],
  ['elements of a wrong shape', { projectId: BUYER, model: summary(), part: 0, elements: [{ path: 7 }] }],
  ['an endless number of parts', { projectId: BUYER, model: { ...summary(), parts: 1e9 }, part: 0, elements: [] }],
])('a hostile payload (%s) is refused in words and keeps nothing', async (_name, payload) => {
  const result = await given.host.invoke({ moduleKey: 'product-context-panel', functionKey: 'saveModelPart', payload, accountId: LEAD, extension: {} });
  expect(result).toMatchObject({ ok: true, value: { ok: false, problem: { code: 'INVALID' } } });
  expect(await given.call(LEAD, 'listModels', { projectId: BUYER })).toEqual({ ok: true, value: { models: [] } });
});
