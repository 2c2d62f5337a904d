import '../ranking/ranking.css';
import { useMemo, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { gatherInterrupts, interruptUse, isInterrupt } from '../../../src/domain/planning/interrupts';
import { capacityOver, medianOf } from '../../../src/domain/ranking/capacity';
import { AnswerDialog } from '../answer/answer-dialog';
import { ExportInterrupts } from '../export-ranking';
import { PrintButtons } from '../print/print-buttons';
import { Assumptions } from '../ranking/assumptions';
import { useRanking } from '../ranking/ranking-keeper';
import { RankingStrip } from '../ranking/ranking-strip';
import type { SubpageProps } from '../subpages';
import { AllowanceBar } from './allowance-bar';
import { InterruptList } from './interrupt-list';
import { PriceForm } from './price-form';

/** Who cuts the queue, what was kept for it, and what the next one would displace. */
export function InterruptsView(page: SubpageProps) {
  const view = useRanking();
  const [answering, setAnswering] = useState<Demand>();
  const { demand, place } = page;
  const open = useMemo(() => demand.demands.filter(({ content, answer }) => isInterrupt(content) && answer !== 'declined'), [demand.demands]);
  const { done, address, calibrations, settings } = view;
  const tickets = useMemo(() => gatherInterrupts(demand.demands, done, { ...address, calibration: calibrations.effort }), [demand.demands, done, address, calibrations]);
  const whole = capacityOver({ ...settings, interruptAllowance: 0 }, address.months);
  const personWeeks = whole === undefined ? 0 : medianOf(whole);
  const use = useMemo(() => interruptUse(tickets, personWeeks, settings.interruptAllowance), [tickets, personWeeks, settings.interruptAllowance]);
  const choose = (key: string): void => {
    const search = new URLSearchParams(place.search);
    search.set('interrupt', key);
    search.delete('effort');
    place.refine(search);
    document.getElementById('rk-price')?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className="gr-stack">
      <RankingStrip view={view} />
      <AllowanceBar use={use} view={view} page={page} hasCapacity={whole !== undefined} />
      <PriceForm key={demand.demands.length} view={view} page={page} interrupts={open} />
      <InterruptList demands={open} page={page} onPrice={choose} onAnswer={setAnswering} />
      <PrintButtons place={page.place} />
      <ExportInterrupts interrupts={open} view={view} page={page} />
      <Assumptions view={view} page={page} />
      {answering !== undefined && <AnswerDialog demand={answering} page={page} onClose={() => setAnswering(undefined)} />}
    </div>
  );
}
