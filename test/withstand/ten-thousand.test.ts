/** A project of 10,000 open tickets on the pages of a planning meeting. */

import type { FrameLocator } from 'playwright-core';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';
import { bigImport } from '../roadmap/given-big-import';

const given = givenJira({ args: ['--import', bigImport(10_000, 200)] });
let jira: JiraScreens;

beforeAll(async () => {
  jira = await given.open({ as: 'ada-lindqvist' });
}, 90_000);

/** Ordered and planned; the draws for the chances, which nobody needs to read on, may still be under way. */
async function open(route: string, ready: string): Promise<FrameLocator> {
  const frame = await jira.openProjectPage('BUYER', route);
  await frame.getByTestId(ready).waitFor({ timeout: 60_000 });
  return frame;
}

test('a meeting goes through the whole of it; its snapshot keeps the counts, and the next meeting says what changed in all', async () => {
  let frame = await open('meeting', 'meeting.changes');
  expect(await frame.getByTestId('meeting.must').getByRole('listitem').count()).toBeGreaterThan(0);
  await onScreen(frame.getByTestId('meeting.question').getByRole('button', { name: /^Ask on / })).toHaveCount(3);
  await frame.getByTestId('meeting.keep').click();
  await frame.getByText('The snapshot is kept: the next meeting starts from here.').waitFor();
  await given.local.rest('ada-lindqvist', 'POST', '/rest/api/3/issue', { fields: { project: { key: 'BUYER' }, issuetype: { name: 'Story' }, summary: 'One more' } });
  frame = await open('meeting', 'meeting.changes');
  await onScreen(frame.getByTestId('meeting.changes')).toContainText(/In all: 10,0\d\d to 10,0\d\d open\./, AS_READ);
  expect(jira.errors()).toEqual([]);
}, 120_000);

test('order and plan stand, with 200 teams that the settings do not name', async () => {
  const order = await open('order', 'order.summary');
  await onScreen(order.getByTestId('order.summary')).toContainText(/^\d+ of [\d,]+ comparable tickets fit into 3 months/, AS_READ);
  await onScreen(order.getByRole('table', { name: 'Order' })).toHaveAttribute('aria-rowcount', /^\d{4,}$/);
  const plan = await open('plan', 'plan.summary');
  await onScreen(plan.getByTestId('plan.summary')).toContainText(/Of [\d,]+ tickets in order, \d+ would be done within 3 months\./, AS_READ);
  expect(jira.errors()).toEqual([]);
}, 120_000);
