/** What an importer finds, gathered within bounds: elements by path, what was skipped, and which words of the format were not used. */

import { formatCount } from '../../../src/domain/context/format-number';
import { MOST_ELEMENTS, type ModelElement, type SkippedPart } from '../../../src/domain/model/shared-model';
import { ImportRefused } from './refusal';

/** Steps a reader takes before a file counts as one that multiplies by referring to itself. */
const MOST_STEPS = 1_000_000;
/** More than anybody reads; what comes after is counted. */
const MOST_SKIPPED = 1_000;

export interface FoundElements {
  /** Each path once: the first wins, and a repetition is reported. */
  add(element: ModelElement): void;
  get(path: string): ModelElement | undefined;
  /** Changes what is known of an element that is there. */
  update(path: string, change: Partial<ModelElement>): void;
  skip(at: string, why: string): void;
  /** A word of the format that says something about data which no element here can hold; told once, with its first place and how often. */
  leave(word: string, at: string): void;
  /** Counts work; refuses the file when it is out of all proportion. */
  step(): void;
  elements(): readonly ModelElement[];
  skipped(): readonly SkippedPart[];
}

export function findElements(): FoundElements {
  const byPath = new Map<string, ModelElement>();
  const skipped: SkippedPart[] = [];
  const left = new Map<string, { readonly at: string; count: number }>();
  let [steps, unsaid] = [0, 0];
  const skip = (at: string, why: string): void => {
    if (skipped.length < MOST_SKIPPED) skipped.push({ at: at.slice(0, 200), why });
    else unsaid++;
  };
  return {
    add(element) {
      if (byPath.has(element.path)) skip(element.path, 'It is there twice; the first was taken.');
      else if (byPath.size >= MOST_ELEMENTS) throw new ImportRefused(`This file names more than ${formatCount(MOST_ELEMENTS)} elements, the most that are taken. Import only the part that teams share.`);
      else byPath.set(element.path, element);
    },
    get: (path) => byPath.get(path),
    update(path, change) {
      const element = byPath.get(path);
      if (element !== undefined) byPath.set(path, { ...element, ...change });
    },
    skip,
    leave(word, at) {
      const known = left.get(word);
      if (known !== undefined) known.count++;
      else left.set(word, { at: at.slice(0, 200), count: 1 });
    },
    step() {
      if (++steps > MOST_STEPS) throw new ImportRefused('The parts of this file refer to each other so often that they multiply into more than anybody could read. Import only the part that teams share.');
    },
    elements: () => [...byPath.values()],
    skipped: () => [
      ...skipped, ...(unsaid === 0 ? [] : [{ at: 'the rest', why: `${formatCount(unsaid)} more parts were skipped.` }]),
      ...[...left].map(([word, { at, count }]) => ({ at, why: `What "${word}" says here was not taken${count === 1 ? '' : `, nor at ${formatCount(count - 1)} other ${count === 2 ? 'place' : 'places'}`}.` })),
    ],
  };
}

/** Words about an element, as long as they are kept. */
export function described(words: unknown): { description?: string } {
  return typeof words !== 'string' || words.trim() === '' ? {} : { description: words.trim().slice(0, 300) };
}
