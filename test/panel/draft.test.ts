import fc from 'fast-check';
import type { ContextContent } from '../../src/domain/context/product-context';
import { contentSchema } from '../../src/contract/record';
import { contentOf } from '../../static/panel/editing/content-of';
import { draftOf, type Draft } from '../../static/panel/editing/draft';

const text = fc.string({ minLength: 1, maxLength: 30 }).map((chars) => chars.trim()).filter((chars) => chars !== '');
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Number(value.toPrecision(10)) + 0).filter((value) => value === 0 || Math.abs(value) > 1e-6);
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const some = <T>(of: Record<string, fc.Arbitrary<T>>, requiredKeys: string[] = []) => fc.record(of as Record<string, fc.Arbitrary<unknown>>, { requiredKeys });
const filled = (part: fc.Arbitrary<object>) => part.filter((found) => Object.keys(found).length > 0);

const threshold = (id: string) => some({
  id: fc.constant(id), scale: text, unit: text, better: fc.constantFrom('lower', 'higher'), statistic: text, past: number, tolerable: number, goal: number, stretch: number,
  limit: fc.record({ level: number, authority: text }), meter: text, due: day, when: fc.constant({ journey: ['checkout'] }),
} as Record<string, fc.Arbitrary<unknown>>, ['id']);

const money = some({ worth: filled(some({ low: number, high: number, currency: fc.constant('USD'), per: fc.constantFrom('month', 'year') } as Record<string, fc.Arbitrary<unknown>>, ['low'])) } as Record<string, fc.Arbitrary<unknown>>);
const value = filled(fc.tuple(
  fc.oneof(money, fc.constant({ unknown: true }), fc.record({ notMoney: some({ reason: fc.constantFrom('law', 'other'), authority: text, date: day, count: number, countOf: text } as Record<string, fc.Arbitrary<unknown>>, ['reason']) })),
  some({ metric: text, change: filled(some({ low: number, high: number, unit: text } as Record<string, fc.Arbitrary<unknown>>)), kind: fc.constantFrom('reduce-cost', 'reduce-risk'), because: text, evidence: fc.array(fc.record({ url: fc.constant('https://a.example/b'), note: text }), { minLength: 1, maxLength: 3 }), credibility: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => Number(share.toFixed(3))) } as Record<string, fc.Arbitrary<unknown>>),
).map(([answer, rest]) => ({ ...answer, ...rest })));

const content = some({
  infra: fc.constant({ id: '10001', key: 'BUYER' }), team: text, need: text, users: text, origin: fc.constantFrom('team', 'incident', 'customer'), sponsor: text,
  question: fc.constantFrom('build', 'estimate'), decides: text, thresholds: fc.constantFrom(['t1'], ['t1', 'x.y'], ['a', 'b', 'c']).chain((ids) => fc.tuple(...ids.map(threshold))), value,
  delay: filled(some({ shape: fc.constantFrom('steady', 'fading'), neededBy: day, halfLifeMonths: fc.integer({ min: 1, max: 60 }) } as Record<string, fc.Arbitrary<unknown>>)), touchesSharedData: fc.boolean(), askArchitect: fc.boolean(),
  claims: fc.constant([{ id: 'c1', model: 'm', element: 'BuyerProfile.name', facet: 'presence', level: 'must', is: 'required' }]),
  effort: fc.record({ low: number, high: number }), boundary: some({ ruling: fc.constant('shared'), why: text } as Record<string, fc.Arbitrary<unknown>>, ['ruling']), theme: text, horizon: fc.constant('now'), architectLooked: fc.boolean(),
  answer: some({ state: fc.constant('declined'), why: text } as Record<string, fc.Arbitrary<unknown>>, ['state']), initiative: fc.constant('BUYER-70'),
  outcome: filled(some({ reviewDue: day, levels: fc.constant([{ threshold: 'gone', level: 3, on: '2026-01-01', source: 'x' }]), worth: fc.record({ level: number, source: text }) } as Record<string, fc.Arbitrary<unknown>>)),
} as Record<string, fc.Arbitrary<unknown>>);

test('opening the form and saving it untouched changes nothing, in any locale', () => {
  fc.assert(fc.property(content, fc.constantFrom('en-US', 'de-DE'), (made, locale) => {
    const parsed = contentSchema.parse(made) as ContextContent;
    const read = contentOf(draftOf(parsed, locale), parsed, locale);
    expect(read.errors).toEqual([]);
    expect(read.content).toEqual(parsed);
  }), { numRuns: 300 });
});

function typed(texts: Record<string, string>): Draft {
  return { texts, thresholds: ['t1'], evidence: ['e0'], claims: [] };
}

describe('what cannot be saved is named at its field', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['a word where a number belongs', { 'thresholds.t1.goal': 'soon' }, 'thresholds.t1.goal', '“soon” is not a number. Write digits only, such as 3.5, 1200 or 1.2k.'],
    ['a link that is none', { 'value.evidence.e0.url': 'javascript:alert(1)' }, 'value.evidence.e0.url', 'This must start with https:// or http://.'],
    ['a day that is none', { 'thresholds.t1.due': '31.12.2026' }, 'thresholds.t1.due', 'Write the date as year-month-day, such as 2026-12-31.'],
    ['a text that is too long', { need: 'x'.repeat(501) }, 'need', 'At most 500 characters fit here. Shorten the text.'],
    ['half a range', { 'effort.low': '4' }, 'effort.high', 'Give both ends of the range in person-weeks.'],
    ['not money without a reason', { 'value.answer': 'not-money' }, 'value.notMoney.reason', 'Choose why it matters although it is not about money.'],
    ['a refusal without a reason', { 'answer.state': 'declined' }, 'answer.why', 'Say why it is declined: the team reads it on the ticket.'],
    ['a counter-offer without words', { 'answer.state': 'countered' }, 'answer.why', 'Say what you offer instead: the team reads it on the ticket.'],
    ['an initiative that is no key', { initiative: 'the big one' }, 'initiative', 'This must be a ticket key such as BUYER-70.'],
  ])('%s', (_name, texts, address, words) => {
    expect(contentOf(typed(texts), {}, 'en-US').errors).toEqual([{ address, words }]);
  });
});

test('a refusal that stands there without a reason keeps nobody from saving the rest', () => {
  expect(contentOf(typed({ 'answer.state': 'declined' }), { answer: { state: 'declined' } }, 'en-US').errors).toEqual([]);
  expect(contentOf(typed({ 'answer.state': 'declined' }), { answer: { state: 'declined', why: 'No time' } }, 'en-US').errors).toEqual([{ address: 'answer.why', words: 'Say why it is declined: the team reads it on the ticket.' }]);
});

test('an empty row that the form offers is no threshold, and prefilled currency and period are no worth', () => {
  const draft = typed({ 'value.worth.currency': 'USD', 'value.worth.per': 'month', 'value.answer': 'money' });
  expect(contentOf(draft, {}, 'en-US')).toEqual({ content: {}, errors: [] });
});

test('choosing "I do not know yet" leaves no amount behind', () => {
  const draft = typed({ 'value.answer': 'unknown', 'value.worth.low': '5', 'value.worth.high': '6', 'value.metric': 'conversion' });
  expect(contentOf(draft, {}, 'en-US').content.value).toEqual({ metric: 'conversion', unknown: true });
});
