import { useEffect, useMemo, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { scaleWorths } from '../../../src/domain/demand/worth-scale';
import { overByThen } from '../../../src/domain/ranking/plan';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { explainBand } from '../../../src/domain/ranking/ranking-words';
import { showCount } from '../../../src/domain/ranking/show-number';
import { WorthAxis } from '../demand/worth-bar';
import type { RankingView } from '../ranking/use-ranking';
import { VirtualRows, type RowsInSight } from '../rows/virtual-rows';
import type { SubpageProps } from '../subpages';
import { BandHead } from './band-head';
import { CutLine } from './cut-line';
import { orderLines, type OrderLine } from './order-lines';
import { monthly, OrderRow } from './order-row';

interface OrderTableProps {
  readonly view: RankingView;
  readonly ranking: Ranking;
  readonly page: SubpageProps;
  readonly byId: ReadonlyMap<string, Demand>;
  /** The line was moved: so many tickets shall stand above it. */
  readonly onCut: (above: number) => void;
  readonly onAnswer: (demand: Demand) => void;
}

/** Typical heights in CSS pixels. */
const HEIGHTS = { band: 56, ticket: 72, cut: 40 } as const satisfies Record<OrderLine['kind'], number>;
const HEADER_HEIGHT = 64;
const TABLE_HEIGHT = 720;
/** So many lines are shown whole: a cut line that is out of sight is no cut line. */
const LINES_IN_FULL = 40;

/** Bands with their tickets and the cut line among them; only the lines in view are drawn. */
export function OrderTable({ view, ranking, page, byId, onCut, onAnswer }: OrderTableProps) {
  const { facts, demand: { settings } } = page;
  const [moved, setMoved] = useState<number>();
  useEffect(() => setMoved(undefined), [ranking]);
  const hasCut = ranking.capacity !== undefined || moved !== undefined;
  const cut = moved ?? ranking.fitting;
  const fits = moved ?? ranking.ordered.filter(({ id }) => ranking.inside.has(id)).length;
  const lines = useMemo(() => orderLines(ranking.bands, cut), [ranking.bands, cut]);
  const over = useMemo(() => overByThen(ranking.plan), [ranking.plan]);
  const nameOf = (id: string): string => ranking.initiatives.get(id)?.key ?? view.blockerKeys.get(id) ?? byId.get(id)?.ticket.key ?? 'a ticket you cannot see';
  const scale = useMemo(() => scaleWorths(ranking.ordered.map((ticket) => monthly(ticket, settings.currency))), [ranking.ordered, settings.currency]);
  const move = (above: number): void => {
    setMoved(above);
    onCut(above);
  };
  /** Tickets whose middle lies above this height. */
  const aboveAt = (sight: RowsInSight) => (clientY: number): number => {
    const found = sight.lastAbove(clientY, (index) => lines[index]?.kind === 'ticket');
    const line = found === undefined ? undefined : lines[found.index];
    return line?.kind === 'ticket' ? line.at + (found?.isAbove === true ? 1 : 0) : cut;
  };
  if (ranking.ordered.length === 0) return null;
  return (
    <section aria-label="Order" className="gr-rk-order">
      <VirtualRows
        label="Order" regionLabel="Table of the order, scrolls" lines={lines} keyOf={keyOf} heightOf={({ kind }) => HEIGHTS[kind]} headHeight={HEADER_HEIGHT} mostHeight={lines.length <= LINES_IN_FULL ? Number.POSITIVE_INFINITY : TABLE_HEIGHT}
        tableClass="gr-table gr-rk-table" rowClass="gr-row gr-rk-row" lineClass={({ kind }) => (kind === 'ticket' ? 'gr-line gr-row gr-rk-row' : 'gr-line')}
        headings={['Ticket', <WorthAxis key="worth" scale={scale} locale={facts.locale} />, 'Chance to be above the line', <span key="answer" className="gw-hidden">Answer</span>]}
      >
        {(line, sight) => {
          switch (line.kind) {
            case 'band': return <div role="cell"><BandHead band={line.band} number={line.number} words={explainBand(line.band, facts.locale)} locale={facts.locale} /></div>;
            case 'cut': return (
              <div role="cell">
                <CutLine above={cut} most={ranking.ordered.length} aboveAt={aboveAt(sight)} onMove={move} fact={hasCut ? `Cut line: ${String(fits)} of ${showCount(ranking.ordered.length, 'ticket', facts.locale)} fit` : 'No capacity is set: move this line to try one'} />
              </div>
            );
            case 'ticket': return (
              <OrderRow
                ticket={line.ticket} isIn={moved === undefined ? ranking.inside.has(line.ticket.id) : line.at < cut} isOver={over.has(line.ticket.id)} isLongShot={line.band.longShot && line.ticket.id === line.band.leader.id} demand={byId.get(line.ticket.id)} nameOf={nameOf}
                view={view} page={page} scale={scale} onAnswer={onAnswer}
              />
            );
            default: return line satisfies never;
          }
        }}
      </VirtualRows>
    </section>
  );
}

function keyOf(line: OrderLine): string {
  switch (line.kind) {
    case 'band': return `band ${line.band.leader.id}`;
    case 'ticket': return line.ticket.id;
    case 'cut': return 'cut';
    default: return line satisfies never;
  }
}
