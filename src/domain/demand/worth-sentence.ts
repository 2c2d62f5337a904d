/** What the worth bars of a view show, as a sentence to read out and to copy. Rule: DM26. */

import { formatCount, formatMoney } from '../context/format-number';
import type { MonthlyWorth } from './worth-a-month';

interface WithWorth {
  readonly ticket: { readonly key: string };
  readonly worth: MonthlyWorth;
}

interface Ranged {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  readonly currency: string;
}

/** Undefined where nothing can be drawn; ranges as they were stated, and how many tickets give none. */
export function worthSentence(demands: readonly WithWorth[], locale: string): string | undefined {
  const ranged = demands.flatMap(({ ticket, worth }): Ranged[] => (worth.kind === 'range' ? [{ key: ticket.key, ...worth }] : []));
  const most = ranged.reduce<Ranged | undefined>((best, one) => (best === undefined || one.high > best.high || (one.high === best.high && one.key < best.key) ? one : best), undefined);
  if (most === undefined) return undefined;
  const least = ranged.reduce((found, one) => (one.low < found.low || (one.low === found.low && one.key < found.key) ? one : found));
  const money = (amount: number): string => formatMoney(amount, most.currency, locale);
  const without = demands.length - ranged.length;
  const others = without === 0 ? '' : `; ${formatCount(without, locale)} ${without === 1 ? 'has' : 'have'} no worth that can be compared`;
  if (ranged.length === 1) return `1 ticket says what it is worth: ${most.key}, ${money(most.low)} to ${money(most.high)} a month, if the goal is reached${others}.`;
  return `${formatCount(ranged.length, locale)} tickets say what they are worth, from ${money(least.low)} (${least.key}) to ${money(most.high)} (${most.key}) a month, if the goals are reached${others}.`;
}
