import { useMemo, useState } from 'react';
import { contentSchema, readStoredContext } from '../../../src/contract/record';
import { ANSWER_STATES, RULINGS, type AnswerState, type ContextContent, type Ruling } from '../../../src/domain/context/product-context';
import { lackOfReason } from '../../../src/domain/context/answer-reason';
import { contentOf } from '../../../src/domain/context/draft-from-copy';
import type { Demand } from '../../../src/domain/demand/demand';
import { RULING_WORDS } from '../../../src/domain/planning/boundary-words';
import { ConsentNeeded } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { numberAsTyped, readNumber } from '../../shared/read-number';
import { useCall } from '../../shared/use-call';
import { NearDialog } from '../ranking/near-dialog';
import type { SubpageProps } from '../subpages';
import { ANSWER_CHOICES } from './answer-words';
import { BoundaryEvidence } from './boundary-evidence';

interface Typed {
  readonly state: AnswerState | '';
  readonly why: string;
  readonly low: string;
  readonly high: string;
  readonly ruling: Ruling | '';
  readonly rulingWhy: string;
}

interface AnswerDialogProps {
  readonly demand: Demand;
  readonly page: SubpageProps;
  readonly onClose: () => void;
}

/** Infrastructure's part of a ticket, answered where it is seen: yes or no and why, the effort, and whose work it is. */
export function AnswerDialog({ demand, page, onClose }: AnswerDialogProps) {
  const { locale } = page.facts;
  const [base, setBase] = useState({ content: demand.content, rev: demand.rev });
  const opened = useMemo(() => typedFrom(demand.content, locale), [demand, locale]);
  const [typed, setTyped] = useState(opened);
  const [words, setWords] = useState('');
  const [untold, setUntold] = useState<string>();
  const saving = useCall('saveContext');
  const change = (next: Partial<Typed>): void => setTyped((before) => ({ ...before, ...next }));
  const cannot = demand.standing === 'newer' || demand.standing === 'unreadable' ? 'This context cannot be read as a whole: open the ticket and repair it first.' : undefined;

  const save = async (from = base): Promise<void> => {
    const read = contentFrom(typed, from.content, locale);
    if (typeof read === 'string') return setWords(read);
    setWords('');
    const saved = await saving.run({ issueId: demand.ticket.id, startedFrom: from.rev, content: read });
    if (saved === undefined) return;
    const { notice } = saved;
    // Closed first: a modal dialog would hold the focus of whoever goes on below it.
    if (notice === undefined) onClose();
    else setUntold(notice);
    await page.store.reload([demand.ticket.id]);
  };
  const stale = readStoredContext(saving.state.kind === 'failed' && 'theirs' in saving.state.problem ? saving.state.problem.theirs : undefined);
  const theirs = stale.state === 'read' ? stale.record : undefined;

  if (untold !== undefined) {
    return (
      <NearDialog labelledBy="rk-answer-title" onClose={onClose} testId="answer.dialog">
        <h2 id="rk-answer-title">Answer {demand.ticket.key}</h2>
        <p role="alert">{untold}</p>
        <div className="gw-actions"><PlainButton look="primary" onClick={onClose}>Close</PlainButton></div>
      </NearDialog>
    );
  }
  return (
    <NearDialog labelledBy="rk-answer-title" onClose={onClose} testId="answer.dialog">
      <form method="dialog" onSubmit={(event) => { event.preventDefault(); if (cannot === undefined) void save(); }}>
        <h2 id="rk-answer-title">Answer {demand.ticket.key}</h2>
        <p className="gw-quiet">{demand.ticket.summary}{demand.why === undefined ? '' : `: ${demand.why}`}</p>
        <div className="gr-filters">
          <div className="gr-field">
            <label htmlFor="rk-state">Our answer</label>
            <select id="rk-state" value={typed.state} onChange={({ target }) => change({ state: target.value as Typed['state'] })}>
              <option value="">Not given yet</option>
              {ANSWER_STATES.map((state) => <option key={state} value={state}>{ANSWER_CHOICES[state]}</option>)}
            </select>
          </div>
          <div className="gr-field gr-field--wide"><label htmlFor="rk-why">Reason</label><input id="rk-why" value={typed.why} maxLength={500} onChange={({ target }) => change({ why: target.value })} /></div>
        </div>
        <div className="gr-filters">
          <div className="gr-field"><label htmlFor="rk-effort-low">Effort in person-weeks, at least</label><input id="rk-effort-low" inputMode="decimal" value={typed.low} onChange={({ target }) => change({ low: target.value })} /></div>
          <div className="gr-field"><label htmlFor="rk-effort-high">Effort, at most</label><input id="rk-effort-high" inputMode="decimal" value={typed.high} onChange={({ target }) => change({ high: target.value })} /></div>
        </div>
        <BoundaryEvidence
          demand={demand} page={page}
          onTake={({ ruling, why }) => change({ ruling, ...(why === undefined ? {} : { rulingWhy: why }) })}
        />
        <div className="gr-filters">
          <div className="gr-field">
            <label htmlFor="rk-ruling">Whose work</label>
            <select id="rk-ruling" value={typed.ruling} onChange={({ target }) => change({ ruling: target.value as Typed['ruling'] })}>
              <option value="">Not said</option>
              {RULINGS.map((ruling) => <option key={ruling} value={ruling}>{RULING_WORDS[ruling]}</option>)}
            </select>
          </div>
          <div className="gr-field gr-field--wide"><label htmlFor="rk-ruling-why">because</label><input id="rk-ruling-why" value={typed.rulingWhy} maxLength={300} onChange={({ target }) => change({ rulingWhy: target.value })} /></div>
        </div>
        <p className="gw-quiet gw-small">An answer that is new or another is posted on {demand.ticket.key} as a comment in your name, with its reason: that is how the asking team hears of it.</p>
        <p role="alert" className="gr-rk-error">{words}</p>
        {saving.state.kind === 'failed' && <ProblemNotice title="The answer was not saved" problem={saving.state.problem} />}
        {theirs !== undefined && (
          <div className="gw-notice gw-notice--information" data-testid="answer.stale">
            <p>Stored meanwhile: {describe(typedFrom(theirs, locale))}. What you typed is still here.</p>
            <div className="gw-actions">
              <PlainButton onClick={() => { const next = { content: contentOf(theirs), rev: theirs.rev }; setBase(next); void save(next); }}>Save mine on top of it</PlainButton>
              <PlainButton onClick={() => { setBase({ content: contentOf(theirs), rev: theirs.rev }); setTyped(typedFrom(theirs, locale)); saving.reset(); }}>Take theirs into the form</PlainButton>
            </div>
          </div>
        )}
        {saving.state.kind === 'consent' && <ConsentNeeded onAllow={() => void save()} keeps="What you typed is still here." />}
        <div className="gw-actions">
          <PlainButton look="primary" type="submit" unavailable={cannot ?? (saving.state.kind === 'running' ? 'Saving' : undefined)} testId="answer.save">{saving.state.kind === 'running' ? 'Saving …' : 'Save'}</PlainButton>
          <PlainButton look="subtle" onClick={onClose}>Cancel</PlainButton>
          {cannot !== undefined && <span>{cannot}</span>}
        </div>
      </form>
    </NearDialog>
  );
}

