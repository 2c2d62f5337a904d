/** Builders for the ranking: a test states only what it is about. */

import type { Comparable, NotComparable } from '../../src/domain/ranking/candidate';
import { effortEstimate, UNTRAINED, worthEstimate, type Calibration, type LogNormal } from '../../src/domain/ranking/estimate';
import type { WorthOverTime } from '../../src/domain/ranking/worth-over-time';

export interface CandidateWords {
  readonly key?: string;
  readonly team?: string;
  readonly worth?: readonly [number, number];
  readonly effort?: readonly [number, number] | 'one-exactly';
  readonly calibration?: Calibration;
  readonly time?: Partial<WorthOverTime>;
  readonly neededBy?: number;
}

/** One person-week, known exactly. */
export const ONE_WEEK_EXACTLY: LogNormal = { kind: 'log-normal', mu: 0, s: 0, mean: 1 };

export function aComparable(words: CandidateWords = {}): Comparable {
  const [low, high] = words.worth ?? [6, 10];
  const worth = worthEstimate({ low, high }, words.calibration ?? UNTRAINED);
  if (worth.kind === 'unknown') throw new Error(`The worth ${low} to ${high} is unknown: ${worth.why}`);
  return {
    kind: 'comparable', id: words.key ?? 'BUYER-1', key: words.key ?? 'BUYER-1', team: words.team ?? 'cart',
    worth, amount: worth, effort: effortOf(words.effort),
    time: { per: 'month', shape: 'steady', ...words.time },
    ...(words.neededBy === undefined ? {} : { neededBy: words.neededBy }),
  };
}

export function aNotComparable(words: CandidateWords & { readonly noEffort?: boolean } = {}): NotComparable {
  return {
    kind: 'not-comparable', id: words.key ?? 'BUYER-9', key: words.key ?? 'BUYER-9', team: words.team ?? 'cart', why: 'not-money',
    ...(words.noEffort === true ? {} : { effort: effortOf(words.effort) }),
    ...(words.neededBy === undefined ? {} : { neededBy: words.neededBy }),
  };
}

function effortOf(range: CandidateWords['effort']): LogNormal {
  if (range === 'one-exactly') return ONE_WEEK_EXACTLY;
  const [low, high] = range ?? [4, 9];
  const effort = effortEstimate({ low, high }, UNTRAINED);
  if (effort.kind === 'unknown') throw new Error(`The effort ${low} to ${high} is unknown: ${effort.why}`);
  return effort;
}
