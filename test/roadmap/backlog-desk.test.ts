import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';
import { importFile } from './given-import';
import { openDemand } from './project-page-driver';

const ADA = 'ada-lindqvist';
const COUNT = 400;

const given = givenJira({ args: ['--import', importFile(COUNT)] });
let jira: JiraScreens;
/** In the order in which they were created. */
const keys = Array.from({ length: COUNT }, (_, at) => `BUYER-${String(1_001 + at)}`);

beforeEach(async () => { jira = await given.open({ as: ADA }); });

/** The team that stands on each of the 400 tickets, as Jira has it. */
async function storedTeams(): Promise<(string | undefined)[]> {
  const teams: (string | undefined)[] = [];
  for (let from = 0; from < COUNT; from += 100) {
    const { body } = await given.local.rest(ADA, 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: keys.slice(from, from + 100), fields: ['summary'], properties: ['product-context'] });
    for (const issue of (body as { issues: { properties?: Record<string, { team?: string }> }[] }).issues) teams.push(issue.properties?.['product-context']?.team);
  }
  return teams;
}

const countOf = (teams: readonly (string | undefined)[], team: string): number => teams.filter((found) => found === team).length;

test('400 tickets are changed in bulk, stopped half-way, gone on with, and undone by one button', async () => {
  const desk = await openDemand(jira, 'BUYER', 'backlog');
  const { frame } = desk;
  await frame.getByLabel('Label', { exact: true }).getByText('legacy (400)').waitFor({ state: 'attached' });
  await desk.choose('Label', 'legacy (400)');
  await frame.getByText('400 tickets shown, newest first; 0 selected').waitFor();
  await frame.getByLabel('Select all shown tickets').check();
  await desk.choose('Set team', 'Shopping Cart');
  await desk.choose('Set origin', 'A consuming team');
  await frame.getByTestId('backlog.preview-button').click();

  const preview = frame.getByTestId('backlog.preview');
  await onScreen(preview.getByRole('heading')).toHaveText('This would change 400 tickets', AS_READ);
  await onScreen(preview.getByRole('listitem').first()).toContainText(/^BUYER-\d+ Team: not stated → Shopping Cart; Origin: not stated → A consuming team$/, AS_READ);
  expect(countOf(await storedTeams(), 'shopping-cart')).toBe(0);

  await jira.resetMeter();
  await preview.getByTestId('backlog.save').click();
  await frame.getByText(/^(1[2-9]\d|2\d\d) of 400 tickets done/).waitFor({ timeout: 60_000 });
  await frame.getByTestId('backlog.stop').click();
  const done = frame.getByTestId('backlog.done');
  await done.waitFor({ timeout: 60_000 });
  const stopped = /^Set team to Shopping Cart, origin to A consuming team: (\d+) tickets saved, (\d+) tickets not started/.exec(await done.innerText());
  const [saved, left] = [Number(stopped?.[1]), Number(stopped?.[2])];
  expect(saved).toBeGreaterThanOrEqual(120);
  expect(saved + left).toBe(COUNT);
  expect(countOf(await storedTeams(), 'shopping-cart')).toBe(saved);
  const { invocations, points } = await jira.meter();
  console.log(`${String(saved)} tickets saved in bulk: ${String(invocations)} invocations, ${String(points)} points, ${(points / saved).toFixed(2)} points a ticket`);
  expect(invocations).toBe(Math.ceil(saved / 20));
  expect(points / saved).toBeLessThanOrEqual(4);

  await done.getByTestId('backlog.resume').click();
  await frame.getByTestId('backlog.undo').getByText('Undo on 400 tickets').waitFor({ timeout: 60_000 });
  expect(countOf(await storedTeams(), 'shopping-cart')).toBe(COUNT);
  await frame.getByTestId('backlog.undo').click();
  await frame.getByText(/^Undone: 400 tickets saved/).waitFor({ timeout: 60_000 });
  expect((await storedTeams()).filter((team) => team !== undefined)).toEqual([]);
  expect(await frame.getByRole('cell', { name: 'Not stated' }).count()).toBeGreaterThan(5);
}, 240_000);

