import type { Claim } from '../../../src/domain/conflict/claim';
import { entityOf } from '../../../src/domain/conflict/element-path';
import { modelClaims } from '../../../src/domain/model/model-claims';
import type { CheckRequest } from './checking';
import type { ModelsState } from './use-models';

/** What the imported models say about the entities that a ticket speaks of: the rest of a large model would only slow its check. */
export function nearModels(state: ModelsState, own: readonly Claim[]): { readonly claims: readonly Claim[]; readonly elements: CheckRequest['elements'] } {
  const models = state.kind === 'read' ? state.models : [];
  const entities = new Set(own.map(({ element }) => entityOf(element)));
  const near = models.map(({ id, name, elements }) => ({ id, name, elements: elements.filter(({ path }) => entities.has(entityOf(path))) }));
  return { claims: near.flatMap(modelClaims), elements: Object.fromEntries(near.map(({ id, elements }) => [id, elements.map(({ path }) => path)])) };
}