function typedFrom({ answer, effort, boundary }: ContextContent, locale: string): Typed {
  return {
    state: answer?.state ?? '', why: answer?.why ?? '', low: numberAsTyped(effort?.low, locale), high: numberAsTyped(effort?.high, locale),
    ruling: boundary?.ruling ?? '', rulingWhy: boundary?.why ?? '',
  };
}

function describe({ state, why, low, high, ruling }: Typed): string {
  return [
    state === '' ? 'no answer' : `${ANSWER_CHOICES[state]}${why === '' ? '' : ` (${why})`}`,
    low === '' ? 'no effort' : `effort ${low} to ${high}`, ruling === '' ? 'nobody’s work yet' : RULING_WORDS[ruling],
  ].join(', ');
}

/** The content with what was typed in place, or words about what cannot be saved. */
function contentFrom(typed: Typed, base: ContextContent, locale: string): ContextContent | string {
  const [low, high] = [readNumber(typed.low, { locale }), readNumber(typed.high, { locale })];
  if (low.state === 'unreadable') return low.words;
  if (high.state === 'unreadable') return high.words;
  if (low.state !== high.state) return 'Give both ends of the effort, or leave both empty.';
  if (typed.state === '' && typed.why.trim() !== '') return 'Choose the answer that this is the reason of.';
  const lack = typed.state === '' ? undefined : lackOfReason({ state: typed.state, why: typed.why }, undefined);
  if (lack !== undefined) return lack;
  if (typed.ruling === '' && typed.rulingWhy.trim() !== '') return 'Choose whose work it is, or clear the reason.';
  const { answer: _answer, effort: _effort, boundary: _boundary, ...rest } = base;
  const content: ContextContent = {
    ...rest,
    ...(low.state === 'number' && high.state === 'number' ? { effort: { low: low.value, high: high.value } } : {}),
    ...(typed.state === '' ? {} : { answer: { state: typed.state, ...(typed.why.trim() === '' ? {} : { why: typed.why.trim() }) } }),
    ...(typed.ruling === '' ? {} : { boundary: { ruling: typed.ruling, ...(typed.rulingWhy.trim() === '' ? {} : { why: typed.rulingWhy.trim() }) } }),
  };
  if (low.state === 'number' && high.state === 'number' && (low.value <= 0 || low.value > high.value)) return 'Effort is more than 0, and its low end at most its high end.';
  return contentSchema.safeParse(content).success ? content : 'Something else in this context does not fit its rules: open the ticket and repair it first.';
}
