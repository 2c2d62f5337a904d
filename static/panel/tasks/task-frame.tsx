import '../editing/editor.css';
import { useEffect, useRef, type ReactNode } from 'react';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import type { CallState } from '../../shared/use-call';

export interface TaskFrameProps {
  readonly title: string;
  /** "Agreeing", shown while it runs. */
  readonly doing: string;
  readonly action: string;
  readonly state: CallState;
  readonly onAct: () => void;
  readonly onCancel: () => void;
  /** Loads the ticket again: somebody saved meanwhile. */
  readonly onReload: () => void;
  readonly children: ReactNode;
}

/** A small task inside the panel: what it does, its action, its result. A dialogue would be cut off in a narrow column. */
export function TaskFrame({ title, doing, action, state, onAct, onCancel, onReload, children }: TaskFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isRunning = state.kind === 'running';
  return (
    <section className="gw-section gw-task" aria-labelledby="gw-task-title" data-testid="panel.task">
      <h2 id="gw-task-title" ref={heading} tabIndex={-1} className="gw-focus">{title}</h2>
      {children}
      {state.kind === 'consent' && <Notice kind="warning" live><p>Jira wants your consent first. Choose “{action}” again and allow access.</p></Notice>}
      {state.kind === 'failed' && (state.problem.code === 'STALE'
        ? <ProblemNotice title="Somebody saved meanwhile" problem={state.problem} onRetry={onReload} />
        : <ProblemNotice title="That did not work" problem={state.problem} />)}
      <div className="gw-actions">
        <PlainButton look="primary" onClick={isRunning ? undefined : onAct} testId="panel.task.act">{isRunning ? `${doing} …` : action}</PlainButton>
        <PlainButton look="subtle" onClick={onCancel}>Cancel</PlainButton>
      </div>
      <p role="status" className="gw-hidden">{isRunning ? `${doing} …` : ''}</p>
    </section>
  );
}
