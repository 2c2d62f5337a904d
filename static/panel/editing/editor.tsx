import './editor.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isCopied, draftFromCopy, contentOf as contentOfRecord } from '../../../src/domain/context/draft-from-copy';
import { judgeContext } from '../../../src/domain/context/judge-context';
import type { ContextContent, ProductContext } from '../../../src/domain/context/product-context';
import { teamNaming, type NamedTeam } from '../../../src/domain/context/name-teams';
import type { JiraCalls } from '../../shared/load-calls';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';
import { useUnsavedGuard } from '../../shared/use-unsaved-guard';
import { dropKeptDraft } from '../draft-key';
import { guessTeam } from '../guess-team';
import { contentIn, revIn, type Asked, type MayForInfrastructure, type PanelData, type Ticket } from '../load-panel';
import { contentOf } from './content-of';
import { CopyFrom } from './copy-from';
import { isChanged, type Draft } from './draft';
import { ErrorSummary } from './error-summary';
import { fieldOfFinding, focusField } from './field-of-finding';
import { FormContext, type FormValue } from './form-context';
import { FormQuestions } from './form-questions';
import { InfraQuestion } from './infra-question';
import { keepDraft, readKeptDraft } from './keep-draft';
import { MergeView } from './merge-view';
import { openedDraft } from './opened-draft';
import { SaveBar } from './save-bar';

export interface EditorProps {
  readonly data: PanelData;
  readonly locale: string;
  readonly calls: JiraCalls;
  /** Path of the field to begin at. */
  readonly goTo: string | undefined;
  /** Continue what was typed earlier in this tab. */
  readonly restore: boolean;
  readonly onSaved: (saved: Saved) => void;
  readonly onCancel: () => void;
}

/** What was saved, and the infrastructure project that is asked now. */
export interface Saved {
  readonly record: ProductContext;
  readonly notice?: string;
  readonly asked: Asked;
  readonly may: MayForInfrastructure;
}

/** What the form works on: the text, and the stored content that it started from. */
interface Work {
  readonly draft: Draft;
  readonly opened: Draft;
  /** Content at `rev`, for a merge. */
  readonly base: ContextContent;
  readonly rev: number;
  /** Source of what the form does not ask: conditions of thresholds. */
  readonly kept: ContextContent;
}

