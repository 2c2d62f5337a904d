/** The pages of a planning meeting with what real projects hold besides tidy tickets: nothing, one ticket, no numbers, absurd numbers. */

import type { FrameLocator } from 'playwright-core';
import type { ContextContent } from '../../src/domain/context/product-context';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { holdAnswers } from '../given/held-answers';
import { onScreen } from '../given/on-screen';
import { isSettled } from '../roadmap/given-ranking';

const LEAD = 'priya-raman';
const SETTINGS = { v: 1, rev: 1, savedAt: '2026-09-01T08:00:00Z', enabled: true, project: { id: '10003', key: 'OSTAT' }, teams: [{ id: 'cart', name: 'Shopping Cart', projects: ['10002'], colour: 'blue' }], themes: [{ id: 'speed', name: 'Speed', target: 60 }], currency: 'USD', interruptAllowance: 15, gates: [], conditions: [], capacity: { low: 8, high: 12, per: 'month' } };
/** By their names in Jira's navigation. */
const PAGES = { Order: 'order', Plan: 'plan', Strategy: 'strategy', Interrupts: 'interrupts', Meeting: 'meeting' } as const;
type Page = (typeof PAGES)[keyof typeof PAGES];
/** What stands on each of them once it is ready. */
const READY: Readonly<Record<Page, string>> = { order: 'order.summary', plan: 'plan.summary', strategy: 'strategy.themes', interrupts: 'interrupts.use', meeting: 'meeting.changes' };
/** What a number looks like that nobody has checked. */
const NO_NUMBER = /NaN|Infinity|undefined|null|\[object|-0\b|e\+\d/;

const given = givenJira();
let jira: JiraScreens;
let made: string[] = [];

beforeAll(async () => {
  for (const key of ['OSTAT-1', 'OSTAT-2']) await given.local.rest(LEAD, 'DELETE', `/rest/api/3/issue/${key}`);
}, 60_000);
beforeEach(async () => { jira = await given.open({ as: LEAD }); });
afterEach(async () => {
  for (const key of made) await given.local.rest(LEAD, 'DELETE', `/rest/api/3/issue/${key}`);
  made = [];
});

/** The project with exactly these tickets; each says what its context holds. */
async function givenTickets(contents: readonly ContextContent[], settings: Partial<Record<keyof typeof SETTINGS, unknown>> = {}): Promise<void> {
  const stored = await given.local.rest(LEAD, 'PUT', '/rest/api/3/project/10003/properties/product-context.settings', { ...SETTINGS, ...settings });
  expect(stored.status).toBeLessThan(300);
  for (const content of contents) {
    const { body } = await given.local.rest(LEAD, 'POST', '/rest/api/3/issue', { fields: { project: { key: 'OSTAT' }, issuetype: { name: 'Story' }, summary: 'Something to build' } });
    const { key } = body as { key: string };
    made.push(key);
    await given.local.rest(LEAD, 'PUT', `/rest/api/3/issue/${key}/properties/product-context`, { v: 1, rev: 1, savedAt: '2026-11-01T08:00:00Z', ...content });
  }
}

async function open(route: Page): Promise<FrameLocator> {
  const frame = await jira.openProjectPage('OSTAT', route);
  await isReady(frame, route);
  return frame;
}

async function isReady(frame: FrameLocator, route: Page): Promise<void> {
  await frame.getByTestId(READY[route]).waitFor();
  await isSettled(frame);
}

/** What stands on each page, as somebody goes from one to the next; none holds a number that is none, and the console is quiet. */
async function pagesSay(): Promise<Record<Page, string>> {
  const said: Partial<Record<Page, string>> = {};
  const frame = await open('order');
  for (const [title, route] of Object.entries(PAGES)) {
    await jira.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: title, exact: true }).click();
    await isReady(frame, route);
    said[route] = await frame.locator('main, body').first().innerText();
    expect([route, NO_NUMBER.exec(said[route])?.[0]]).toEqual([route, undefined]);
  }
  expect(jira.errors()).toEqual([]);
  return said as Record<Page, string>;
}

const worth = (low: number, high: number): NonNullable<ContextContent['value']> => ({ metric: `metric ${String(low)}`, worth: { low, high, currency: 'USD', per: 'month' } });
const ticket = (low: number, high: number, effort = { low: 1, high: 2 }): ContextContent => ({ team: 'cart', value: worth(low, high), effort });

test('one ticket is an order, a plan and a meeting', async () => {
  await givenTickets([ticket(1_000, 3_000)]);
  const said = await pagesSay();
  expect(said.order).toContain('1 of 1 comparable ticket fit into 3 months. Both orders agree on what is in.');
  expect(said.plan).toContain('There is no must ticket. Of 1 ticket in order, 1 would be done within 3 months.');
  expect(said.meeting).toContain('Nothing: no must is at risk, no hard conflict is open, and both orders agree.');
}, 30_000);

test('where nobody knows anything yet, the pages say what to ask instead of ordering', async () => {
  await givenTickets([{ team: 'cart', value: { unknown: true } }, { team: 'cart', value: { unknown: true }, effort: { low: 1, high: 3 } }, {}]);
  const said = await pagesSay();
  expect(said.order).toContain('No ticket has both a worth and an effort yet, so there is no order. What is missing stands below, by ticket.');
  expect(said.plan).toContain('No ticket has both a worth and an effort yet.');
  expect(said.strategy).toContain('No ticket with an effort is planned, started or done, so there is nothing to share out yet.');
  expect(said.meeting).toMatch(/OSTAT-\d+: /);
}, 30_000);

