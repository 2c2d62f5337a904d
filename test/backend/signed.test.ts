/** Who decided, what it cost, and that it was looked at again. */

import { BUYER, CART, LEAD, RECS, startSharedData, type SharedData } from './given-shared-data';
import { reply } from './wire-jira';
import type { CallPayload } from '../../src/contract/calls';
import { decisionMark } from '../../src/contract/decisions';
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
const keyOf = (ticket: string) => `${given.idOf(ticket)}/c1`;
type Asked = CallPayload<'recordDecision'>['decision'];
const decided = {
  number: 99, conflict: { id: 'x', code: 'COUNT_CLASH' as const, facet: 'count' as const }, at: { model: 'shop', element: 'Basket.items' },
  why: 'Two payment methods are what buyers use', decidedOn: '2020-01-01',
};
const twoForAll = () => ({ kind: 'standardise', canon: { facet: 'count', min: 2, when: { journey: ['deals'] } }, overruled: [keyOf('BUYER-5')] });
const decide = (startedFrom: number, decision: object) => given.call(LEAD, 'recordDecision', { projectId: BUYER, startedFrom, decision: { ...decided, ...decision } as Asked });

function only(made: Awaited<ReturnType<typeof decide>>): Decision {
  if (!made.ok) throw new Error(made.problem.words);
  const [decision] = made.value.decisions;
  if (decision === undefined) throw new Error('Nothing was decided.');
  return decision;
}

/** Who wrote a comment of a decision, and its mark. */
function written(decision: Decision, step: 'made' | 'reversed' | 'confirmed') {
  const id = decision.signed?.[step]?.comment ?? '';
  const comment = given.site.tables.comments.get(id);
  const mark = [...given.site.tables.properties.values()].find(({ entity, entityId }) => entity === 'comment' && entityId === id)?.value;
  return { author: comment?.authorId, ticket: comment?.issueId, mark };
}
const byLead = (decision: Decision, step: 'made' | 'reversed' | 'confirmed', ticket = 'BUYER-5') => ({ author: LEAD, ticket: String(given.idOf(ticket)), mark: decisionMark(BUYER, decision, step) });

test('[CF71] who decides says so in one comment of their own, which says the rule and the reason, and so does who reverses it', async () => {
  const decision = only(await decide(0, twoForAll()));
  expect(written(decision, 'made')).toEqual(byLead(decision, 'made'));
  await given.later(1);
  const comments = (await given.told('BUYER-5')).filter((text) => text.startsWith('Decision 1'));
  expect(comments).toEqual([
    'Decision 1 of the administrators of BUYER on Basket.items.\nOne rule now holds for every team that uses Basket.items: at least 2, when journey is deals. It overrules what this ticket requires there.\n'
    + 'Reason: Two payment methods are what buyers use\nWhat is written in the product context of this ticket stays as it is. A decision can be reversed.\n',
  ]);
  const reversed = only(await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 1, number: 1, why: 'It was decided too early' }));
  expect(written(reversed, 'reversed')).toEqual(byLead(reversed, 'reversed'));
  expect(written(reversed, 'made')).toEqual(byLead(decision, 'made'));
  await given.later(1);
  expect((await given.told('BUYER-6')).at(-1)).toMatch(/It was reversed on .*\nWhat this ticket requires of Basket\.items counts again as it is written here\.\nReason: It was decided too early\n$/);
  const stored = JSON.stringify([...given.site.tables.properties.values()].filter(({ key }) => key.startsWith('product-context.decisions')));
  expect(stored).not.toContain(LEAD);
});

test('[CF71] a decision on a joint ticket is signed there', async () => {
  const joint = { id: given.idOf('BUYER-12'), key: 'BUYER-12' };
  const decision = only(await decide(0, { kind: 'collaborate', joint, members: [keyOf('BUYER-5'), keyOf('BUYER-6')], personDays: 4, until: '2099-01-01' }));
  expect(written(decision, 'made')).toEqual(byLead(decision, 'made', 'BUYER-12'));
});

