/** What a decision binds, and what it can be made against. */

import { BUYER, CART, LEAD, OSTAT, RECS, startSharedData, type SharedData } from './given-shared-data';
import type { CallPayload } from '../../src/contract/calls';
import { askHash } from '../../src/domain/conflict/decisions/bound-claims';
import type { ClaimContent } from '../../src/domain/context/product-context';

let given: SharedData;
beforeEach(() => {
  given = startSharedData();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  given.close();
  jest.restoreAllMocks();
});

const claim = (changed: Partial<ClaimContent>): ClaimContent => ({ id: 'c1', model: 'shop', element: 'Basket.items', facet: 'count', level: 'must', ...changed });
const keyOf = (ticket: string, id = 'c1') => `${given.idOf(ticket)}/${id}`;
type Asked = CallPayload<'recordDecision'>['decision'];
const decided = {
  number: 99, conflict: { id: 'x', code: 'COUNT_CLASH' as const, facet: 'count' as const }, at: { model: 'shop', element: 'Basket.items' },
  why: 'Two payment methods are what buyers use', decidedOn: '2020-01-01',
};
const decide = (startedFrom: number, decision: object) => given.call(LEAD, 'recordDecision', { projectId: BUYER, startedFrom, decision: { ...decided, ...decision } as Asked });
const twoForAll = () => ({ kind: 'standardise', canon: { facet: 'count', min: 2 }, overruled: [keyOf('BUYER-5')] });
const settled = { met: ['conflicts'], blocking: 0, items: [] };

async function clash(): Promise<void> {
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 1 })] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [claim({ min: 2 })] });
  await given.later(16);
}

test.each([['another element of the entity', 'Basket.total'], ['another entity', 'Order.total']])('[CF65] a requirement that is changed to %s is not overruled there', async (_where, element) => {
  await clash();
  expect((await decide(0, twoForAll())).ok).toBe(true);
  await given.later(1);
  expect(await given.conflicts('BUYER-5')).toMatchObject(settled);
  await given.save(CART, 'BUYER-5', { claims: [claim({ element, facet: 'range', max: 100 })] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [claim({ min: 2 }), claim({ id: 'c2', element, facet: 'range', min: 200 })] });
  await given.later(16);
  for (const key of ['BUYER-5', 'BUYER-6']) expect(await given.conflicts(key)).toMatchObject({ met: [], blocking: 1, items: [{ code: 'RANGE_DISJOINT', at: element }] });
});

test('[CF65] a requirement that asks for something else there clashes with what was decided; its reason may change', async () => {
  await clash();
  await decide(0, twoForAll());
  await given.later(1);
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 1, why: 'Buyers see one card only' })] });
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject(settled);
  await given.save(CART, 'BUYER-5', { claims: [claim({ min: 1, max: 1 })] });
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ blocking: 1, items: [{ code: 'COUNT_CLASH' }] });
});

test('[CF65] a decision on what has changed since the page was loaded is refused', async () => {
  await clash();
  const asked = [askHash(claim({ max: 1 }))];
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 3 })] });
  expect(await decide(0, { ...twoForAll(), asked })).toMatchObject({
    ok: false, problem: { details: ['1 of the requirements that it names was changed since you loaded the page: load it again to see what it asks now.'] },
  });
  expect(await decide(0, { ...twoForAll(), asked: [askHash(claim({ max: 3 }))] })).toMatchObject({ ok: true, value: { decisions: [{ asked: [askHash(claim({ max: 3 }))] }] } });
});

async function reopened(): Promise<void> {
  await clash();
  await decide(0, twoForAll());
  await given.save(OSTAT, 'BUYER-10', { team: 'order-status', claims: [claim({ max: 1 })] });
  await given.later(16);
  expect(await given.conflicts('BUYER-10')).toMatchObject({ blocking: 1, items: [{ code: 'COUNT_CLASH', ids: [given.idOf('BUYER-6')] }] });
}