test('what is all equal is one tie', async () => {
  await givenTickets(Array.from({ length: 6 }, () => ticket(1_000, 3_000)));
  const said = await pagesSay();
  expect(said.order).toContain('Band 1, 6 tickets that the estimates cannot tell apart');
  expect(said.order).not.toContain('Band 2');
}, 30_000);

test('negative, zero, exact, reversed and enormous numbers order, plan and print like others', async () => {
  await givenTickets([
    ticket(-5_000, 2_000), ticket(0, 4_000), ticket(0, 0), ticket(2_000, 2_000), ticket(1e9, 2e9), ticket(1, 2, { low: 3, high: 3 }),
    ticket(1_000, 2_000, { low: 0, high: 0 }), ticket(1_000, 2_000, { low: 1e-6, high: 1e6 }), { team: 'cart', origin: 'executive', sponsor: 'The board', value: worth(-1, 1), effort: { low: 0, high: 1 } },
  ]);
  const said = await pagesSay();
  expect(said.order).toMatch(/comparable tickets fit into 3 months/);
  expect(said.order).toContain('May lose money');
  expect(said.order).toContain('Not comparable: 5 tickets');
  expect(said.interrupts).toContain('The board');
}, 30_000);

test('without a capacity, and with one of zero, there is an order without a cut and a plan without dates', async () => {
  await givenTickets([ticket(1_000, 3_000), ticket(9_000, 30_000)], { capacity: undefined });
  let said = await pagesSay();
  expect(said.order).toContain('2 tickets can be compared. Without a capacity there is no cut line.');
  expect(said.plan).toContain('Without a capacity nothing has a date. The lanes below are in order.');
  expect(said.interrupts).toContain('No capacity is set, so nothing can be kept for them.');
  await givenTickets([], { capacity: { low: 0, high: 0, per: 'month' } });
  said = await pagesSay();
  expect(said.order).toContain('There is no capacity in the next 3 months: nothing fits.');
  expect(said.plan).toContain('There is no capacity: nothing has a date. The lanes below are in order.');
}, 40_000);

test('a team and a theme that left the settings keep their tickets, and the pages say so', async () => {
  await givenTickets([{ ...ticket(1_000, 3_000), team: 'gone', theme: 'old', origin: 'customer' }, ticket(500, 900)]);
  const said = await pagesSay();
  expect(said.order).toContain('gone (no longer in the settings)');
  expect(said.plan).toContain('gone (no longer in the settings)');
  expect(said.strategy).toContain('old (no longer in the settings)');
}, 30_000);

test('when loading is stopped, each page works with what is there and says that it is a part; a meeting keeps no snapshot of it', async () => {
  await givenTickets([ticket(1_000, 3_000)]);
  const letGo = await holdAnswers(jira.page, '/issue/bulkfetch');
  for (const route of ['plan', 'strategy', 'interrupts', 'meeting'] as const) {
    const frame = await jira.openProjectPage('OSTAT', route);
    await frame.getByTestId('roadmap.cancel').click();
    await frame.getByTestId('roadmap.partial').getByText(/^You stopped loading at 0 of (at least )?\d+ tickets?\. Sums and counts below cover these only\.$/).waitFor();
    if (route === 'plan') await frame.getByRole('heading', { name: 'Nothing to plan' }).waitFor();
    if (route !== 'meeting') continue;
    await frame.getByTestId('meeting.keep').waitFor();
    await onScreen(frame.getByTestId('meeting.keep')).toHaveAttribute('title', 'A snapshot needs everything loaded, or the next meeting would take what is missing for gone.');
  }
  letGo();
  expect(jira.errors()).toEqual([]);
}, 40_000);

test('what else the order needs can be stopped, too: it is computed without, says what that means, and is read later', async () => {
  await givenTickets([ticket(1_000, 3_000)]);
  const letGo = await holdAnswers(jira.page, 'statusCategory = Done');
  const frame = await jira.openProjectPage('OSTAT', 'plan');
  await frame.getByTestId('ranking.stop-reading').click();
  letGo();
  const stopped = frame.getByTestId('ranking.reading-stopped');
  await stopped.getByText('What is done was not read, so estimates count as untrained and interrupts as unused; links that block were not read, and the saved plan is not shown.').waitFor();
  await frame.getByTestId('plan.summary').getByText('There is no must ticket. Of 1 ticket in order, 1 would be done within 3 months.').waitFor();
  await onScreen(frame.getByTestId('plan.saved')).toHaveCount(0);
  await stopped.getByRole('button', { name: 'Read it now' }).click();
  await frame.getByTestId('plan.saved').waitFor();
  await onScreen(stopped).toHaveCount(0);
}, 30_000);

test('a computing worker that dies is told on every page, and computing again works', async () => {
  await givenTickets([ticket(1_000, 3_000)]);
  for (const route of ['plan', 'strategy', 'interrupts', 'meeting'] as const) {
    await jira.page.route(/ranking-worker/, (request) => request.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw new Error("out of memory")' }), { times: 1 });
    const frame = await jira.openProjectPage('OSTAT', route);
    await frame.getByTestId('ranking.died').getByText('Nothing was changed in Jira.', { exact: false }).waitFor();
    await frame.getByRole('button', { name: 'Compute again' }).click();
    await frame.getByTestId(READY[route]).waitFor();
    await frame.getByTestId('ranking.died').waitFor({ state: 'detached' });
  }
}, 40_000);
