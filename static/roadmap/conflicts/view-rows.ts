/** The other views of the conflicts as rows with a head, for CSV and JSON. What cannot be seen on screen is not in them. */

import { MODEL_TICKET } from '../../../src/domain/conflict/claim';
import type { Note } from '../../../src/domain/conflict/conflict';
import { describeNote } from '../../../src/domain/conflict/describe-note';
import type { Cell } from '../export-file';
import { SEVERITY_WORDS } from './conflict-words';
import type { Gathered, UnknownTicket } from './gather-claims';
import type { Matrix } from './matrix-rows';

type TeamName = (id: string) => string;

/** A row for each team that asks something of an element: a spreadsheet makes the matrix of it again. */
export function matrixExportRows({ rows }: Matrix, columnName: TeamName): Cell[][] {
  return [
    ['Shared data model', 'Element', 'Worst conflict', 'Team', 'Asks', 'The team’s conflict'],
    ...rows.flatMap(({ model, element, clash, cells }) => [...cells].map(([team, cell]): Cell[] => [
      model, element, clash === undefined ? '' : SEVERITY_WORDS[clash].name, columnName(team), cell.asks.join('; '), cell.clash === undefined ? '' : SEVERITY_WORDS[cell.clash].name,
    ])),
  ];
}

export function noteRows(notes: readonly Note[], team: TeamName): Cell[][] {
  return [
    ['Note', 'Shared data model', 'Element', 'In a sentence', 'Tickets'],
    ...notes.map((note): Cell[] => [
      note.code, note.at.model, note.at.element, describeNote(note, { team }), keysOf(note),
    ]),
  ];
}

const WHY_WORDS: Readonly<Record<UnknownTicket['why'], string>> = {
  asks: 'not sure what it needs: ask the architect', silent: 'touches shared data, does not say how', unanswered: 'not asked yet',
};

/** What was not declared or waits for its check, by ticket, and what was declared and could not be compared. */
export function unknownRows({ unknown, waiting }: Pick<Gathered, 'unknown' | 'waiting'>, notChecked: readonly Note[], team: TeamName): Cell[][] {
  return [
    ['Tickets', 'Summary', 'Team', 'Not known because'],
    ...waiting.map((demand): Cell[] => [demand.ticket.key, demand.ticket.summary, team(demand.team ?? ''), 'waits for its check']),
    ...unknown.map(({ demand, why }): Cell[] => [demand.ticket.key, demand.ticket.summary, team(demand.team ?? ''), WHY_WORDS[why]]),
    ...notChecked.map((note): Cell[] => [keysOf(note), describeNote(note, { team }), '', 'could not be compared']),
  ];
}

function keysOf({ claims }: Note): string {
  return [...new Set(claims.filter(({ ticket }) => ticket.id > MODEL_TICKET).map(({ ticket }) => ticket.key))].sort().join(' ');
}