test('what somebody else saved meanwhile is not overwritten: it is listed, and the second try starts from it', async () => {
  const desk = await openDemand(jira, 'BUYER', 'backlog');
  const { frame } = desk;
  await desk.typeWords(keys[6] ?? '');
  await frame.getByText('1 ticket shown, newest first; 0 selected').waitFor();
  const target = keys[6] ?? '';
  const stored = await given.local.rest(ADA, 'GET', `/rest/api/3/issue/${target}/properties/product-context`);
  const record = (stored.body as { value?: Record<string, unknown> }).value ?? {};
  await given.local.rest(ADA, 'PUT', `/rest/api/3/issue/${target}/properties/product-context`, { ...record, rev: Number(record['rev'] ?? 0) + 5, need: 'Somebody else wrote this meanwhile' });
  await desk.ticket(keys[6] ?? '').getByRole('checkbox').check();
  await desk.choose('Set team', 'Order Status');
  await frame.getByTestId('backlog.preview-button').click();
  await frame.getByTestId('backlog.save').click();
  const done = frame.getByTestId('backlog.done');
  await done.waitFor();
  await onScreen(done).toContainText(/^Set team to Order Status: 0 tickets saved, 1 ticket not saved\n+BUYER-\d+: /, AS_READ);
  await done.getByTestId('backlog.resume').click();
  await frame.getByText(/^Set team to Order Status: 1 ticket saved/).waitFor();
  const { body } = await given.local.rest(ADA, 'GET', `/rest/api/3/issue/${target}/properties/product-context`);
  expect((body as { value: unknown }).value).toMatchObject({ need: 'Somebody else wrote this meanwhile', team: 'order-status' });
});

test('reporters are asked by at most 20 comments a go, with the mail counted before and nobody asked twice', async () => {
  const desk = await openDemand(jira, 'BUYER', 'backlog');
  const { frame } = desk;
  await frame.getByLabel('Label', { exact: true }).getByText('legacy (400)').waitFor({ state: 'attached' });
  await desk.choose('Label', 'legacy (400)');
  await frame.getByText('400 tickets shown, newest first; 0 selected').waitFor();
  await frame.getByRole('button', { name: 'Ask about the newest 20 by comment' }).click();
  await onScreen(frame.getByTestId('backlog.confirm-ask')).toContainText(/^This posts one comment in your name on each of 20 tickets\. 1 person gets mail \(reporters and assignees.*\)\. A ticket that was asked about within 14 days is left in peace\./s, AS_READ);
  await frame.getByTestId('backlog.send').click();
  await frame.getByTestId('backlog.asked').getByText('20 questions posted').waitFor();
  const newest = keys.at(-1) ?? '';
  const { body } = await given.local.rest(ADA, 'GET', `/rest/api/3/issue/${newest}/comment`);
  expect(JSON.stringify(body)).toContain('would like to understand');

  await jira.page.reload();
  await frame.getByText('400 tickets shown, newest first; 0 selected').waitFor();
  await frame.getByRole('button', { name: 'Ask about the newest 20 by comment' }).click();
  await frame.getByTestId('backlog.send').click();
  const asked = frame.getByTestId('backlog.asked');
  await asked.getByText('0 questions posted').waitFor();
  await onScreen(asked.getByRole('listitem').first()).toContainText(/^BUYER-\d+: asked on \d{4}-\d\d-\d\d already, so nothing was posted$/, AS_READ);
  expect((((await given.local.rest(ADA, 'GET', `/rest/api/3/issue/${newest}/comment`)).body) as { comments: unknown[] }).comments).toHaveLength(1);
}, 60_000);

test('the desk is worked by keyboard alone', async () => {
  const desk = await openDemand(jira, 'BUYER', 'backlog');
  const { frame } = desk;
  await frame.getByLabel('Words').focus();
  await jira.page.keyboard.type(keys[398] ?? '');
  await frame.getByText('1 ticket shown, newest first; 0 selected').waitFor();
  await jira.page.keyboard.press('Tab');
  await jira.page.keyboard.type('Shop');
  const focus = (): Promise<string> => frame.locator(':focus').evaluate((element) => element.getAttribute('aria-label') ?? element.textContent ?? '');
  for (let presses = 0; presses < 12 && !(await focus()).startsWith('Select BUYER'); presses += 1) await jira.page.keyboard.press('Tab');
  expect(await focus()).toMatch(/^Select BUYER-\d+$/);
  await jira.page.keyboard.press('Space');
  await frame.getByText('1 ticket shown, newest first; 1 selected').waitFor();
  for (let presses = 0; presses < 12 && (await focus()) !== 'Preview on 1 selected'; presses += 1) await jira.page.keyboard.press('Shift+Tab');
  await jira.page.keyboard.press('Enter');
  await onScreen(frame.getByTestId('backlog.preview').getByRole('listitem')).toContainText(/^BUYER-\d+ Team: not stated → Shopping Cart$/, AS_READ);
});