test('[CF66] a conflict that reopens against a decision can be decided the other way', async () => {
  await reopened();
  expect(await decide(1, { kind: 'standardise', canon: { facet: 'count', max: 1 }, overruled: [keyOf('BUYER-6'), '-1/canon'] })).toMatchObject({ ok: true, value: { rev: 2 } });
  await given.later(1);
  for (const key of ['BUYER-5', 'BUYER-6', 'BUYER-10']) expect(await given.conflicts(key)).toMatchObject(settled);
});

test('[CF66] what was decided can get a place of its own, or wait for a joint answer', async () => {
  await reopened();
  const groups = [{ claims: [keyOf('BUYER-10')], values: ['checkout'] }, { claims: ['-1/canon', keyOf('BUYER-6')], values: ['deals'] }];
  expect((await decide(1, { kind: 'branch', until: '2099-01-01', dimension: 'journey', groups })).ok).toBe(true);
  await given.later(1);
  for (const key of ['BUYER-6', 'BUYER-10']) expect(await given.conflicts(key)).toMatchObject(settled);
});

test('[CF66] what was decided and is not in force any more cannot be named', async () => {
  await reopened();
  await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 1, number: 1, why: 'It was decided too early' });
  expect(await decide(2, { kind: 'standardise', canon: { facet: 'count', max: 1 }, overruled: [keyOf('BUYER-6'), '-1/canon'] })).toMatchObject({
    ok: false, problem: { details: ['1 of the requirements that it names is not there any more: load the page again.'] },
  });
});

const slow = (element: string, min: number): ClaimContent => ({ id: 'c1', model: 'shop', element, facet: 'latency', level: 'must', min, unit: 'ms' });
const BUDGET: ClaimContent = {
  id: 'b1', model: 'shop', element: 'Checkout', facet: 'budget', level: 'must', is: 'latency', max: 500, unit: 'ms', along: ['Checkout.total', 'Shipping.price', 'Tax.rate'],
};
const sum = { conflict: { id: 'x', code: 'SUM_BUDGET_EXCEEDED', facet: 'budget' }, at: { model: 'shop', element: 'Checkout' } };
const { id: _id, model: _model, element: _element, level: _level, ...WHOLE } = BUDGET;

async function threeEntities(): Promise<void> {
  await given.save(CART, 'BUYER-5', { claims: [BUDGET] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [slow('Shipping.price', 300)] });
  await given.save(OSTAT, 'BUYER-10', { team: 'order-status', claims: [slow('Tax.rate', 400), claim({ id: 'c2', element: 'Tax.rate', facet: 'count', max: 1 })] });
  await given.save(LEAD, 'BUYER-11', { team: 'marketing', claims: [slow('Tax.rate', 450), { ...BUDGET, id: 'b2', element: 'Tax', along: ['Tax.rate'], max: 420 }] });
  await given.later(16);
  expect((await given.conflicts('BUYER-5'))?.items).toMatchObject([{ code: 'SUM_BUDGET_EXCEEDED', at: 'Checkout' }]);
}

test('[CF67] a sum across entities is decided, and what it overrules elsewhere is overruled there, too', async () => {
  await threeEntities();
  expect((await given.conflicts('BUYER-11'))?.items.map(({ at }) => at).sort()).toEqual(['Checkout', 'Tax']);
  const made = await decide(0, { ...sum, kind: 'standardise', canon: WHOLE, overruled: [keyOf('BUYER-10'), keyOf('BUYER-11')] });
  expect(made).toMatchObject({ ok: true, value: { decisions: [{ asked: [expect.stringMatching(/^[0-9a-f]{8}$/), expect.stringMatching(/^[0-9a-f]{8}$/)] }] } });
  await given.later(1);
  for (const key of ['BUYER-5', 'BUYER-6', 'BUYER-10', 'BUYER-11']) expect(await given.conflicts(key)).toMatchObject(settled);
  await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 1, number: 1, why: 'It was decided too early' });
  await given.later(1);
  expect((await given.conflicts('BUYER-11'))?.items.map(({ at }) => at).sort()).toEqual(['Checkout', 'Tax']);
});

