import fc from 'fast-check';
import { contentHash } from '../../src/domain/context/content-hash';
import { CRITERIA, CRITERION_CODES, criteriaOf, isCriterionCode } from '../../src/domain/context/criteria';
import { gradeOf, judgeContext, type JudgedContext, type JudgeExtra } from '../../src/domain/context/judge-context';
import type { ContextContent } from '../../src/domain/context/product-context';
import { aContext, aThreshold, someSettings } from './given-context';

const settings = someSettings();
const judge = (context: JudgedContext, extra?: JudgeExtra) => judgeContext(context, settings, extra);
const words = (context: JudgedContext, criterion: string, extra?: JudgeExtra) =>
  judge(context, extra).findings.filter((finding) => finding.criterion === criterion).map((finding) => finding.words);

test('[CX1] placeholders are no answers', () => {
  for (const need of ['TBD', ' n/a ', '-', '???', 'todo', 'x', '']) expect(judge(aContext({ need })).missing).toContain('need');
  expect(words(aContext({ need: 'Faster API' }), 'need')).toEqual(['"Faster API" says too little: write a whole sentence']);
  expect(judge(aContext({ need: 'Käufer sehen die Versandkosten' })).met).toContain('need');
  expect(judge(aContext({ need: '買い物客は送料を見たい' })).met).toContain('need');
  expect(judge(aContext({ users: 'none' })).missing).toContain('users');
  expect(judge(aContext({ users: 'Buyers' })).met).toContain('users');
});

test('[CX2] every missing criterion has words and a path, advice blocks nothing', () => {
  const { missing, findings } = judge({});
  for (const code of missing) expect(findings.some(({ criterion, blocks }) => blocks && criterion === code)).toBe(true);
  for (const finding of findings) {
    expect(finding.path).not.toBe('');
    expect(finding.words).toMatch(/^\S.*[^.\s]$/);
  }
  const advised = judge(aContext({ thresholds: [aThreshold({ stretch: 3.4 })] }));
  expect(advised.findings).toContainEqual({
    code: 'STRETCH_NOT_BETTER', criterion: 'threshold', path: 'thresholds.0.stretch', blocks: false,
    words: 'Stretch 3.4 s is worse than the goal 3.2 s: with \'lower is better\' the stretch must be below the goal',
  });
  expect(advised.met).toContain('threshold');
});

test('[CX3] team and theme come from the settings', () => {
  expect(words(aContext({ team: 'sales' }), 'team')).toEqual(['The team "sales" is not in the settings of BUYER: choose one of Order Status, Shopping Cart']);
  expect(judgeContext(aContext(), someSettings({ teams: [] })).findings.map((finding) => finding.words))
    .toContain('The settings of BUYER list no consuming team yet: a project administrator adds them there');
  expect(words(aContext({ theme: 'asia' }), 'theme')).toEqual(['The theme "asia" is not in the settings of BUYER: choose one of Europe']);
  expect(judge(aContext({ theme: 'europe' })).met).toContain('theme');
  expect(judgeContext(aContext({ theme: 'europe' }), null).missing).toEqual(expect.arrayContaining(['team', 'theme']));
  expect(judgeContext(aContext(), someSettings({ themes: [] })).notApplicable).toContain('theme');
});

test('[CX4] one stated threshold is enough for bronze, an unfinished second one is advice', () => {
  expect(words(aContext({ thresholds: [] }), 'threshold')).toEqual(['Say how much is enough: what is measured, in which unit, and the goal']);
  const { met, findings } = judge(aContext({ thresholds: [aThreshold(), { id: 't2', scale: 'error rate' }] }));
  expect(met).toContain('threshold');
  expect(findings.filter(({ criterion }) => criterion === 'threshold').map(({ path, blocks }) => [path, blocks]))
    .toEqual([['thresholds.1.unit', false], ['thresholds.1.better', false], ['thresholds.1.goal', false]]);
  expect(judge(aContext({ thresholds: [aThreshold({ unit: ' ' })] })).missing).toContain('threshold');
});

