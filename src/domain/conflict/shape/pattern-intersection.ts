/** Whether one text can match several regular expressions, by intersecting automata (refa), within a bound. */

import {
  CharSet, JS, NFA, Transformers, combineTransformers, transform, Words, type Concatenation, type Expression, type NoParent, type ReadonlyNFA,
} from 'refa';

/** More automaton states than this are not built; the answer is then `unknown`. */
const MOST_STATES = 3_000;
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

/** Whether some text of these lengths matches every pattern somewhere, as JSON Schema reads patterns (Unicode, unanchored). */
export function patternsMeet(patterns: readonly string[], lengths: Lengths = ANY_LENGTH): Meeting {
  const common = intersection(patterns, lengths);
  return common === undefined ? 'unknown' : common.isEmpty ? 'no' : 'yes';
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
  try {
    return searching(pattern)?.test(Words.fromStringToUnicode(text));
  } catch {
    return undefined;
  }
}

const ANY_LENGTH: Lengths = { min: 0, max: Number.POSITIVE_INFINITY };

/** Undefined where refa cannot express a pattern (backreferences, some assertions) or the automaton is beyond the bound. */
function intersection(patterns: readonly string[], lengths: Lengths): ReadonlyNFA | undefined {
  try {
    const whole = [...new Set(patterns)].map(searching);
    if (whole.some((one) => one === undefined)) return undefined;
    const automata = whole.filter((one) => one !== undefined);
    if (lengths.min > 0 || Number.isFinite(lengths.max)) {
      if (lengths.min > LONGEST_TEXT || (Number.isFinite(lengths.max) && lengths.max > LONGEST_TEXT)) return undefined;
      automata.push(lengthAutomaton(lengths));
    }
    return automata.reduce((common, one) => (common.isEmpty ? common : NFA.fromIntersection(common, one, new NFA.LimitedNodeFactory(MOST_STATES))));
  } catch {
    return undefined;
  }
}

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
