import { BUYER, CART, LEAD, LEGAL, RECS, startSharedData, type SharedData } from './given-shared-data';
import { reply } from './wire-jira';
import type { CallPayload } from '../../src/contract/calls';
import type { Decision } from '../../src/domain/conflict/decisions/decision';
import type { ClaimContent } from '../../src/domain/context/product-context';

let given: SharedData;
beforeEach(async () => {
  given = startSharedData();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 1 })] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [claim({ min: 2 })] });
  await given.later(16);
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
const twoForAll = (changed: Partial<Asked> = {}): Asked => ({ ...decided, kind: 'standardise', canon: { facet: 'count', min: 2 }, overruled: [keyOf('BUYER-5')], ...changed }) as Asked;
const branch = (): Asked => ({
  ...decided, kind: 'branch', until: '2099-01-01', dimension: 'journey',
  groups: [{ claims: [keyOf('BUYER-5')], values: ['checkout'] }, { claims: [keyOf('BUYER-6')], values: ['deals'] }],
});
const decide = (as: string, startedFrom: number, decision: Asked) => given.call(as, 'recordDecision', { projectId: BUYER, startedFrom, decision });
const followUps = async () => {
  const read = await given.call(CART, 'readFollowUps', { projectId: BUYER });
  return read.ok ? read.value.followUps : read.problem;
};

test('a decision settles the conflict on both tickets; each is told what changes for it, and they are linked', async () => {
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1 });
  const made = await decide(LEAD, 0, twoForAll());
  expect(made).toMatchObject({ ok: true, value: { rev: 1, decisions: [{ number: 1, kind: 'standardise', decidedOn: new Date().toISOString().slice(0, 10) }] } });
  await given.later(1);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], blocking: 0, items: [] });
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: ['conflicts'], blocking: 0, items: [] });
  expect((await given.told('BUYER-5')).at(-1)).toBe('Decision 1 of the administrators of BUYER on Basket.items.\nOne rule now holds for every team that uses Basket.items: at least 2. It overrules what this ticket requires there.\nReason: Two payment methods are what buyers use\nWhat is written in the product context of this ticket stays as it is. A decision can be reversed.\n');
  expect((await given.told('BUYER-6')).at(-1)).toContain('One rule now holds for every team that uses Basket.items: at least 2.\nReason: Two payment methods are what buyers use\n');
  expect((await given.told('BUYER-6')).join()).not.toContain('BUYER-5');
  expect([...given.site.tables.links.values()].some(({ inwardId, outwardId }) => inwardId === String(given.idOf('BUYER-5')) && outwardId === String(given.idOf('BUYER-6')))).toBe(true);
  expect(await followUps()).toEqual([{ number: 1, waiting: [], done: [given.idOf('BUYER-5'), given.idOf('BUYER-6')], failed: [] }]);
});

test('a decision that is reversed leaves the claims as they were written, and the conflict is back', async () => {
  await decide(LEAD, 0, branch());
  await given.later(1);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], until: '2099-01-01' });
  expect((await given.told('BUYER-5')).at(-1)).toContain('What this ticket requires of Basket.items now applies only where journey is checkout. This holds until 2099-01-01.');
  const reversed = await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 1, number: 1, why: 'The journeys will be one next year' });
  expect(reversed).toMatchObject({ ok: true, value: { rev: 2, decisions: [{ number: 1, reversedWhy: 'The journeys will be one next year' }] } });
  await given.later(10);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1 });
  expect((await given.told('BUYER-5')).some((text) => text.includes('What this ticket requires of Basket.items counts again as it is written here.'))).toBe(true);
  expect(await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 2, number: 1, why: 'Once more, to be sure' })).toMatchObject({ ok: false, problem: { code: 'CHANGED' } });
});

test('a decision that falls due is undone by the daily run', async () => {
  await decide(LEAD, 0, { ...branch(), until: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10) } as Asked);
  await given.later(1);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'] });
  await given.later(4 * 86_400);
  await given.host.schedules.run('daily-recheck');
  await given.later(1);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1 });
});

