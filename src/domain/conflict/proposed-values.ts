/** Values of conditions that requirements name and the settings do not list: anyone proposes, administrators add. Rules: CF150, CF151. */

import type { ConditionDimension } from '../context/settings';
import { MODEL_TICKET, type Claim } from './claim';
import { period } from './period';

export interface ProposedValue {
  readonly dimension: string;
  readonly value: string;
  /** Keys of the tickets that name it. */
  readonly tickets: readonly string[];
}

/** By dimension, then by value; a period is a value that no list could hold. */
export function proposedValues(claims: readonly Pick<Claim, 'ticket' | 'status' | 'when'>[], listed: readonly ConditionDimension[]): ProposedValue[] {
  const known = new Map(listed.map(({ name, values }) => [name, new Set(values)]));
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { ticket, status, when = {} } of claims) {
    if (ticket.id <= MODEL_TICKET || status === 'withdrawn') continue;
    for (const [dimension, values] of Object.entries(when)) {
      for (const value of values) {
        if (known.get(dimension)?.has(value) === true || period(value) !== undefined) continue;
        const named = found.get(dimension) ?? new Map<string, Set<string>>();
        found.set(dimension, named.set(value, (named.get(value) ?? new Set()).add(ticket.key)));
      }
    }
  }
  return [...found].sort(byName).flatMap(([dimension, named]) => [...named].sort(byName).map(([value, tickets]) => ({ dimension, value, tickets: [...tickets].sort() })));
}

/** The settings' list with the proposed values behind what it had; a dimension that is new comes last. */
export function withProposed(listed: readonly ConditionDimension[], proposed: readonly ProposedValue[]): ConditionDimension[] {
  const dimensions = new Map(listed.map(({ name, values }) => [name, [...values]]));
  for (const { dimension, value } of proposed) dimensions.set(dimension, [...(dimensions.get(dimension) ?? []), value]);
  return [...dimensions].map(([name, values]) => ({ name, values }));
}

/** The listed value that a typed one means, whatever its capitals and blanks; what is new is kept as it was typed. */
export function asListed(typed: string, values: readonly string[]): string {
  const meant = typed.trim().replaceAll(/\s+/g, ' ');
  return values.find((value) => value.toLowerCase() === meant.toLowerCase()) ?? meant;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
