/** Whether one text can match several regular expressions, by intersecting automata (refa), within a bound. */

import {
  CharSet, JS, NFA, Transformers, combineTransformers, transform, type Concatenation, type Expression, type NoParent, type ReadonlyNFA,
} from 'refa';

/** More automaton states than this are not built; the answer is then `unknown`. */
const MOST_STATES = 3_000;
/** Longest pattern looked at, in characters. */
const LONGEST = 300;

export type Meeting = 'yes' | 'no' | 'unknown';

/** The lengths a text may have, in characters. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/** Whether some text of these lengths matches every pattern somewhere, as JSON Schema reads patterns (Unicode, unanchored). */
export function patternsMeet(patterns: readonly string[], lengths: Lengths = { min: 0, max: Number.POSITIVE_INFINITY }): Meeting {
  try {
    const whole = [...new Set(patterns)].map(searching);
    if (whole.some((automaton) => automaton === undefined)) return 'unknown';
    const automata = whole.filter((automaton) => automaton !== undefined);
    if (lengths.min > 0 || Number.isFinite(lengths.max)) {
      if (lengths.min > 500 || (Number.isFinite(lengths.max) && lengths.max > 500)) return 'unknown';
      automata.push(lengthAutomaton(lengths));
    }
    return intersects(automata) ? 'yes' : 'no';
  } catch {
    // refa throws on what it cannot express (backreferences, some assertions) and on automata beyond the bound.
    return 'unknown';
  }
}

function intersects(automata: readonly ReadonlyNFA[]): boolean {
  let common: ReadonlyNFA | undefined;
  for (const automaton of automata) {
    common = common === undefined ? automaton : NFA.fromIntersection(common, automaton, new NFA.LimitedNodeFactory(MOST_STATES));
    if (common.isEmpty) return false;
  }
  return true;
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
