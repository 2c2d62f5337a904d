import { lazy, Suspense, useRef, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { showDay, type AgendaItem } from '../../../src/domain/planning/meeting-agenda';
import type { PutOff } from '../../../src/domain/planning/meeting-record';
import type { CutChoice } from '../../../src/domain/ranking/overrule-cut';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { PlainButton } from '../../shared/plain-button';
import { Loading } from '../../shared/page-states';
import { AnswerButton } from '../answer/answer-button';
import { AnswerDialog } from '../answer/answer-dialog';
import { AnswerMark } from '../answer/answer-mark';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';
import { AskForm } from './ask-form';
import { CUT_CHOICES, CutForm } from './cut-form';
import { InterruptsHere } from './interrupts-here';
import { PutOffForm } from './put-off-form';

/** Loaded only when somebody decides: it brings the checker along. */
const DecideHere = lazy(() => import('./decide-here').then((module) => ({ default: module.DecideHere })));

const CHOICES: readonly CutChoice[] = ['keep-in', 'leave-out'];

/** Tickets named with links below an item; more are in its sentence. */
const LINKED = 4;

interface AgendaRowProps {
  readonly item: AgendaItem;
  readonly putOff?: PutOff;
  readonly page: SubpageProps;
  readonly view: RankingView;
  readonly ranking: Ranking;
  readonly isSaving: boolean;
  /** Whether it was kept. */
  readonly onPutOff: (until: string, why: string) => Promise<boolean>;
  readonly onTakeUp: () => void;
  readonly onSettled: (words: string) => void;
  /** The conflict is decided; the sentence says how. */
  readonly onDecided: (words: string) => void;
}

/** One point of the agenda: what it is about, how to settle it here, and how to put it off. */
export function AgendaRow({ item, putOff, page, view, ranking, isSaving, onPutOff, onTakeUp, onSettled, onDecided }: AgendaRowProps) {
  const [open, setOpen] = useState<'put-off' | 'ask' | 'decide' | 'interrupts' | CutChoice>();
  const decideButton = useRef<HTMLButtonElement>(null);
  const [answering, setAnswering] = useState<Demand>();
  const close = (): void => {
    setOpen(undefined);
    decideButton.current?.focus();
  };
  const { facts, place } = page;
  const cannotKeep = whyNotKeep(page.demand);
  const [first] = item.tickets;
  return (
    <li className="gr-mt-item" data-testid={`meeting.item.${item.id}`}>
      <p>{item.words}</p>
      {item.tickets.length > 0 && (
        <ul className="gr-mt-tickets">
          {item.tickets.slice(0, LINKED).map((demand) => <li key={demand.ticket.id}><TicketLink ticketKey={demand.ticket.key} siteUrl={facts.siteUrl} /> <span className="gw-quiet">{demand.ticket.summary}</span> <AnswerMark demand={demand} /></li>)}
        </ul>
      )}
      {putOff !== undefined && <p className="gw-quiet">Put off until {showDay(putOff.until, facts.locale)}: {putOff.why}</p>}
      <div className="gw-actions">
        {putOff !== undefined && <PlainButton onClick={onTakeUp} unavailable={cannotKeep ?? (isSaving ? 'Saving' : undefined)} aria-label={`Take up again: ${item.words}`}>Take up again</PlainButton>}
        {putOff === undefined && item.kind === 'conflict' && <PlainButton buttonRef={decideButton} onClick={() => setOpen(open === 'decide' ? undefined : 'decide')} aria-expanded={open === 'decide'} aria-label={`See both sides and decide on ${item.conflict?.at ?? 'this'}`}>See both sides and decide</PlainButton>}
        {putOff === undefined && item.decision !== undefined && <PlainButton onClick={() => place.go('decisions', new URLSearchParams({ number: String(item.decision) }))}>See decision {item.decision}</PlainButton>}
        {putOff === undefined && item.kind === 'interrupts' && <PlainButton onClick={() => setOpen(open === 'interrupts' ? undefined : 'interrupts')} aria-expanded={open === 'interrupts'}>See who interrupts</PlainButton>}
        {putOff === undefined && (item.kind === 'cut-line' || item.kind === 'over') && first !== undefined && CHOICES.map((choice) => (
          <PlainButton key={choice} onClick={() => setOpen(open === choice ? undefined : choice)} aria-expanded={open === choice} aria-label={`${CUT_CHOICES[choice]} ${first.ticket.key}`}>{CUT_CHOICES[choice]}</PlainButton>
        ))}
        {putOff === undefined && item.kind === 'question' && first !== undefined && <PlainButton onClick={() => setOpen(open === 'ask' ? undefined : 'ask')} aria-expanded={open === 'ask'}>Ask on {first.ticket.key}</PlainButton>}
        {putOff === undefined && answerable(item).map((demand) => <AnswerButton key={demand.ticket.id} demand={demand} page={page} onAnswer={setAnswering} look="default" isNamed />)}
        {putOff === undefined && <PlainButton look="subtle" onClick={() => setOpen(open === 'put-off' ? undefined : 'put-off')} unavailable={cannotKeep} aria-expanded={open === 'put-off'} aria-label={`Put off: ${item.words}`}>Put off …</PlainButton>}
      </div>
      {open === 'put-off' && (
        <PutOffForm
          id={`put-off-${item.id}`} today={facts.today} isSaving={isSaving} onCancel={() => setOpen(undefined)}
          onPutOff={(until, why) => void onPutOff(until, why).then((kept) => { if (kept) setOpen(undefined); })}
        />
      )}
      {open === 'decide' && <Suspense fallback={<Loading what="what both sides require" />}><DecideHere item={item} page={page} onClose={close} onDecided={onDecided} /></Suspense>}
      {open === 'interrupts' && <InterruptsHere page={page} onAnswer={setAnswering} />}
      {(open === 'keep-in' || open === 'leave-out') && first !== undefined && <CutForm key={open} demand={first} choice={open} view={view} ranking={ranking} onSettled={onSettled} onCancel={() => setOpen(undefined)} />}
      {open === 'ask' && first !== undefined && <AskForm demand={first} question={item.words} onCancel={() => setOpen(undefined)} onAsked={(words) => { setOpen(undefined); onSettled(words); }} />}
      {answering !== undefined && <AnswerDialog demand={answering} page={page} onClose={() => setAnswering(undefined)} />}
    </li>
  );
}

/** Who keeps what a meeting leaves behind, for those who do not. */
export function whyNotKeep({ facts, settings: { project } }: SubpageProps['demand']): string | undefined {
  return facts.administers ? undefined : `Only administrators of ${project.key} put off and keep a snapshot`;
}

/** A conflict is decided, not answered; so is too much interruption. */
function answerable({ kind, tickets }: AgendaItem): readonly Demand[] {
  return kind === 'conflict' || kind === 'interrupts' ? [] : tickets.slice(0, LINKED);
}
