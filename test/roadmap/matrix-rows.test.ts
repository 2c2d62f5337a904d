import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { stepOf } from '../../static/roadmap/conflicts/conflict-matrix';
import { matrixRows } from '../../static/roadmap/conflicts/matrix-rows';
import { showConflicts } from '../../static/roadmap/conflicts/shown-conflicts';
import { readConflictsAddress, writeConflictsAddress } from '../../static/roadmap/conflicts/conflicts-address';
import { narrowMatrix, type MatrixFilter } from '../../static/roadmap/conflicts/narrow-matrix';
import { aClaim, names } from '../conflict/a-claim';
import { processorTime } from '../given/processor-time';

const shownOf = (claims: ReturnType<typeof aClaim>[]) => showConflicts(detectConflicts(claims).conflicts, { stored: [], unread: new Set() }, claims, names.team);

test('clashes stand first, teams with most clashes stand left, and a team without a word on an element has no cell', () => {
  const claims = [aClaim('OSTAT-1', { element: 'A.quiet', min: 1 }), aClaim('CART-1', { element: 'B.loud', max: 1 }), aClaim('RECS-1 goal', { element: 'B.loud', min: 2 })];
  const matrix = matrixRows(claims, shownOf(claims), [], names.team);
  expect(matrix.rows.map(({ element, clash }) => [element, clash])).toEqual([['B.loud', 'negotiable'], ['A.quiet', undefined]]);
  expect(matrix.teams.slice(0, 2)).toEqual(['cart', 'recs']);
  expect(matrix.rows[0]?.cells.get('recs')).toEqual({ asks: ['at least 2 (goal)'], clash: 'negotiable' });
  expect(matrix.rows[0]?.cells.has('ostat')).toBe(false);
});

test('30 teams and 2,000 elements are laid out, and the time is printed', () => {
  const claims = Array.from({ length: 2_000 * 30 }, (_, at) => aClaim(`CART-${String(at + 1)} must`, {
    element: `Entity${String(at % 2_000)}.field`, team: `team-${String(Math.floor(at / 2_000))}`, id: `c${String(at)}`, ...(at % 7 === 0 ? { min: 2 } : { max: (at % 2_000) % 5 === 0 ? 1 : 9 }),
  }));
  const shown = shownOf(claims);
  const worked = processorTime();
  const matrix = matrixRows(claims, shown, [], names.team);
  const milliseconds = worked();
  console.log(`Matrix of ${String(matrix.teams.length)} teams and ${String(matrix.rows.length)} elements, ${String(shown.length)} conflicts: ${milliseconds.toFixed(0)} ms`);
  expect([matrix.teams.length, matrix.rows.length]).toEqual([30, 2_000]);
  expect(milliseconds).toBeLessThan(5_000);
});

test('keys move inside the grid and never out of it', () => {
  expect(stepOf('ArrowUp', { row: 0, column: 0 }, 5, 3)).toEqual({ row: 0, column: 0 });
  expect(stepOf('PageDown', { row: 1, column: 2 }, 5, 3)).toEqual({ row: 4, column: 2 });
  expect(stepOf('End', { row: 1, column: 0 }, 5, 3)).toEqual({ row: 1, column: 3 });
  expect(stepOf('Tab', { row: 1, column: 0 }, 5, 3)).toBeUndefined();
});

test('the matrix is narrowed to clashes, teams and elements; teams that ask nothing of what is left have no column unless they were chosen', () => {
  const claims = [
    aClaim('OSTAT-1', { element: 'A.quiet', min: 1 }), aClaim('CART-1', { element: 'B.loud', max: 1 }), aClaim('RECS-1 goal', { element: 'B.loud', min: 2 }),
    aClaim('LEGAL-1', { element: 'C.law', max: 1 }), aClaim('MKT-1', { element: 'C.law', min: 2 }), aClaim('CART-2', { element: 'C.law', max: 3 }),
  ];
  const whole = matrixRows(claims, shownOf(claims), [], names.team);
  const left = (filter: MatrixFilter) => { const { rows, teams } = narrowMatrix(whole, filter); return [rows.map(({ element }) => element), [...teams].sort()]; };
  expect(narrowMatrix(whole, {})).toBe(whole);
  expect(left({ only: 'clashes' })).toEqual([['C.law', 'B.loud'], ['cart', 'legal', 'mkt', 'recs']]);
  expect(left({ severity: 'negotiable' })).toEqual([['B.loud'], ['cart', 'recs']]);
  expect(left({ text: ' QUIET' })).toEqual([['A.quiet'], ['ostat']]);
  expect(left({ teams: ['ostat', 'recs'] })).toEqual([['B.loud', 'A.quiet'], ['ostat', 'recs']]);
  expect(left({ team: 'recs', teams: ['ostat'] })).toEqual([['A.quiet'], ['ostat']]);
  expect(left({ team: 'recs' })).toEqual([['B.loud'], ['recs']]);
  expect(left({ teams: ['ostat', 'mkt'], only: 'clashes' })).toEqual([['C.law'], ['mkt', 'ostat']]);
  expect(left({ element: 'C.law', teams: ['recs'] })).toEqual([[], ['recs']]);
});

test('what the matrix is narrowed to stands in the address, and an address that says nothing known is read as none', () => {
  const address = { view: 'matrix', only: 'clashes', teams: ['cart', 'a, b'], severity: 'soft' } as const;
  expect(readConflictsAddress(writeConflictsAddress(address))).toEqual(address);
  expect(readConflictsAddress(new URLSearchParams('only=all&teams=&teams=%20'))).toEqual({ view: 'list' });
});