test('of two people who decide at the same moment one is recorded, and the other is shown what was decided', async () => {
  const both = await Promise.all([decide(LEAD, 0, twoForAll()), decide('sam-keller', 0, branch())]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [lost] = both.filter(({ ok }) => !ok);
  expect(lost).toMatchObject({
    ok: false, problem: {
      code: 'STALE', theirs: { rev: 1, decisions: [{ number: 1 }] },
      words: 'Somebody else recorded a decision in the meantime. Yours was not recorded, and what you entered is still here. Look at what was decided, then decide again.',
    },
  });
});

test('only who administers the infrastructure project decides, reverses and resumes', async () => {
  const words = 'Only administrators of the infrastructure project decide conflicts on its shared data. Ask one of them, or say what you think in a comment on the ticket. Nothing was decided.';
  expect(await decide(CART, 0, twoForAll())).toEqual({ ok: false, problem: { code: 'FORBIDDEN', words } });
  expect(await given.call(CART, 'reverseDecision', { projectId: BUYER, startedFrom: 0, number: 1, why: 'because I say so' })).toEqual({ ok: false, problem: { code: 'FORBIDDEN', words } });
  expect(await given.call(CART, 'resumeFollowUps', { projectId: BUYER })).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  expect(await followUps()).toEqual([]);
});

test('a decision that cannot be made is refused with every reason', async () => {
  expect(await decide(LEAD, 0, twoForAll({ overruled: [keyOf('BUYER-5'), '10999/c1', '0/x'], until: '2020-01-01' } as Partial<Asked>))).toEqual({
    ok: false, problem: {
      code: 'INVALID', words: 'This decision cannot be made as it stands. Nothing was decided. Correct what is named below, then decide again.',
      details: [
        '2 of the requirements that it names are not there any more: load the page again.',
        'What the shared data model itself constrains cannot be overruled by a decision: import a changed model.',
        expect.stringContaining('The date 2020-01-01 is over'),
      ],
    },
  });
});

test('a law on a ticket that the one who decides may not see stops the decision, and nothing of the ticket is said', async () => {
  await given.host.schedules.run('daily-recheck');
  await given.later(1);
  const legal = given.idOf('LEGAL-1');
  expect((await given.rest('sam-keller', 'GET', `/rest/api/3/issue/${legal}`)).status).toBe(404);
  const refused = await decide('sam-keller', 0, {
    ...decided, kind: 'standardise', conflict: { id: 'y', code: 'RETENTION_CLASH', facet: 'retention' }, at: { model: 'buyer-profile', element: 'BuyerProfile.orderHistory' },
    canon: { facet: 'retention', min: 3650, unit: 'days' }, overruled: [`${legal}/c1`],
  });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'INVALID', details: ['A ticket that you cannot see asks what a law or a contract demands: it cannot be overruled here.'] } });
  expect(JSON.stringify(refused)).not.toMatch(/LEGAL|GDPR/);
  expect((await given.rest(LEGAL, 'GET', `/rest/api/3/issue/${legal}`)).status).toBe(200);
});

test('follow-ups that were interrupted between the third and the fourth ticket go on there, and nobody is told twice', async () => {
  for (const key of ['BUYER-10', 'BUYER-11', 'BUYER-12']) await given.save(CART, key, { claims: [claim({ max: 1 })] });
  await given.later(16);
  await decide(LEAD, 0, twoForAll({ overruled: ['BUYER-5', 'BUYER-10', 'BUYER-11', 'BUYER-12'].map((key) => keyOf(key)) } as Partial<Asked>));
  const afterThird = ['BUYER-11', 'BUYER-12'].map((key) => `/issue/${given.idOf(key)}/comment`);
  given.interfere = ({ method, path }) => (method === 'POST' && afterThird.some((part) => path.includes(part)) ? reply(503) : undefined);
  await given.later(1);
  const ids = ['BUYER-5', 'BUYER-6', 'BUYER-10', 'BUYER-11', 'BUYER-12'].map((key) => given.idOf(key));
  expect(await followUps()).toEqual([{ number: 1, done: ids.slice(0, 3), waiting: ids.slice(3), failed: [] }]);
  given.interfere = () => undefined;
  expect(await given.call(LEAD, 'resumeFollowUps', { projectId: BUYER })).toMatchObject({ ok: true });
  await given.later(120);
  expect(await followUps()).toEqual([{ number: 1, done: ids, waiting: [], failed: [] }]);
  for (const key of ['BUYER-5', 'BUYER-11', 'BUYER-12']) expect((await given.told(key)).filter((text) => text.startsWith('Decision 1'))).toHaveLength(1);
});

