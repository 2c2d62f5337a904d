import type { AgendaKind } from './meeting-agenda';

/** Headings of the meeting's agenda, on screen and in the summary. */
export const AGENDA_HEADINGS: Readonly<Record<AgendaKind, string>> = {
  must: 'Law and contracts at risk', conflict: 'Conflicts that hold tickets', decision: 'Decisions to look at again', 'cut-line': 'At the cut line: the two orders disagree',
  over: 'Worth nothing by the time they are built',
  initiative: 'Initiatives without our answer', interrupts: 'Interrupts over their allowance', question: 'Three questions to ask',
};
