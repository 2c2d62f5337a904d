import { useState } from 'react';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';

/** For administrators: what all tickets require is read anew, and everything is checked again. */
export function CheckAgain({ projectId }: { readonly projectId: string }) {
  const { run, state } = useCall('rebuildClaims');
  const [isStarted, setStarted] = useState(false);
  const start = (): void => { void run({ projectId }).then((reply) => setStarted(reply !== undefined)); };
  return (
    <section className="gr-panel gr-stack" aria-label="Check everything again">
      <h2>Check everything again</h2>
      <p>Groundwork checks after each save, and everything once a day. After a restore, a bulk import or an edit from outside you need not wait for that: what all tickets require is read anew, and their conflicts are checked again. It writes only where a result changes.</p>
      {state.kind === 'failed' && <ProblemNotice title="Nothing was started" problem={state.problem} />}
      {state.kind === 'consent' && <Notice kind="warning" live><p>Jira wants your consent before Groundwork may act for you. Press the button again and confirm in Jira’s window.</p></Notice>}
      <div className="gw-actions">
        <PlainButton onClick={start} unavailable={state.kind === 'running' ? 'It is being started' : undefined} testId="models.check-again">{state.kind === 'running' ? 'Starting …' : 'Check everything again'}</PlainButton>
        <span role="status" className="gw-quiet">{isStarted ? 'Started. For a few hundred tickets it takes some minutes; reload the conflicts page then.' : ''}</span>
      </div>
    </section>
  );
}
