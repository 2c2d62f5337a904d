/** Whether one text can match several regular expressions, by intersecting automata (refa), within a bound. */

import {
  CharSet, JS, NFA, Transformers, combineTransformers, transform, Words, type Concatenation, type Expression, type NoParent, type ReadonlyNFA,
} from 'refa';
import { remembered } from '../remember';

/** More automaton states than this are not built; the answer is then `unknown`. */
const MOST_STATES = 3_000;
/** For all that is intersected to answer one question. */
const MOST_STATES_IN_ALL = 9_000;
/** Longest pattern looked at, in characters. */
const LONGEST = 300;
/** Bounds of a length above this are not made into automata. */
const LONGEST_TEXT = 500;

export type Meeting = 'yes' | 'no' | 'unknown';

/** The lengths a text may have, in characters. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/**
 * Whether some text of these lengths matches every pattern somewhere, as JSON Schema reads patterns (Unicode, unanchored). What
 * some of the patterns leave no text for is proved, whether or not the others can be expressed.
 */
export function patternsMeet(patterns: readonly string[], lengths: Lengths = ANY_LENGTH): Meeting {
  const [first] = patterns;
  const distinct = first !== undefined && patterns.every((pattern) => pattern === first) ? [first] : [...new Set(patterns)].sort();
  return meetOnce(distinct, lengths);
}

const meetOnce = remembered((patterns: readonly string[], { min, max }: Lengths) => `${String(min)} ${String(max)} ${keyOf(patterns)}`, (patterns: readonly string[], lengths: Lengths): Meeting => {
  const { common, isWhole, isExcluded } = intersectOnce(patterns);
  const fits = common === undefined ? 'yes' : lengthsFit(common, lengths);
  if (fits === 'no' || isExcluded) return 'no';
  return isWhole ? fits : 'unknown';
});

/** Whatever lengths are asked for, the patterns are intersected once. */
const intersectOnce = remembered(keyOf, (patterns) => {
  const all = patterns.map(searchingOrNot);
  const known = all.filter((one) => one !== undefined);
  const work = { left: MOST_STATES_IN_ALL };
  const found = intersectWhatFits(known, work);
  const common = found.common === undefined ? undefined : { words: found.common, shortest: shortestOf(found.common) };
  return { common, isWhole: found.isWhole && known.length === all.length, isExcluded: !found.isWhole && twoExclude(known, work) };
});

function keyOf(patterns: readonly string[]): string {
  // Most often there is one, and no list begins like that.
  return patterns.length === 1 ? `=${patterns[0] ?? ''}` : JSON.stringify(patterns);
}

/** What several automata have in common. */
interface CommonWords {
  readonly words: ReadonlyNFA;
  /** Characters of the shortest of them; infinite where there is none. */
  readonly shortest: number;
}

function shortestOf(words: ReadonlyNFA): number {
  const seen = new Set<NFA.ReadonlyNode>();
  let level: ReadonlySet<NFA.ReadonlyNode> = new Set([words.initial]);
  for (let length = 0; level.size > 0; length++) {
    for (const node of level) {
      if (words.finals.has(node)) return length;
      seen.add(node);
    }
    level = new Set([...level].flatMap((node) => [...node.out.keys()]).filter((node) => !seen.has(node)));
  }
  return Number.POSITIVE_INFINITY;
}

/** Two that leave nothing prove it for all, however large the rest is together. */
function twoExclude(automata: readonly ReadonlyNFA[], work: { left: number }): boolean {
  return automata.some((one, at) => automata.slice(at + 1).some((other) => intersect(one, other, work)?.isEmpty === true));
}

/** Lengths of the words of an automaton against those allowed. */
function lengthsFit({ words, shortest }: CommonWords, lengths: Lengths): Meeting {
  if (shortest === Number.POSITIVE_INFINITY || shortest > lengths.max) return 'no';
  if (shortest >= lengths.min) return 'yes';
  if (lengths.min <= LONGEST_TEXT) return hasWordOf(words, lengths) ? 'yes' : 'no';
  const longest = words.isFinite ? longestFrom(words.initial, words, new Map()) : Number.POSITIVE_INFINITY;
  if (longest < lengths.min) return 'no';
  return longest <= lengths.max && Number.isFinite(longest) ? 'yes' : 'unknown';
}

/** Each step is one character. If there is a word of some length or more, there is one that is longer than that by no more than the states. */
function hasWordOf(words: ReadonlyNFA, { min, max }: Lengths): boolean {
  const last = Math.min(max, min + [...words.nodes()].length);
  let level: ReadonlySet<NFA.ReadonlyNode> = new Set([words.initial]);
  for (let length = 0; length <= last && level.size > 0; length++) {
    if (length >= min && [...level].some((node) => words.finals.has(node))) return true;
    level = new Set([...level].flatMap((node) => [...node.out.keys()]));
  }
  return false;
}

/** Characters of the longest word of finitely many. */
function longestFrom(node: NFA.ReadonlyNode, words: ReadonlyNFA, known: Map<NFA.ReadonlyNode, number>): number {
  const before = known.get(node);
  if (before !== undefined) return before;
  const own = words.finals.has(node) ? 0 : Number.NEGATIVE_INFINITY;
  known.set(node, own);
  const longest = Math.max(own, ...[...node.out.keys()].map((next) => longestFrom(next, words, known) + 1));
  known.set(node, longest);
  return longest;
}

