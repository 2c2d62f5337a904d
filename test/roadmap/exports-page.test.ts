import type { FrameLocator } from 'playwright-core';
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { openSettled } from './given-ranking';

const ADA = 'ada-lindqvist';
const FORMULA = '=HYPERLINK("https://evil.example","x")';
const given = givenJira();
let jira: JiraScreens;

async function exported(frame: FrameLocator, name: string): Promise<string> {
  const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByRole('button', { name }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

test('every view leaves as CSV that runs nothing and as JSON with the same cells', async () => {
  jira = await given.open({ as: ADA });
  await given.local.rest(ADA, 'PUT', '/rest/api/3/issue/BUYER-3', { fields: { summary: FORMULA } });
  let frame: FrameLocator | undefined;
  let at = '';
  for (const [route, what, mentions] of [
    ['order', 'the order', true], ['plan', 'the plan', true], ['interrupts', 'interrupts', false], ['initiatives', 'initiatives', false],
    ['strategy', 'shares of themes and horizons', false], ['strategy', 'outcomes', false], ['meeting', 'the agenda', false], ['demand', 'demand by team and sponsor', false],
    ['demand', 'what a gate would refuse', false], ['demand', 'answers that cost nothing', false], ['backlog', 'the desk’s tickets', false],
    ['conflicts?view=matrix', 'teams against elements', false], ['conflicts?view=compatible', 'different but compatible', false], ['conflicts?view=unknown', 'what is not known', false],
  ] as const) {
    if (frame === undefined || route !== at) frame = await openSettled(jira, route);
    at = route;
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

test('a project that nobody asks says what would stand there, on every page', async () => {
  const lead = 'priya-raman';
  jira = await given.open({ as: lead });
  for (const key of ['OSTAT-1', 'OSTAT-2']) await given.local.rest(lead, 'DELETE', `/rest/api/3/issue/${key}`);
  const settings = { v: 1, rev: 1, savedAt: '2026-09-01T08:00:00Z', enabled: true, project: { id: '10003', key: 'OSTAT' }, teams: [], themes: [], currency: 'USD', interruptAllowance: 0, gates: [], conditions: [] };
  expect((await given.local.rest(lead, 'PUT', '/rest/api/3/project/10003/properties/product-context.settings', settings)).status).toBeLessThan(300);
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
