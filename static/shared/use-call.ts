import { useCallback, useState } from 'react';
import type { CallName, CallPayload, CallReplies, Problem } from '../../src/contract/calls';
import { call, ConsentNeeded } from './bridge';

/** Where a call to the backend stands. `consent`: Jira wants the user's consent; calling again makes Jira ask for it. */
export type CallState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'consent' };

export interface RunningCall<N extends CallName> {
  readonly state: CallState;
  /** The reply, or undefined when it failed: `state` then says why. */
  run(payload: CallPayload<N>): Promise<CallReplies[N] | undefined>;
  /** Forgets the last failure. */
  reset(): void;
}

/** One kind of call to the backend, with its progress and its failure as state to draw. */
export function useCall<N extends CallName>(name: N): RunningCall<N> {
  const [state, setState] = useState<CallState>({ kind: 'idle' });
  const run = useCallback(async (payload: CallPayload<N>): Promise<CallReplies[N] | undefined> => {
    setState({ kind: 'running' });
    try {
      const reply = await call(name, payload);
      setState(reply.ok ? { kind: 'idle' } : { kind: 'failed', problem: reply.problem });
      return reply.ok ? reply.value : undefined;
    } catch (error) {
      if (!(error instanceof ConsentNeeded)) throw error;
      setState({ kind: 'consent' });
      return undefined;
    }
  }, [name]);
  const reset = useCallback(() => setState({ kind: 'idle' }), []);
  return { state, run, reset };
}
