import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { scaleWorths } from '../../../src/domain/demand/worth-scale';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { explainBand } from '../../../src/domain/ranking/ranking-words';
import { showCount } from '../../../src/domain/ranking/show-number';
import { WorthAxis } from '../demand/worth-bar';
import type { RankingView } from '../ranking/use-ranking';
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

/** Typical heights in CSS pixels; each line is measured once it is drawn. */
const HEIGHTS = { band: 56, ticket: 72, cut: 40 } as const;
const HEADER_HEIGHT = 64;
const TABLE_HEIGHT = 720;

/** Bands with their tickets and the cut line among them; only the lines in view are drawn. */
export function OrderTable({ view, ranking, page, byId, onCut, onAnswer }: OrderTableProps) {
  const { facts, demand: { settings } } = page;
  const [moved, setMoved] = useState<number>();
  useEffect(() => setMoved(undefined), [ranking]);
  const hasCut = ranking.capacity !== undefined || moved !== undefined;
  const cut = moved ?? ranking.fitting;
  const lines = useMemo(() => orderLines(ranking.bands, cut), [ranking.bands, cut]);
  const scale = useMemo(() => scaleWorths(ranking.ordered.map((ticket) => monthly(ticket, settings.currency))), [ranking.ordered, settings.currency]);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length, getScrollElement: () => scroller.current, overscan: 8,
    estimateSize: (at) => HEIGHTS[lines[at]?.kind ?? 'ticket'], getItemKey: (at) => keyOf(lines[at], at),
  });
  const move = (above: number): void => {
    setMoved(above);
    onCut(above);
  };
  /** Tickets whose middle lies above this height. */
  const aboveAt = (clientY: number): number => {
    const y = clientY - (body.current?.getBoundingClientRect().top ?? 0);
    const shown = virtual.getVirtualItems().filter((item) => lines[item.index]?.kind === 'ticket');
    const last = shown.filter((item) => item.start + item.size / 2 < y).at(-1);
    const line = lines[(last ?? shown[0])?.index ?? -1];
    return line?.kind === 'ticket' ? line.at + (last === undefined ? 0 : 1) : cut;
  };
  if (ranking.ordered.length === 0) return null;
  return (
    <section aria-label="Order" className="gr-rk-order">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls, so it must be reachable by keyboard */}
      <div className="gr-scroll gw-focus" style={{ height: Math.min(TABLE_HEIGHT, virtual.getTotalSize() + HEADER_HEIGHT) }} ref={scroller} tabIndex={0} role="region" aria-label="Table of the order, scrolls">
        <div role="table" aria-label="Order" aria-rowcount={lines.length + 1} className="gr-table gr-rk-table">
          <div role="rowgroup" className="gr-header">
            <div role="row" aria-rowindex={1} className="gr-row gr-rk-row">
              <div role="columnheader">Ticket</div>
              <div role="columnheader"><WorthAxis scale={scale} locale={facts.locale} /></div>
              <div role="columnheader">Chance to be above the line</div>
              <div role="columnheader"><span className="gw-hidden">Answer</span></div>
            </div>
          </div>
          <div role="rowgroup" ref={body} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((item) => {
              const line = lines[item.index];
              if (line === undefined) return null;
              return (
                <div
                  key={item.key} role="row" aria-rowindex={item.index + 2} ref={virtual.measureElement} data-index={item.index}
                  className={line.kind === 'ticket' ? 'gr-line gr-row gr-rk-row' : 'gr-line'} style={{ transform: `translateY(${String(item.start)}px)` }}
                >
                  {line.kind === 'band' && <div role="cell"><BandHead band={line.band} number={line.number} words={explainBand(line.band, facts.locale)} locale={facts.locale} /></div>}
                  {line.kind === 'cut' && (
                    <div role="cell">
                      <CutLine above={cut} most={ranking.ordered.length} aboveAt={aboveAt} onMove={move} fact={hasCut ? `Cut line: ${String(cut)} of ${showCount(ranking.ordered.length, 'ticket', facts.locale)} fit` : 'No capacity is set: move this line to try one'} />
                    </div>
                  )}
                  {line.kind === 'ticket' && (
                    <OrderRow
                      ticket={line.ticket} isIn={line.at < cut} isLongShot={line.band.longShot && line.ticket.id === line.band.leader.id} demand={byId.get(line.ticket.id)}
                      view={view} page={page} scale={scale} onAnswer={onAnswer}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </section>
  );
}

function keyOf(line: OrderLine | undefined, at: number): string {
  switch (line?.kind) {
    case 'band': return `band ${line.band.leader.id}`;
    case 'ticket': return line.ticket.id;
    case 'cut': return 'cut';
    default: return String(at);
  }
}