test('[CX5] the goal is better than today', () => {
  const goal = (change: Parameters<typeof aThreshold>[0]) => words(aContext({ thresholds: [aThreshold(change)] }), 'past');
  expect(goal({ goal: 3.6 })).toEqual(['Goal 3.6 s is worse than today\'s 3.5 s: with \'lower is better\' the goal must be below the past']);
  expect(goal({ goal: 3.5 })).toEqual(['Goal 3.5 s is no better than today\'s 3.5 s: with \'lower is better\' the goal must be below the past']);
  expect(goal({ better: 'higher', goal: 3.2 })).toEqual(['Goal 3.2 s is worse than today\'s 3.5 s: with \'higher is better\' the goal must be above the past']);
  expect(goal({})).toEqual([]);
  const { past: _past, ...without } = aThreshold();
  expect(judge(aContext({ thresholds: [aThreshold(), { ...without, id: 't2' }] })).missing).toContain('past');
  expect(judge(aContext({ thresholds: [aThreshold({ goal: 3.6 })] }), { locale: 'de-DE' }).findings.map((finding) => finding.words))
    .toContain('Goal 3,6 s is worse than today\'s 3,5 s: with \'lower is better\' the goal must be below the past');
});

test('[CX6] the goal is not worse than what is still acceptable, and each threshold has a meter', () => {
  expect(words(aContext({ thresholds: [aThreshold({ tolerable: 3 })] }), 'tolerable'))
    .toEqual(['Goal 3.2 s is worse than the still acceptable 3 s: with \'lower is better\' the still acceptable level must be the goal or above it']);
  expect(judge(aContext({ thresholds: [aThreshold({ tolerable: 3.2 })] })).met).toContain('tolerable');
  expect(judge(aContext({ thresholds: [aThreshold(), aThreshold({ id: 't2', meter: '' })] })).missing).toContain('meter');
  expect(judge(aContext()).met).toEqual(expect.arrayContaining(['past', 'tolerable', 'meter']));
});

test('[CX7] a value is money as a range, not money with a proof, or an honest "I do not know yet"', () => {
  const isMet = (value: ContextContent['value']) => judge(aContext(value === undefined ? {} : { value })).met.includes('value');
  const worth = { low: 1, high: 2, currency: 'USD' };
  expect(isMet({ metric: 'conversion', worth })).toBe(true);
  expect(isMet({ metric: 'conversion', worth: { low: 1, high: 2 } })).toBe(false);
  expect(isMet({ worth })).toBe(false);
  expect(isMet({ metric: 'conversion', worth: { ...worth, high: 1 } })).toBe(false);
  expect(isMet({ notMoney: { reason: 'safety' } })).toBe(false);
  expect(isMet({ notMoney: { reason: 'safety', count: 12 } })).toBe(false);
  expect(isMet({ notMoney: { reason: 'safety', count: 12, countOf: 'injuries a year' } })).toBe(true);
  expect(isMet({ notMoney: { reason: 'law', date: '2027-01-01' } })).toBe(true);
  expect(isMet({ unknown: true })).toBe(true);
  expect(isMet({ unknown: false })).toBe(false);
});

test('[CX8] only money has a period', () => {
  expect(judge(aContext({ value: { metric: 'conversion', worth: { low: 1, high: 2, currency: 'USD' } } })).missing).toContain('period');
  expect(judge(aContext({ value: { unknown: true } })).notApplicable).toContain('period');
  expect(judge(aContext({ value: { notMoney: { reason: 'law', date: '2027-01-01' } } })).notApplicable).toContain('period');
  expect(judge({}).missing).toContain('period');
});

test('[CX9] compliance is met by an authority and a date', () => {
  const value = (notMoney: object) => judge(aContext({ origin: 'compliance', value: { notMoney: { reason: 'law', ...notMoney } } })).met.includes('value');
  expect(value({ authority: 'GDPR, article 17', date: '2027-01-01' })).toBe(true);
  expect(value({ date: '2027-01-01' })).toBe(false);
  expect(value({ authority: 'GDPR, article 17' })).toBe(false);
  expect(judge(aContext({ origin: 'compliance' })).missing).toContain('value');
  expect(judge(aContext({ origin: 'compliance', value: { unknown: true } })).missing).toContain('value');
  expect(judge(aContext({ origin: 'compliance', delay: { neededBy: '2027-01-01' }, value: { notMoney: { reason: 'law', authority: 'PCI DSS' } } })).met).toContain('value');
});

test('[CX10] evidence is a link or a note and how good it is', () => {
  const evidence = (value: ContextContent['value']) => judge(aContext({ value: { metric: 'm', ...value } })).met.includes('evidence');
  expect(evidence({ evidence: [{ note: 'ticket counts of May' }], credibility: 0 })).toBe(true);
  expect(evidence({ evidence: [{ note: ' ' }], credibility: 0.5 })).toBe(false);
  expect(evidence({ evidence: [{ note: 'ticket counts of May' }] })).toBe(false);
  expect(evidence({ credibility: 0.5 })).toBe(false);
});