test('a ticket that cannot be written is listed with the reason, and tried again when asked', async () => {
  await decide(LEAD, 0, twoForAll());
  given.interfere = ({ method, path }) => (method === 'POST' && path.includes(`/issue/${given.idOf('BUYER-6')}/comment`) ? reply(403) : undefined);
  await given.later(1);
  expect(await followUps()).toEqual([{
    number: 1, done: [given.idOf('BUYER-5')], waiting: [],
    failed: [{ ticket: given.idOf('BUYER-6'), words: 'Groundwork may not comment on this ticket or link it: its project may not give that to apps. Tell its people yourself.' }],
  }]);
  given.interfere = () => undefined;
  await given.call(LEAD, 'resumeFollowUps', { projectId: BUYER });
  await given.later(1);
  expect(await followUps()).toMatchObject([{ waiting: [], failed: [], done: [given.idOf('BUYER-5'), given.idOf('BUYER-6')] }]);
});

test('more decisions than one property holds go on in further ones, and an old one can still be reversed', async () => {
  const why = 'Because it was decided so. '.repeat(37).slice(0, 990);
  const written: Decision[] = [];
  for (let rev = 0; rev < 40; rev += 1) {
    const made = await decide(LEAD, rev, twoForAll({ why, alternatives: `${rev} ${why}`.slice(0, 990) } as Partial<Asked>));
    if (!made.ok) throw new Error(made.problem.words);
    jest.setSystemTime(Date.now() + 2_000);
    written.splice(0, written.length, ...made.value.decisions);
  }
  expect(written.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  const properties = [...given.site.tables.properties.values()].filter(({ key }) => key.startsWith('product-context.decisions.'));
  expect(properties.length).toBeGreaterThan(1);
  expect(Math.max(...properties.map(({ value }) => JSON.stringify(value).length))).toBeLessThanOrEqual(32_768);
  const reversed = await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 40, number: 2, why: 'It was decided too early' });
  expect(reversed).toMatchObject({ ok: true, value: { rev: 41 } });
  if (!reversed.ok) return;
  expect(reversed.value.decisions.filter(({ reversedOn }) => reversedOn !== undefined).map(({ number }) => number)).toEqual([2]);
  expect(reversed.value.decisions).toHaveLength(40);
});

test('decisions that cannot be read are not overwritten', async () => {
  await given.rest(LEAD, 'PUT', `/rest/api/3/project/${BUYER}/properties/product-context.decisions.0`, { v: 2, rev: 3, decisions: 'all' });
  expect(await decide(LEAD, 0, twoForAll())).toMatchObject({ ok: false, problem: { code: 'NEWER_VERSION' } });
});

test('[CF29] working on one solution together: both tickets wait for the joint one, are free once it says what holds, and clash again when that is reversed', async () => {
  const joint = { id: given.idOf('BUYER-12'), key: 'BUYER-12' };
  const together = { ...decided, kind: 'collaborate', joint, members: [keyOf('BUYER-5'), keyOf('BUYER-6')], personDays: 4, until: '2099-01-01' } as Asked;
  expect(await decide(LEAD, 0, together)).toMatchObject({ ok: true, value: { decisions: [{ number: 1, kind: 'collaborate' }] } });
  await given.later(1);
  for (const key of ['BUYER-5', 'BUYER-6']) expect((await given.conflicts(key))?.met).toEqual([]);
  expect((await given.told('BUYER-5')).at(-1)).toContain('One solution for Basket.items is being worked out together, and this ticket waits for it.');
  expect((await given.told('BUYER-12')).at(-1)).toContain('This ticket is where one solution for Basket.items is worked out.');
  expect(await followUps()).toEqual([{ number: 1, waiting: [], done: expect.arrayContaining([given.idOf('BUYER-5'), given.idOf('BUYER-6'), joint.id]) as unknown, failed: [] }]);
  await given.save(LEAD, 'BUYER-12', { claims: [claim({ min: 1, max: 3 })] });
  await given.later(16);
  for (const key of ['BUYER-5', 'BUYER-6']) expect(await given.conflicts(key)).toMatchObject({ met: ['conflicts'], blocking: 0, items: [] });
  await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 1, number: 1, why: 'The two teams do it each for itself' });
  await given.later(10);
  for (const key of ['BUYER-5', 'BUYER-6']) expect(await given.conflicts(key)).toMatchObject({ met: [], items: [{ code: 'COUNT_CLASH' }] });
});

