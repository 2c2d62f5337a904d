import type { DragEvent } from 'react';

/** What a dragged ticket carries: its id, under a type of our own, so that text from elsewhere is no ticket. */
export const DRAGGED = 'application/x-groundwork-ticket';

/** Begins to drag one ticket. */
export function startDrag(id: string): (event: DragEvent) => void {
  return ({ dataTransfer }) => {
    dataTransfer.setData(DRAGGED, id);
    dataTransfer.effectAllowed = 'move';
  };
}
