/** Periods as values of a condition: `2026-11-01/2026-12-31`. */

const PERIOD = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;

/** A value of a dimension that means days from..until, both included. */
export function period(value: string): { readonly from: string; readonly until: string } | undefined {
  const found = PERIOD.exec(value);
  return found?.[1] !== undefined && found[2] !== undefined ? { from: found[1], until: found[2] } : undefined;
}
