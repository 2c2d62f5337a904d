import { useState } from 'react';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';
import type { DecisionEntryProps } from './decision-entry';
import { TextField } from './field';

type ConfirmFormProps = Pick<DecisionEntryProps, 'logged' | 'projectId' | 'rev' | 'facts' | 'onConfirmed' | 'onStale'> & { readonly onCancel: () => void };

/** Somebody looked again: the decision stands until another day. */
export function ConfirmForm({ logged: { decision }, projectId, rev, facts, onConfirmed, onStale, onCancel }: ConfirmFormProps) {
  const [until, setUntil] = useState('');
  const [isTried, setTried] = useState(false);
  const call = useCall('confirmDecision');
  const ends = decision.until !== undefined;
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (until <= facts.today) return;
    const reply = await call.run({ projectId, startedFrom: rev, number: decision.number, until });
    if (reply === undefined) onStale();
    else onConfirmed();
  };
  return (
    <div className="gr-stack" data-testid="decision.confirming">
      <TextField
        label={ends ? 'It holds until' : 'Look again on'} type="date" min={facts.today} value={until} onChange={setUntil}
        hint={ends ? 'On this day it ends and the conflict is back. A comment in your name says that you confirmed it.' : 'On this day it stands on the meeting’s agenda again. A comment in your name says that you confirmed it.'}
      />
      {isTried && until <= facts.today && <Notice kind="error" live><p>Choose a day after today.</p></Notice>}
      {call.state.kind === 'failed' && <ProblemNotice title="The decision was not confirmed" problem={call.state.problem} />}
      {call.state.kind === 'consent' && <Notice kind="warning" live><p>Jira wants your consent before Groundwork may write this in your name. Press the button again and confirm in Jira’s window.</p></Notice>}
      <div className="gw-actions">
        <PlainButton look="primary" onClick={() => void confirm()} unavailable={call.state.kind === 'running' ? 'It is being confirmed' : undefined} testId="decision.confirm.send">{call.state.kind === 'running' ? 'Confirming …' : `Confirm decision ${String(decision.number)}`}</PlainButton>
        <PlainButton look="subtle" onClick={onCancel}>Cancel</PlainButton>
      </div>
    </div>
  );
}
