import { Refusal } from '../jira/refusal';

/** Jira's limits on writes to one issue: this many within so many milliseconds. */
export const ISSUE_WRITE_LIMITS = [{ writes: 20, within: 2_000 }, { writes: 100, within: 30_000 }] as const;

export interface WriteLimits {
  /** Counts a write to the issue; throws Jira's 429 when it is one too many. */
  count(issueId: string): void;
}

/** A sliding window per issue. */
export function createWriteLimits(now: () => number): WriteLimits {
  const writes = new Map<string, number[]>();
  return {
    count: (issueId) => {
      const at = now();
      const recent = (writes.get(issueId) ?? []).filter((time) => at - time < 30_000);
      for (const limit of ISSUE_WRITE_LIMITS) {
        const inside = recent.filter((time) => at - time < limit.within);
        if (inside.length < limit.writes) continue;
        const oldest = inside[inside.length - limit.writes] ?? at;
        throw new Refusal(429, ['Rate limit exceeded: too many writes to this issue.'], {}, {
          'retry-after': String(Math.max(1, Math.ceil((oldest + limit.within - at) / 1000))),
          'ratelimit-reason': 'jira-per-issue-on-write',
        });
      }
      writes.set(issueId, [...recent, at]);
    },
  };
}
