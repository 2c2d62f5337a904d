import { useCallback, useEffect, useMemo, useState } from 'react';
import { claimKey } from '../../../src/domain/conflict/claim';
import { describeConflict } from '../../../src/domain/conflict/describe-conflict';
import { bindAsked } from '../../../src/domain/conflict/decisions/bound-claims';
import { DECISION_KINDS, type Decision } from '../../../src/domain/conflict/decisions/decision';
import type { Preview } from '../../../src/domain/conflict/decisions/preview-decision';
import { tell } from '../../shared/bridge';
import { Notice } from '../../shared/notice';
import { Empty } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';
import { useUnsavedGuard } from '../../shared/use-unsaved-guard';
import { whyNot } from '../conflicts/why-not';
import { ConflictSide, type SideContext } from '../conflicts/conflict-side';
import type { ShownConflict } from '../conflicts/shown-conflicts';
import type { SharedData, SharedDataAccess } from '../conflicts/use-shared-data';
import type { SubpageProps } from '../subpages';
import { decisionSentence, KIND_WORDS } from './decision-words';
import { startDraft, toDecision, type DecideDraft, type Drafted, type Question } from './decide-draft';
import { TextField } from './field';
import { PreviewPanel } from './preview-panel';
import { WayChooser, WayForm } from './way-forms';

const WAYS = DECISION_KINDS.map((kind) => ({ kind, ...KIND_WORDS[kind] }));

interface DecidePageProps extends SubpageProps {
  readonly access: SharedDataAccess;
  readonly data: SharedData;
  /** Absent when the conflict is no longer there. */
  readonly shown: ShownConflict | undefined;
  readonly context: SideContext;
  /** What the way back is called. */
  readonly back: string;
  readonly onBack: () => void;
  /** The decision is recorded. */
  readonly onDecided: (decision: Decision) => void;
}

/** Deciding one conflict: four ways, each previewed by the checker before it is made. */
export function DecidePage(props: DecidePageProps) {
  const { shown, demand, back, onBack } = props;
  // What somebody typed stays, also when the conflict disappears under it because somebody else decided.
  const [opened] = useState(shown);
  const known = shown ?? opened;
  if (known === undefined) {
    return <Empty title="This conflict is no longer there" action={<PlainButton onClick={onBack}>{back}</PlainButton>}><p>It was settled, or one of its tickets changed.</p></Empty>;
  }
  const obstacle = whyNot(known, demand.facts);
  if (obstacle !== undefined) return <Empty title="You cannot decide this" action={<PlainButton onClick={onBack}>{back}</PlainButton>}><p>{obstacle}</p></Empty>;
  return <DecideForm {...props} shown={known} isGone={shown === undefined} />;
}

