import { useEffect, useRef, type ReactNode } from 'react';
import { answerWords } from '../../../src/domain/conflict/answer-silence';
import type { Silence } from '../../../src/domain/conflict/conflict';
import { listWords } from '../../../src/domain/conflict/rules/amount-words';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { TicketLink } from '../ticket-link';
import type { SideContext } from './conflict-side';
import { openQuestions, type Narrowing, type OpenQuestion } from './use-narrowing';

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
      {openQuestions(silences).map((question) => <li key={question.key}><Question question={question} context={context} narrowing={narrowing} /></li>)}
    </ul>
  );
}

function Question({ question, context, narrowing }: { readonly question: OpenQuestion; readonly context: SideContext; readonly narrowing: Narrowing }) {
  const { team, dimension, instead } = question;
  const key = context.tickets.get(question.ticket)?.key;
  const isHere = narrowing.about === question.key;
  const link = key === undefined ? null : <TicketLink ticketKey={key} siteUrl={context.facts.siteUrl} />;
  return (
    <>
      {context.teamName(team)} has not said for which {dimension} it asks.
      {instead.length === 0 ? '' : ` If it means only ${listWords(instead, 4, 'or')}, nothing clashes.`}
      {link !== null && <Ways question={question} ticketKey={key ?? ''} narrowing={narrowing} link={link} />}
      {isHere && narrowing.words !== '' && <p role="alert" className="gr-rk-error">{narrowing.words}</p>}
      {isHere && narrowing.state.kind === 'failed' && <ProblemNotice title={`Nothing was changed on ${key ?? 'the ticket'}`} problem={narrowing.state.problem} />}
      {isHere && narrowing.state.kind === 'consent' && <Notice kind="warning" title="Allow access" live><p>Jira wants your consent before Groundwork may save in your name. Press the button again and confirm in Jira’s window.</p></Notice>}
    </>
  );
}

function Ways({ question, ticketKey, narrowing, link }: { readonly question: OpenQuestion; readonly ticketKey: string; readonly narrowing: Narrowing; readonly link: ReactNode }) {
  const { dimension, instead } = question;
  const standing = narrowing.standing(question);
  switch (standing) {
    case 'asking': return null;
    case 'elsewhere': return <> It can be narrowed on {link}.</>;
    case 'may-not-edit': return <> Who may edit {link} can narrow it there; you may not.</>;
    case 'here': {
      const { wait } = narrowing;
      return (
        <div className="gw-actions" role="group" aria-label={`Say on ${ticketKey} where it applies`}>
          <span>On {link}:</span>
          {instead.length > 0 && <PlainButton unavailable={wait} onClick={() => narrowing.answer(question, instead)} testId={`conflict.narrow.${dimension}`}>{answerWords(dimension, instead)}</PlainButton>}
          <PlainButton look="subtle" unavailable={wait} onClick={() => narrowing.answer(question, 'everywhere')} testId={`conflict.everywhere.${dimension}`}>{answerWords(dimension, 'everywhere')}</PlainButton>
          {narrowing.state.kind === 'running' && narrowing.about === question.key && <span role="status">Saving …</span>}
        </div>
      );
    }
    default: return standing satisfies never;
  }
}

/** What was saved last, with its undo; it takes the focus, because the button that was pressed may be gone with its conflict. */
export function AnsweredNotice({ narrowing: { answered, state, wait }, siteUrl }: { readonly narrowing: Narrowing; readonly siteUrl: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { if (answered !== undefined) place.current?.focus(); }, [answered]);
  if (answered === undefined) return null;
  return (
    <div ref={place} tabIndex={-1} className="gw-focus" data-testid="conflicts.answered">
      <Notice kind="success" live>
        <p>Saved on <TicketLink ticketKey={answered.key} siteUrl={siteUrl} />: {answered.words} The conflicts below are checked with it.</p>
        {answered.notice !== undefined && <p>{answered.notice}</p>}
        {answered.undo !== undefined && <div><PlainButton look="link" unavailable={wait} onClick={answered.undo} testId="conflicts.answered.undo">Undo</PlainButton></div>}
        {state.kind === 'failed' && <p role="alert">{state.problem.words}</p>}
      </Notice>
    </div>
  );
}
