import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { findVagueWords } from '../../src/domain/context/find-vague-words';
import { formatLevel, formatMoney, formatNumber } from '../../src/domain/context/format-number';
import { formatChange, formatRange, formatWorth } from '../../src/domain/context/format-range';
import { formatDay, whySentence } from '../../src/domain/context/why-sentence';
import { aContext, aThreshold } from './given-context';

test('[CX29] the why sentence of the running example', () => {
  expect(whySentence(aContext())).toBe('Mobile buyers at checkout: time to display shipping cost from 3.5 s to 3.2 s (p95); '
    + 'checkout conversion +3 to 5 %, worth $6M to $10M a month, because of an A/B test');
});

test('[CX29] the why sentence tells what is known and makes nothing up', () => {
  expect(whySentence({})).toBe('');
  expect(whySentence({ users: 'Mobile buyers.' })).toBe('Mobile buyers');
  expect(whySentence({ need: 'buyers see the shipping cost' })).toBe('Buyers see the shipping cost');
  expect(whySentence({ users: 'Mobile buyers', thresholds: [{ id: 't1', scale: 'response time' }] })).toBe('Mobile buyers');
  expect(whySentence({ thresholds: [{ id: 't1', scale: 'response time', past: 3.5, unit: 's' }] })).toBe('Response time today 3.5 s');
  expect(whySentence({ thresholds: [{ id: 't1', scale: 'response time', goal: 3.2 }], value: { unknown: true } })).toBe('Response time to 3.2; worth not known yet');
  expect(whySentence({ users: 'Europeans', value: { notMoney: { reason: 'law', authority: 'GDPR, article 17', date: '2027-01-01' } } }))
    .toBe('Europeans: the law wants it (GDPR, article 17) by Jan 1, 2027');
  expect(whySentence({ users: 'Sales', question: 'estimate', decides: 'whether we sign' })).toBe('Sales: an estimate will decide: whether we sign');
  expect(whySentence(aContext({ value: { because: 'The survey of May.' } }))).toMatch(/; because of the survey of May$/);
  expect(whySentence(aContext({ thresholds: [aThreshold(), aThreshold({ id: 't2', scale: 'errors' }), aThreshold({ id: 't3' })], value: {} })))
    .toBe('Mobile buyers at checkout: time to display shipping cost from 3.5 s to 3.2 s (p95) and errors from 3.5 s to 3.2 s (p95) and 1 more threshold');
});

test('[CX30] numbers follow the locale', () => {
  expect(formatNumber(1234567.891, 'en-US')).toBe('1,234,570');
  expect(formatNumber(3.5, 'de-DE')).toBe('3,5');
  expect(formatLevel(3.5, ' s ', 'en-US')).toBe('3.5 s');
  expect(formatMoney(6.04e6, 'USD', 'en-US')).toBe('$6M');
  expect(formatMoney(6e6, 'EUR', 'de-DE')).toBe('6 Mio. €');
  expect(formatDay('2026-12-01', 'de-DE')).toBe('01.12.2026');
  expect(formatDay('soon', 'en-US')).toBe('soon');
  expect(formatNumber(3.5, 'no such locale')).toBe('3.5');
  expect(formatMoney(5, 'usd!', 'en-US')).toBe('5 usd!');
});

test('[CX30] ranges read as ranges', () => {
  expect(formatRange({ low: 4, high: 9 }, 'person-weeks')).toBe('4 to 9 person-weeks');
  expect(formatRange({ low: 4, high: 4 }, 'person-weeks')).toBe('4 person-weeks');
  expect(formatRange({ low: 4 })).toBe('at least 4');
  expect(formatRange({ high: 9 }, 's')).toBe('at most 9 s');
  expect(formatRange({})).toBe('');
  expect(formatWorth({ low: 6e6, high: 1e7, currency: 'USD', per: 'once' })).toBe('$6M to $10M once');
  expect(formatWorth({ low: 1, high: 2 })).toBe('1 to 2');
  expect(formatChange({ low: 3, high: 5, unit: '%' })).toBe('+3 to 5 %');
  expect(formatChange({ low: -2, high: 1, unit: '%' })).toBe('-2 to +1 %');
  expect(formatChange({ low: 3, high: 3 })).toBe('+3');
});

