import type { Decision } from '../../src/domain/conflict/decisions/decision';
import { decisionsDue } from '../../src/domain/conflict/decisions/decisions-due';
import type { MeetingSummary } from '../../src/domain/planning/markdown-summary';
import { escapeMarkdown, meetingMarkdown } from '../../src/domain/planning/markdown-summary';
import { changeSentences } from '../../src/domain/planning/change-words';
import { meetingAgenda, type AgendaItem } from '../../src/domain/planning/meeting-agenda';
import { periodWords, planAgeWords } from '../../src/domain/planning/plan-age';
import { putOffItem, stillPutOff } from '../../src/domain/planning/meeting-record';
import { uncheckedConflicts } from '../../src/domain/planning/unchecked-conflicts';
import { changesSince, readStates, STATE_CHARACTERS, takeSnapshot, writeStates } from '../../src/domain/planning/snapshot';
import type { ContextContent } from '../../src/domain/context/product-context';
import type { Demand } from '../../src/domain/demand/demand';
import { mustOf } from '../../src/domain/ranking/must';
import { rankDemand, type Ranking } from '../../src/domain/ranking/rank-demand';
import type { ProjectSettings } from '../../src/domain/context/settings';
import { someSettings } from '../context/given-context';
import { aDemand, TODAY } from '../demand/given-demand';

const CAPACITY = { low: 24, high: 32, per: 'month' } as const;

function ranked(demands: readonly Demand[], settings: ProjectSettings = someSettings({ capacity: CAPACITY })): { demands: readonly Demand[]; ranking: Ranking; settings: ProjectSettings; planDate: string; today: string; locale: string } {
  const tickets = demands.map(({ ticket: { id, key }, content }) => {
    const must = mustOf(content);
    return { id, key, context: content, ...(must === undefined ? {} : { must }) };
  });
  return { demands, settings, planDate: TODAY, today: TODAY, locale: 'en-US', ranking: rankDemand({ tickets, settings, planDate: TODAY, months: 3 }) };
}
const words = (demands: readonly Demand[], settings?: ProjectSettings): string[] => meetingAgenda(ranked(demands, settings)).map((item) => item.words);
const law = (date: string): Partial<ContextContent> => ({ value: { notMoney: { reason: 'law', authority: 'GDPR Art. 12(3)', date } } });

test('[PL21] a snapshot counts, and leaves the states out where they are too many', () => {
  const snapshot = takeSnapshot([aDemand(1, { record: { answer: { state: 'accepted' }, effort: { low: 1, high: 2 } } }), aDemand(2)], TODAY);
  expect(snapshot).toEqual({ takenOn: TODAY, open: 2, understood: 1, answered: 1, withEffort: 1, states: 'ffl.i,ffm.0' });
  const many = Array.from({ length: 4_000 }, (_, at) => aDemand(at));
  expect(writeStates(many).length).toBeGreaterThan(STATE_CHARACTERS);
  expect(takeSnapshot(many, TODAY)).toEqual({ takenOn: TODAY, open: 4_000, understood: 0, answered: 0, withEffort: 0 });
});

test('[PL22] states written and read are the same, and rubbish is skipped', () => {
  const demands = [aDemand(1, { record: { answer: { state: 'countered' } }, ticket: { category: 'indeterminate' } }), aDemand(2)];
  expect([...readStates(writeStates(demands))]).toEqual([
    ['20001', { grade: 'silver', answer: 'countered', started: true }], ['20002', { grade: 'none', answer: undefined, started: false }],
  ]);
  expect([...readStates('hello,,zz.zz,ffm.0,<b>').keys()]).toEqual(['20002']);
});

test('[PL23] what is new, gone, understood, answered and started', () => {
  const before = takeSnapshot([aDemand(1), aDemand(2, { record: {} }), aDemand(3), aDemand(4)], '2026-10-20');
  const now = [aDemand(1, { record: {} }), aDemand(2), aDemand(4, { ticket: { category: 'indeterminate' }, record: { answer: { state: 'declined', why: 'not ours' } } }), aDemand(5)];
  const changes = changesSince(before, now);
  expect(changes.tickets?.gone).toEqual(['20003']);
  expect(changeSentences(changes, 'en-US')).toEqual([
    'New: BUYER-5.', '1 ticket is not open any more, or not for you to see.',
    'Better understood: BUYER-1 (not understood to silver) and BUYER-4 (not understood to silver).', 'Less well understood: BUYER-2 (silver to not understood).',
    'Answered: BUYER-4 (declined).', 'Started: BUYER-4.', 'In all: 1 to 2 understood; 0 to 1 answered.',
  ]);
});

