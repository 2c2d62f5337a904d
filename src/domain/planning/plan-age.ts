/** What a plan that was saved some time ago says about its age. Rules: PL51, PL52. */

import { showCount, showSpan } from '../ranking/show-number';
import { monthsBetween } from '../ranking/worth-over-time';
import { showDay } from './meeting-agenda';

/** A younger plan says nothing that a month shown on the page could belie. */
const OLD_MONTHS = 1;

/** "the next 3 months", or "the 3 months from Nov 22, 2026" where the plan is not of today; dates are ISO. */
export function periodWords(months: number, planDate: string, today: string, locale: string): string {
  if (planDate === today) return `the next ${months === 1 ? 'month' : showCount(months, 'month', locale)}`;
  return `the ${months === 1 ? 'month' : showCount(months, 'month', locale)} from ${showDay(planDate, locale)}`;
}

/** That an old plan is old, and what that means; undefined for a plan of the last month. */
export function planAgeWords(planDate: string, today: string, locale: string): string | undefined {
  const age = monthsBetween(planDate, today);
  if (!(age >= OLD_MONTHS)) return undefined;
  return `This plan counts from ${showDay(planDate, locale)}, ${showSpan(age, locale)} ago: worths and months are counted from then, what is too late by today.`;
}
