import type { Browser, FrameLocator, Page } from 'playwright-core';
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { launchChromium } from '../given/chromium';
import { openJira, type JiraScreens } from '../given/jira-screens';
import { startLocalJira, type LocalJira } from '../given/local-jira';
import { bigImport } from './given-big-import';

const ADA = 'ada-lindqvist';
const FORMULA = '=HYPERLINK("https://evil.example","x")';
let local: LocalJira;
let browser: Browser;
let jira: JiraScreens;

beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());
afterEach(async () => {
  await jira.close();
  await local.stop();
});

async function enter(route: string, args: readonly string[] = [], as = ADA): Promise<FrameLocator> {
  local = await startLocalJira({ args });
  jira = await openJira({ as, url: local.url, browser });
  return open(route);
}

async function open(route: string): Promise<FrameLocator> {
  const frame = await jira.openProjectPage('BUYER', route);
  await frame.getByText('The order is computed once the demand is loaded.').waitFor({ state: 'detached' });
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached', timeout: 60_000 });
  return frame;
}

async function exported(frame: FrameLocator, name: string): Promise<string> {
  const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByRole('button', { name }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

test('every view leaves as CSV that runs nothing and as JSON with the same cells', async () => {
  await enter('order');
  await local.rest(ADA, 'PUT', '/rest/api/3/issue/BUYER-3', { fields: { summary: FORMULA } });
  for (const [route, what, mentions] of [
    ['order', 'the order', true], ['plan', 'the plan', true], ['interrupts', 'interrupts', false], ['initiatives', 'initiatives', false],
    ['strategy', 'shares of themes and horizons', false], ['strategy', 'outcomes', false], ['meeting', 'the agenda', false], ['demand', 'demand by team and sponsor', false],
    ['demand', 'what a gate would refuse', false], ['demand', 'answers that cost nothing', false], ['backlog', 'the desk’s tickets', false],
    ['conflicts?view=matrix', 'teams against elements', false], ['conflicts?view=compatible', 'different but compatible', false], ['conflicts?view=unknown', 'what is not known', false],
  ] as const) {
    const frame = await open(route);
    const csv = (await exported(frame, `Export CSV of ${what}`)).slice(1);
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    const json = JSON.parse(await exported(frame, `Export JSON of ${what}`)) as Record<string, unknown>[];
    expect([route, data.length > 0, data.length]).toEqual([route, true, json.length]);
    expect(Object.keys(json[0] ?? {})).toEqual(Object.keys(data[0] ?? {}));
    expect([route, json.filter((row) => !/^What whoever exported this may see, on \d{4}-\d\d-\d\d$/.test(String(row['Covers'])))]).toEqual([route, []]);
    expect(data.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    if (mentions) expect(json.some((row) => row['Summary'] === FORMULA)).toBe(true);
  }
}, 120_000);

/** CSS pixels between the margins of a sheet. */
const PAPER_WIDTH = { A4: 695, Letter: 718 } as const;

/** Cells, and words of pictures, of which a part cannot be read. */
async function cutParts(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('.sheet th, .sheet td, .sheet p')].filter((cell) => cell.scrollWidth > cell.clientWidth || getComputedStyle(cell).textOverflow !== 'clip'),
    ...[...document.querySelectorAll('.sheet svg text')].filter((text) => {
      const [inner, outer] = [text.getBoundingClientRect(), text.closest('svg')?.getBoundingClientRect()];
      return outer === undefined || inner.left < outer.left - 1 || inner.right > outer.right + 1;
    }),
  ].map((cell) => cell.textContent));
}

test('200 teams, long titles and names without a blank: the sheets stay one page, no cell is cut, and the groups can be read', async () => {
  const frame = await enter('meeting?sheet=staffing', ['--import', bigImport(400, 200)]);
  const { body } = await local.rest(ADA, 'GET', '/rest/api/3/project/10001/properties/product-context.settings');
  const { value } = body as { value: { teams: unknown[] } };
  const teams = Array.from({ length: 30 }, (_, at) => ({ id: `team-${String(at)}`, name: `WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW${String(at)}`, projects: [], colour: 'blue' }));
  expect((await local.rest(ADA, 'PUT', '/rest/api/3/project/10001/properties/product-context.settings', { ...value, teams: [...value.teams, ...teams] })).status).toBeLessThan(300);
  for (const sheet of ['staffing', 'plan']) {
    await open(`meeting?sheet=${sheet}`);
    await frame.getByTestId('print.sheet').waitFor();
    const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByTestId('print.download').click()]);
    for (const format of ['A4', 'Letter'] as const) {
      const page = await browser.newPage();
      await page.setContent(readFileSync(await file.path(), 'utf8'));
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: PAPER_WIDTH[format], height: 1_000 });
      expect([sheet, format, await cutParts(page)]).toEqual([sheet, format, []]);
      const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
      await page.close();
      expect([sheet, format, pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([sheet, format, 1]);
    }
  }
  await open('demand');
  await frame.getByRole('figure', { name: 'Demand by team' }).getByText('The numbers of this picture').click();
  expect(await frame.getByRole('region', { name: 'Numbers: Demand by team' }).getByRole('row').filter({ hasText: 'no longer in the settings' }).count()).toBe(170);
  expect(jira.errors()).toEqual([]);
}, 120_000);

test('a project that nobody asks says what would stand there, on every page', async () => {
  const lead = 'priya-raman';
  await enter('demand', [], lead);
  for (const key of ['OSTAT-1', 'OSTAT-2']) await local.rest(lead, 'DELETE', `/rest/api/3/issue/${key}`);
  const settings = { v: 1, rev: 1, savedAt: '2026-09-01T08:00:00Z', enabled: true, project: { id: '10003', key: 'OSTAT' }, teams: [], themes: [], currency: 'USD', interruptAllowance: 0, gates: [], conditions: [] };
  expect((await local.rest(lead, 'PUT', '/rest/api/3/project/10003/properties/product-context.settings', settings)).status).toBeLessThan(300);
  for (const [route, words] of [
    ['meeting', 'Nothing: no must is at risk, no hard conflict is open, and both orders agree.'], ['demand', 'Nothing open asks this project'],
    ['strategy', 'No ticket with an effort is planned, started or done, so there is nothing to share out yet.'], ['initiatives', 'No initiative yet'],
    ['meeting?sheet=plan', 'Nothing stands in the plan: no ticket is a must, and none has both a worth and an effort.'],
  ] as const) {
    const frame = await jira.openProjectPage('OSTAT', route);
    await frame.getByText(words).first().waitFor();
  }
  expect(jira.errors()).toEqual([]);
}, 60_000);
