import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';

/** What is in sight, for whoever places something by the pointer. */
export interface RowsInSight {
  /** Index of the last row that fits whose middle lies above this height of the window; of the first that fits where none does. */
  lastAbove(clientY: number, fits: (index: number) => boolean): { readonly index: number; readonly isAbove: boolean } | undefined;
}

interface VirtualRowsProps<Line extends object> {
  /** Of the table, for screen readers. */
  readonly label: string;
  /** Of the region that scrolls. */
  readonly regionLabel: string;
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line) => string;
  /** Typical height in CSS pixels; each row is measured once it is drawn. */
  readonly heightOf: (line: Line) => number;
  readonly headings: readonly ReactNode[];
  /** CSS pixels of the head, and the most that the table takes of the page. */
  readonly headHeight: number;
  readonly mostHeight: number;
  readonly tableClass: string;
  readonly rowClass: string;
  /** Class names of a line's row. */
  readonly lineClass: (line: Line) => string;
  /** The cells of a line. */
  readonly children: (line: Line, sight: RowsInSight) => ReactNode;
}

/** A table of which only the rows in sight are drawn, so that 10,000 scroll as 10 do; rows may differ in height. */
export function VirtualRows<Line extends object>({ label, regionLabel, lines, keyOf, heightOf, headings, headHeight, mostHeight, tableClass, rowClass, lineClass, children }: VirtualRowsProps<Line>) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length, getScrollElement: () => scroller.current, overscan: 8,
    estimateSize: (at) => of(lines[at], heightOf) ?? 0, getItemKey: (at) => of(lines[at], keyOf) ?? at,
  });
  // What is above the fold keeps its place only for somebody who scrolls up into rows not seen before. Each such correction lays all
  // rows out anew, and for somebody who jumps down ten thousand rows there is nothing in sight to keep in place.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, { scrollOffset, scrollDirection }) => scrollDirection === 'backward' && item.start < (scrollOffset ?? 0);
  const sight: RowsInSight = {
    lastAbove(clientY, fits) {
      const y = clientY - (body.current?.getBoundingClientRect().top ?? 0);
      const shown = virtual.getVirtualItems().filter(({ index }) => fits(index));
      const above = shown.filter(({ start, size }) => start + size / 2 < y).at(-1);
      const found = above ?? shown[0];
      return found === undefined ? undefined : { index: found.index, isAbove: above !== undefined };
    },
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls, so it must be reachable by keyboard
    <div className="gr-scroll gw-focus" style={{ height: Math.min(mostHeight, virtual.getTotalSize() + headHeight) }} ref={scroller} tabIndex={0} role="region" aria-label={regionLabel}>
      <div role="table" aria-label={label} aria-rowcount={lines.length + 1} className={tableClass}>
        <div role="rowgroup" className="gr-header">
          <div role="row" aria-rowindex={1} className={rowClass}>
            {headings.map((heading, at) => <div role="columnheader" key={at}>{heading}</div>)}
          </div>
        </div>
        <div role="rowgroup" ref={body} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => of(lines[index], (line) => (
            <div key={key} role="row" aria-rowindex={index + 2} ref={virtual.measureElement} data-index={index} className={lineClass(line)} style={{ transform: `translateY(${String(start)}px)` }}>
              {children(line, sight)}
            </div>
          )))}
        </div>
      </div>
    </div>
  );
}

/** The lines may have become fewer since the rows in sight were chosen. */
function of<Line, Told>(line: Line | undefined, tell: (line: Line) => Told): Told | undefined {
  return line === undefined ? undefined : tell(line);
}