const CLAIM = { id: 'c1', model: 'buyer-profile', element: 'BuyerProfile.paymentMethods', facet: 'count', level: 'must', min: 2 } as const;

test('[CX11] shared data is answered, or the architect has looked', () => {
  const { touchesSharedData: _answer, ...open } = aContext();
  expect(judge(open).missing).toContain('sharedData');
  expect(judge({ ...open, touchesSharedData: true }).missing).toContain('sharedData');
  expect(judge({ ...open, claims: [CLAIM] }).met).toContain('sharedData');
  expect(judge({ ...open, touchesSharedData: false }).met).toContain('sharedData');
  expect(words({ ...open, askArchitect: true }, 'sharedData')).toEqual(['The architect was asked and has not looked yet']);
  expect(judge({ ...open, askArchitect: true, architectLooked: true }).met).toContain('sharedData');
});

test('[CX12] effort, boundary and the answer to an initiative', () => {
  expect(judge(aContext({ effort: { low: 4, high: 9 }, boundary: { ruling: 'shared' } })).met).toEqual(expect.arrayContaining(['effort', 'boundary']));
  expect(words(aContext({ effort: { low: 9, high: 4 } }), 'effort')).toEqual(['The lowest effort is above the highest: swap them']);
  expect(words(aContext({ effort: { low: 0, high: 4 } }), 'effort')).toEqual(['The lowest effort must be above 0 person-weeks']);
  expect(judge(aContext()).notApplicable).toContain('initiative');
  expect(words(aContext({ initiative: 'BUYER-70' }), 'initiative')).toEqual(['Infrastructure answers what BUYER-70 asks: accepted, declined or countered']);
  expect(judge(aContext({ initiative: 'BUYER-70', answer: { state: 'declined' } })).met).toContain('initiative');
});

test('[CX13] an acceptance lapses with the content and without its comment', () => {
  const accepted = { hash: contentHash(aContext()), comment: '10042' };
  expect(judge({ ...aContext(), accepted }).met).toContain('accepted');
  expect(words({ ...aContext({ need: 'Buyers see the taxes before they give up' }), accepted }, 'accepted'))
    .toEqual(['It has changed since infrastructure agreed: ask for agreement again']);
  expect(words({ ...aContext(), accepted }, 'accepted', { acceptanceBelieved: false }))
    .toEqual(['No comment on this ticket proves that infrastructure agreed: agree again']);
});

test('[CX14] conflicts count only for exactly this content', () => {
  const asking = aContext({ touchesSharedData: true, claims: [CLAIM] });
  const hash = contentHash(asking);
  expect(judge(aContext()).met).toContain('conflicts');
  expect(judge(asking).missing).toContain('conflicts');
  expect(judge(asking, { conflicts: { hash, met: ['conflicts'], blocking: 0 } }).met).toContain('conflicts');
  expect(judge(asking, { conflicts: { hash: 'other', met: ['conflicts'], blocking: 0 } }).missing).toContain('conflicts');
  expect(words(asking, 'conflicts', { conflicts: { hash, met: [], blocking: 2 } }))
    .toEqual(['2 undecided conflicts hold this ticket: decide, or change what you require']);
});

test('[CX15] the outcome wants level, day and source for every threshold', () => {
  const done = { threshold: 't1', level: 3.1, on: '2027-01-20', source: 'real-user monitoring' };
  expect(judge(aContext({ outcome: { levels: [done] } })).met).toContain('outcome');
  expect(words(aContext({ outcome: { levels: [{ threshold: 't1', level: 3.1 }] } }), 'outcome'))
    .toEqual(['Give the day it was measured and where the number comes from for "time to display shipping cost"']);
  expect(judge(aContext({ thresholds: [aThreshold(), aThreshold({ id: 't2' })], outcome: { levels: [done] } })).missing).toContain('outcome');
});

test('[CX16] an estimate is asked for little', () => {
  const estimate: ContextContent = {
    question: 'estimate', need: 'A partner wants to sell 460,000 SKUs with us', team: 'order-status', sponsor: 'Head of Sales',
    delay: { neededBy: '2026-12-01' }, decides: 'Whether we sign the partner this year',
  };
  expect(judge(estimate).missing).toEqual([]);
  expect(judge({ question: 'estimate' }).missing).toEqual(['need', 'team', 'sponsor', 'neededBy', 'decides']);
  expect(judge(aContext()).notApplicable).toEqual(expect.arrayContaining(['sponsor', 'neededBy', 'decides']));
});

