import { useCallback, useRef, useState } from 'react';
import type { PlannedChange } from '../../../src/domain/demand/plan-bulk-change';
import { planUndo } from '../../../src/domain/demand/plan-bulk-change';
import { call, ConsentNeeded } from '../../shared/bridge';
import type { DemandStore } from '../../shared/demand-store';
import { runBulk, type BulkOutcome } from './run-bulk';

/** One bulk change as the desk shows it, from preview to undo. */
export type BulkState =
  | { readonly step: 'none' }
  | { readonly step: 'preview'; readonly what: string; readonly changes: readonly PlannedChange[]; readonly same: number }
  | { readonly step: 'running'; readonly what: string; readonly outcome: BulkOutcome; readonly isUndo: boolean; readonly isStopping: boolean }
  | { readonly step: 'consent'; readonly what: string; readonly outcome: BulkOutcome; readonly isUndo: boolean }
  | { readonly step: 'done'; readonly what: string; readonly outcome: BulkOutcome; readonly isUndo: boolean };

export interface Bulk {
  readonly state: BulkState;
  readonly preview: (what: string, changes: readonly PlannedChange[], same: number) => void;
  /** Starts what is previewed; without a preview, these changes. */
  readonly run: (what: string, changes: readonly PlannedChange[]) => void;
  readonly stop: () => void;
  /** Sends what failed or was not sent, again, on what is stored now. */
  readonly resume: () => void;
  readonly undo: () => void;
  readonly close: () => void;
}

const NOTHING: BulkOutcome = { saved: [], failed: [], notices: [], waiting: [] };

/** Runs bulk changes and reads the changed tickets again afterwards. */
export function useBulk(store: DemandStore): Bulk {
  const [state, setState] = useState<BulkState>({ step: 'none' });
  const stopper = useRef(new AbortController());

  const start = useCallback(async (what: string, changes: readonly PlannedChange[], isUndo: boolean, earlier: BulkOutcome): Promise<void> => {
    stopper.current = new AbortController();
    let outcome: BulkOutcome = { ...NOTHING, waiting: changes };
    const withEarlier = (): BulkOutcome => ({ ...outcome, saved: [...earlier.saved, ...outcome.saved] });
    const show = (): void => setState({ step: 'running', what, outcome: withEarlier(), isUndo, isStopping: stopper.current.signal.aborted });
    show();
    let needsConsent = false;
    try {
      await runBulk({
        changes, signal: stopper.current.signal, send: (part) => call('saveContexts', { changes: part }),
        onProgress: (next) => {
          outcome = next;
          show();
        },
      });
    } catch (error) {
      if (!(error instanceof ConsentNeeded)) throw error;
      needsConsent = true;
    }
    // Also what failed: it may have been changed by somebody else, and a second try starts from what is stored now.
    await store.reload([...outcome.saved.map((saved) => saved.change.issueId), ...outcome.failed.map((failed) => failed.change.issueId)]).catch(() => undefined);
    setState({ step: needsConsent ? 'consent' : 'done', what, outcome: withEarlier(), isUndo });
  }, [store]);

  const resume = useCallback((): void => {
    if (state.step !== 'done' && state.step !== 'consent') return;
    const again = [...state.outcome.failed.map((failed) => failed.change), ...state.outcome.waiting];
    const snapshot = store.snapshot();
    const revs = new Map(snapshot.state === 'ready' ? snapshot.demands.map((demand) => [demand.ticket.id, demand.rev]) : []);
    // An undo must not run over what somebody saved since; a change that was asked for may start from what is stored now.
    const changes = state.isUndo ? again : again.map((change) => ({ ...change, startedFrom: revs.get(change.issueId) ?? change.startedFrom }));
    void start(state.what, changes, state.isUndo, state.outcome);
  }, [state, store, start]);

  return {
    state,
    preview: (what, changes, same) => setState({ step: 'preview', what, changes, same }),
    run: (what, changes) => void start(what, changes, false, NOTHING),
    stop: () => {
      stopper.current.abort();
      setState((now) => (now.step === 'running' ? { ...now, isStopping: true } : now));
    },
    resume,
    undo: () => {
      if (state.step === 'done') void start(state.what, planUndo(state.outcome.saved), true, NOTHING);
    },
    close: () => setState({ step: 'none' }),
  };
}
