/** What makes a ticket a must: law or contract, with its name and a date. Rule: RK55. */

import type { ContextContent } from '../context/product-context';

export interface Must {
  /** The law or contract by name. */
  readonly authority: string;
  /** ISO date by which it has to be done. */
  readonly date: string;
}

/**
 * The earliest limit with authority and date, from thresholds, requirements on shared data, or a value that is law or contract
 * instead of money. A limit without a name or a date is a wish in a suit: it stays in the order.
 */
export function mustOf({ thresholds = [], claims = [], value, delay }: Pick<ContextContent, 'thresholds' | 'claims' | 'value' | 'delay'>): Must | undefined {
  const { notMoney } = value ?? {};
  const fallback = delay?.neededBy ?? notMoney?.date;
  const candidates = [
    ...thresholds.map(({ limit, due }) => ({ authority: limit?.authority, date: due ?? fallback })),
    ...claims.map(({ level, authority }) => ({ authority: level === 'limit' ? authority : undefined, date: fallback })),
    ...(notMoney?.reason === 'law' || notMoney?.reason === 'contract' ? [{ authority: notMoney.authority, date: notMoney.date ?? delay?.neededBy }] : []),
  ];
  return candidates.flatMap(({ authority, date }) => {
    const name = authority?.trim() ?? '';
    return name === '' || date === undefined ? [] : [{ authority: name, date }];
  }).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))[0];
}
