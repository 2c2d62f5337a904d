import type { Condition } from '../../../src/domain/context/product-context';
import type { Claim } from '../../../src/domain/conflict/claim';

/** The condition that most of these have; of equally many the one that comes first. */
export function usualCondition(claims: readonly Claim[]): Condition | undefined {
  const counts = new Map<string, { readonly when: Condition; count: number }>();
  for (const { when = {} } of claims) {
    if (Object.values(when).every((values) => values.length === 0)) continue;
    const key = JSON.stringify(Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { when, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].reduce<{ readonly when: Condition; count: number } | undefined>((most, next) => (most === undefined || next.count > most.count ? next : most), undefined)?.when;
}
