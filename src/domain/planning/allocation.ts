/** Where the work goes: shares of themes and horizons, against targets. Rules: PL1 to PL4. */

import type { Horizon } from '../context/product-context';

/** A ticket's part of the work; `effort` in person-weeks, its mean. */
export interface AllocatedWork {
  readonly theme?: string;
  readonly horizon?: Horizon;
  readonly effort: number;
  /** planned: inside the plan's cut; started: in progress; done: closed as built within the window looked at. */
  readonly state: 'planned' | 'started' | 'done';
}

export interface Share {
  /** Theme id or horizon; empty: not stated. */
  readonly id: string;
  /** Percent of the person-weeks of that state; undefined when that state has no work at all. */
  readonly planned: number | undefined;
  readonly started: number | undefined;
  readonly done: number | undefined;
  readonly target: number | undefined;
  /** Started (or, without any, planned) less target, in percentage points. */
  readonly drift: number | undefined;
}

export const DRIFT_TO_POINT_OUT = 10;

/** Shares by theme: every theme with a target or with work, in the order given, then the others. */
export function shareByTheme(work: readonly AllocatedWork[], themes: readonly { readonly id: string; readonly target?: number }[]): Share[] {
  return shares(work, ({ theme }) => theme ?? '', new Map(themes.map(({ id, target }) => [id, target])));
}

/** Shares by horizon: now, next, later, then what states none. */
export function shareByHorizon(work: readonly AllocatedWork[]): Share[] {
  return shares(work, ({ horizon }) => horizon ?? '', new Map([['now', undefined], ['next', undefined], ['later', undefined]]));
}

/** What a further start would do to a theme's share of what is started: before and after, in percent. */
export function shareIfStarted(work: readonly AllocatedWork[], theme: string, effort: number): { before: number; after: number } {
  const started = work.filter(({ state }) => state === 'started');
  const total = sum(started);
  const own = sum(started.filter((one) => one.theme === theme));
  return { before: total === 0 ? 0 : (100 * own) / total, after: total + effort === 0 ? 0 : (100 * (own + effort)) / (total + effort) };
}

function shares(work: readonly AllocatedWork[], idOf: (work: AllocatedWork) => string, targets: ReadonlyMap<string, number | undefined>): Share[] {
  const ids = [...new Set([...targets.keys(), ...work.map(idOf)])].sort((a, b) => Number(a === '') - Number(b === ''));
  const percent = (id: string, state: AllocatedWork['state']): number | undefined => {
    const all = work.filter((one) => one.state === state);
    const total = sum(all);
    return total === 0 ? undefined : (100 * sum(all.filter((one) => idOf(one) === id))) / total;
  };
  return ids.map((id) => {
    const [planned, started, done, target] = [percent(id, 'planned'), percent(id, 'started'), percent(id, 'done'), targets.get(id)];
    const actual = started ?? planned;
    return { id, planned, started, done, target, drift: actual === undefined || target === undefined ? undefined : actual - target };
  });
}

function sum(work: readonly AllocatedWork[]): number {
  return work.reduce((total, { effort }) => total + effort, 0);
}