test('[CF30] separate ways: the team that leaves clashes no more, and does again when that is reversed', async () => {
  expect(await decide(LEAD, 0, { ...decided, kind: 'separate ways', teams: ['recommendations'] } as Asked)).toMatchObject({ ok: true, value: { decisions: [{ number: 1, kind: 'separate ways' }] } });
  await given.later(1);
  for (const key of ['BUYER-5', 'BUYER-6']) expect(await given.conflicts(key)).toMatchObject({ met: ['conflicts'], blocking: 0, items: [] });
  expect((await given.told('BUYER-6')).at(-1)).toContain('The team of this ticket keeps its own Basket.items, outside the shared data model.');
  expect((await given.told('BUYER-5')).at(-1)).toContain('Some teams now keep their own Basket.items; for this ticket it stays shared.');
  await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 1, number: 1, why: 'Reports need both in one place' });
  await given.later(10);
  for (const key of ['BUYER-5', 'BUYER-6']) expect(await given.conflicts(key)).toMatchObject({ met: [], blocking: 1, items: [{ code: 'COUNT_CLASH' }] });
  expect((await given.told('BUYER-6')).some((text) => text.includes('It was reversed on'))).toBe(true);
});

const apart = (element: string, facet: 'count' | 'budget'): Asked => ({
  ...decided, at: { model: 'shop', element }, conflict: { id: 'x', code: facet === 'count' ? 'COUNT_CLASH' : 'REQUIRED_BUDGET_EXCEEDED', facet }, kind: 'separate ways', teams: ['recommendations'],
}) as Asked;

test('[CF122] a team that leaves with the entity takes its fields along; who requires other fields of it hears nothing', async () => {
  const required = (id: string, field: string) => claim({ id, element: `Basket.${field}`, facet: 'presence', is: 'required' });
  await given.save(CART, 'BUYER-5', { claims: [claim({ element: 'Basket', facet: 'budget', max: 1 })] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [required('c1', 'name'), required('c2', 'city')] });
  await given.save(CART, 'BUYER-11', { claims: [required('c1', 'email')] });
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ blocking: 1, items: [{ code: 'REQUIRED_BUDGET_EXCEEDED' }] });
  expect(await decide(LEAD, 0, apart('Basket', 'budget'))).toMatchObject({ ok: true });
  await given.later(1);
  for (const key of ['BUYER-5', 'BUYER-6', 'BUYER-11']) expect(await given.conflicts(key)).toMatchObject({ met: ['conflicts'], items: [] });
  expect((await given.told('BUYER-6')).at(-1)).toContain('The team of this ticket keeps its own Basket, outside the shared data model.');
  expect((await given.told('BUYER-5')).at(-1)).toContain('Some teams now keep their own Basket; for this ticket it stays shared.');
  expect((await given.told('BUYER-11')).filter((text) => text.startsWith('Decision 1'))).toEqual([]);
});

test('[CF122] what clashes among those who left stands on their tickets', async () => {
  await given.save(RECS, 'BUYER-11', { team: 'recommendations', claims: [claim({ max: 1 })] });
  await given.later(16);
  await decide(LEAD, 0, apart('Basket.items', 'count'));
  await given.later(1);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], items: [] });
  for (const key of ['BUYER-6', 'BUYER-11']) expect(await given.conflicts(key)).toMatchObject({ blocking: 1, items: [{ code: 'COUNT_CLASH', at: 'Basket@recommendations.items' }] });
});
