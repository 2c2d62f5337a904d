import { aHostSite, callResolver, type HostSite } from './host-site';

const DAY = 86_400_000;
let here: HostSite;
beforeEach(() => { here = aHostSite(); });
afterEach(() => { here.end(); });

const call = async (functionKey: string, payload: unknown = {}): Promise<unknown> => {
  const answer = await callResolver(here.host, functionKey, payload);
  return answer.ok ? answer.value : answer.failure.words;
};

test('what was set is read back, and a key without a value is undefined', async () => {
  await call('set', { key: 'a:1', value: { deep: [1, null, 'x'] } });
  expect(await call('get', { key: 'a:1' })).toEqual({ value: { deep: [1, null, 'x'] } });
  expect(await call('get', { key: 'a:2' })).toEqual({});
  await call('delete', { key: 'a:1' });
  expect(await call('get', { key: 'a:1' })).toEqual({});
  expect(await call('delete', { key: 'a:1' })).toEqual({});
});

test('of several claims at the same time one wins, the others hear KEY_CONFLICT', async () => {
  const answers = await Promise.all(['p', 'q', 'r'].map((value) => call('claim', { key: 'rev:1:2', value })));
  expect([...answers].sort()).toEqual(['KEY_CONFLICT', 'KEY_CONFLICT', 'mine']);
});

test('an expired claim still conflicts for up to 48 hours, then it is gone', async () => {
  await call('claim', { key: 'rev:1:2', value: 'p' });
  here.pass(2 * DAY);
  expect(await call('claim', { key: 'rev:1:2', value: 'q' })).toBe('KEY_CONFLICT');
  here.pass(DAY + 1_000);
  expect(await call('claim', { key: 'rev:1:2', value: 'q' })).toBe('mine');
});

test('a query pages through keys by prefix', async () => {
  for (const key of ['c:1', 'c:2', 'c:3', 'd:1']) await call('set', { key, value: 1 });
  const first = await call('page', { prefix: 'c:', limit: 2 }) as { nextCursor: string };
  expect(first).toEqual({ keys: ['c:1', 'c:2'], nextCursor: expect.any(String) as string });
  expect(await call('page', { prefix: 'c:', limit: 2, cursor: first.nextCursor })).toEqual({ keys: ['c:3'] });
  expect(await call('page', { prefix: 'c:', limit: 101 })).toBe('There was an error invoking the function - At limit: expected at most 100, got 101');
});

test('a transaction is kept whole or not at all', async () => {
  await call('set', { key: 't:0', value: 0 });
  expect(await call('transact', { first: 1, second: 'ä' })).toBe('There was an error invoking the function - The key "ä" has characters other than letters, digits, ":", ".", "_", "-", "#" and space.');
  expect(await call('get', { key: 't:1' })).toEqual({});
  expect(await call('get', { key: 't:0' })).toEqual({ value: 0 });
  await call('transact', { first: 1, second: 't:2' });
  expect([await call('get', { key: 't:0' }), await call('get', { key: 't:1' }), await call('get', { key: 't:2' })]).toEqual([{}, { value: 1 }, { value: 2 }]);
});

test('a batch says which keys it could not take', async () => {
  expect(await call('batch')).toEqual({
    successfulKeys: [{ key: 'b:1' }],
    failedKeys: [{ key: 'ä', error: { code: 'INVALID_KEY', message: 'The key "ä" has characters other than letters, digits, ":", ".", "_", "-", "#" and space.' } }],
  });
});

test('a value over 240 KiB, a null, a key over 500 characters and nesting over 31 are refused', async () => {
  const refusal = 'There was an error invoking the function - ';
  expect(await call('set', { key: 'k', value: 'x'.repeat(240 * 1024) })).toBe(`${refusal}A value has at most 240 KiB, this one has 245762 bytes.`);
  expect(await call('set', { key: 'k', value: null })).toBe(`${refusal}A value must not be null or undefined.`);
  expect(await call('set', { key: 'k'.repeat(501), value: 1 })).toBe(`${refusal}A key has 1 to 500 characters, this one has 501.`);
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  expect(await call('set', { key: 'k', value: deep(32) })).toBe(`${refusal}A value is nested at most 31 deep.`);
  expect(await call('set', { key: 'k', value: deep(31) })).toBe('set');
});

test('every call counts in units of 10 KB', async () => {
  const before = here.site.meter.since(0).mark;
  await call('set', { key: 'k', value: 'x'.repeat(25_000) });
  await call('get', { key: 'k' });
  await call('get', { key: 'none' });
  const units = here.site.meter.since(before).entries.filter(({ kind }) => kind === 'kvs').map(({ what, status, kvsUnits }) => [what, status, kvsUnits]);
  expect(units).toEqual([['kvs.set', 204, 3], ['kvs.get', 200, 3], ['kvs.get', 404, 1]]);
});

test('values survive the end of the process', async () => {
  await call('set', { key: 'k', value: 'kept' });
  here = here.restart();
  expect(await call('get', { key: 'k' })).toEqual({ value: 'kept' });
});
