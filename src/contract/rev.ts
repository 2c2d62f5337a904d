import * as z from 'zod';

/** A revision: counts the saves of a record. The bound leaves room to count on from whatever was written by hand. */
export const revSchema = z.number().int().nonnegative().max(1e12);

/** The revision of whatever stands in a property; 0 when it has none that can be counted on from. */
export function storedRev(stored: unknown): number {
  const read = z.object({ rev: revSchema }).safeParse(stored);
  return read.success ? read.data.rev : 0;
}