test('[CX17] an incident is fixed first and explained before Done', () => {
  const incident: ContextContent = { origin: 'incident', need: 'Buyers cannot pay with saved cards', team: 'order-status' };
  expect(judge(incident).missing).toEqual(['outcome']);
  expect(judge(incident).grade).toBe('gold');
  expect(words(incident, 'outcome')).toContain('Before Done: say whose users these are and about how many');
  const done = { levels: [{ threshold: 't1', level: 3.1, on: '2027-01-20', source: 'real-user monitoring' }] };
  expect(judge(aContext({ origin: 'incident', outcome: done })).missing).toEqual([]);
  expect(judge({ ...aContext({ origin: 'incident', outcome: done, users: '' }) }).missing).toEqual(['outcome']);
});

test('[CX18] what does not apply counts as met', () => {
  const { met, notApplicable } = judge(aContext());
  expect(notApplicable.length).toBeGreaterThan(0);
  expect(met).toEqual(expect.arrayContaining([...notApplicable]));
});

test('[CX19] grades are cumulative', () => {
  expect(judge(aContext()).grade).toBe('silver');
  expect(judge(aContext({ need: '' })).grade).toBe('none');
  expect(judge(aContext({ thresholds: [aThreshold({ meter: '' })] })).grade).toBe('bronze');
  const gold = aContext({ effort: { low: 4, high: 9 }, boundary: { ruling: 'infrastructure' }, theme: 'europe' });
  expect(judge({ ...gold, accepted: { hash: contentHash(gold), comment: '1' } }).grade).toBe('gold');
  expect(gradeOf([...criteriaOf('silver'), ...criteriaOf('gold')])).toBe('none');
});

test('[CX20] adding facts to one part never takes away what another part met', () => {
  const full = aContext({ effort: { low: 4, high: 9 }, boundary: { ruling: 'shared' }, theme: 'europe', outcome: { levels: [{ threshold: 't1', level: 3, on: '2027-01-01', source: 'monitoring' }] } });
  const fields = Object.keys(full) as (keyof ContextContent)[];
  // Origin, question and initiative decide what is asked; they are no facts in this sense.
  const facts = fields.filter((field) => !['origin', 'question', 'initiative'].includes(field));
  const some = fc.subarray(facts);
  fc.assert(fc.property(some, some, (one, more) => {
    const pick = (names: readonly string[]) => Object.fromEntries(Object.entries(full).filter(([name]) => names.includes(name)));
    const before = judge(pick(one)).met.filter((code) => code !== 'accepted');
    expect(judge(pick([...one, ...more])).met).toEqual(expect.arrayContaining(before));
  }));
});

test('[CX21] contradictions and odd ranges are named', () => {
  const value = (change: object) => words(aContext({ value: { ...aContext().value, ...change } }), 'value');
  expect(value({ unknown: true })).toEqual(['You say "I do not know yet" and give an amount: keep one of the two']);
  expect(value({ worth: { low: 2, high: 1, currency: 'USD', per: 'month' } })).toEqual(['The lowest worth is above the highest: swap them']);
  expect(value({ worth: { low: 0, high: 1, currency: 'USD', per: 'month' } })).toEqual(['What is the least it brings if it works? Until you say so, the worth counts as unknown']);
  expect(value({ worth: { low: 1, high: 30, currency: 'USD', per: 'month' } })).toEqual(['The highest worth is 30 times the lowest: say what you would have to measure to know it better']);
  expect(words(aContext({ claims: [CLAIM] }), 'sharedData')).toEqual(['You say that it touches no shared data and state a requirement on it: keep one of the two']);
  expect(words(aContext({ thresholds: [aThreshold({ limit: { level: 3, authority: 'contract X' } })] }), 'threshold'))
    .toEqual(['Goal 3.2 s breaks the limit 3 s of contract X: the goal must be below it or equal']);
});

test('[CX22] every code is judged and declared once', () => {
  const { met, missing } = judge({});
  expect([...met, ...missing].sort()).toEqual([...CRITERION_CODES].sort());
  expect(isCriterionCode('toString')).toBe(false);
  for (const code of CRITERION_CODES) {
    expect(CRITERIA[code].purpose).toMatch(/\.$/);
    expect(CRITERIA[code].label).not.toBe('');
  }
  expect(() => judge({ thresholds: [{ id: '' }], value: {}, delay: {}, claims: [], outcome: {} })).not.toThrow();
});
