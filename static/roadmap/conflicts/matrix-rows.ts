/** Teams against elements: what each asks, and where it clashes. Only elements that somebody asks something of. */

import { MODEL_TICKET, type Claim } from '../../../src/domain/conflict/claim';
import { SEVERITIES, type Severity } from '../../../src/domain/conflict/conflict';
import { askWords, LEVEL_WORDS } from './conflict-words';
import type { UnknownTicket } from './gather-claims';
import type { ShownConflict } from './shown-conflicts';

export interface MatrixCell {
  /** "at most 1 (goal)", one for each thing asked. */
  readonly asks: readonly string[];
  /** The team takes part in a conflict here. */
  readonly clash?: Severity;
}

export interface MatrixRow {
  readonly key: string;
  readonly element: string;
  readonly model: string;
  /** Of the worst conflict at the element, also where a ticket that cannot be seen takes part. */
  readonly clash?: Severity;
  /** By team. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

export interface Matrix {
  /** Those with most clashes first. */
  readonly teams: readonly string[];
  /** Clashes first, the worst of them at the top; then by name. */
  readonly rows: readonly MatrixRow[];
  /** How many tickets of a team touch shared data without saying how, by team. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** The column of what the imported models and decisions themselves say. */
export const MODEL_COLUMN = '\u0000model';

interface Draft { readonly element: string; readonly model: string; clash?: Severity; readonly cells: Map<string, { asks: string[]; clash?: Severity }> }

export function matrixRows(claims: readonly Claim[], shown: readonly ShownConflict[], unknown: readonly UnknownTicket[], teamName: (id: string) => string): Matrix {
  const rows = new Map<string, Draft>();
  const rowOf = (model: string, element: string): Draft => {
    const key = `${model}\n${element}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    const made: Draft = { element, model, cells: new Map() };
    rows.set(key, made);
    return made;
  };
  const cellOf = (row: Draft, team: string) => {
    const known = row.cells.get(team);
    if (known !== undefined) return known;
    const made: { asks: string[]; clash?: Severity } = { asks: [] };
    row.cells.set(team, made);
    return made;
  };
  for (const claim of claims) {
    // What a model says of elements that nobody asks anything of would bury the rest.
    if (claim.status === 'withdrawn' || claim.ticket.id === MODEL_TICKET) continue;
    const ask = `${askWords(claim, teamName)} (${claim.status === 'in force' ? 'already built' : LEVEL_WORDS[claim.level]})`;
    const { asks } = cellOf(rowOf(claim.model, claim.element), columnOf(claim.ticket.id, claim.team));
    if (!asks.includes(ask)) asks.push(ask);
  }
  const clashes = new Map<string, number>();
  for (const { conflict, hidden } of shown) {
    const row = rowOf(conflict.at.model, conflict.at.element);
    row.clash = worse(row.clash, conflict.severity);
    for (const side of conflict.sides) for (const member of side.who) {
      if (hidden.has(member.ticket.id)) continue;
      const team = columnOf(member.ticket.id, member.team);
      const cell = cellOf(side.element === undefined ? row : rowOf(conflict.at.model, side.element), team);
      if (cell.asks.length === 0) cell.asks.push(side.ask);
      cell.clash = worse(cell.clash, conflict.severity);
      clashes.set(team, (clashes.get(team) ?? 0) + 1);
    }
  }
  const silent = new Map<string, number>();
  for (const { demand, why } of unknown) if (why !== 'unanswered') silent.set(demand.team ?? '', (silent.get(demand.team ?? '') ?? 0) + 1);
  const teams = new Set([...rows.values()].flatMap((row) => [...row.cells.keys()]).concat([...silent.keys()]));
  return {
    teams: [...teams].sort((a, b) => (clashes.get(b) ?? 0) - (clashes.get(a) ?? 0) || (a < b ? -1 : 1)),
    rows: [...rows].map(([key, row]) => ({ key, ...row })).sort((a, b) => rank(a.clash) - rank(b.clash) || (a.element < b.element ? -1 : a.element > b.element ? 1 : a.model < b.model ? -1 : 1)),
    unknown: silent,
  };
}

function columnOf(ticket: number, team: string): string {
  return ticket <= MODEL_TICKET ? MODEL_COLUMN : team;
}

function worse(a: Severity | undefined, b: Severity): Severity {
  return a === undefined || rank(b) < rank(a) ? b : a;
}

function rank(severity: Severity | undefined): number {
  return severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}
