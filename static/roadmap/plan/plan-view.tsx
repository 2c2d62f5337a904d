import '../ranking/ranking.css';
import { useMemo, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { capacityOver, medianOf } from '../../../src/domain/ranking/capacity';
import { isSameValue } from '../../../src/domain/context/same-value';
import type { Placement } from '../../../src/domain/ranking/plan';
import { showCount, showEffort, showPercent } from '../../../src/domain/ranking/show-number';
import { Empty } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { AnswerDialog } from '../answer/answer-dialog';
import { ExportPlan } from '../export-ranking';
import { PrintButtons } from '../print/print-buttons';
import { Assumptions } from '../ranking/assumptions';
import { CapacityBar } from '../ranking/capacity-bar';
import { useRanking } from '../ranking/ranking-keeper';
import { RankingStrip } from '../ranking/ranking-strip';
import type { RankingView } from '../ranking/use-ranking';
import { WhatIf } from '../ranking/what-if';
import type { SubpageProps } from '../subpages';
import { PlaceForm } from './place-form';
import { PlanLane } from './plan-lane';
import { PlanPicture } from './plan-picture';
import { SavedPlanBar } from './saved-plan-bar';
import { UnplacedList } from './unplaced-list';

/** A ticket about to be placed: by its button, or because it was dropped on a row. */
export interface Placing {
  readonly id: string;
  readonly place: number;
  /** Height in the frame at which it was dropped. */
  readonly near?: number;
}

/** The plan in four lanes, filled in order; every placement says why. */
export function PlanView(page: SubpageProps) {
  const view = useRanking();
  const [answering, setAnswering] = useState<Demand>();
  const [placing, setPlacing] = useState<Placing>();
  const { demand, facts } = page;
  const byId = useMemo(() => new Map(demand.demands.map((row) => [row.ticket.id, row])), [demand.demands]);
  const { ranking } = view;
  if (view.phase !== 'waiting' && view.asked.tickets.length === 0) {
    return <Empty title="Nothing to plan"><p>Tickets stand here when they are open, to be built and not declined.</p></Empty>;
  }
  const lanes = ranking === undefined ? undefined : sortOut(ranking.plan);
  const lane = { view, page, byId, onAnswer: setAnswering };
  return (
    <div className="gr-stack">
      <RankingStrip view={view} />
      <WhatIf view={view} page={page} />
      {lanes !== undefined && <SavedPlanBar view={view} page={page} byId={byId} />}
      <CapacityBar view={view} locale={facts.locale} />
      {lanes !== undefined && (
        <>
          <PlanPicture view={view} page={page} byId={byId} sentence={summary(lanes.must, lanes.queue, view, facts.locale)} placements={[...lanes.must, ...lanes.queue]} />
          <PlanLane {...lane} name="must" title="Must: law or contract" lead="A limit with its authority and a date. They take capacity first, by latest start." placements={lanes.must} empty="No ticket names a law or contract with a date." />
          <section className="gr-section" aria-labelledby="rk-reserved" data-testid="plan.reserved">
            <h2 id="rk-reserved">Reserved for interrupts</h2>
            <p>{reserved(view, facts.locale)}</p>
          </section>
          <PlanLane {...lane} name="ordered" title="In order" lead="Worth and effort are known. Drag a row, or drop a ticket from below on one, to try it before that row: people decide, and the reason is kept." placements={lanes.queue} empty="No ticket has both a worth and an effort yet." onPlace={setPlacing} />
          {view.address.placed.length > 0 && <TriedPlaces view={view} />}
          <UnplacedList {...lane} placements={lanes.unplaced} onPlace={(id) => setPlacing({ id, place: 0 })} />
          {placing !== undefined && <PlaceForm placing={placing} queue={lanes.queue} view={view} byId={byId} onClose={() => setPlacing(undefined)} />}
        </>
      )}
      <PrintButtons place={page.place} />
      <ExportPlan view={view} page={page} />
      <Assumptions view={view} page={page} />
      {answering !== undefined && <AnswerDialog demand={answering} page={page} onClose={() => setAnswering(undefined)} />}
    </div>
  );
}

/** Every place that people gave, each with a way back. What is not saved looks so. */
function TriedPlaces({ view }: { readonly view: RankingView }) {
  const isSaved = view.kept.ok && isSameValue(view.kept.plan?.placed, view.address.placed);
  return (
    <div className={isSaved ? 'gr-panel' : 'gr-rk-tried'} data-testid="plan.tried">
      <p>{view.address.placed.map(({ key }) => key).join(', ')} placed by hand.</p>
      <div className="gw-actions">
        {view.address.placed.map(({ key }) => <PlainButton key={key} onClick={() => view.change({ placed: view.address.placed.filter((tried) => tried.key !== key) })}>Take {key} out again</PlainButton>)}
      </div>
    </div>
  );
}

function sortOut(plan: readonly Placement[]): { must: Placement[]; queue: Placement[]; unplaced: Placement[] } {
  const isUnplaced = ({ why }: Placement): boolean => why.some(({ because }) => because === 'not-placed');
  return {
    must: plan.filter(({ lane }) => lane === 'must'), unplaced: plan.filter(isUnplaced),
    queue: plan.filter((placement) => placement.lane !== 'must' && !isUnplaced(placement)),
  };
}

function summary(must: readonly Placement[], queue: readonly Placement[], { ranking, address }: RankingView, locale: string): string {
  if (ranking?.capacity === undefined) return 'Without a capacity nothing has a date. The lanes below are in order.';
  if (ranking.perWeek <= 0) return 'There is no capacity: nothing has a date. The lanes below are in order.';
  const late = must.filter(({ tooLate }) => tooLate);
  const inside = queue.filter(({ end }) => end !== undefined && end <= address.months).length;
  const musts = must.length === 0 ? 'There is no must ticket.'
    : late.length === 0 ? `${must.length === 1 ? 'The must ticket starts' : `All ${showCount(must.length, 'must ticket', locale)} start`} in time.`
    : `Too late at this capacity: ${late.map(({ candidate }) => candidate.key).join(', ')}.`;
  return `${musts} Of ${showCount(queue.length, 'ticket', locale)} in order, ${String(inside)} would be done within ${showCount(address.months, 'month', locale)}.`;
}

function reserved({ settings, address }: RankingView, locale: string): string {
  const whole = capacityOver({ ...settings, interruptAllowance: 0 }, address.months);
  if (whole === undefined) return `${showPercent(settings.interruptAllowance, locale)} of capacity, once a capacity is set.`;
  const kept = (medianOf(whole) * settings.interruptAllowance) / 100;
  return `${showEffort({ low: kept, high: kept }, locale)} of ${showCount(address.months, 'month', locale)} are kept for interrupts (${showPercent(settings.interruptAllowance, locale)}), and planned for nothing else.`;
}
