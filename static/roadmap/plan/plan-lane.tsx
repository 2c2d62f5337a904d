import { useState, type DragEvent } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { isByHand, type Placement } from '../../../src/domain/ranking/plan';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { DRAGGED, startDrag } from './dragged';
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
  /** Its rows can be dragged, take what is dropped on them, and have a button that does the same. */
  readonly onPlace?: (placing: Placing) => void;
}

/** One lane as a table; rows can take a ticket that is dropped on them. */
export function PlanLane({ name, title, lead, placements, empty, onPlace, ...rest }: PlanLaneProps) {
  const [most, setMost] = useState(SHOWN);
  const [over, setOver] = useState<string>();
  const drop = (at: number) => (event: DragEvent): void => {
    event.preventDefault();
    setOver(undefined);
    const id = event.dataTransfer.getData(DRAGGED);
    if (id !== '' && id !== placements[at]?.candidate.id) onPlace?.({ id, place: orderedBefore(placements, at, id), near: event.clientY });
  };
  const isOverRow = (event: DragEvent): boolean => onPlace !== undefined && event.dataTransfer.types.includes(DRAGGED);
  return (
    <section className="gr-section" aria-labelledby={`rk-lane-${name}`} data-testid={`plan.${name}`}>
      <h2 id={`rk-lane-${name}`}>{title}</h2>
      <p className="gw-quiet">{placements.length === 0 ? empty : lead}</p>
      {placements.length > 0 && (
        <div className="gr-scroll-x">
          <table className="gr-plain-table gr-rk-plan">
            <thead><tr><th scope="col">Ticket</th><th scope="col">When</th><th scope="col">Latest start</th><th scope="col">A week of waiting costs, if the goal is reached</th><th scope="col">Why here</th><th scope="col"><span className="gw-hidden">Place and answer</span></th></tr></thead>
            <tbody>
              {placements.slice(0, most).map((placement, at) => (
                <tr
                  key={placement.candidate.id} className={over === placement.candidate.id ? 'gr-rk-drop' : ''} onDrop={onPlace === undefined ? undefined : drop(at)}
                  draggable={onPlace !== undefined} onDragStart={onPlace === undefined ? undefined : startDrag(placement.candidate.id)}
                  onDragOver={(event) => { if (isOverRow(event)) { event.preventDefault(); setOver(placement.candidate.id); } }} onDragLeave={() => setOver(undefined)}
                >
                  <PlanRow placement={placement} {...rest} {...(onPlace === undefined ? {} : { onPlace: () => onPlace({ id: placement.candidate.id, place: orderedBefore(placements, at, placement.candidate.id) }) })} />
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

/** Places count ordered tickets that nobody placed by hand, so that one that was moves nobody else's place; nor does the one that moves. */
export function orderedBefore(queue: readonly Placement[], at: number, moving: string): number {
  return queue.slice(0, at).filter((placement) => isCounted(placement, moving)).length;
}

/** Whether a place can be before this one. */
export function isCounted(placement: Placement, moving: string): boolean {
  return placement.lane === 'ordered' && !isByHand(placement) && placement.candidate.id !== moving;
}
