import type { ConflictsAddress } from './conflicts-address';
import { MODEL_COLUMN, type Matrix, type MatrixRow } from './matrix-rows';

/** The part of the address that the matrix is narrowed by. */
export type MatrixFilter = Pick<ConflictsAddress, 'text' | 'element' | 'severity' | 'only' | 'team' | 'teams'>;

/** Teams that were chosen; a link to one team means that team. */
export function chosenTeams({ team, teams = [] }: MatrixFilter): readonly string[] {
  return teams.length > 0 || team === undefined ? teams : [team];
}

/**
 * The rows and columns that the filter leaves. Once something is filtered, a team that asks nothing of what is left has no column, so
 * that thirty teams fit where three of them clash; teams that were chosen keep theirs.
 */
export function narrowMatrix(matrix: Matrix, filter: MatrixFilter): Matrix {
  const chosen = chosenTeams(filter);
  const words = (filter.text ?? '').trim().toLowerCase();
  const isFiltered = chosen.length > 0 || words !== '' || filter.element !== undefined || filter.severity !== undefined || filter.only !== undefined;
  if (!isFiltered) return matrix;
  const kept = matrix.teams.filter((team) => chosen.length === 0 || chosen.includes(team) || team === MODEL_COLUMN);
  const rows = matrix.rows.filter((row) => row.element.toLowerCase().includes(words) && (filter.element === undefined || row.element === filter.element)
    && (filter.severity === undefined || row.clash === filter.severity) && (filter.only === undefined || row.clash !== undefined) && concerns(row, chosen, filter.only !== undefined));
  const asking = new Set(rows.flatMap((row) => [...row.cells.keys()]));
  return { rows, teams: kept.filter((team) => chosen.includes(team) || asking.has(team)), unknown: matrix.unknown };
}

function concerns(row: MatrixRow, chosen: readonly string[], onlyClashes: boolean): boolean {
  return chosen.length === 0 || chosen.some((team) => (onlyClashes ? row.cells.get(team)?.clash !== undefined : row.cells.has(team)));
}