test('[CF71] where who decides may not comment the next ticket takes it; where none does, nothing is decided', async () => {
  const five = new RegExp(`/issue/${given.idOf('BUYER-5')}/comment`);
  given.interfere = ({ method, path }) => (method === 'POST' && five.test(path) ? reply(403) : undefined);
  const decision = only(await decide(0, twoForAll()));
  expect(written(decision, 'made')).toEqual(byLead(decision, 'made', 'BUYER-6'));
  given.interfere = ({ method, path }) => (method === 'POST' && path.includes('/comment') ? reply(403) : undefined);
  expect(await decide(1, twoForAll())).toMatchObject({
    ok: false, problem: {
      code: 'FORBIDDEN',
      words: 'A decision needs a comment by you on one of the tickets it binds, and you may not comment on them. Ask a project administrator for the permission "Add comments", then decide again. Nothing was decided.',
    },
  });
  given.interfere = () => undefined;
  expect(await decide(1, twoForAll())).toMatchObject({ ok: true, value: { rev: 2 } });
});

test('[CF71] a decision whose record could not be written is signed once when it is recorded after all', async () => {
  given.interfere = ({ method, path }) => (method === 'PUT' && path.includes('product-context.decisions') ? reply(403) : undefined);
  expect((await decide(0, twoForAll())).ok).toBe(false);
  given.interfere = () => undefined;
  const decision = only(await decide(0, twoForAll()));
  expect(written(decision, 'made')).toEqual(byLead(decision, 'made'));
  expect((await given.told('BUYER-5')).filter((text) => text.startsWith('Decision 1'))).toHaveLength(1);
});

test('[CF72] the price is kept as it was known when it was decided', async () => {
  expect(only(await decide(0, twoForAll())).price).toEqual({
    givenUp: [{ team: 'shopping-cart', worths: [{ low: 6e6, high: 1e7, currency: 'USD', per: 'month' }], unstated: 0 }], representations: { before: 1, after: 1 },
  });
});

test('[CF73] a decision that fell due is confirmed until another day, has its effect again, and who did it is told', async () => {
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await decide(0, { ...twoForAll(), canon: { facet: 'count', min: 2 }, until: soon });
  await given.later(4 * 86_400);
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ blocking: 1 });
  const decision = only(await given.call(LEAD, 'confirmDecision', { projectId: BUYER, startedFrom: 1, number: 1, until: '2099-01-01' }));
  expect(decision).toMatchObject({ until: '2099-01-01', confirmedOn: new Date().toISOString().slice(0, 10) });
  expect(written(decision, 'confirmed')).toEqual(byLead(decision, 'confirmed'));
  await given.later(1);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], until: '2099-01-01' });
});

test('[CF73] a decision without an end is looked at again on the day named; what is reversed, over or not yours cannot be confirmed', async () => {
  await decide(0, { ...twoForAll(), lookAgain: '2021-01-01' });
  expect(only(await given.call(LEAD, 'confirmDecision', { projectId: BUYER, startedFrom: 1, number: 1, until: '2099-01-01' }))).toMatchObject({ lookAgain: '2099-01-01' });
  const refused = async (as: string, startedFrom: number, until: string) => {
    const found = await given.call(as, 'confirmDecision', { projectId: BUYER, startedFrom, number: 1, until });
    return found.ok ? 'done' : found.problem.code;
  };
  expect(await refused(LEAD, 2, '2020-01-01')).toBe('INVALID');
  expect(await refused(CART, 2, '2099-01-01')).toBe('FORBIDDEN');
  await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 2, number: 1, why: 'It was decided too early' });
  expect(await refused(LEAD, 3, '2099-01-01')).toBe('CHANGED');
});

test('[CF71] what a decision costs in points', async () => {
  const cost = await given.costOf(() => decide(0, twoForAll()));
  console.log(`recording a decision that names 1 requirement: ${String(cost.invocations)} invocation, ${String(cost.points)} points`);
  expect([cost.invocations, cost.points]).toEqual([1, 11]);
});
