import { modelIdSchema } from '../../../src/contract/models';
import { MODEL_TICKET, type Claim } from '../../../src/domain/conflict/claim';
import type { ModelSummary } from '../../../src/contract/models';
import type { ModelElement } from '../../../src/domain/model/shared-model';

/** A model that tickets name, though nobody has imported one of that name. */
export interface NamedModel {
  readonly id: string;
  readonly requirements: number;
  /** How many of the requirements are about elements of the file. */
  readonly found: number;
}

/** Whoever typed an element before its model was imported named a model, too: those that fit a file best come first. */
export function namedByTickets(claims: readonly Claim[], stored: readonly ModelSummary[], elements: readonly ModelElement[]): readonly NamedModel[] {
  const taken = new Set(stored.map(({ id }) => id));
  const paths = new Set(elements.map(({ path }) => path));
  const named = new Map<string, { requirements: number; found: number }>();
  for (const { model, element, ticket, status } of claims) {
    if (taken.has(model) || ticket.id <= MODEL_TICKET || status === 'withdrawn' || !modelIdSchema.safeParse(model).success) continue;
    const { requirements, found } = named.get(model) ?? { requirements: 0, found: 0 };
    named.set(model, { requirements: requirements + 1, found: found + (paths.has(element) ? 1 : 0) });
  }
  return [...named].map(([id, counts]) => ({ id, ...counts })).sort((a, b) => b.found - a.found || b.requirements - a.requirements || (a.id < b.id ? -1 : 1));
}
