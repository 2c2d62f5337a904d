import { useState } from 'react';
import TextArea from '@atlaskit/textarea';
import { criterionLabel } from '../../../src/domain/context/criteria';
import { useCall } from '../../shared/use-call';
import { revIn } from '../load-panel';
import type { TaskProps } from './accept-task';
import { TaskFrame } from './task-frame';

const SHORTEST_REASON = 10;

/** Lets this ticket pass one gate without meeting it; the reason is posted as a comment and counted on the project page. */
export function BypassTask({ data, onDone, onCancel, onReload }: TaskProps) {
  const gates = data.asked.state === 'known' ? data.asked.settings.gates : [];
  const [gate, setGate] = useState(gates[0]?.gate ?? '');
  const [why, setWhy] = useState('');
  const [complaint, setComplaint] = useState<string>();
  const { state, run } = useCall('recordBypass');
  const chosen = gates.find((found) => found.gate === gate);
  const record = async (): Promise<void> => {
    if (why.trim().length < SHORTEST_REASON) {
      setComplaint('Say in a sentence why this cannot wait: others will read it.');
      document.getElementById('gw-bypass-why')?.focus();
      return;
    }
    setComplaint(undefined);
    const reply = await run({ issueId: data.ticket.id, startedFrom: revIn(data.stored), gate, why: why.trim() });
    if (reply !== undefined) onDone(reply.record);
  };
  return (
    <TaskFrame title="Record a bypass" doing="Recording" state={state} action="Record the bypass" onAct={() => { void record(); }} onCancel={onCancel} onReload={onReload}>
      <p>The ticket may then pass one gate as it is, if the rule allows bypasses. Your reason becomes a comment in your name.</p>
      <div className="gw-field">
        <label htmlFor="gw-bypass-gate">Which gate</label>
        <select id="gw-bypass-gate" className="gw-select gw-focus" value={gate} onChange={(event) => setGate(event.target.value)} data-testid="panel.bypass.gate">
          {gates.map((found) => <option key={found.gate} value={found.gate}>{found.name}</option>)}
        </select>
        {chosen !== undefined && <p className="gw-help">It wants {chosen.criteria.map(criterionLabel).join(', ')}.</p>}
      </div>
      <div className="gw-field">
        <label htmlFor="gw-bypass-why">Why it cannot wait</label>
        <TextArea id="gw-bypass-why" value={why} maxLength={500} minimumRows={2} isInvalid={complaint !== undefined} aria-describedby="gw-bypass-words" onChange={(event) => setWhy(event.target.value)} testId="panel.bypass.why" />
        <p id="gw-bypass-words" className={complaint === undefined ? 'gw-help' : 'gw-error'}>{complaint ?? 'Example: “Payments fail for one in five buyers now; the context follows on Monday.”'}</p>
      </div>
    </TaskFrame>
  );
}
