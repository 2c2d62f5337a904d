import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { Demand } from '../../../src/domain/demand/demand';
import { ORIGIN_WORDS } from '../../../src/domain/demand/demand-words';
import type { PageFacts } from '../subpages';
import { TicketLink } from '../ticket-link';

/** In CSS pixels: one row, the table's head, and the most that the table takes of the page. */
const ROW_HEIGHT = 45;
const HEADER_HEIGHT = 42;
const TABLE_HEIGHT = 440;

interface DeskTableProps {
  readonly rows: readonly Demand[];
  readonly settings: ProjectSettings;
  readonly facts: PageFacts;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** While a change is under way its selection stands still. */
  readonly isLocked: boolean;
}

/** The desk's tickets, newest first, each with a box to select it; only the rows in view are drawn. */
export function DeskTable({ rows, settings, facts, chosen, onChoose, isLocked }: DeskTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, overscan: 10,
    getItemKey: (at) => rows[at]?.ticket.id ?? at,
  });
  const selected = rows.filter((row) => chosen.has(row.ticket.id)).length;
  const all = rows.length > 0 && selected === rows.length;
  const chooseAll = (): void => onChoose(all ? new Set() : new Set(rows.map((row) => row.ticket.id)));
  const choose = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <section aria-label="Tickets not understood yet">
      <p role="status" data-testid="backlog.count">{rows.length.toLocaleString()} {rows.length === 1 ? 'ticket' : 'tickets'} shown, newest first; {selected.toLocaleString()} selected</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls, so it must be reachable by keyboard */}
      <div className="gr-scroll gw-focus" style={{ height: Math.min(TABLE_HEIGHT, virtual.getTotalSize() + HEADER_HEIGHT) }} ref={scroller} tabIndex={0} role="region" aria-label="Table of tickets, scrolls">
        <div role="table" aria-label="Backlog" aria-rowcount={rows.length + 1} className="gr-table">
          <div role="rowgroup" className="gr-header">
            <div role="row" aria-rowindex={1} className="gr-row gr-desk-row">
              <div role="columnheader"><input type="checkbox" className="gw-focus" aria-label="Select all shown tickets" checked={all} disabled={isLocked || rows.length === 0} onChange={chooseAll} /></div>
              <div role="columnheader">Ticket</div>
              <div role="columnheader">Team</div>
              <div role="columnheader">Origin and theme</div>
              <div role="columnheader">Reporter</div>
              <div role="columnheader">Created</div>
            </div>
          </div>
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              return (
                <div
                  key={item.key} role="row" aria-rowindex={item.index + 2} ref={virtual.measureElement} data-index={item.index}
                  className="gr-line gr-row gr-desk-row" style={{ transform: `translateY(${String(item.start)}px)` }}
                >
                  <div role="cell">
                    <input type="checkbox" className="gw-focus" aria-label={`Select ${row.ticket.key}`} checked={chosen.has(row.ticket.id)} disabled={isLocked} onChange={() => choose(row.ticket.id)} />
                  </div>
                  <div role="cell"><TicketLink ticketKey={row.ticket.key} siteUrl={facts.siteUrl} /> <span className="gr-title">{row.ticket.summary}</span></div>
                  <div role="cell" className={row.team === undefined ? 'gw-quiet' : undefined}>{teamName(row, settings)}</div>
                  <div role="cell" className="gw-quiet">{placeWords(row, settings)}</div>
                  <div role="cell" className="gw-quiet">{row.ticket.reporter?.name ?? 'Nobody'}</div>
                  <div role="cell" className="gw-quiet">{dayOf(row.ticket.created, facts.locale)}</div>
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </section>
  );
}

function teamName(row: Demand, settings: ProjectSettings): string {
  if (row.team === undefined) return 'Not stated';
  return settings.teams.find((team) => team.id === row.team)?.name ?? row.team;
}

function placeWords(row: Demand, settings: ProjectSettings): string {
  const theme = row.theme === undefined ? undefined : settings.themes.find((listed) => listed.id === row.theme)?.name ?? row.theme;
  return [row.origin === undefined ? undefined : ORIGIN_WORDS[row.origin], theme].filter((part) => part !== undefined).join(', ') || '–';
}

function dayOf(instant: string, locale: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '–' : date.toLocaleDateString(locale, { year: 'numeric', month: 'short', day: 'numeric' });
}