function DecideForm({ demand, facts, access, data, shown, context, back, onBack, onDecided, isGone }: DecidePageProps & { readonly shown: ShownConflict; readonly isGone: boolean }) {
  const { conflict } = shown;
  const question = useMemo<Question>(() => ({
    conflict, dimensions: demand.settings.conditions,
    claims: new Map([...data.gathered.claims, ...(data.result?.claims ?? [])].map((claim) => [claimKey(claim), claim])),
  }), [conflict, demand.settings.conditions, data.gathered.claims, data.result]);
  const [draft, setDraft] = useState(() => startDraft(question));
  const [seen, setSeen] = useState(data.decisions);
  const record = useCall('recordDecision');
  const change = useCallback((part: Partial<DecideDraft>) => setDraft((before) => ({ ...before, ...part })), []);
  const number = data.decisions.reduce((most, decision) => Math.max(most, decision.number), 0) + 1;
  const drafted = useMemo(() => bound(toDecision(draft, question, number, facts.today), data), [draft, question, number, facts.today, data]);
  // Words change nothing that the checker sees: the preview neither waits for a reason nor starts anew with every letter of it.
  const trial = useMemo(() => bound(toDecision({ ...draft, why: 'not written yet', alternatives: '' }, question, number, facts.today), data), [draft, question, number, facts.today, data]);
  const preview = usePreview(access, trial.ok ? trial.decision : undefined);
  const [isTried, setTried] = useState(false);
  useUnsavedGuard(draft.why !== '' || draft.alternatives !== '');

  const decide = async (): Promise<void> => {
    setTried(true);
    if (!drafted.ok) return;
    const proof = await access.preview(drafted.decision).catch(() => undefined);
    if (proof === undefined || proof.problems.length > 0) return;
    setSeen(data.decisions);
    const reply = await record.run({ projectId: demand.settings.project.id, startedFrom: data.rev, decision: drafted.decision });
    if (reply === undefined) {
      await access.reload();
      return;
    }
    tell(`Decision ${String(number)} is recorded`, 'Each ticket it binds gets a comment that says what changes there.');
    onDecided(drafted.decision);
  };
  const isStale = record.state.kind === 'failed' && record.state.problem.code === 'STALE';
  const meanwhile = isStale ? data.decisions.filter((decision) => !seen.some((one) => one.number === decision.number && one.reversedOn === decision.reversedOn)) : [];
  const missing = drafted.ok ? [] : drafted.missing;
  return (
    <div className="gr-stack" data-testid="decide.form">
      <div><PlainButton look="link" onClick={onBack}>{back}</PlainButton></div>
      <section className="gc-card" aria-label="The conflict">
        <h2>{conflict.at.element}</h2>
        <p className="gc-sentence">{describeConflict(conflict, { team: context.teamName })}</p>
        <details><summary className="gw-focus">What both sides’ users need</summary><div className="gc-sides">{conflict.sides.map((side, at) => <ConflictSide key={`${String(at)} ${side.ask}`} side={side} hidden={shown.hidden} context={context} />)}</div></details>
      </section>
      {isGone && <Notice kind="warning" title="This conflict has just disappeared" live><p>It was settled by another decision, or a ticket changed. What you typed is still here.</p></Notice>}
      <WayChooser ways={WAYS} chosen={draft.kind} onChoose={(kind) => change({ kind })} />
      <section className="gr-panel gr-stack" aria-label={KIND_WORDS[draft.kind].name}>
        <WayForm draft={draft} question={question} context={context} today={facts.today} onChange={change} />
      </section>
      <section className="gr-panel" aria-label="What it would do">
        <h2>What it would do</h2>
        {preview === 'failed' && <Notice kind="error" live><p>The preview could not be worked out. Change something to try again.</p></Notice>}
        {preview === undefined && (trial.ok ? <p className="gw-quiet">Working it out …</p> : <ul>{trial.missing.map((words) => <li key={words}>{words}</li>)}</ul>)}
        {preview !== undefined && preview !== 'failed' && trial.ok && <PreviewPanel preview={preview} decision={trial.decision} context={context} />}
      </section>
      <div className="gr-filters gc-top">
        <TextField label="Why this way" type="area" value={draft.why} onChange={(why) => change({ why })} />
        <TextField label="What else was considered" type="area" value={draft.alternatives} onChange={(alternatives) => change({ alternatives })} />
        <TextField label="Look again on" type="date" min={facts.today} value={draft.lookAgain} onChange={(lookAgain) => change({ lookAgain })} />
      </div>
      {isTried && missing.length > 0 && <Notice kind="error" title="Something is missing" live><ul>{missing.map((words) => <li key={words}>{words}</li>)}</ul></Notice>}
      {isStale && <Meanwhile decisions={meanwhile} teamName={context.teamName} />}
      {record.state.kind === 'failed' && !isStale && <ProblemNotice title="The decision was not recorded" problem={record.state.problem} />}
      {record.state.kind === 'consent' && <Notice kind="warning" title="Allow access" live><p>Jira wants your consent before Groundwork may write this in your name. Press the button again and confirm in Jira’s window.</p></Notice>}
      <div className="gw-actions">
        <PlainButton look="primary" onClick={() => void decide()} testId="decide.record" unavailable={record.state.kind === 'running' ? 'It is being recorded' : undefined}>{record.state.kind === 'running' ? 'Recording …' : isStale ? 'Decide all the same' : `Decide: ${KIND_WORDS[draft.kind].name.toLowerCase()}`}</PlainButton>
        <PlainButton look="subtle" onClick={onBack}>Cancel</PlainButton>
      </div>
    </div>
  );
}

/** Bound to what the claims ask on this page: what changes before it is recorded is not decided unseen. */
function bound(drafted: Drafted, { gathered }: SharedData): Drafted {
  return drafted.ok ? { ok: true, decision: bindAsked(drafted.decision, gathered.claims) } : drafted;
}

function Meanwhile({ decisions, teamName }: { readonly decisions: readonly Decision[]; readonly teamName: (id: string) => string }) {
  return (
    <Notice kind="warning" title="Somebody else decided meanwhile" live testId="decide.stale">
      <p>Nothing was overwritten, and what you typed is still here. The preview above already counts what is decided now.</p>
      {decisions.length > 0 && <ul>{decisions.map((decision) => <li key={decision.number}>Decision {decision.number}{decision.reversedOn === undefined ? '' : ' (reversed)'}: {decisionSentence(decision, teamName)} {decision.why}</li>)}</ul>}
    </Notice>
  );
}

/** Milliseconds without a change before the checker is asked. */
const PAUSE = 250;

/** The preview of what is chosen now; undefined while it is not complete or being worked out. */
function usePreview(access: SharedDataAccess, decision: Decision | undefined): Preview | 'failed' | undefined {
  const [shown, setShown] = useState<{ readonly of: string; readonly preview: Preview | 'failed' }>();
  const key = useMemo(() => (decision === undefined ? '' : JSON.stringify(decision)), [decision]);
  const { preview } = access;
  useEffect(() => {
    if (key === '') return undefined;
    const wish = { isCurrent: true };
    const timer = setTimeout(() => {
      preview(JSON.parse(key) as Decision)
        .then((found) => { if (wish.isCurrent) setShown({ of: key, preview: found }); })
        .catch(() => { if (wish.isCurrent) setShown({ of: key, preview: 'failed' }); });
    }, PAUSE);
    return () => {
      wish.isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, preview]);
  return shown?.of === key ? shown.preview : undefined;
}
