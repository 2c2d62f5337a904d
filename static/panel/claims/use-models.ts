import { useCallback, useEffect, useRef, useState } from 'react';
import type { SharedModel } from '../../../src/domain/model/shared-model';
import { ConsentNeeded } from '../../shared/bridge';
import { loadModels } from '../../shared/load-models';

/** Shared data models of an infrastructure project: read when somebody starts to pick, never before. */
export type ModelsState =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly models: readonly SharedModel[] }
  /** Elements can still be typed, and those that other tickets name can be picked. */
  | { readonly kind: 'failed'; readonly words: string };

/** Costs one invocation, and one more for each model that one answer does not hold; asked once while the form is open. */
export function useModels(projectId: string | undefined): readonly [ModelsState, () => void] {
  const [state, setState] = useState<ModelsState>({ kind: 'not-asked' });
  const asked = useRef<string>(undefined);
  useEffect(() => {
    asked.current = undefined;
    setState({ kind: 'not-asked' });
  }, [projectId]);
  const start = useCallback(() => {
    if (projectId === undefined || asked.current === projectId) return;
    asked.current = projectId;
    setState({ kind: 'loading' });
    void readModels(projectId).then((next) => {
      if (asked.current !== projectId) return;
      // After a failure the next pick asks again.
      if (next.kind === 'failed') asked.current = undefined;
      setState(next);
    });
  }, [projectId]);
  return [state, start];
}

async function readModels(projectId: string): Promise<ModelsState> {
  try {
    const { models, problem } = await loadModels(projectId);
    return problem !== undefined && models.length === 0 ? { kind: 'failed', words: problem.words } : { kind: 'read', models };
  } catch (error) {
    if (error instanceof ConsentNeeded) return { kind: 'failed', words: 'Jira wants your consent before the shared data models can be read.' };
    throw error;
  }
}