test('[PL24] nothing changed says nothing, and a long list is counted', () => {
  const demands = [aDemand(1), aDemand(2)];
  expect(changeSentences(changesSince(takeSnapshot(demands, TODAY), demands), 'en-US')).toEqual([]);
  const added = Array.from({ length: 9 }, (_, at) => aDemand(at + 1));
  expect(changeSentences(changesSince(takeSnapshot([], TODAY), added), 'en-US')[0]).toBe('New: BUYER-1, BUYER-2, BUYER-3, BUYER-4, BUYER-5, BUYER-6 and 3 more.');
  const { states: _states, ...counted } = takeSnapshot([], TODAY);
  expect(changeSentences(changesSince(counted, added), 'en-US')).toEqual(['In all: 0 to 9 open.']);
});

test('[PL25] musts at risk say authority, date and latest start; those with time, or under way, do not', () => {
  expect(words([
    aDemand(1, { record: { ...law('2026-12-24'), effort: { low: 4, high: 9 } } }), aDemand(2, { record: law('2027-01-31') }),
    aDemand(3, { record: { ...law('2027-10-31'), effort: { low: 4, high: 9 } } }),
    aDemand(4, { record: { ...law('2026-12-24'), effort: { low: 4, high: 9 } }, ticket: { category: 'indeterminate' } }),
    aDemand(5, { record: { ...law('2026-11-20'), effort: { low: 4, high: 9 } } }),
  ])).toEqual([
    'BUYER-5 has to be done by Nov 20, 2026 (GDPR Art. 12(3)): at this capacity it is too late unless it starts at once; it should have started by Nov 2026.',
    'BUYER-1 has to be done by Dec 24, 2026 (GDPR Art. 12(3)) and must start by Dec 2026. It has not been started.',
    'BUYER-2 has to be done by Jan 31, 2027 (GDPR Art. 12(3)), and nobody has estimated its effort: when it must start is not known.',
  ]);
  const { capacity: _capacity, ...without } = someSettings();
  expect(words([aDemand(1, { record: { ...law('2026-12-24'), effort: { low: 4, high: 9 } } })], without)).toEqual([
    'BUYER-1 has to be done by Dec 24, 2026 (GDPR Art. 12(3)). No capacity is set, so when it must start is not known.',
  ]);
});

test('[PL26] a conflict stands there once, softer ones do not, and hidden tickets are counted', () => {
  const items = (...ids: number[]) => [
    { code: 'COUNT_CLASH', at: 'BuyerProfile.paymentMethods', severity: 'blocking' as const, ids }, { code: 'RANGE_DISJOINT', at: 'X.y', severity: 'soft' as const, ids },
  ];
  const inConflict = (number: number, ...ids: number[]): Demand => ({ ...aDemand(number), conflicts: { hash: '', met: [], blocking: 1, items: items(...ids) } });
  expect(words([inConflict(1, 20_002, 999), inConflict(2, 20_001, 999)])).toEqual([
    'BUYER-1, BUYER-2 and 1 ticket you cannot see cannot all have what they ask of BuyerProfile.paymentMethods: both sides say that they must have it.',
  ]);
});

test('[PL41] what nobody has checked yet is counted, and is not taken for free of conflicts', () => {
  const claims = [{ id: 'c1', model: 'shop', element: 'A.b', facet: 'count' as const, level: 'must' as const, min: 1 }];
  const asking = aDemand(1, { record: { claims } });
  const open = { code: 'COUNT_CLASH', at: 'A.b', severity: 'blocking' as const, ids: [20_002] };
  expect(asking.missing).toContain('conflicts');
  expect(uncheckedConflicts([
    asking, { ...asking, conflicts: { hash: 'older', met: ['conflicts'], blocking: 0, items: [] } },
    { ...asking, conflicts: { hash: 'x', met: [], blocking: 1, items: [open] } }, { ...asking, missing: [] }, { ...asking, standing: 'copied' }, aDemand(2, { record: { touchesSharedData: false } }),
  ])).toHaveLength(2);
});

test('[PL27] at the cut line each order is named', () => {
  const worth = (low: number, high: number) => ({ metric: 'm', worth: { low, high, currency: 'USD', per: 'month' as const } });
  const one = (number: number, team: string, low: number): Demand => aDemand(number, { record: { team, value: worth(low, low * 1.5), effort: { low: 15, high: 20 } } });
  const { demands, ranking } = ranked([one(1, 'shopping-cart', 9e6), one(2, 'shopping-cart', 4e6), one(3, 'recommendations', 1e5)], someSettings({ capacity: { low: 15, high: 15, per: 'month' }, interruptAllowance: 0 }));
  const said = meetingAgenda({ demands, ranking, settings: someSettings(), planDate: TODAY, today: TODAY, locale: 'en-US' }).filter(({ kind }) => kind === 'cut-line').map((item) => item.words);
  expect(said).toEqual(['BUYER-2 is in by worth for effort, and out if the teams take turns.', 'BUYER-3 is out by worth for effort, and in if the teams take turns.']);
});

