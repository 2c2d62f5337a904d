/** Going from tab to tab of the project page: what was read and computed is there already, and a what-if goes along. */

import type { FrameLocator } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';
import { isSettled } from './given-ranking';

const ADA = 'ada-lindqvist';
const given = givenJira();
let jira: JiraScreens;
/** Since `forget`: what was asked of Jira, and how often computing began. */
let asked: string[] = [];

beforeEach(async () => {
  jira = await given.open({ as: ADA });
  jira.page.on('request', (request) => {
    if (request.url().includes('/local/bridge/fetch') || request.url().includes('ranking-worker')) asked.push(`${request.url()} ${request.postData() ?? ''}`);
  });
});

async function open(route: string, ready: string): Promise<FrameLocator> {
  const frame = await jira.openProjectPage('BUYER', route);
  await frame.getByTestId(ready).waitFor();
  await isSettled(frame);
  asked = [];
  return frame;
}

async function go(frame: FrameLocator, title: string): Promise<void> {
  await jira.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: title, exact: true }).click();
  await frame.getByRole('heading', { level: 1, name: title }).waitFor();
  await isSettled(frame);
}

test('the pages that rank read and compute once, whichever comes first, and however often somebody comes back', async () => {
  const frame = await open('order', 'order.summary');
  for (const [title, mark] of [['Plan', 'plan.summary'], ['Interrupts', 'interrupts.use'], ['Strategy', 'strategy.themes'], ['Initiatives', 'initiatives.summary'], ['Demand', 'roadmap.understood'], ['Order', 'order.summary']] as const) {
    await go(frame, title);
    await frame.getByTestId(mark).waitFor();
  }
  expect(asked).toEqual([]);
  await go(frame, 'Backlog desk');
  await frame.getByTestId('backlog.progress').waitFor();
  asked = [];
  await go(frame, 'Plan');
  await frame.getByTestId('plan.summary').waitFor();
  expect(asked).toEqual([]);
}, 60_000);

test('the initiatives wait for what is read, and nothing is computed for them', async () => {
  const begun: string[] = [];
  jira.page.on('request', (request) => { if (request.url().includes('ranking-worker')) begun.push(request.url()); });
  const frame = await open('initiatives', 'initiatives.summary');
  expect(begun).toEqual([]);
  await go(frame, 'Order');
  await frame.getByTestId('order.summary').waitFor();
  expect(begun).toHaveLength(1);
  expect(asked.filter((request) => request.includes('/local/bridge/fetch'))).toEqual([]);
}, 60_000);

test('without what is tried the staffing case says how many people would close the gap', async () => {
  const frame = await open('interrupts', 'interrupts.use');
  await frame.getByTestId('print.staffing').click();
  await onScreen(frame.getByTestId('print.gap')).toContainText(/^The capacity may be enough, or up to [\d,.]+ person-weeks short: none to [\d.]+ more people would close the gap, at this pace\.$/, AS_READ);
  await frame.getByRole('img', { name: /^Demand \d+ % to \d+ % of capacity, middle \d+ %$/ }).waitFor();
}, 60_000);

test('what is answered in place is ordered anew, once, for every page', async () => {
  const frame = await open('order', 'order.summary');
  const before = await frame.getByTestId('order.summary').innerText();
  await frame.getByRole('button', { name: /^(Answer|Change answer to) BUYER-37$/ }).first().click();
  const dialog = frame.getByRole('dialog');
  await dialog.getByLabel('Our answer').selectOption('declined');
  await dialog.getByLabel('Reason').fill('We build something else instead.');
  await dialog.getByTestId('answer.save').click();
  await dialog.waitFor({ state: 'detached' });
  await onScreen(frame.getByTestId('order.summary')).not.toHaveText(before, AS_READ);
  await isSettled(frame);
  expect(asked.filter((request) => request.includes('ranking-worker'))).toHaveLength(1);
}, 60_000);

test('a capacity that is tried stays on every page that ranks, visibly not saved, until it is put back', async () => {
  const frame = await open('order?capacity=40-60', 'order.summary');
  const tried = frame.getByTestId('ranking.what-if').getByText('What if, not saved: 40 to 60 person-weeks a month', { exact: false });
  await tried.waitFor();
  await go(frame, 'Plan');
  await tried.waitFor();
  await onScreen.poll(() => new URL(jira.page.url()).searchParams.get('capacity')).toBe('40-60');
  await go(frame, 'Conflicts');
  await onScreen.poll(() => new URL(jira.page.url()).search).toBe('');
  await go(frame, 'Demand');
  await frame.getByLabel('Words').fill('checkout');
  await jira.page.waitForURL(/text=checkout/);
  await onScreen.poll(() => new URL(jira.page.url()).searchParams.get('capacity')).toBe('40-60');
  await go(frame, 'Order');
  await tried.waitFor();
  await frame.getByTestId('ranking.drop').click();
  await tried.waitFor({ state: 'detached' });
  await go(frame, 'Plan');
  await onScreen.poll(() => new URL(jira.page.url()).search).toBe('');
  await onScreen(tried).toHaveCount(0);
}, 60_000);

test('plan and staffing case are printed from the pages that show them, as they are seen', async () => {
  const frame = await open('plan?capacity=40-60&months=6', 'plan.summary');
  await frame.getByTestId('print.staffing').click();
  const sheet = frame.getByTestId('print.sheet');
  await sheet.getByText('What if, not saved: this sheet counts on what somebody tried, with 40 to 60 person-weeks a month.').waitFor();
  await sheet.getByRole('heading', { name: /^What fits into the next 6 months: \d+ tickets/ }).waitFor();
  const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByTestId('print.download').click()]);
  expect(file.suggestedFilename()).toMatch(/^staffing-BUYER-\d{4}-\d\d-\d\d-what-if\.html$/);
  await frame.getByRole('button', { name: 'Back' }).click();
  await frame.getByTestId('plan.summary').waitFor();
  await onScreen.poll(() => new URL(jira.page.url()).search).toBe('?capacity=40-60&months=6');
  const [csv] = await Promise.all([jira.page.waitForEvent('download'), frame.getByRole('button', { name: 'Export CSV of the plan' }).click()]);
  expect(csv.suggestedFilename()).toMatch(/^plan-BUYER-\d{4}-\d\d-\d\d-what-if\.csv$/);
  expect(readFileSync(await csv.path(), 'utf8')).not.toContain('After a ticket you cannot see');
  await frame.getByTestId('print.plan').click();
  await sheet.getByText(/^\d+ tickets fit into the next 6 months/).waitFor();
  const weeks = await sheet.locator('tbody tr:not(.sheet-cut) td:last-child').allInnerTexts();
  expect(weeks.filter((week) => !/^(-?\$[\d.]+[KM]? to \$[\d.]+[KM]?|\$0|worth nothing by then|)$/.test(week))).toEqual([]);
  expect([weeks.some((week) => week.includes(' to ')), weeks.includes('worth nothing by then')]).toEqual([true, true]);
  expect(asked).toEqual([]);
}, 60_000);
