/** What a dragged ticket carries: its id, under a type of our own, so that text from elsewhere is no ticket. */
export const DRAGGED = 'application/x-groundwork-ticket';
