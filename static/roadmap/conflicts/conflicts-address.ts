/** What the conflicts page shows, as its address says it, so that a view can be shared and gone back to. */

import { CONFLICT_CODES, type ConflictCode } from '../../../src/domain/conflict/codes';
import { SEVERITIES, type Severity } from '../../../src/domain/conflict/conflict';

export const CONFLICT_VIEWS = ['list', 'matrix', 'compatible', 'unknown'] as const;
export type ConflictView = (typeof CONFLICT_VIEWS)[number];

export interface ConflictsAddress {
  readonly view: ConflictView;
  readonly severity?: Severity;
  readonly team?: string;
  readonly element?: string;
  readonly code?: ConflictCode;
  readonly text?: string;
  /** In the matrix: elements at which something clashes. */
  readonly only?: 'clashes';
  /** In the matrix: the teams that have a column. */
  readonly teams?: readonly string[];
  /** Id of the conflict that is being decided. */
  readonly decide?: string;
}

/** What an address does not say, or says in words that mean nothing here, is left out: an old link still opens. */
export function readConflictsAddress(search: URLSearchParams): ConflictsAddress {
  const [view, severity, code] = [search.get('view'), search.get('severity'), search.get('code')];
  const said = (name: string): string | undefined => (search.get(name)?.trim() === '' ? undefined : search.get(name) ?? undefined);
  const teams = search.getAll('teams').filter((id) => id.trim() !== '');
  const [team, element, text, decide] = [said('team'), said('element'), said('text'), said('decide')];
  return {
    view: isOneOf(CONFLICT_VIEWS, view) ? view : 'list',
    ...(isOneOf(SEVERITIES, severity) ? { severity } : {}),
    ...(team === undefined ? {} : { team }), ...(element === undefined ? {} : { element }),
    ...(code !== null && Object.hasOwn(CONFLICT_CODES, code) ? { code: code as ConflictCode } : {}),
    ...(search.get('only') === 'clashes' ? { only: 'clashes' as const } : {}), ...(teams.length === 0 ? {} : { teams }),
    ...(text === undefined ? {} : { text }), ...(decide === undefined ? {} : { decide }),
  };
}

/** The shortest address that says the same. */
export function writeConflictsAddress({ view, teams = [], ...said }: ConflictsAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (view !== 'list') search.set('view', view);
  for (const [name, value] of Object.entries(said)) if (value !== '') search.set(name, value);
  for (const team of teams) search.append('teams', team);
  return search;
}

function isOneOf<T extends string>(known: readonly T[], value: string | null): value is T {
  return value !== null && (known as readonly string[]).includes(value);
}
