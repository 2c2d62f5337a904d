import { useMemo, useState } from 'react';
import type { AllocatedWork } from '../../../src/domain/planning/allocation';
import { shareIfStarted } from '../../../src/domain/planning/allocation';
import type { Demand } from '../../../src/domain/demand/demand';
import { isToBeBuilt } from '../../../src/domain/planning/ticket-numbers';
import { effortEstimate, type Calibration } from '../../../src/domain/ranking/estimate';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { showPercent } from '../../../src/domain/ranking/show-number';

interface FurtherStartProps {
  readonly demands: readonly Demand[];
  readonly ranking: Ranking;
  /** Of the infrastructure team's effort ranges. */
  readonly calibration: Calibration;
  readonly work: readonly AllocatedWork[];
  readonly nameOf: (id: string) => string;
  readonly targetOf: (id: string) => number | undefined;
  readonly locale: string;
}

/** More to choose from than this cannot be read in a list. */
const MOST_CHOICES = 200;

/** What starting one more ticket would do to its theme's share of what is started. */
export function FurtherStart({ demands, ranking, calibration, work, nameOf, targetOf, locale }: FurtherStartProps) {
  const efforts = useMemo(() => new Map(demands.filter(isToBeBuilt).flatMap(({ ticket, content }) => {
    const effort = effortEstimate(content.effort, calibration);
    return effort.kind === 'unknown' ? [] : [[ticket.id, effort.mean] as const];
  })), [demands, calibration]);
  const order = useMemo(() => new Map([...ranking.musts, ...ranking.ordered].map(({ id }, at) => [id, at])), [ranking]);
  const choices = useMemo(() => demands
    .filter(({ ticket, theme }) => ticket.category === 'new' && theme !== undefined && efforts.has(ticket.id))
    .sort((a, b) => (order.get(a.ticket.id) ?? Infinity) - (order.get(b.ticket.id) ?? Infinity)).slice(0, MOST_CHOICES), [demands, efforts, order]);
  const [chosen, setChosen] = useState('');
  const demand = choices.find(({ ticket }) => ticket.id === chosen) ?? choices[0];
  if (demand?.theme === undefined) return <p className="gw-quiet">No ticket with a theme and an effort waits to be started.</p>;
  const { before, after } = shareIfStarted(work, demand.theme, efforts.get(demand.ticket.id) ?? 0);
  const target = targetOf(demand.theme);
  const percent = (value: number): string => showPercent(Math.round(value), locale);
  return (
    <div>
      <div className="gr-st-if">
        <div className="gr-field gr-field--wide">
          <label htmlFor="gr-st-start">What if we started</label>
          <select id="gr-st-start" value={demand.ticket.id} onChange={({ target: field }) => setChosen(field.value)}>
            {choices.map(({ ticket }) => <option key={ticket.id} value={ticket.id}>{ticket.key} {ticket.summary}</option>)}
          </select>
        </div>
      </div>
      <p role="status" data-testid="strategy.what-if">
        Starting {demand.ticket.key} would take {nameOf(demand.theme)} from {percent(before)} to {percent(after)} of what is started{target === undefined ? '; it has no target' : `; the target is ${percent(target)}`}.
      </p>
    </div>
  );
}
