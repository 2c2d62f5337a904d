import type { ContextContent } from './product-context';

/** How many of those that answered gave this answer. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** Answers that cost nothing to give, so that they are seen. None of them is wrong on one ticket. */
export interface CheapAnswers {
  /** Absent: tickets without a team. */
  readonly team: string | undefined;
  readonly tickets: number;
  /** "I do not know yet", of the tickets with any value statement. */
  readonly unknown: Share;
  /** "Not money", of the same. */
  readonly notMoney: Share;
  /** `must` or stronger, of all requirements on shared data. */
  readonly must: Share;
  /** "Touches no shared data", of the tickets that answered. */
  readonly touchesNothing: Share;
}

/** The shares per consuming team, teams in alphabetical order of their ids, tickets without a team last. */
export function countCheapAnswers(contents: readonly ContextContent[]): CheapAnswers[] {
  const teams = [...new Set(contents.map(({ team }) => team))].sort((a, b) => {
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
    return a < b ? -1 : 1;
  });
  return teams.map((team) => countOf(team, contents.filter((content) => content.team === team)));
}

function countOf(team: string | undefined, contents: readonly ContextContent[]): CheapAnswers {
  const values = contents.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const claims = contents.flatMap((content) => content.claims ?? []);
  const answered = contents.filter((content) => content.touchesSharedData !== undefined || (content.claims?.length ?? 0) > 0);
  return {
    team, tickets: contents.length,
    unknown: share(values, ({ unknown }) => unknown === true),
    notMoney: share(values, ({ notMoney }) => notMoney !== undefined),
    must: share(claims, ({ level }) => level === 'must' || level === 'limit'),
    touchesNothing: share(answered, (content) => content.touchesSharedData === false),
  };
}

function share<T>(all: readonly T[], isCheap: (one: T) => boolean): Share {
  return { count: all.filter(isCheap).length, of: all.length };
}
