import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { SEVERITY_WORDS } from './conflict-words';
import { MODEL_COLUMN, type Matrix, type MatrixCell, type MatrixRow } from './matrix-rows';

/** Typical heights in CSS pixels; rows are measured once drawn. */
const ROW_HEIGHT = 44;
const MATRIX_HEIGHT = 560;
const HEADER_HEIGHT = 56;
const PAGE_OF_ROWS = 10;
/** Widths in CSS pixels; beyond so many teams the columns are narrow, so that more of them are in view. */
const NAME_WIDTH = 190;
const COLUMN_WIDTH = 120;
const NARROW_WIDTH = 84;
const MANY_TEAMS = 10;
/** What a cell shows before it counts. */
const SHOWN_ASKS = 2;

interface ConflictMatrixProps {
  readonly matrix: Matrix;
  readonly teamName: (id: string) => string;
  readonly representations: (model: string, element: string) => number;
  /** Shows the conflicts of an element, of one team if a team is given. */
  readonly onOpen: (element: string, team?: string) => void;
}

/**
 * Teams against elements as a grid: arrow keys move, Enter opens the conflicts of a cell. Only the rows in view are drawn, so that
 * 2,000 elements scroll as 20 do; the elements' names and the teams stay in view.
 */
export function ConflictMatrix({ matrix, teamName, representations, onOpen }: ConflictMatrixProps) {
  const { teams, rows, unknown } = matrix;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [wanted, setPlace] = useState({ row: 0, column: 0 });
  // A filter may have taken away where one was.
  const place = { row: Math.min(wanted.row, rows.length - 1), column: Math.min(wanted.column, teams.length) };
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, overscan: 6, estimateSize: () => ROW_HEIGHT, getItemKey: (at) => rows[at]?.key ?? at, scrollPaddingStart: HEADER_HEIGHT });
  const columnWidth = teams.length > MANY_TEAMS ? NARROW_WIDTH : COLUMN_WIDTH;
  const columns = `minmax(${String(NAME_WIDTH)}px, 1.6fr) repeat(${String(teams.length)}, minmax(${String(columnWidth)}px, 1fr))`;
  const width = NAME_WIDTH + teams.length * columnWidth;
  const hasUnknown = unknown.size > 0;

  const move = (event: KeyboardEvent): void => {
    const next = stepOf(event.key, place, rows.length, teams.length);
    if (next === undefined) {
      if (event.key === 'Enter') open(rows[place.row], place.column);
      return;
    }
    event.preventDefault();
    setPlace(next);
    virtual.scrollToIndex(next.row, { align: 'auto' });
    // The element's own column sticks to the left edge; the others may have to be scrolled to.
    requestAnimationFrame(() => document.getElementById(`${id}-${String(next.row)}-${String(next.column)}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  };
  const open = (row: MatrixRow | undefined, column: number): void => {
    if (row?.clash === undefined) return;
    const team = column === 0 ? undefined : teams[column - 1];
    onOpen(row.element, team === undefined || team === MODEL_COLUMN || row.cells.get(team)?.clash === undefined ? undefined : team);
  };
  return (
    <div
      className={`gr-scroll gw-focus gc-matrix${teams.length > MANY_TEAMS ? ' gc-matrix--many' : ''}`} style={{ maxHeight: MATRIX_HEIGHT }} ref={scroller} tabIndex={0} role="grid" onKeyDown={move} data-testid="conflicts.matrix"
      aria-label="Teams against elements. Arrow keys move, Enter opens the conflicts of a cell." aria-rowcount={rows.length + (hasUnknown ? 2 : 1)} aria-colcount={teams.length + 1}
      aria-activedescendant={`${id}-${String(place.row)}-${String(place.column)}`}
    >
      <div role="rowgroup" className="gc-matrix-head" style={{ minWidth: width }}>
        <div role="row" aria-rowindex={1} className="gc-matrix-row" style={{ gridTemplateColumns: columns }}>
          <div role="columnheader" className="gc-matrix-name">Element</div>
          {teams.map((team) => <div key={team} role="columnheader">{columnName(team, teamName)}</div>)}
        </div>
        {hasUnknown && (
          <div role="row" aria-rowindex={2} className="gc-matrix-row gc-matrix-row--unknown" style={{ gridTemplateColumns: columns }} data-testid="conflicts.matrix.unknown">
            <div role="rowheader" className="gc-matrix-name">Not known: touches shared data, does not say how</div>
            {teams.map((team) => <div key={team} role="gridcell">{tickets(unknown.get(team) ?? 0)}</div>)}
          </div>
        )}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: width, position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const cellId = (column: number) => `${id}-${String(item.index)}-${String(column)}`;
          const mark = (column: number) => (place.row === item.index && place.column === column ? ' gc-matrix-cell--here' : '');
          const count = representations(row.model, row.element);
          return (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid itself has the keyboard
            <div
              key={item.key} role="row" aria-rowindex={item.index + (hasUnknown ? 3 : 2)} ref={virtual.measureElement} data-index={item.index}
              className="gr-line gc-matrix-row" style={{ gridTemplateColumns: columns, transform: `translateY(${String(item.start)}px)` }}
              onClick={(event) => {
                const column = Number((event.target as HTMLElement).closest<HTMLElement>('[data-column]')?.dataset['column'] ?? 0);
                setPlace({ row: item.index, column });
                open(row, column);
              }}
            >
              <div role="rowheader" id={cellId(0)} data-column={0} className={`gc-matrix-name${mark(0)}`}>
                <span>{row.element}</span>
                <span className="gw-quiet gw-small">
                  {row.clash === undefined ? '' : `${SEVERITY_WORDS[row.clash].name}`}{count > 1 ? `${row.clash === undefined ? '' : ', '}${String(count)} representations` : ''}
                </span>
              </div>
              {teams.map((team, at) => <Cell key={team} cell={row.cells.get(team)} id={cellId(at + 1)} column={at + 1} mark={mark(at + 1)} />)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cell({ cell, id, column, mark }: { readonly cell: MatrixCell | undefined; readonly id: string; readonly column: number; readonly mark: string }) {
  if (cell === undefined) return <div role="gridcell" id={id} data-column={column} className={`gc-matrix-cell${mark}`}><span className="gw-hidden">asks nothing</span></div>;
  const more = cell.asks.length - SHOWN_ASKS;
  const look = cell.clash === undefined ? '' : ` gc-matrix-cell--${cell.clash}`;
  return (
    <div role="gridcell" id={id} data-column={column} className={`gc-matrix-cell${look}${mark}`} title={cell.asks.join('\n')}>
      {cell.clash !== undefined && <span className="gc-clash">Clashes: </span>}
      {cell.asks.slice(0, SHOWN_ASKS).join('; ')}{more > 0 ? `; ${String(more)} more` : ''}
    </div>
  );
}

/** What stands above a column. */
export function columnName(team: string, teamName: (id: string) => string): string {
  return team === MODEL_COLUMN ? 'Decided' : teamName(team);
}

function tickets(count: number): string {
  return count === 0 ? '' : count === 1 ? '1 ticket' : `${String(count)} tickets`;
}

interface GridPlace { readonly row: number; readonly column: number }

/** Where a key leads in the grid; undefined for keys that do not move. */
export function stepOf(key: string, { row, column }: GridPlace, rows: number, teams: number): GridPlace | undefined {
  const at = (toRow: number, toColumn: number): GridPlace => ({ row: Math.max(0, Math.min(rows - 1, toRow)), column: Math.max(0, Math.min(teams, toColumn)) });
  switch (key) {
    case 'ArrowDown': return at(row + 1, column);
    case 'ArrowUp': return at(row - 1, column);
    case 'ArrowRight': return at(row, column + 1);
    case 'ArrowLeft': return at(row, column - 1);
    case 'PageDown': return at(row + PAGE_OF_ROWS, column);
    case 'PageUp': return at(row - PAGE_OF_ROWS, column);
    case 'Home': return at(row, 0);
    case 'End': return at(row, teams);
    default: return undefined;
  }
}
