import { useEffect, useRef, type ReactNode } from 'react';
import { answerWords } from '../../../src/domain/conflict/answer-silence';
import type { Silence } from '../../../src/domain/conflict/conflict';
import { listWords } from '../../../src/domain/conflict/rules/amount-words';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { TicketLink } from '../ticket-link';
import type { SideContext } from './conflict-side';
import { silenceKey, type Narrowing } from './use-narrowing';

interface SilencesProps {
  readonly silences: readonly Silence[];
  readonly context: SideContext;
  readonly narrowing: Narrowing;
}

/** Who could end the clash by saying where a requirement applies, with the buttons that say it. */
export function Silences({ silences, context, narrowing }: SilencesProps) {
  if (silences.length === 0) return null;
  return (
    <ul className="gc-silences">
      {silences.map((silence) => <li key={silenceKey(silence)}><OneSilence silence={silence} context={context} narrowing={narrowing} /></li>)}
    </ul>
  );
}

function OneSilence({ silence, context, narrowing }: { readonly silence: Silence; readonly context: SideContext; readonly narrowing: Narrowing }) {
  const { team, dimension, instead } = silence;
  const key = context.claims.get(silence.claim)?.ticket.key;
  const isHere = narrowing.about === silenceKey(silence);
  const link = key === undefined ? null : <TicketLink ticketKey={key} siteUrl={context.facts.siteUrl} />;
  return (
    <>
      {context.teamName(team)} has not said for which {dimension} it asks.
      {instead.length === 0 ? '' : ` If it means only ${listWords(instead, 4, 'or')}, nothing clashes.`}
      {link !== null && <Ways silence={silence} ticketKey={key ?? ''} narrowing={narrowing} link={link} />}
      {isHere && narrowing.words !== '' && <p role="alert" className="gr-rk-error">{narrowing.words}</p>}
      {isHere && narrowing.state.kind === 'failed' && <ProblemNotice title={`Nothing was changed on ${key ?? 'the ticket'}`} problem={narrowing.state.problem} />}
      {isHere && narrowing.state.kind === 'consent' && <Notice kind="warning" title="Allow access" live><p>Jira wants your consent before Groundwork may save in your name. Press the button again and confirm in Jira’s window.</p></Notice>}
    </>
  );
}

function Ways({ silence, ticketKey, narrowing, link }: { readonly silence: Silence; readonly ticketKey: string; readonly narrowing: Narrowing; readonly link: ReactNode }) {
  const { dimension, instead } = silence;
  const standing = narrowing.standing(silence);
  switch (standing) {
    case 'asking': return null;
    case 'elsewhere': return <> It can be narrowed on {link}.</>;
    case 'may-not-edit': return <> Who may edit {link} can narrow it there; you may not.</>;
    case 'here': {
      const isSaving = narrowing.state.kind === 'running';
      const wait = isSaving ? 'An answer is being saved.' : undefined;
      return (
        <div className="gw-actions" role="group" aria-label={`Say on ${ticketKey} where it applies`}>
          <span>On {link}:</span>
          {instead.length > 0 && <PlainButton unavailable={wait} onClick={() => narrowing.answer(silence, instead)} testId={`conflict.narrow.${dimension}`}>{answerWords(dimension, instead)}</PlainButton>}
          <PlainButton look="subtle" unavailable={wait} onClick={() => narrowing.answer(silence, 'everywhere')} testId={`conflict.everywhere.${dimension}`}>{answerWords(dimension, 'everywhere')}</PlainButton>
          {isSaving && narrowing.about === silenceKey(silence) && <span role="status">Saving …</span>}
        </div>
      );
    }
    default: return standing satisfies never;
  }
}

/** What was saved last, with its undo; it takes the focus, because the button that was pressed may be gone with its conflict. */
export function AnsweredNotice({ narrowing: { answered, state }, siteUrl }: { readonly narrowing: Narrowing; readonly siteUrl: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { if (answered !== undefined) place.current?.focus(); }, [answered]);
  if (answered === undefined) return null;
  return (
    <div ref={place} tabIndex={-1} className="gw-focus" data-testid="conflicts.answered">
      <Notice kind="success" live>
        <p>Saved on <TicketLink ticketKey={answered.key} siteUrl={siteUrl} />: {answered.words} The conflicts below are checked with it.</p>
        {answered.notice !== undefined && <p>{answered.notice}</p>}
        {answered.undo !== undefined && <div><PlainButton look="link" unavailable={state.kind === 'running' ? 'Something is being saved.' : undefined} onClick={answered.undo} testId="conflicts.answered.undo">Undo</PlainButton></div>}
        {state.kind === 'failed' && <p role="alert">{state.problem.words}</p>}
      </Notice>
    </div>
  );
}