/** The form for a ticket's context. Nothing that was typed is lost: not by an error, a stale save, an outage or a reload. */
export function Editor({ data, locale, calls, goTo, restore, onSaved, onCancel }: EditorProps) {
  const { ticket } = data;
  const [asked, setAsked] = useState<Asked>(data.asked);
  const [mayThere, setMayThere] = useState<MayForInfrastructure>();
  const { accept, answerForInfrastructure } = mayThere ?? data.may;
  const [work, setWork] = useState<Work>(() => startWork(data, locale, restore));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set(goTo === undefined ? [] : [goTo]));
  const [wasRefused, setRefused] = useState(false);
  const [theirs, setTheirs] = useState<ProductContext | null>();
  const saving = useCall('saveContext');
  const heading = useRef<HTMLHeadingElement>(null);

  const { draft } = work;
  const startedAt = useRef(draft);
  const settings = asked.state === 'known' ? asked.settings : null;
  const teams = settings?.teams ?? NO_TEAMS;
  const read = useMemo(() => contentOf(draft, work.kept, locale, teams), [draft, work.kept, locale, teams]);
  const judgement = useMemo(() => judgeContext(read.content, settings, { locale }), [read.content, settings, locale]);
  const changed = isChanged(draft, work.opened);
  useUnsavedGuard(changed);
  useEffect(() => { if (changed) keepDraft(ticket.id, { rev: work.rev, base: work.base, draft }); }, [changed, draft, work, ticket.id]);
  useTeamGuess(calls, data, setWork);
  useEffect(() => { if (goTo === undefined || !focusField(fieldOfFinding(goTo, startedAt.current))) heading.current?.focus(); }, [goTo]);

  const form = useMemo((): FormValue => ({
    draft, locale, teams, errors: read.errors, touched,
    // Whether it clashes with other tickets is computed after a save: nothing that an answer in the form could change.
    findings: judgement.findings.filter(({ code }) => !code.startsWith('CONFLICTS_')).map((finding) => ({ ...finding, path: fieldOfFinding(finding.path, draft) })),
    set: (address, text) => setWork((before) => ({ ...before, draft: { ...before.draft, texts: { ...before.draft.texts, [address]: text } } })),
    setList: (list, ids) => setWork((before) => ({ ...before, draft: { ...before.draft, [list]: ids } })),
    touch: (address) => setTouched((before) => (before.has(address) ? before : new Set([...before, address]))),
  }), [draft, locale, teams, read.errors, touched, judgement.findings]);

  const store = async (content: typeof read.content, startedFrom: number): Promise<void> => {
    const reply = await saving.run({ issueId: ticket.id, startedFrom, content: content as Parameters<typeof saving.run>[0]['content'] });
    if (reply === undefined) return;
    dropKeptDraft(ticket.id);
    onSaved({ ...reply, asked, may: { accept, answerForInfrastructure } });
  };
  const save = (): void => {
    if (saving.state.kind === 'running') return;
    setRefused(read.errors.length > 0);
    setTouched((before) => new Set([...before, ...read.errors.map(({ address }) => address)]));
    const first = read.errors[0];
    if (first !== undefined) focusField(first.address);
    else void store(read.content, work.rev);
  };
  const giveUp = (): void => { dropKeptDraft(ticket.id); onCancel(); };

  const stale = saving.state.kind === 'failed' && saving.state.problem.code === 'STALE' ? saving.state.problem : undefined;
  const stored = stale === undefined ? theirs : (stale.theirs as ProductContext | null);
  if (stale !== undefined || theirs !== undefined) {
    return (
      <MergeView
        base={work.base} mine={read.content} theirs={stored ?? null} locale={locale} teamName={teamNaming(teams)} isSaving={saving.state.kind === 'running'}
        onSave={(content) => { setTheirs(stored ?? null); setWork((before) => mergedWork(before, content, stored ?? null, locale)); void store(content, stored?.rev ?? 0); }}
        onBack={(content) => { setTheirs(undefined); saving.reset(); setWork((before) => mergedWork(before, content, stored ?? null, locale)); }}
      />
    );
  }
  return (
    <FormContext.Provider value={form}>
      <form className="gw-form" noValidate data-testid="panel.form" onSubmit={(event) => { event.preventDefault(); save(); }}>
        <h2 ref={heading} tabIndex={-1} className="gw-focus">{work.rev === 0 ? `Product context of ${ticket.key}` : `Change the context of ${ticket.key}`}</h2>
        {ticket.isSubtask && data.inherited !== undefined && <Notice kind="information"><p>This sub-task shows the context of {data.inherited.key}. Write one of its own only if it differs.</p></Notice>}
        {wasRefused && <ErrorSummary errors={read.errors} />}
        <InfraQuestion own={ticket.project} asked={asked} calls={calls} onChosen={(next, may) => { setAsked(next); setMayThere(may); setWork((before) => askedWork(before, next, ticket)); }} />
        <FormQuestions asked={asked} ticket={ticket} mayAnswer={answerForInfrastructure} content={read.content} grade={judgement.grade} calls={calls} />
        <CopyFrom calls={calls} locale={locale} ownKey={ticket.key} hasText={changed} mayAnswer={answerForInfrastructure} onCopied={(content) => setWork((before) => copiedWork(before, content, locale))} onUndo={(earlier) => setWork((before) => ({ ...before, draft: earlier }))} draft={draft} />
        {saving.state.kind === 'failed' && <ProblemNotice title="Not saved" problem={saving.state.problem} onRetry={save} />}
        {saving.state.kind === 'consent' && <Notice kind="warning" title="Allow access" live><p>Jira wants your consent before Groundwork may save in your name. What you typed is still here.</p><div><PlainButton look="primary" onClick={save}>Allow access</PlainButton></div></Notice>}
        <SaveBar judgement={judgement} isSaving={saving.state.kind === 'running'} hasChanges={changed} onCancel={giveUp} />
      </form>
    </FormContext.Provider>
  );
}