const found = (text: string) => findVagueWords(text).map((span) => [span.text, span.kind]);

test('[CX31] vague wording is found with place, kind and what is missing', () => {
  expect(found('We need faster response times on the shipping cost API')).toEqual([['faster', 'comparative']]);
  expect(found('Faster: from 3.5 s to 3.2 s')).toEqual([]);
  expect(found('It must be user-friendly, as soon as possible, etc.')).toEqual([['user-friendly', 'quality'], ['as soon as possible', 'haste'], ['etc.', 'open end']]);
  expect(found('The API should be improved')).toEqual([['should be improved', 'passive wish']]);
  expect(found('Many buyers often leave')).toEqual([['Many', 'amount'], ['often', 'frequency']]);
  expect(found('Minimize latency if possible')).toEqual([['Minimize', 'loophole'], ['if possible', 'loophole']]);
  expect(found('The page is fast. It answers within 2 seconds.')).toEqual([['fast', 'quality']]);
  expect(found('They will no longer wait')).toEqual([]);
  expect(found('Breakfast, steadfastness and a bestseller')).toEqual([]);
  const text = 'Make it quick';
  const [span] = findVagueWords(text);
  expect(span).toEqual({ start: 8, end: 13, text: 'quick', kind: 'quality', missing: 'how you would measure it, and the number' });
  expect(text.slice(span?.start, span?.end)).toBe('quick');
});

const WISHES = '../shared/data/requirements/threshold-or-wish.json';
const MARKED = '../shared/data/requirements/vague-wording-labelled.jsonl';

function given(file: string): string | undefined {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  process.stdout.write(`Skipped, because ${file} is not there.\n`);
  return undefined;
}

const wishSchema = z.array(z.object({ text: z.string(), gold: z.enum(['threshold', 'vague', 'other']), also_contains_vague_wording: z.boolean() }));
const markedSchema = z.object({ text: z.string(), smells: z.record(z.string(), z.array(z.string())) });

test('[CX32] thresholds are told from wishes', () => {
  const file = given(WISHES);
  if (file === undefined) return;
  const judged = wishSchema.parse(JSON.parse(file)).filter(({ gold }) => gold !== 'other');
  const count = (isVague: boolean, isFound: boolean) => judged.filter((one) =>
    (one.gold === 'vague' || one.also_contains_vague_wording) === isVague && findVagueWords(one.text).length > 0 === isFound).length;
  const [right, missed, wrong] = [count(true, true), count(true, false), count(false, true)];
  process.stdout.write(`Vague requirements: ${right} of ${right + missed} found; measurable ones flagged by mistake: ${wrong} of ${wrong + count(false, false)}\n`);
  expect(right / (right + missed)).toBeGreaterThanOrEqual(0.8);
  expect(wrong / (wrong + count(false, false))).toBeLessThanOrEqual(0.05);
});

/** The kinds of the public marking that mean "cannot be measured"; the others are about grammar. */
const OURS = ['open_ended_nonverifiable', 'subjective', 'comparative', 'superlative', 'loophole'];

test('[CX32] marked words are found, and most of what is found was marked', () => {
  const file = given(MARKED);
  if (file === undefined) return;
  const requirements = file.trim().split('\n').map((line) => markedSchema.parse(JSON.parse(line)));
  const pairs = requirements.map(({ text, smells }) => ({ spans: findVagueWords(text).map((span) => span.text.toLowerCase()), smells }));
  const wanted = pairs.flatMap(({ spans, smells }) => OURS.flatMap((kind) => smells[kind] ?? []).map((word) => spans.some((span) => span.includes(word.toLowerCase()))));
  const made = pairs.flatMap(({ spans, smells }) => {
    const marked = Object.values(smells).flat().map((word) => word.toLowerCase());
    return spans.map((span) => marked.some((word) => span.includes(word)));
  });
  const recall = wanted.filter(Boolean).length / wanted.length;
  const precision = made.filter(Boolean).length / made.length;
  process.stdout.write(`Of ${wanted.length} marked words ${(100 * recall).toFixed(0)} % were found; of ${made.length} findings ${(100 * precision).toFixed(0)} % were marked\n`);
  expect(recall).toBeGreaterThanOrEqual(0.8);
  expect(precision).toBeGreaterThanOrEqual(0.68);
});