/** Some texts that match every pattern, shortest first; none where there are none or nobody can say. */
export function textsThatMatch(patterns: readonly string[], lengths: Lengths, most: number): readonly string[] {
  const texts: string[] = [];
  const common = intersection(patterns, lengths);
  if (common === undefined || common.isEmpty) return texts;
  for (const set of common.wordSets()) {
    texts.push(Words.fromUnicodeToString(Words.pickMostReadableWord(set) ?? []));
    if (texts.length >= most) break;
  }
  return texts;
}

/** Whether a text matches, tried on an automaton: no pattern can make that slow. Undefined where there is no automaton. */
export function textMatches(pattern: string, text: string): boolean | undefined {
  return searchingOrNot(pattern)?.test(Words.fromStringToUnicode(text));
}

const ANY_LENGTH: Lengths = { min: 0, max: Number.POSITIVE_INFINITY };

/** Undefined where refa cannot express a pattern (backreferences, some assertions) or the automaton is beyond the bound. */
function intersection(patterns: readonly string[], lengths: Lengths): ReadonlyNFA | undefined {
  const whole = [...new Set(patterns)].map(searchingOrNot);
  if (whole.some((one) => one === undefined)) return undefined;
  const automata = whole.filter((one) => one !== undefined);
  if (lengths.min > 0 || Number.isFinite(lengths.max)) {
    if (lengths.min > LONGEST_TEXT || (Number.isFinite(lengths.max) && lengths.max > LONGEST_TEXT)) return undefined;
    automata.push(lengthAutomaton(lengths));
  }
  return intersectAll(automata);
}

function intersectAll(automata: readonly ReadonlyNFA[]): ReadonlyNFA | undefined {
  const { common, isWhole } = intersectWhatFits(automata, { left: MOST_STATES_IN_ALL });
  return isWhole ? common : undefined;
}

/** One after the other; what would grow beyond the bound is left out, so that what is left can only have more words. */
function intersectWhatFits(automata: readonly ReadonlyNFA[], work: { left: number }): { readonly common: ReadonlyNFA | undefined; readonly isWhole: boolean } {
  const [first, ...others] = automata;
  let common = first;
  let isWhole = true;
  for (const one of others) {
    if (common === undefined || common.isEmpty) break;
    const both = intersect(common, one, work);
    if (both === undefined) isWhole = false;
    else common = both;
  }
  return { common, isWhole };
}

function intersect(a: ReadonlyNFA, b: ReadonlyNFA, work: { left: number }): ReadonlyNFA | undefined {
  const most = Math.min(MOST_STATES, work.left);
  if (most <= 0) return undefined;
  try {
    const both = NFA.fromIntersection(a, b, new NFA.LimitedNodeFactory(most));
    work.left -= [...both.nodes()].length;
    return both;
  } catch {
    work.left -= most;
    return undefined;
  }
}

const searchingOrNot = remembered((pattern: string) => pattern, (pattern: string): ReadonlyNFA | undefined => {
  try {
    return searching(pattern);
  } catch {
    return undefined;
  }
});

function searching(pattern: string): ReadonlyNFA | undefined {
  if (pattern.length > LONGEST) return undefined;
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source: pattern, flags: 'u' }).parse({ backreferences: 'throw' });
  const anything: Element = {
    type: 'Quantifier', min: 0, max: Number.POSITIVE_INFINITY, lazy: false,
    alternatives: [{ type: 'Concatenation', elements: [{ type: 'CharacterClass', characters: CharSet.all(maxCharacter) }] }],
  };
  const alternatives = expression.alternatives.map((alternative): NoParent<Concatenation> => {
    const elements = [...alternative.elements] as Element[];
    // An unanchored pattern is searched for: anything may stand before and after it.
    if (isEdge(elements[0], 'behind')) elements.shift();
    else elements.unshift(anything);
    if (isEdge(elements.at(-1), 'ahead')) elements.pop();
    else elements.push(anything);
    return { type: 'Concatenation', elements };
  });
  return automaton({ type: 'Expression', alternatives }, maxCharacter);
}

type Element = NoParent<Concatenation>['elements'][number];

/** `^` and `$`: nothing stands behind, or ahead. */
function isEdge(element: Element | undefined, kind: 'ahead' | 'behind'): boolean {
  if (element?.type !== 'Assertion' || element.kind !== kind || !element.negate) return false;
  const only = element.alternatives.length === 1 ? element.alternatives[0]?.elements : undefined;
  return only?.length === 1 && only[0]?.type === 'CharacterClass' && only[0].characters.isAll;
}

function lengthAutomaton({ min, max }: Lengths): ReadonlyNFA {
  const high = Number.isFinite(max) ? String(Math.floor(max)) : '';
  const source = `[^]{${String(Math.max(0, Math.ceil(min)))},${high}}`;
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags: 'u' }).parse();
  return automaton(expression, maxCharacter);
}

function automaton(expression: NoParent<Expression>, maxCharacter: number): ReadonlyNFA {
  const plain = transform(
    combineTransformers([Transformers.applyAssertions(), Transformers.removeUnnecessaryAssertions(), Transformers.removeDeadBranches()]),
    expression,
  );
  return NFA.fromRegex(plain, { maxCharacter }, { assertions: 'throw' }, new NFA.LimitedNodeFactory(MOST_STATES));
}
