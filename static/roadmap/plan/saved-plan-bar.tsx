import { useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { readStoredPlan } from '../../../src/contract/plan';
import { joinWords } from '../../../src/domain/context/join-words';
import { showDay } from '../../../src/domain/planning/meeting-agenda';
import type { PlanContent, PlanRecord, SavedPlan } from '../../../src/domain/ranking/saved-plan';
import { ConsentNeeded } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall, type CallState } from '../../shared/use-call';
import { isSamePlan, plainPlan, planContent } from '../ranking/ranking-address';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { ComparePlans } from './compare-plans';
import { RemovePlan } from './remove-plan';

interface SavedPlanBarProps {
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly byId: ReadonlyMap<string, Demand>;
}

/** Whether what is shown is the project's saved plan, and what its administrators can do if it is not. */
export function SavedPlanBar({ view, page, byId }: SavedPlanBarProps) {
  const { kept, address } = view;
  const { demand: { settings, facts: project }, facts: { locale, today } } = page;
  const saving = useCall('savePlan');
  const [removed, setRemoved] = useState<SavedPlan>();
  const [tried, setTried] = useState<PlanContent | null>(null);
  if (!kept.ok) return null;
  const theirs = theirPlan(saving.state);
  const saved = theirs === undefined ? kept.plan : unlessRemoved(theirs);
  const startedFrom = theirs?.rev ?? kept.rev;
  const isSaved = saved !== undefined && isSamePlan(address, saved);
  const isPlain = saved === undefined && isSamePlan(address, plainPlan(today));
  const write = async (content: PlanContent | null): Promise<void> => {
    setTried(content);
    const reply = await saving.run({ projectId: settings.project.id, startedFrom, content });
    if (reply === undefined) return;
    setRemoved(content === null ? saved : undefined);
    view.showSaved(reply.plan);
  };
  const save = (): void => void write(planContent(address));
  const again = (): void => void write(tried);
  const discard = (): void => {
    saving.reset();
    view.showSaved(theirs);
  };
  const unavailable = project.administers ? (saving.state.kind === 'running' ? 'Saving' : undefined) : `Only administrators of ${settings.project.key} save or remove its plan`;
  return (
    <section className={isSaved || isPlain ? '' : 'gr-rk-tried'} aria-label="Saved plan" data-testid="plan.saved">
      <p role="status">{standingWords(saved, isSaved, isPlain, locale)}</p>
      <Unseen placed={address.placed.map(({ key }) => key)} byId={byId} />
      {isPlain && removed !== undefined && <div><PlainButton look="link" onClick={() => view.change(planContent(removed))} testId="plan.bring-back">Show the removed plan again, unsaved</PlainButton></div>}
      {!isSaved && (
        <div className="gw-actions">
          <PlainButton onClick={save} testId="plan.save" unavailable={unavailable}>{saving.state.kind === 'running' ? 'Saving …' : theirs === undefined ? 'Save this plan' : 'Save mine instead'}</PlainButton>
          {!isPlain && <PlainButton look="subtle" onClick={discard} testId="plan.discard">{theirs === undefined ? 'Discard changes' : saved === undefined ? 'Go on without a plan' : 'Take the saved one'}</PlainButton>}
        </div>
      )}
      {isSaved && <RemovePlan key={saved.rev} saved={saved} locale={locale} unavailable={unavailable} onRemove={() => void write(null)} />}
      {!isSaved && !isPlain && <ComparePlans mine={address} saved={saved ?? plainPlan(today)} hasSaved={saved !== undefined} isOpen={theirs !== undefined} locale={locale} />}
      {saving.state.kind === 'failed' && <ProblemNotice title={tried === null ? 'The plan was not removed' : 'The plan was not saved'} problem={saving.state.problem} {...(theirs === undefined ? { onRetry: again } : {})} />}
      {saving.state.kind === 'consent' && <ConsentNeeded onAllow={again} keeps="The plan you tried stays." />}
    </section>
  );
}

function theirPlan(state: CallState): PlanRecord | undefined {
  if (state.kind !== 'failed' || !('theirs' in state.problem)) return undefined;
  const theirs = readStoredPlan(state.problem.theirs);
  return theirs.state === 'read' || theirs.state === 'removed' ? theirs.plan : undefined;
}

function unlessRemoved(plan: PlanRecord): SavedPlan | undefined {
  return 'removed' in plan ? undefined : plan;
}

function standingWords(saved: SavedPlan | undefined, isSaved: boolean, isPlain: boolean, locale: string) {
  if (isPlain) return 'No plan is saved yet: this is what the settings and the estimates give, counted from today.';
  if (saved === undefined) return <><strong>Unsaved plan.</strong> No plan is saved yet. The address of this page holds this one: share it as a link.</>;
  const day = new Date(saved.savedAt).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  if (isSaved) return <><strong>Saved plan</strong> of {day}, counted from {showDay(saved.planDate, locale)}. Whoever opens this page sees it.</>;
  return <><strong>Unsaved changes</strong> to the saved plan of {day}. The address of this page holds them: share it as a link.</>;
}

/** Places of tickets that are not in view are kept: another person, or a later day, may see them. */
function Unseen({ placed, byId }: { readonly placed: readonly string[]; readonly byId: ReadonlyMap<string, Demand> }) {
  const open = new Set([...byId.values()].map(({ ticket }) => ticket.key));
  const unseen = placed.filter((key) => !open.has(key));
  if (unseen.length === 0) return null;
  const isOne = unseen.length === 1;
  return <p className="gw-quiet" data-testid="plan.unseen">{joinWords(unseen)} {isOne ? 'was' : 'were'} placed by hand and {isOne ? 'is' : 'are'} not among the open tickets that you may see: done, moved away or hidden from you. {isOne ? 'Its place stays' : 'Their places stay'} in the plan.</p>;
}
