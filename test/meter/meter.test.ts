/** What the app costs, read off the local Jira's meter and printed: the table in the README comes from here. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { answerFiveQuestions, openPanel } from '../panel/panel-driver';

interface Manifest {
  readonly modules: { readonly 'jira:projectPage': readonly { readonly pages: readonly { readonly title: string; readonly route: string }[] }[] };
}
const SUBPAGES = (parse(readFileSync(join(__dirname, '..', '..', 'manifest.yml'), 'utf8')) as Manifest).modules['jira:projectPage'].flatMap(({ pages }) => pages);

const given = givenJira();
let jira: JiraScreens;
const table: string[] = [];

beforeAll(async () => { jira = await given.open({ as: 'ada-lindqvist' }); });
afterAll(() => { console.log(table.join('\n')); });

/** Calls of the pages themselves: what functions do on their own, by queue or schedule, is not caused by the person who looks. */
async function costOf(what: string, deed: () => Promise<unknown>): Promise<{ invocations: number; points: number }> {
  await jira.resetMeter();
  await deed();
  const { invocations, points, kvsUnits } = await jira.meter();
  table.push(`${what}: ${invocations} invocations, ${points} points, ${kvsUnits} KVS units`);
  return { invocations, points };
}

test('opening the panel costs nothing', async () => {
  expect(await costOf('opening the panel', () => openPanel(jira, 'BUYER-3'))).toEqual({ invocations: 0, points: 0 });
});

/** The models stand in the app's own storage: the page that lists them asks for the list, as picking an element does. */
const LISTS_MODELS = new Set(['shared-data']);

test.each(SUBPAGES)('opening the subpage $title costs nothing, or one invocation where models are listed', async ({ title, route }) => {
  const cost = await costOf(`opening ${title}`, async () => {
    const frame = await jira.openProjectPage('BUYER', route);
    await frame.getByRole('heading', { level: 1 }).first().waitFor();
    await frame.locator('[data-testid="page.loading"]').waitFor({ state: 'detached' });
    await jira.page.waitForTimeout(500);
  });
  expect(cost).toEqual(LISTS_MODELS.has(route) ? { invocations: 1, points: 1 } : { invocations: 0, points: 0 });
}, 60_000);

test('picking an element costs one invocation, however many models are imported', async () => {
  for (const id of ['atlas', 'shop']) await importModel(id);
  const panel = await openPanel(jira, 'BUYER-20');
  await panel.write();
  await panel.unfold('So that we can measure it');
  await panel.frame.getByLabel('It touches shared data').check();
  const cost = await costOf('picking an element', async () => {
    await panel.frame.getByTestId('panel.claims.add').click();
    await panel.fillIn('Which shared data', 'Shop.total');
    await panel.frame.getByRole('option', { name: /Shop\.total/ }).waitFor();
  });
  expect(cost).toEqual({ invocations: 1, points: 1 });
}, 60_000);

/** A small model, imported on the page as an administrator does it. */
async function importModel(id: string): Promise<void> {
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const frame = await jira.openProjectPage('BUYER', 'shared-data');
  const schema = { title: name, type: 'object', properties: { total: { type: 'number' }, note: { type: 'string' } } };
  await frame.getByTestId('models.file').setInputFiles({ name: `${id}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(schema)) });
  await frame.getByTestId('models.review').waitFor();
  await frame.getByTestId('models.save').click();
  await frame.getByTestId(`model.${id}`).waitFor();
}

test('a transition through the gate costs nothing, and a save one invocation and at most 4 points', async () => {
  const panel = await openPanel(jira, 'BUYER-12');
  expect(await costOf('a refused transition', () => panel.ticket.moveTo('Ready for build'))).toEqual({ invocations: 0, points: 0 });
  await panel.write();
  await answerFiveQuestions(panel);
  const { invocations, points } = await costOf('a save', () => panel.save());
  expect(invocations).toBe(1);
  expect(points).toBeLessThanOrEqual(4);
  expect(await costOf('a transition that passes', () => panel.ticket.moveTo('Ready for build'))).toEqual({ invocations: 0, points: 0 });
}, 60_000);
