/** The planning meeting of the running example, from the demand to the saved plan, as Ada leads it: one page, one go. */

import type { FrameLocator } from 'playwright-core';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';
const PLAN = '/rest/api/3/project/BUYER/properties/product-context.plan';

beforeAll(async () => {
  jira = await given.open({ as: ADA });
}, 60_000);

async function open(route: string): Promise<FrameLocator> {
  const frame = await jira.openProjectPage('BUYER', route);
  await frame.getByTestId('ranking.fit').waitFor();
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached' });
  return frame;
}

test('from demand to plan: seen, answered, decided at the cut line, saved, and told', async () => {
  // The demand says how much is asked and how well it is understood.
  let frame = await open('demand');
  await onScreen(frame.getByTestId('ranking.fit')).toContainText(/the demand is at least \d+ to \d+ % of capacity/, AS_READ);
  await onScreen(frame.getByTestId('roadmap.understood')).toContainText(/^\d+ of \d+ understood/, AS_READ);

  // The meeting answers what waits.
  frame = await open('meeting');
  await frame.getByTestId('meeting.initiative').getByRole('button', { name: 'Answer BUYER-51' }).click();
  await frame.getByLabel('Our answer', { exact: true }).selectOption({ label: 'Countered: something else' });
  await frame.getByLabel('Reason', { exact: true }).fill('The half of it in January');
  await frame.getByLabel('Effort in person-weeks, at least').fill('2');
  await frame.getByLabel('Effort, at most').fill('5');
  await frame.getByTestId('answer.save').click();
  const settled = frame.getByTestId('meeting.settled');
  await settled.getByText('BUYER-51: countered: something else.').waitFor();

  // At the cut line people decide, with a reason, and the item is off the agenda.
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached' });
  const leave = frame.getByTestId('meeting.cut-line').getByRole('button', { name: /^Leave out [A-Z]+-\d+$/ }).first();
  const key = (await leave.getAttribute('aria-label') ?? '').replace('Leave out ', '');
  await leave.click();
  await frame.getByRole('button', { name: 'Leave out', exact: true }).and(frame.locator('[type=submit]')).click();
  await frame.getByText('Say why: the reason stands in the plan.').waitFor();
  await frame.getByLabel(`Leave out ${key}, because`).fill('Its evidence is a guess');
  await jira.page.keyboard.press('Enter');
  await settled.getByText(`${key}: left out, because Its evidence is a guess`).waitFor();
  await frame.getByRole('button', { name: `Leave out ${key}`, exact: true }).waitFor({ state: 'detached' });
  await frame.getByTestId('plan.save').click();
  await frame.getByTestId('plan.saved').waitFor({ state: 'detached' });
  const { body } = await given.local.rest(ADA, 'GET', PLAN);
  expect(body).toMatchObject({ value: { placed: [{ key, reason: 'Its evidence is a guess' }] } });

  // The summary tells it, and the snapshot is what the next meeting starts from.
  const summary = await frame.getByTestId('meeting.markdown').inputValue();
  expect(summary).toMatch(/- \[BUYER-51\]\(.+\/browse\/BUYER-51\) \(.+\): countered: something else\./);
  expect(summary).toMatch(new RegExp(`- \\[${key}\\]\\(.+\\/browse\\/${key}\\) \\(.+\\): left out, because Its evidence is a guess`));
  await frame.getByTestId('meeting.keep').click();
  await frame.getByText('The snapshot is kept: the next meeting starts from here.').waitFor();

  // Order says what the estimates say; the plan says what people decided.
  frame = await open('order');
  await onScreen(frame.getByTestId('order.summary')).toContainText(/\d+ of \d+ comparable tickets fit into 3 months/, AS_READ);
  frame = await open('plan');
  const row = frame.getByTestId('plan.ordered').getByRole('row').filter({ has: frame.getByRole('link', { name: key, exact: true }) });
  await onScreen(row).toContainText('Placed by people: Its evidence is a guess', AS_READ);
  await frame.getByTestId('plan.saved').getByText('Saved plan of', { exact: false }).waitFor();
  await onScreen(frame.getByTestId('plan.summary')).toContainText(/would be done within 3 months/, AS_READ);

  // The asking team hears of it on its ticket.
  const comments = await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-51/comment');
  expect(JSON.stringify(comments.body)).toContain('Infrastructure’s answer: countered, with something else.');
  expect(jira.errors()).toEqual([]);
}, 120_000);
