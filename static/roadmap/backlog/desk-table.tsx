import { formatCount } from '../../../src/domain/context/format-number';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { Demand } from '../../../src/domain/demand/demand';
import { ORIGIN_WORDS } from '../../../src/domain/demand/demand-words';
import { VirtualRows } from '../rows/virtual-rows';
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
      <p role="status" data-testid="backlog.count">{formatCount(rows.length, facts.locale)} {rows.length === 1 ? 'ticket' : 'tickets'} shown, newest first; {formatCount(selected, facts.locale)} selected</p>
      <VirtualRows
        label="Backlog" regionLabel="Table of tickets, scrolls" lines={rows} keyOf={(row) => row.ticket.id} heightOf={() => ROW_HEIGHT} headHeight={HEADER_HEIGHT} mostHeight={TABLE_HEIGHT}
        tableClass="gr-table" rowClass="gr-row gr-desk-row" lineClass={() => 'gr-line gr-row gr-desk-row'}
        headings={[
          <input key="all" type="checkbox" className="gw-focus" aria-label="Select all shown tickets" checked={all} disabled={isLocked || rows.length === 0} onChange={chooseAll} />,
          'Ticket', 'Team', 'Origin and theme', 'Reporter', 'Created',
        ]}
      >
        {(row) => (
          <>
            <div role="cell">
              <input type="checkbox" className="gw-focus" aria-label={`Select ${row.ticket.key}`} checked={chosen.has(row.ticket.id)} disabled={isLocked} onChange={() => choose(row.ticket.id)} />
            </div>
            <div role="cell"><TicketLink ticketKey={row.ticket.key} siteUrl={facts.siteUrl} /> <span className="gr-title">{row.ticket.summary}</span></div>
            <div role="cell" className={row.team === undefined ? 'gw-quiet' : undefined}>{teamName(row, settings)}</div>
            <div role="cell" className="gw-quiet">{placeWords(row, settings)}</div>
            <div role="cell" className="gw-quiet">{row.ticket.reporter?.name ?? 'Nobody'}</div>
            <div role="cell" className="gw-quiet">{dayOf(row.ticket.created, facts.locale)}</div>
          </>
        )}
      </VirtualRows>
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
