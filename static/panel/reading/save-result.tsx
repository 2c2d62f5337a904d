import { useEffect, useRef } from 'react';
import { contentSchema } from '../../../src/contract/record';
import type { ContextContent, ProductContext } from '../../../src/domain/context/product-context';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';

/** What was just written, and what stood there before if it can be undone. */
export interface SavedChange {
  readonly title: string;
  readonly rev: number;
  readonly before?: ContextContent;
  /** Saved, but something that belongs to it could not be done. */
  readonly notice?: string;
}

export interface SaveResultProps {
  readonly change: SavedChange;
  readonly issueId: string;
  readonly onUndone: (record: ProductContext) => void;
  readonly onReload: () => void;
}

/** The result of a save, with focus, and the way back: an undo writes the previous values as a new revision. */
export function SaveResult({ change, issueId, onUndone, onReload }: SaveResultProps) {
  const place = useRef<HTMLDivElement>(null);
  const { state, run } = useCall('saveContext');
  useEffect(() => place.current?.focus(), []);
  const { before } = change;
  const undo = async (): Promise<void> => {
    if (before === undefined || state.kind === 'running') return;
    const reply = await run({ issueId, startedFrom: change.rev, content: contentSchema.parse(before) });
    if (reply !== undefined) onUndone(reply.record);
  };
  return (
    <div ref={place} tabIndex={-1} className="gw-focus gw-section" data-testid="panel.result">
      <Notice kind="success" live>
        <div className="gw-actions">
          <strong>{change.title}.</strong>
          {before !== undefined && <PlainButton look="link" onClick={() => { void undo(); }} testId="panel.undo">{state.kind === 'running' ? 'Undoing …' : 'Undo this save'}</PlainButton>}
        </div>
        {change.notice !== undefined && <p>{change.notice}</p>}
      </Notice>
      {state.kind === 'consent' && <Notice kind="warning" live><p>Jira wants your consent first. Choose “Undo this save” again and allow access.</p></Notice>}
      {state.kind === 'failed' && (
        <ProblemNotice title={state.problem.code === 'STALE' ? 'Not undone: somebody saved meanwhile' : 'Not undone'} problem={state.problem} onRetry={state.problem.code === 'STALE' ? onReload : () => { void undo(); }} />
      )}
    </div>
  );
}
