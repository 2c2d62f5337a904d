import { useEffect, useState } from 'react';
import type { Problem } from '../../../src/contract/calls';
import type { ModelElement } from '../../../src/domain/model/shared-model';
import { call } from '../../shared/bridge';

type Stored = { readonly state: 'none' } | { readonly state: 'loading' } | { readonly state: 'failed'; readonly problem: Problem } | { readonly state: 'read'; readonly elements: readonly ModelElement[] };

/** The elements of the model that would be replaced: one invocation, when one is chosen. */
export function useStoredElements(projectId: string, modelId: string): Stored {
  const [stored, setStored] = useState<{ readonly of: string; readonly found: Stored }>({ of: '', found: { state: 'none' } });
  useEffect(() => {
    if (modelId === '') return undefined;
    const wish = { isCurrent: true };
    const take = (found: Stored): void => { if (wish.isCurrent) setStored({ of: modelId, found }); };
    call('readModel', { projectId, modelId })
      .then((reply) => take(reply.ok ? { state: 'read', elements: reply.value.model.elements } : { state: 'failed', problem: reply.problem }))
      .catch(() => take({ state: 'failed', problem: { code: 'FORBIDDEN', words: 'Jira wants your consent first. Choose the model again and confirm in Jira’s window.' } }));
    return () => { wish.isCurrent = false; };
  }, [projectId, modelId]);
  if (modelId === '') return { state: 'none' };
  return stored.of === modelId ? stored.found : { state: 'loading' };
}
