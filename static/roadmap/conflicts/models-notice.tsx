import { useState } from 'react';
import type { Problem } from '../../../src/contract/calls';
import type { SharedModel } from '../../../src/domain/model/shared-model';
import { ConsentNeeded } from '../../shared/bridge';
import { loadModels } from '../../shared/load-models';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';

interface ModelsNoticeProps {
  readonly projectId: string;
  readonly models: readonly SharedModel[];
  readonly onModels: (models: readonly SharedModel[]) => void;
}

type State = { readonly kind: 'idle' } | { readonly kind: 'running' } | { readonly kind: 'failed'; readonly problem: Problem } | { readonly kind: 'none' };

/** Checks against the imported models too, when somebody asks: their elements lie with the backend, and opening this page asks it nothing. */
export function ModelsNotice({ projectId, models, onModels }: ModelsNoticeProps) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const load = async (): Promise<void> => {
    setState({ kind: 'running' });
    try {
      const { models: found, problem } = await loadModels(projectId);
      if (problem !== undefined) setState({ kind: 'failed', problem });
      else {
        onModels(found);
        setState({ kind: found.length === 0 ? 'none' : 'idle' });
      }
    } catch (error) {
      if (!(error instanceof ConsentNeeded)) throw error;
      setState({ kind: 'failed', problem: { code: 'FORBIDDEN', words: 'Jira wants your consent before Groundwork may act for you. Try again and confirm in Jira’s window.' } });
    }
  };
  if (models.length > 0) return <p className="gw-quiet" role="status" data-testid="conflicts.with-models">Checked against the shared data as imported, too: {models.map((model) => model.name).join(', ')}.</p>;
  if (state.kind === 'none') return <p className="gw-quiet" role="status">No shared data model has been imported yet; there is nothing more to check against.</p>;
  if (state.kind === 'failed') return <ProblemNotice title="The shared data models could not be read" problem={state.problem} onRetry={() => void load()} />;
  return <div><PlainButton look="link" onClick={() => void load()} testId="conflicts.load-models">{state.kind === 'running' ? 'Reading the shared data models …' : 'Check against the imported shared data models, too'}</PlainButton></div>;
}
