import { useState, type KeyboardEvent, type PointerEvent } from 'react';

interface CutLineProps {
  readonly above: number;
  readonly most: number;
  /** The number of tickets above the line if it were dropped at this height of the screen. */
  readonly aboveAt: (clientY: number) => number;
  readonly onMove: (above: number) => void;
  readonly fact: string;
}

/** The cut line between two tickets: dragged, or moved with the arrow keys. What it is moved to is a what-if. */
export function CutLine({ above, most, aboveAt, onMove, fact }: CutLineProps) {
  const [dragged, setDragged] = useState<number>();
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: above + 1, ArrowRight: above + 1, ArrowUp: above - 1, ArrowLeft: above - 1, PageDown: above + 10, PageUp: above - 10, Home: 0, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(most, Math.max(0, to));
    if (next !== above) onMove(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(above);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (dragged !== undefined) setDragged(Math.min(most, Math.max(0, aboveAt(event.clientY))));
  };
  const onPointerUp = (): void => {
    if (dragged !== undefined && dragged !== above) onMove(dragged);
    setDragged(undefined);
  };
  return (
    <div
      role="slider" tabIndex={0} aria-orientation="vertical" aria-label="Cut line: tickets above it" aria-valuemin={0} aria-valuemax={most} aria-valuenow={dragged ?? above} aria-valuetext={`${String(dragged ?? above)} of ${String(most)} tickets above the line`}
      className="gr-rk-cut gw-focus" data-testid="order.cut" onKeyDown={onKeyDown} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={() => setDragged(undefined)}
    >
      <span>{dragged === undefined ? fact : `Drop: ${String(dragged)} of ${String(most)} tickets above the line`}</span>
      <span className="gw-small">drag, or use the arrow keys</span>
    </div>
  );
}