test('[PL28] three questions at most, what to measure first before what nobody knows', () => {
  const unknown = (number: number): Demand => aDemand(number, { record: { value: { unknown: true, metric: 'm' } } });
  expect(words([unknown(1), unknown(2), unknown(3), unknown(4)])).toEqual([1, 2, 3].map((number) => `BUYER-${String(number)}: Its team says that it does not know the worth yet.`));
});

test('[PL29] put off once, and back on its day', () => {
  const list = putOffItem([{ item: 'a', until: '2026-11-22', why: 'x' }, { item: 'b', until: '2026-12-01', why: 'old' }], { item: 'b', until: '2026-12-08', why: 'new' }, TODAY);
  expect(list).toEqual([{ item: 'b', until: '2026-12-08', why: 'new' }]);
  expect(stillPutOff(list, '2026-12-07')).toHaveLength(1);
  expect(stillPutOff(list, '2026-12-08')).toEqual([]);
});

const item = (id: string, said: string): AgendaItem => ({ id, kind: 'must', words: said, tickets: [] });
const summary = (change: Partial<MeetingSummary> = {}): string => meetingMarkdown({
  projectName: 'Buyer Platform', today: TODAY, locale: 'en-US', facts: [], changes: [], agenda: [], putOff: [], settled: [], isPartial: false, siteUrl: 'https://shop.atlassian.net', titles: new Map(), ...change,
});

test('[PL93] tickets are links with their titles, once a line, and a title cannot become markup', () => {
  const titles = new Map([['BUYER-1', 'Fewest fields'], ['A_B-2', 'A *bold* [title](https://evil.example)']]);
  const said = summary({ titles, settled: ['BUYER-1: accepted, since BUYER-1 and LEGAL-9 ask it.', 'A_B-2: declined.'] });
  expect(said).toContain(`## Settled in this meeting

- [BUYER-1](https://shop.atlassian.net/browse/BUYER-1) (Fewest fields): accepted, since [BUYER-1](https://shop.atlassian.net/browse/BUYER-1) and LEGAL-9 ask it.
- [A\\_B-2](https://shop.atlassian.net/browse/A_B-2) (A \\*bold\\* \\[title\\](https://evil.example)): declined.
`);
});

test('[PL92] what is worth nothing by the time it is built is talked about, until people place it', () => {
  const season = (placedAt?: { place: number; reason: string }) => {
    const demand = aDemand(1, { record: { value: { metric: 'm', worth: { low: 8e6, high: 9e6, currency: 'USD', per: 'month' } }, delay: { shape: 'season', from: '2026-11-01', until: '2026-12-01' }, effort: { low: 8, high: 9 } } });
    const ranking = rankDemand({
      tickets: [{ id: demand.ticket.id, key: demand.ticket.key, context: demand.content, ...(placedAt === undefined ? {} : { standing: { placedAt } }) }],
      planDate: TODAY, months: 3, settings: someSettings({ capacity: { low: 20, high: 20, per: 'month' }, interruptAllowance: 0 }),
    });
    return meetingAgenda({ demands: [demand], ranking, settings: someSettings(), planDate: TODAY, today: TODAY, locale: 'en-US' }).filter(({ kind }) => kind === 'over').map((item) => item.words);
  };
  expect(season()).toEqual(['BUYER-1 would be done in Dec 2026; its season or deadline is over by then, so it is worth nothing.']);
  expect(season({ place: 0, reason: 'promised' })).toEqual([]);
});

test('[PL33] the summary as a whole', () => {
  expect(summary({
    facts: ['The demand is 140 % of capacity.'], since: '2026-10-20', settled: ['BUYER-4: accepted.'],
    agenda: [item('must:1', 'BUYER-1 is late.'), item('must:2', 'BUYER-2 is late.')], putOff: [{ item: 'must:2', until: '2026-12-08', why: 'Legal is asked' }],
  })).toBe(`# Planning meeting of Buyer Platform, Nov 22, 2026

Sums and counts cover the tickets that whoever wrote this may see.

- The demand is 140 % of capacity.

## What changed since Oct 20, 2026

- Nothing.

## Settled in this meeting

- BUYER-4: accepted.

## Law and contracts at risk

- BUYER-1 is late.

## Put off

- BUYER-2 is late. Back on Dec 8, 2026: Legal is asked
`);
  expect(summary({ isPartial: true })).toBe('# Planning meeting of Buyer Platform, Nov 22, 2026\n\nNot everything was loaded: sums and counts cover a part of the demand.\n');
});

