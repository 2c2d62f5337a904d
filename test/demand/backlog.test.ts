import fc from 'fast-check';
import type { Demand } from '../../src/domain/demand/demand';
import { countMail, gatherQuestions, questionList, questionText } from '../../src/domain/demand/gather-questions';
import { planBulkChange, planRefresh, planUndo, type DeskSet } from '../../src/domain/demand/plan-bulk-change';
import { progressWords, sortBacklog } from '../../src/domain/demand/sort-backlog';
import { someSettings } from '../context/given-context';
import { aDemand, TODAY } from './given-demand';

const settings = someSettings();

test('[DM18] bronze and better is understood; a sub-task that shows its parent’s context is left out', () => {
  const parent = aDemand(1, { record: {} });
  const child = aDemand(2, { ticket: { parent: { id: parent.ticket.id, key: 'BUYER-1' } } });
  const backlog = sortBacklog([parent, child, aDemand(3), aDemand(4, { record: { need: '' } })], TODAY);
  expect(progressWords(backlog)).toBe('1 of 3 understood');
  expect(backlog.covered.map((row) => row.ticket.key)).toEqual(['BUYER-2']);
});

test('[DM19] newest first, untouched for twelve months apart', () => {
  const touched = (number: number, created: string, updated: string): Demand => aDemand(number, { ticket: { created, updated } });
  const backlog = sortBacklog([
    touched(1, '2024-01-01', '2026-01-01'), touched(2, '2026-05-01', '2026-05-02'), touched(3, '2023-01-01', '2025-11-21'), touched(4, '2023-06-01', '2025-11-23'),
  ], TODAY);
  expect(backlog.alive.map((row) => row.ticket.key)).toEqual(['BUYER-2', 'BUYER-1', 'BUYER-4']);
  expect(backlog.untouched.map((row) => row.ticket.key)).toEqual(['BUYER-3']);
});

test('[DM20] a plan says from and to, and leaves alone what already says so and what is newer', () => {
  const rows = [aDemand(1), aDemand(2, { record: { team: 'shopping-cart' } }), aDemand(3, { record: { team: 'order-status' } }), aDemand(4, { found: { state: 'newer', version: 2, rev: 1 } })];
  const plan = planBulkChange(rows, { team: 'order-status' }, settings);
  expect([plan.same, plan.untouchable]).toEqual([1, 1]);
  expect(plan.changes.map(({ key, startedFrom, set, fields }) => ({ key, startedFrom, set, fields }))).toEqual([
    { key: 'BUYER-1', startedFrom: 0, set: { team: 'order-status', infra: { id: '10001', key: 'BUYER' } }, fields: [{ field: 'Team', from: 'not stated', to: 'Order Status' }] },
    { key: 'BUYER-2', startedFrom: 3, set: { team: 'order-status' }, fields: [{ field: 'Team', from: 'Shopping Cart', to: 'Order Status' }] },
  ]);
});

test('[DM20] contexts that are out of date are saved without changing an answer', () => {
  const old = aDemand(1, { record: { index: { issue: 20_001, by: { judge: 1, settings: 1 }, met: [], missing: [], notApplicable: [], grade: 'none', hash: 'h', elements: [] } } });
  expect(planRefresh([old, aDemand(2, { record: {} })]).map(({ key, set, startedFrom }) => ({ key, set, startedFrom }))).toEqual([{ key: 'BUYER-1', set: {}, startedFrom: 3 }]);
});

test('[DM21] planning, saving and undoing gives back what was there', () => {
  const team = fc.constantFrom<string | undefined>(undefined, 'order-status', 'shopping-cart');
  fc.assert(fc.property(fc.array(team, { minLength: 1, maxLength: 6 }), fc.constantFrom('order-status', 'shopping-cart', null), (teams, wanted) => {
    const rows = teams.map((id, at) => aDemand(at + 1, id === undefined ? {} : { record: { team: id } }));
    const stored = new Map<string, Record<string, unknown>>(rows.map((row) => [row.ticket.id, { team: row.team ?? null, infra: row.infra ?? null }]));
    const before = structuredClone(stored);
    const write = (id: string, set: DeskSet): void => void stored.set(id, { ...stored.get(id), ...set });
    const { changes } = planBulkChange(rows, { team: wanted }, settings);
    for (const change of changes) write(change.issueId, change.set);
    const undo = planUndo(changes.map((change) => ({ change, rev: change.startedFrom + 1 })));
    expect(undo.map(({ startedFrom }) => startedFrom)).toEqual(changes.map(({ startedFrom }) => startedFrom + 1));
    for (const change of undo) write(change.issueId, change.set);
    expect(stored).toEqual(before);
  }));
});

test('[DM22] questions ask only for the bronze answers that are missing', () => {
  const marco = { id: 'marco', name: 'Marco Bianchi' };
  const groups = gatherQuestions([
    aDemand(1, { record: { users: '', thresholds: [] } }), aDemand(2, { ticket: { reporter: marco } }), aDemand(3, { record: {} }),
    aDemand(4, { ticket: { reporter: marco } }),
  ]);
  expect(groups.map(({ reporter, questions }) => [reporter?.name, questions.map((question) => question.key)])).toEqual([['Marco Bianchi', ['BUYER-2', 'BUYER-4']], ['Sofia Alvarez', ['BUYER-1']]]);
  const question = groups[1]?.questions[0];
  expect(question === undefined ? '' : questionText(question, 'Buyer Platform')).toBe('Buyer Platform would like to understand BUYER-1 before planning it. Still missing: whose users these are and a success threshold. Please open "Product context" on this ticket (under Apps if you do not see it) and answer there; it takes about two minutes.');
  expect(questionList(groups.slice(1), 'https://shop.example')).toBe('Sofia Alvarez:\n- BUYER-1 Ticket 1 (https://shop.example/browse/BUYER-1): please add whose users these are and a success threshold');
});

test('[DM23] mail goes to different people, not to the one who asks', () => {
  const sofia = { id: 'sofia', name: 'Sofia Alvarez' };
  const rows = [aDemand(1, { ticket: { assignee: { id: 'ada', name: 'Ada' } } }), aDemand(2), aDemand(3, { ticket: { reporter: { id: 'marco', name: 'Marco' }, assignee: sofia } })];
  expect(countMail(rows, 'ada', new Map([['20001', 2], ['20003', 1]]))).toEqual({ people: 2, watches: 3 });
  expect(countMail(rows, undefined, new Map())).toEqual({ people: 3, watches: 0 });
});
