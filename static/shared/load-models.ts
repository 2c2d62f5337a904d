/** The shared data models of an infrastructure project with their elements: one call, and further ones only for what it did not hold. */

import type { Problem } from '../../src/contract/calls';
import type { SharedModel } from '../../src/domain/model/shared-model';
import { call } from './bridge';

export interface ModelsLoaded {
  readonly models: readonly SharedModel[];
  /** Why some, or all, could not be read. */
  readonly problem?: Problem;
}

/** Throws `ConsentNeeded` where Jira wants the user's consent first. */
export async function loadModels(projectId: string): Promise<ModelsLoaded> {
  const first = await call('readModels', { projectId });
  if (!first.ok) return { models: [], problem: first.problem };
  const rest = await Promise.all(first.value.left.map(({ id }) => call('readModel', { projectId, modelId: id })));
  const failed = rest.find((reply) => !reply.ok);
  return {
    models: [...first.value.models, ...rest.flatMap((reply) => (reply.ok ? [reply.value.model] : []))],
    ...(failed === undefined || failed.ok ? {} : { problem: failed.problem }),
  };
}