const NO_TEAMS: readonly NamedTeam[] = [];

function startWork(data: PanelData, locale: string, restore: boolean): Work {
  const { stored, ticket, asked } = data;
  const base = stored.state === 'read' ? (isCopied(stored.record, ticket.id) ? draftFromCopy(stored.record) : contentOfRecord(stored.record)) : contentIn(stored);
  const opened = openedDraft(base, asked, ticket, locale);
  const earlier = restore ? readKeptDraft(ticket.id) : undefined;
  if (earlier === undefined) return { draft: opened, opened, base, rev: revIn(stored), kept: base };
  return { draft: earlier.draft, opened, base: earlier.base, rev: earlier.rev, kept: earlier.base };
}

/** The team of a ticket without one, looked up once; what the user chose meanwhile stays. */
function useTeamGuess(calls: JiraCalls, data: PanelData, setWork: (change: (before: Work) => Work) => void): void {
  const { asked, ticket } = data;
  useEffect(() => {
    if (asked.state !== 'known' || contentIn(data.stored).team !== undefined) return undefined;
    let isCurrent = true;
    guessTeam(calls, ticket, asked.settings).then((team) => {
      if (isCurrent && team !== undefined) setWork((before) => (before.draft.texts['team'] === undefined ? withTeam(before, team) : before));
    }, () => undefined);
    return () => { isCurrent = false; };
  }, [calls, data.stored, asked, ticket, setWork]);
}

function withTeam(work: Work, team: string): Work {
  const filled = (draft: Draft): Draft => ({ ...draft, texts: { ...draft.texts, team } });
  return { ...work, draft: filled(work.draft), opened: filled(work.opened) };
}

/** Another infrastructure project: its currency, and the team that works in the ticket's project, unless there is an answer already. */
function askedWork(work: Work, asked: Asked, ticket: Ticket): Work {
  if (!('project' in asked)) return work;
  const settings = asked.state === 'known' ? asked.settings : undefined;
  const currency = settings?.currency ?? '';
  const team = settings?.teams.find(({ projects }) => projects.includes(ticket.project.id))?.id ?? '';
  const texts: Record<string, string> = { ...work.draft.texts, infra: asked.project.id, 'infra.key': asked.project.key };
  return { ...work, draft: { ...work.draft, texts: { ...texts, 'value.worth.currency': texts['value.worth.currency'] ?? currency, team: texts['team'] ?? team } } };
}

/** A copied context replaces what stands in the form, not what is stored. */
function copiedWork(work: Work, content: ContextContent, locale: string): Work {
  const all: ContextContent = { ...work.base, ...content };
  const { infra, 'infra.key': key, team } = work.draft.texts;
  const draft = openedDraft(all, { state: 'none' }, undefined, locale);
  const own = { ...(infra === undefined ? {} : { infra }), ...(key === undefined ? {} : { 'infra.key': key }), ...(team === undefined ? {} : { team }) };
  return { ...work, draft: { ...draft, texts: { ...draft.texts, ...own } }, kept: all };
}

/** After a merge the form goes on from what is stored now. */
function mergedWork(work: Work, content: ContextContent, theirs: ProductContext | null, locale: string): Work {
  const base = theirs === null ? {} : contentOfRecord(theirs);
  const opened = openedDraft(base, { state: 'none' }, undefined, locale);
  return { ...work, base, kept: content, rev: theirs?.rev ?? 0, opened, draft: openedDraft(content, { state: 'none' }, undefined, locale) };
}
