import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { FollowUp } from '../../../src/contract/calls';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';
import { CODE_WORDS } from '../conflicts/conflict-words';
import type { PageFacts } from '../subpages';
import { TicketLink } from '../ticket-link';
import { decisionSentence, KIND_WORDS, standingOf, STANDING_WORDS } from './decision-words';
import type { LoggedDecision } from './export-decisions';
import { ConfirmForm } from './confirm-form';
import { TextField } from './field';

const LOOKS = { 'in force': 'success', reversed: 'default', due: 'removed', 'look again': 'moved' } as const;
const SHORTEST_REASON = 10;

export interface DecisionEntryProps {
  readonly logged: LoggedDecision;
  readonly teamName: (id: string) => string;
  readonly facts: PageFacts;
  readonly projectId: string;
  readonly rev: number;
  readonly administers: boolean;
  readonly followUp: FollowUp | undefined;
  readonly keyOf: (ticketId: number) => string | undefined;
  /** It was recorded just now, or an address leads to it. */
  readonly isNamed: boolean;
  readonly onReversed: () => void;
  readonly onConfirmed: () => void;
  /** Reads the decisions again, for instance after somebody else changed them. */
  readonly onStale: () => void;
}

/** One decision: what, why, what else was considered, the price, its dates, what followed, and how to reverse it. */
export function DecisionEntry(props: DecisionEntryProps) {
  const { logged: { decision, price, signed }, teamName, facts, administers, followUp, keyOf, isNamed } = props;
  const standing = standingOf(decision, facts.today);
  const [open, setOpen] = useState<'confirm' | 'reverse'>();
  const close = (): void => setOpen(undefined);
  return (
    <article className={isNamed ? 'gc-card gc-card--named' : 'gc-card'} aria-label={`Decision ${String(decision.number)}`} data-testid={`decision.${String(decision.number)}`}>
      <div className="gc-card-head">
        <h2>Decision {decision.number}: {KIND_WORDS[decision.kind].name.toLowerCase()}</h2>
        <Lozenge appearance={LOOKS[standing]}>{STANDING_WORDS[standing]}</Lozenge>
        <span className="gw-quiet gw-small">{CODE_WORDS[decision.conflict.code]}</span>
      </div>
      <p className="gc-sentence">{decisionSentence(decision, teamName)}</p>
      <dl className="gc-facts">
        <dt>Why</dt><dd>{decision.why}</dd>
        {decision.alternatives !== undefined && <><dt>Considered</dt><dd>{decision.alternatives}</dd></>}
        {price.length > 0 && <><dt>Price</dt><dd>{price.map((line) => <div key={line}>{line}</div>)}</dd></>}
        <dt>Dates</dt>
        <dd>Decided on {decision.decidedOn}{by(signed.made)}{decision.until === undefined ? '' : `, until ${decision.until}`}{decision.lookAgain === undefined ? '' : `, look again on ${decision.lookAgain}`}{decision.confirmedOn === undefined ? '' : `, confirmed on ${decision.confirmedOn}${by(signed.confirmed)}`}{decision.reversedOn === undefined ? '' : `, reversed on ${decision.reversedOn}${by(signed.reversed)}`}</dd>
        {decision.reversedWhy !== undefined && <><dt>Reversed</dt><dd>{decision.reversedWhy}</dd></>}
        {decision.kind === 'collaborate' && <><dt>Joint ticket</dt><dd><TicketLink ticketKey={decision.joint.key} siteUrl={facts.siteUrl} /></dd></>}
        {followUp !== undefined && <><dt>Comments</dt><dd><FollowUpWords followUp={followUp} keyOf={keyOf} facts={facts} /></dd></>}
      </dl>
      {standing !== 'reversed' && administers && open === undefined && (
        <div className="gw-actions">
          <PlainButton onClick={() => setOpen('confirm')} testId="decision.confirm">Confirm</PlainButton>
          <PlainButton onClick={() => setOpen('reverse')} testId="decision.reverse">Reverse</PlainButton>
        </div>
      )}
      {open === 'confirm' && <ConfirmForm {...props} onCancel={close} />}
      {open === 'reverse' && <ReverseForm {...props} onCancel={close} />}
    </article>
  );
}

function by(words: string | undefined): string {
  return words === undefined ? '' : ` ${words}`;
}

function ReverseForm({ logged: { decision }, projectId, rev, onReversed, onStale, onCancel }: DecisionEntryProps & { readonly onCancel: () => void }) {
  const [why, setWhy] = useState('');
  const [isTried, setTried] = useState(false);
  const call = useCall('reverseDecision');
  const reverse = async (): Promise<void> => {
    setTried(true);
    if (why.trim().length < SHORTEST_REASON) return;
    const reply = await call.run({ projectId, startedFrom: rev, number: decision.number, why: why.trim() });
    if (reply === undefined) onStale();
    else onReversed();
  };
  return (
    <div className="gr-stack" data-testid="decision.reversing">
      <TextField label="Why it is reversed" type="area" value={why} onChange={setWhy} hint="The requirements come back as their teams wrote them, and so does the conflict. Each ticket gets a comment with this reason." />
      {isTried && why.trim().length < SHORTEST_REASON && <Notice kind="error" live><p>Say why, in at least {SHORTEST_REASON} characters.</p></Notice>}
      {call.state.kind === 'failed' && <ProblemNotice title="The decision was not reversed" problem={call.state.problem} />}
      {call.state.kind === 'consent' && <Notice kind="warning" live><p>Jira wants your consent before Groundwork may write this in your name. Press the button again and confirm in Jira’s window.</p></Notice>}
      <div className="gw-actions">
        <PlainButton look="primary" onClick={() => void reverse()} unavailable={call.state.kind === 'running' ? 'It is being reversed' : undefined} testId="decision.reverse.confirm">{call.state.kind === 'running' ? 'Reversing …' : `Reverse decision ${String(decision.number)}`}</PlainButton>
        <PlainButton look="subtle" onClick={onCancel}>Cancel</PlainButton>
      </div>
    </div>
  );
}

function FollowUpWords({ followUp: { done, waiting, failed }, keyOf, facts }: { readonly followUp: FollowUp; readonly keyOf: (ticketId: number) => string | undefined; readonly facts: PageFacts }) {
  return (
    <>
      <div data-testid="decision.followed">{tickets(done.length)} told{waiting.length > 0 ? `, ${String(waiting.length)} waiting` : ''}{failed.length > 0 ? `, ${String(failed.length)} could not be written` : ''}</div>
      {failed.map(({ ticket, words }) => {
        const key = keyOf(ticket);
        return <div key={ticket}>{key === undefined ? 'A ticket you cannot see' : <TicketLink ticketKey={key} siteUrl={facts.siteUrl} />}: {words}</div>;
      })}
    </>
  );
}

function tickets(count: number): string {
  return count === 1 ? '1 ticket' : `${String(count)} tickets`;
}
