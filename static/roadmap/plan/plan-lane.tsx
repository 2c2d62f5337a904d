import { useState, type DragEvent } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import type { Placement } from '../../../src/domain/ranking/plan';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { DRAGGED } from './dragged';
import { PlanRow } from './plan-row';
import type { Placing } from './plan-view';

const SHOWN = 40;
const MORE = 200;

export interface LaneProps {
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly byId: ReadonlyMap<string, Demand>;
  readonly onAnswer: (demand: Demand) => void;
}

interface PlanLaneProps extends LaneProps {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly placements: readonly Placement[];
  readonly empty: string;
  readonly onDrop?: (placing: Placing) => void;
}

/** One lane as a table; rows can take a ticket that is dropped on them. */
export function PlanLane({ name, title, lead, placements, empty, onDrop, ...rest }: PlanLaneProps) {
  const [most, setMost] = useState(SHOWN);
  const [over, setOver] = useState<string>();
  const drop = (at: number) => (event: DragEvent): void => {
    event.preventDefault();
    setOver(undefined);
    const id = event.dataTransfer.getData(DRAGGED);
    if (id !== '') onDrop?.({ id, place: orderedBefore(placements, at), near: event.clientY });
  };
  const isOverRow = (event: DragEvent): boolean => onDrop !== undefined && event.dataTransfer.types.includes(DRAGGED);
  return (
    <section className="gr-section" aria-labelledby={`rk-lane-${name}`} data-testid={`plan.${name}`}>
      <h2 id={`rk-lane-${name}`}>{title}</h2>
      <p className="gw-quiet">{placements.length === 0 ? empty : lead}</p>
      {placements.length > 0 && (
        <div className="gr-scroll-x">
          <table className="gr-plain-table gr-rk-plan">
            <thead><tr><th scope="col">Ticket</th><th scope="col">When</th><th scope="col">Latest start</th><th scope="col">A week of waiting costs</th><th scope="col">Why here</th><th scope="col"><span className="gw-hidden">Answer</span></th></tr></thead>
            <tbody>
              {placements.slice(0, most).map((placement, at) => (
                <tr
                  key={placement.candidate.id} className={over === placement.candidate.id ? 'gr-rk-drop' : ''} onDrop={onDrop === undefined ? undefined : drop(at)}
                  onDragOver={(event) => { if (isOverRow(event)) { event.preventDefault(); setOver(placement.candidate.id); } }} onDragLeave={() => setOver(undefined)}
                >
                  <PlanRow placement={placement} {...rest} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {placements.length > most && <PlainButton look="link" onClick={() => setMost(most + MORE)}>Show {showCount(Math.min(MORE, placements.length - most), 'more ticket', rest.page.facts.locale)}</PlainButton>}
    </section>
  );
}

/** Places count ordered tickets only, so that one that was placed by hand moves nobody else's place. */
export function orderedBefore(queue: readonly Placement[], at: number): number {
  return queue.slice(0, at).filter(({ lane }) => lane === 'ordered').length;
}
