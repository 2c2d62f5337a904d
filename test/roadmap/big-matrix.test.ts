/** The matrix of teams against elements at the size that a large shop has, in a real browser. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenJira } from '../given/given-jira';
import { AS_READ, onScreen } from '../given/on-screen';
import { openConflicts } from './conflicts-driver';

const ADA = 'ada-lindqvist';
const TEAMS = 30;
const ELEMENTS = 2_000;
/** Requirements that one record holds. */
const A_RECORD = 100;
const SETTINGS = '/rest/api/3/project/BUYER/properties/product-context.settings';

const elementName = (at: number): string => `Entity${String(Math.floor(at / 20)).padStart(3, '0')}.field${String(at % 20).padStart(2, '0')}`;

/** Each team asks something of every fifth element; at every tenth element one team asks for less than the others. */
function claimsOf(team: number): object[] {
  return Array.from({ length: ELEMENTS }, (_, at) => at).filter((at) => (at + team) % 5 === 0).map((at, number) => ({
    id: `c${String(number)}`, model: 'shop', element: elementName(at), facet: 'count', level: 'must', ...(at % 10 === 0 && team === (at / 10) % 6 * 5 ? { max: 1 } : { min: 2 }),
  }));
}

function importFile(): string {
  const lines: string[] = [];
  for (let team = 0; team < TEAMS; team += 1) {
    const claims = claimsOf(team);
    for (let from = 0; from < claims.length; from += A_RECORD) {
      lines.push(JSON.stringify({
        key: `BUYER-${String(1_001 + lines.length)}`,
        fields: { summary: `Shared data of team ${String(team)}`, project: { key: 'BUYER' }, issuetype: { name: 'Story' }, status: { name: 'Backlog' }, created: '2026-10-01T08:00:00.000+0000', updated: '2026-11-01T08:00:00.000+0000' },
        properties: { 'product-context': { v: 1, rev: 1, savedAt: '2026-11-01T08:00:00Z', team: `team-${String(team)}`, need: 'Buyers see what they own', touchesSharedData: true, claims: claims.slice(from, from + A_RECORD) } },
      }));
    }
  }
  const file = join(mkdtempSync(join(tmpdir(), 'matrix-')), 'matrix.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

const given = givenJira({ args: ['--import', importFile()] });

test('30 teams against 2,000 elements: a screenful of rows is drawn, and both ends are a key or a scroll away', async () => {
  const jira = await given.open({ as: ADA });
  const { value } = (await given.local.rest(ADA, 'GET', SETTINGS)).body as { value: { teams: object[] } };
  const teams = Array.from({ length: TEAMS }, (_, at) => ({ id: `team-${String(at)}`, name: `Team of Domain ${String(at)}`, projects: [], colour: 'blue' }));
  expect((await given.local.rest(ADA, 'PUT', SETTINGS, { ...value, teams: [...value.teams, ...teams] })).status).toBe(200);
  const opened = Date.now();
  const page = await openConflicts(jira);
  const ready = Date.now();
  await page.show('matrix');
  const matrix = page.frame.getByTestId('conflicts.matrix');
  await matrix.getByRole('row').nth(5).waitFor();
  const drawn = Date.now();
  const rows = Number(await matrix.getAttribute('aria-rowcount'));
  expect(rows).toBeGreaterThan(ELEMENTS);
  expect(Number(await matrix.getAttribute('aria-colcount'))).toBeGreaterThan(TEAMS);
  expect(await matrix.getByRole('row').count()).toBeLessThan(60);
  expect(await matrix.getByRole('columnheader').allInnerTexts()).toContain('Team of Domain 29');

  await matrix.evaluate((element) => { element.scrollTop = element.scrollHeight; });
  const last = matrix.locator(`[aria-rowindex="${String(rows)}"]`);
  await last.waitFor();
  const scrolled = Date.now();
  await onScreen(last.getByRole('rowheader')).toContainText('Entity099.field', AS_READ);
  expect(await matrix.getByRole('row').count()).toBeLessThan(60);
  // The names of teams and elements stay in view wherever one is.
  const inView = (name: string, part: ReturnType<typeof matrix.getByRole>) => part.filter({ hasText: name }).evaluate((element) => {
    const [box, outer] = [element.getBoundingClientRect(), element.closest('[role="grid"]')?.getBoundingClientRect()];
    return outer !== undefined && box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1;
  });
  await matrix.evaluate((element) => { element.scrollLeft = element.scrollWidth; });
  expect(await inView('Element', matrix.getByRole('columnheader'))).toBe(true);

  await matrix.focus();
  for (const key of ['Home', ...Array.from({ length: 4 }, () => 'PageDown'), 'End']) await jira.page.keyboard.press(key);
  const active = await matrix.getAttribute('aria-activedescendant');
  await page.frame.locator(`[id="${active ?? ''}"]`).waitFor();
  const moved = Date.now();
  console.log(`Matrix of ${String(TEAMS)} teams and ${String(ELEMENTS)} elements in a browser: conflicts ready ${String(ready - opened)} ms, drawn ${String(drawn - ready)} ms, scrolled to the end ${String(scrolled - drawn)} ms, keys ${String(moved - scrolled)} ms`);
  expect(moved - ready).toBeLessThan(30_000);

  // What clashes, and then the two teams that somebody is about to talk with: nothing is left to scroll for sideways.
  const count = page.frame.getByTestId('conflicts.matrix.count');
  await onScreen(count).toContainText(/^2,\d{3} elements, \d\d teams$/, AS_READ);
  await page.frame.getByLabel('Only what clashes').check();
  await count.filter({ hasText: /^2\d\d of 2,\d{3} elements, (6|7|8|9|1\d) of \d\d teams$/ }).waitFor();
  await page.frame.getByText(/^Teams: all/).click();
  for (const at of [0, 5]) await page.frame.getByRole('group', { name: 'Teams to show' }).getByLabel(`Team of Domain ${String(at)}`, { exact: true }).check();
  await page.frame.getByText('Teams: 2 of', { exact: false }).waitFor();
  await count.filter({ hasText: /^200 of .*, 2 of \d\d teams$/ }).waitFor();
  await onScreen(matrix.getByRole('columnheader')).toHaveText(['Element', 'Team of Domain 0', 'Team of Domain 5'], AS_READ);
  expect(await matrix.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
  await onScreen.poll(() => new URL(jira.page.url()).searchParams.getAll('teams')).toEqual(['team-0', 'team-5']);
  await page.frame.getByTestId('conflicts.matrix.clear').click();
  await count.filter({ hasText: /^2,\d{3} elements/ }).waitFor();
  expect(jira.errors()).toEqual([]);
}, 120_000);