test('[PL34] nobody’s words become markup', () => {
  expect(escapeMarkdown('a\n# b <img src=x> [l](javascript:x) *c* `d` |e| ~f~ \\')).toBe('a \\# b \\<img src=x\\> \\[l\\](javascript:x) \\*c\\* \\`d\\` \\|e\\| \\~f\\~ \\\\');
  expect(summary({ settled: ['</details><script>alert(1)</script>\n\n# Won'] })).toContain('- \\</details\\>\\<script\\>alert(1)\\</script\\> \\# Won\n');
});

test('[PL38] interrupts over their allowance', () => {
  const use = { allowed: 12, used: 15.4, waiting: 0, withoutEffort: [], bySponsor: [], isOver: true };
  expect(meetingAgenda({ ...ranked([]), interrupts: use }).map((one) => one.words)).toEqual(['Interrupts took 15 person-weeks; what is kept for them is 12 person-weeks.']);
  expect(meetingAgenda({ ...ranked([]), interrupts: { ...use, used: 11, isOver: false } })).toEqual([]);
});

test('[PL39] an initiative waits for answers by name', () => {
  const part = (number: number, answer?: 'accepted'): Demand => aDemand(number, { record: { initiative: 'BUYER-70', ...(answer === undefined ? {} : { answer: { state: answer } }) } });
  const agenda = (demands: readonly Demand[]): string[] => meetingAgenda(ranked(demands)).filter(({ kind }) => kind === 'initiative').map((one) => one.words);
  expect(agenda([part(1, 'accepted'), part(2), part(3)])).toEqual(['BUYER-70 cannot be promised: it waits for infrastructure’s answer on BUYER-2 and BUYER-3, 2 of 3 parts.']);
  expect(agenda([part(1, 'accepted')])).toEqual([]);
});

test('[CF74] decisions that ended and that are to be looked at again stand on the agenda, longest waiting first; what was decided anew does not', () => {
  const base = { kind: 'standardise', canon: { facet: 'count', min: 2 }, overruled: [], conflict: { id: 'x', code: 'COUNT_CLASH', facet: 'count' }, why: 'Deals need a choice', decidedOn: '2025-01-01' } as const;
  const at = (element: string) => ({ model: 'shop', element });
  const decisions: Decision[] = [
    { ...base, number: 1, at: at('Basket.items'), until: '2026-01-02' }, { ...base, number: 2, at: at('Basket.total'), until: '2026-01-02' }, { ...base, number: 3, at: at('Basket.total') },
    { ...base, number: 4, at: at('Order.lines'), lookAgain: '2026-01-01' }, { ...base, number: 5, at: at('Order.lines'), lookAgain: '2026-01-01', reversedOn: '2026-01-03' },
    { ...base, number: 6, at: at('Order.id'), until: '2099-01-01', lookAgain: '2098-01-01' },
  ];
  expect(meetingAgenda({ ...ranked([]), decisionsDue: decisionsDue(decisions, '2026-11-22') }).map((item) => [item.id, item.words])).toEqual([
    ['decision:4:2026-01-01', 'Decision 4 on Order.lines was to be looked at again on Jan 1, 2026: confirm it, or reverse it.'],
    ['decision:1:2026-01-02', 'Decision 1 on Basket.items ended on Jan 2, 2026: it has no effect any more until somebody confirms it or decides anew.'],
  ]);
});

test('[PL51] an old plan hides no must', () => {
  const demands = [aDemand(1, { record: { ...law('2027-08-01'), effort: { low: 4, high: 9 } } })];
  const on = (today: string): string[] => meetingAgenda({ ...ranked(demands), today }).map((one) => one.words);
  expect(on(TODAY)).toEqual([]);
  expect(on('2027-06-01')).toEqual(['BUYER-1 has to be done by Aug 1, 2027 (GDPR Art. 12(3)) and must start by Jul 2027. It has not been started.']);
  expect(on('2027-07-31')).toEqual(['BUYER-1 has to be done by Aug 1, 2027 (GDPR Art. 12(3)): at this capacity it is too late unless it starts at once; it should have started by Jul 2027.']);
});

test('[PL52] a plan says the day it counts from, and its age', () => {
  expect([periodWords(3, TODAY, TODAY, 'en-US'), periodWords(1, TODAY, TODAY, 'en-US'), periodWords(3, '2026-11-01', TODAY, 'en-US')]).toEqual(['the next 3 months', 'the next month', 'the 3 months from Nov 1, 2026']);
  expect(planAgeWords('2026-11-01', TODAY, 'en-US')).toBeUndefined();
  expect(planAgeWords('2026-05-22', TODAY, 'en-US')).toBe('This plan counts from May 22, 2026, 6 months ago: worths and months are counted from then, what is too late by today.');
  expect(planAgeWords('2027-05-22', TODAY, 'en-US')).toBeUndefined();
});
