import '../ranking/ranking.css';
import { useMemo, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { capacityFor } from '../../../src/domain/ranking/capacity';
import { effortToFit } from '../../../src/domain/ranking/rank-demand';
import { showChosenSum, showCount, showErrors, showMoney } from '../../../src/domain/ranking/show-number';
import type { Percentiles } from '../../../src/domain/ranking/simulate';
import { Empty } from '../../shared/page-states';
import { upperFirst } from '../../shared/upper-first';
import { AnswerDialog } from '../answer/answer-dialog';
import { ExportOrder } from '../export-ranking';
import { PrintButtons } from '../print/print-buttons';
import { Assumptions } from '../ranking/assumptions';
import { CapacityBar } from '../ranking/capacity-bar';
import { useRanking } from '../ranking/ranking-keeper';
import { RankingStrip } from '../ranking/ranking-strip';
import type { RankingView } from '../ranking/use-ranking';
import { WhatIf } from '../ranking/what-if';
import type { SubpageProps } from '../subpages';
import { AskFirst } from './ask-first';
import { FairOrder } from './fair-order';
import { NotComparableList } from './not-comparable-list';
import { OrderPicture } from './order-picture';
import { OrderTable } from './order-table';

/** The order that the estimates support: bands instead of ranks, the fair-share order beside it, and what to ask first. */
export function OrderView(page: SubpageProps) {
  const view = useRanking();
  const [answering, setAnswering] = useState<Demand>();
  const { demand, facts } = page;
  const byId = useMemo(() => new Map(demand.demands.map((row) => [row.ticket.id, row])), [demand.demands]);
  const { ranking } = view;
  if (view.phase !== 'waiting' && view.asked.tickets.length === 0) {
    return <Empty title="Nothing to order"><p>Tickets stand here when they are open, to be built and not declined.</p></Empty>;
  }
  const moveCut = (above: number): void => {
    if (ranking === undefined) return;
    const tooMuch = above < ranking.ordered.length ? effortToFit(ranking, above + 1) : Infinity;
    view.change({ capacity: capacityFor(effortToFit(ranking, above), tooMuch, view.settings, view.address.months) });
  };
  return (
    <div className="gr-stack">
      <RankingStrip view={view} />
      <WhatIf view={view} page={page} />
      <CapacityBar view={view} locale={facts.locale} />
      {ranking !== undefined && (
        <>
          <AskFirst ranking={ranking} page={page} />
          <p data-testid="order.summary">{summary(view, facts.locale)}</p>
          {view.simulation?.chosen !== undefined && <ChosenErrors chosen={view.simulation.chosen} currency={view.settings.currency} locale={facts.locale} />}
          <OrderPicture ranking={ranking} page={page} />
          <div className="gr-rk-columns">
            <OrderTable view={view} ranking={ranking} page={page} byId={byId} onCut={moveCut} onAnswer={setAnswering} />
            <FairOrder ranking={ranking} page={page} />
          </div>
          <NotComparableList tickets={ranking.notComparable} initiatives={ranking.initiatives} byId={byId} page={page} onAnswer={setAnswering} />
        </>
      )}
      <PrintButtons place={page.place} />
      <ExportOrder view={view} page={page} />
      <Assumptions view={view} page={page} />
      {answering !== undefined && <AnswerDialog demand={answering} page={page} onClose={() => setAnswering(undefined)} />}
    </div>
  );
}

/** How exact the sum is as arithmetic, one click away. */
function ChosenErrors({ chosen, currency, locale }: { readonly chosen: Percentiles; readonly currency: string; readonly locale: string }) {
  return (
    <details className="gw-small">
      <summary className="gw-focus">How this sum is counted</summary>
      <p className="gw-quiet">What stands above the line is added draw by draw, because the worths of one team err together; the ends of the range hold 90 of 100 sums. {upperFirst(showErrors(chosen.error, (value) => showMoney(value, currency, locale)))}.</p>
    </details>
  );
}

/** What fits, what it is worth, and where the two orders differ. */
function summary({ ranking, simulation, address, settings, calibrations }: RankingView, locale: string): string {
  if (ranking === undefined) return '';
  const { ordered, inside, musts, agenda, capacity } = ranking;
  const fitting = ordered.filter(({ id }) => inside.has(id)).length;
  if (ordered.length === 0) return 'No ticket has both a worth and an effort yet, so there is no order. What is missing stands below, by ticket.';
  const behind = musts.length === 0 ? '' : ` behind ${showCount(musts.length, 'must ticket', locale)}`;
  if (capacity === undefined) return `${showCount(ordered.length, 'ticket', locale)} can be compared${behind}. Without a capacity there is no cut line.`;
  const meeting = agenda.size === 0 ? 'Both orders agree on what is in.' : `${showCount(agenda.size, 'ticket', locale)} ${agenda.size === 1 ? 'is' : 'are'} in by one order and out by the other: that is what to talk about.`;
  const chosen = simulation?.chosen === undefined ? '' : ` Above the line: ${showChosenSum(simulation.chosen, settings.currency, locale, calibrations.deliveredOverStated)}.`;
  return `${String(fitting)} of ${showCount(ordered.length, 'comparable ticket', locale)} fit into ${showCount(address.months, 'month', locale)}${behind}. ${meeting}${chosen}`;
}
