/** The whole line on tickets of a real public Jira: imported, opted in, gated, refused, filled in, moved. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../given/chromium';
import { openJira, type JiraScreens } from '../given/jira-screens';
import { startLocalJira, type LocalJira } from '../given/local-jira';
import { AS_READ, onScreen } from '../given/on-screen';
import { answerFiveQuestions, openPanel } from '../panel/panel-driver';

const FILE = join(__dirname, '..', '..', '..', 'shared', 'data', 'issues', 'mesos.jsonl');
const LINES = 60;
const RULE = 'Product context is ready';
const whenThere = existsSync(FILE) ? test : test.skip;
if (!existsSync(FILE)) console.log('skipped: ../shared/data/issues/mesos.jsonl is not there');

let folder: string;
let site: LocalJira;
let browser: Browser;
let jira: JiraScreens;

beforeAll(async () => {
  if (!existsSync(FILE)) return;
  folder = mkdtempSync(join(tmpdir(), 'groundwork-import-'));
  const file = join(folder, 'mesos.jsonl');
  const lines = readFileSync(FILE, 'utf8').split('\n').slice(0, LINES);
  writeFileSync(file, [...lines.slice(0, 10), '{"key": "MESOS-1", broken', ...lines.slice(10)].join('\n'));
  [site, browser] = await Promise.all([startLocalJira({ args: ['--import', file] }), launchChromium()]);
  jira = await openJira({ as: 'sam-keller', url: site.url, browser });
}, 60_000);
afterAll(async () => {
  if (!existsSync(FILE)) return;
  await browser.close();
  await site.stop();
  rmSync(folder, { recursive: true });
});

/** Opens the settings and opts the project in with one team of its own. */
async function optIn(): Promise<void> {
  const page = await jira.openProjectSettings('MESOS');
  await page.getByRole('heading', { name: 'Opt in: it takes a minute' }).waitFor();
  await page.getByRole('button', { name: 'Opt in', exact: true }).click();
  await page.getByText('has opted in').waitFor();
}

async function addGate(transition: string): Promise<void> {
  const page = await jira.openWorkflow('MESOS');
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: transition, exact: true }) });
  await card.getByRole('button', { name: `Add rule: ${RULE}` }).first().click();
  const rule = jira.ruleConfiguration();
  await rule.getByRole('heading', { level: 1 }).waitFor();
  await rule.getByLabel('Leave alone what was created before').fill('2000-01-01');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await card.getByText('Wants the need of the end users').waitFor();
}

whenThere('a real project is imported, opts in, gets a gate, and one of its tickets is refused, filled in and moved', async () => {
  const found = await site.rest('sam-keller', 'GET', '/rest/api/3/search/jql?jql=project%3DMESOS%20AND%20statusCategory%3D%22To%20Do%22%20AND%20type%20!%3D%20Bug&fields=summary,issuetype&maxResults=100');
  const tickets = (found.body as { issues: { key: string; fields: { summary: string } }[] }).issues;
  expect(tickets.length).toBeGreaterThan(0);
  const key = tickets[0]?.key ?? '';
  const transitions = await site.rest('sam-keller', 'GET', `/rest/api/3/issue/${key}/transitions`);
  const transition = (transitions.body as { transitions: { name: string; to: { statusCategory: { key: string } } }[] }).transitions
    .find(({ to }) => to.statusCategory.key !== 'new')?.name ?? '';
  await optIn();
  await addGate(transition);

  const panel = await openPanel(jira, key);
  expect(await panel.ticket.moveTo(transition)).toEqual({
    moved: false, refusal: `${key} has no product context of its own yet. Open "Product context" on this ticket (under Apps if you do not see it).`,
  });
  await panel.write();
  await panel.choose('Team that asks', 'Buyer Platform');
  await answerFiveQuestions(panel);
  await panel.save();
  await onScreen(panel.grade).toHaveText('Bronze: we understand it', AS_READ);
  expect((await panel.ticket.moveTo(transition)).moved).toBe(true);
}, 120_000);