test('[CF67] tickets of every entity wait for a joint answer, and are free as soon as there is one', async () => {
  await threeEntities();
  const joint = { id: given.idOf('BUYER-12'), key: 'BUYER-12' };
  const members = [keyOf('BUYER-5', 'b1'), keyOf('BUYER-6'), keyOf('BUYER-10'), keyOf('BUYER-11')];
  expect((await decide(0, { ...sum, kind: 'collaborate', joint, members, personDays: 4, until: '2099-01-01' })).ok).toBe(true);
  await given.later(1);
  for (const key of ['BUYER-5', 'BUYER-6', 'BUYER-10']) expect(await given.conflicts(key)).toMatchObject({ met: [], blocking: expect.any(Number) as unknown });
  await given.save(LEAD, 'BUYER-12', { team: 'marketing', claims: [{ ...BUDGET, max: 1_200 }] });
  await given.later(16);
  for (const key of ['BUYER-5', 'BUYER-6', 'BUYER-10']) expect(await given.conflicts(key)).toMatchObject(settled);
});

test('[CF68] a ticket that the index lacks can be decided on at once', async () => {
  await clash();
  const record = await given.record('BUYER-5');
  await given.rest(LEAD, 'PUT', '/rest/api/3/issue/BUYER-10/properties/product-context', { ...record, rev: 3, index: { ...record?.index, issue: given.idOf('BUYER-10') } });
  expect(await decide(0, { ...twoForAll(), overruled: [keyOf('BUYER-5'), keyOf('BUYER-10')] })).toMatchObject({ ok: true, value: { rev: 1 } });
  await given.later(1);
  expect(await given.conflicts('BUYER-10')).toMatchObject(settled);
});

test('[CF69] what the shared data model constrains cannot be overruled, moved or made to wait, and the words fit the way', async () => {
  await clash();
  const groups = [{ claims: ['0/m1'], values: ['checkout'] }, { claims: [keyOf('BUYER-6')], values: ['deals'] }];
  expect(await decide(0, { kind: 'branch', until: '2099-01-01', dimension: 'journey', groups })).toMatchObject({
    ok: false, problem: { details: expect.arrayContaining(['What the shared data model itself constrains holds everywhere, and no decision gives it a place of its own: import a changed model.']) as unknown },
  });
});

test('[CF70] one decision may name more than 500 requirements; too many for one record are refused with the way round', async () => {
  await clash();
  const fits = Array.from({ length: 600 }, (_, at) => `${String(20_000 + at)}/c1`);
  expect(await decide(0, { ...twoForAll(), overruled: fits, asked: fits.map(() => '0123abcd') })).toMatchObject({
    ok: false, problem: { details: ['600 of the requirements that it names are not there any more: load the page again.'] },
  });
  const record = await given.record('BUYER-5');
  const claims = Array.from({ length: 100 }, (_, at) => claim({ id: `c${String(at + 1)}`, max: 1 }));
  const tickets = Array.from({ length: 16 }, (_, at) => `BUYER-${String(10 + at)}`);
  for (const key of tickets) await given.rest(LEAD, 'PUT', `/rest/api/3/issue/${key}/properties/product-context`, { ...record, rev: 3, claims, log: [], index: { ...record?.index, issue: given.idOf(key) } });
  const all = tickets.flatMap((key) => claims.map(({ id }) => keyOf(key, id)));
  expect(await decide(0, { ...twoForAll(), overruled: all })).toMatchObject({
    ok: false, problem: {
      code: 'TOO_LARGE',
      words: 'One decision has at most 32,768 characters. Nothing was decided. Let it name fewer requirements, and name the rest in a second decision of the same kind; or shorten its reason.',
    },
  });
  expect(await decide(0, { ...twoForAll(), overruled: all.slice(0, 800) })).toMatchObject({ ok: true, value: { rev: 1 } });
  expect(await decide(1, { ...twoForAll(), overruled: all.slice(800) })).toMatchObject({ ok: true, value: { rev: 2 } });
});
