import type { FrameLocator } from 'playwright-core';
import { givenJira, type WindowOptions } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { AS_READ, onScreen } from '../given/on-screen';
import { isComputed } from './given-ranking';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';

async function openPlan({ search = '', ...rest }: Partial<WindowOptions> & { search?: string } = {}): Promise<FrameLocator> {
  jira = await given.open({ as: ADA, ...rest });
  const frame = await jira.openProjectPage('BUYER', `plan${search}`);
  await isComputed(frame);
  return frame;
}

const address = (): URLSearchParams => new URL(jira.page.url()).searchParams;

test('opening costs no invocation and no point', async () => {
  jira = await given.open({ as: ADA });
  await jira.resetMeter();
  await isComputed(await jira.openProjectPage('BUYER', 'plan'));
  const { invocations, points } = await jira.meter();
  expect({ invocations, points }).toEqual({ invocations: 0, points: 0 });
  expect(jira.errors()).toEqual([]);
});

test('must tickets come first and name law and date; each row says why it stands where it stands', async () => {
  const frame = await openPlan({ search: '?from=2026-11-22' });
  const must = frame.getByTestId('plan.must');
  const first = must.getByRole('row').filter({ hasText: 'BUYER-25' });
  await onScreen(first).toContainText(/Nov 2026[\s\S]*Jan 2027[\s\S]*not in money[\s\S]*GDPR Art\. 12\(3\), by Jan 31, 2027\. Takes capacity first\./, AS_READ);
  const ordered = frame.getByTestId('plan.ordered');
  await onScreen(ordered.getByRole('row').filter({ hasText: 'BUYER-3' }).first()).toContainText(/Its worth for its effort\./, AS_READ);
  await onScreen(frame.getByTestId('plan.reserved')).toContainText(/12 person-weeks of 3 months are kept for interrupts \(15 %\), and planned for nothing else\./, AS_READ);
});

test('what a must ticket displaces is said on request', async () => {
  const frame = await openPlan({ search: '?from=2026-11-22' });
  await frame.getByRole('button', { name: 'What it displaces: BUYER-25' }).click();
  await frame.getByTestId('plan.must').getByText(/^Everything behind it slips by .+ and loses \$[\d.]+[KM] to \$[\d.]+[KM], middle \$[\d.]+[KM] over 12 months, if the goals are reached;/).waitFor();
});

test('past its latest start a must ticket is too late at this capacity', async () => {
  const frame = await openPlan({ search: '?from=2026-11-22&capacity=0.5-1' });
  await onScreen(frame.getByTestId('plan.summary')).toContainText(/^Too late at this capacity: .*BUYER-25/, AS_READ);
  await frame.getByTestId('plan.must').getByText('Too late at this capacity').first().waitFor();
});

test('a blocked ticket says what blocks it', async () => {
  const frame = await openPlan();
  await onScreen(frame.getByTestId('plan.ordered').getByRole('row').filter({ hasText: 'BUYER-17' })).toContainText(/Blocked by CART-2, which is not in the plan\./, AS_READ);
});

test('a ticket that cannot be compared is placed by keyboard with a reason; the address holds it, nothing is saved', async () => {
  const frame = await openPlan();
  await jira.resetMeter();
  await frame.getByRole('button', { name: 'Place BUYER-13' }).focus();
  await jira.page.keyboard.press('Enter');
  const dialog = frame.getByTestId('plan.place');
  await dialog.getByLabel('Where').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Try it here' }).focus();
  await jira.page.keyboard.press('Enter');
  await dialog.getByText('Say why it belongs there: the reason stands in the plan.').waitFor();
  await dialog.getByLabel('Reason').fill('Promised to the board');
  await jira.page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await frame.getByTestId('plan.ordered').getByText('Placed by people: Promised to the board').waitFor();
  await onScreen.poll(() => address().getAll('put')).toEqual(['BUYER-13~1~Promised to the board']);
  await frame.getByTestId('plan.saved').getByText('Unsaved plan. No plan is saved yet. The address of this page holds this one: share it as a link.').waitFor();
  expect((await jira.meter()).invocations).toBe(0);
  await jira.page.reload();
  await frame.getByTestId('plan.ordered').getByText('Placed by people: Promised to the board').waitFor();
  await frame.getByRole('button', { name: 'Take BUYER-13 out again' }).click();
  await frame.getByTestId('plan.ordered').getByText('Placed by people').waitFor({ state: 'detached' });
});

test('people overrule the order: a ticket in it is moved by keyboard and by drag, with a reason, and put back', async () => {
  const frame = await openPlan();
  const ordered = frame.getByTestId('plan.ordered');
  const keys = async (): Promise<string[]> => (await ordered.getByRole('row').getByRole('link').allInnerTexts()).filter((text) => /^[A-Z]+-\d+$/.test(text));
  const before = await keys();
  const moved = before[3] ?? '';
  await ordered.getByRole('button', { name: `Place ${moved}`, exact: true }).focus();
  await jira.page.keyboard.press('Enter');
  const dialog = frame.getByTestId('plan.place');
  await dialog.getByLabel('Where').selectOption({ label: `Before ${before[0] ?? ''}` });
  await dialog.getByLabel('Reason').fill('The board promised it');
  await jira.page.keyboard.press('Enter');
  await ordered.getByText('Placed by people: The board promised it').waitFor();
  await isComputed(frame);
  expect((await keys())[0]).toBe(moved);
  await onScreen.poll(() => address().getAll('put')).toEqual([`${moved}~0~The board promised it`]);

  await ordered.getByRole('row').filter({ has: frame.getByRole('link', { name: before[0] ?? '', exact: true }) }).dragTo(ordered.getByRole('row').filter({ has: frame.getByRole('link', { name: before[5] ?? '', exact: true }) }));
  await dialog.getByLabel('Reason').fill('After the freeze');
  await dialog.getByRole('button', { name: 'Try it here' }).click();
  await ordered.getByText('Placed by people: After the freeze').waitFor();
  await isComputed(frame);
  const after = await keys();
  expect(after.indexOf(before[0] ?? '')).toBe(after.indexOf(before[5] ?? '') - 1);
  await frame.getByRole('button', { name: `Take ${moved} out again` }).click();
  await frame.getByRole('button', { name: `Take ${before[0] ?? ''} out again` }).click();
  await ordered.getByText('Placed by people').first().waitFor({ state: 'detached' });
  await isComputed(frame);
  await onScreen.poll(() => keys()).toEqual(before);
});

describe('a saved plan', () => {
  const PLAN = '/rest/api/3/project/BUYER/properties/product-context.plan';
  const saved = async () => ((await given.local.rest(ADA, 'GET', PLAN)).body as { value: Record<string, unknown> }).value;
  const bar = (frame: FrameLocator) => frame.getByTestId('plan.saved');
  afterEach(() => given.local.rest(ADA, 'DELETE', PLAN));

  test('is saved on request by one call, stands for everybody, and is read-only to others', async () => {
    let frame = await openPlan({ search: '?from=2026-11-22&capacity=20-30&put=BUYER-13~1~Promised to the board' });
    await bar(frame).getByText('Unsaved plan.').waitFor();
    await frame.getByText('Compare with the settings').click();
    await frame.getByTestId('plan.compare').getByRole('row').filter({ hasText: 'Placed by people' }).getByText('BUYER-13 behind 1 ticket (Promised to the board)').waitFor();
    await jira.resetMeter();
    await bar(frame).getByRole('button', { name: 'Save this plan' }).click();
    await bar(frame).getByText('counted from Nov 22, 2026. Whoever opens this page sees it.', { exact: false }).waitFor();
    const { invocations, points } = await jira.meter();
    expect(invocations).toBe(1);
    expect(points).toBeLessThanOrEqual(4);
    await onScreen.poll(() => address().has('put')).toBe(false);
    // Saved, it no longer looks like something that is tried.
    await onScreen(frame.getByTestId('plan.tried')).toHaveAttribute('class', 'gr-panel');
    await onScreen.poll(saved).toMatchObject({ rev: 1, planDate: '2026-11-22', months: 3, capacity: { low: 20, high: 30, per: 'month' }, placed: [{ key: 'BUYER-13', place: 1, reason: 'Promised to the board' }] });
    await jira.close();
    frame = await openPlan({ as: 'tomasz-nowak' });
    await bar(frame).getByText('Saved plan of', { exact: false }).waitFor();
    await frame.getByTestId('plan.ordered').getByText('Placed by people: Promised to the board').waitFor();
    await frame.getByRole('button', { name: 'Take BUYER-13 out again' }).click();
    await bar(frame).getByText('Unsaved changes to the saved plan', { exact: false }).waitFor();
    await onScreen(frame.getByTestId('plan.save')).toHaveAttribute('title', 'Only administrators of BUYER save or remove its plan');
    await bar(frame).getByRole('button', { name: 'Discard changes' }).click();
    await bar(frame).getByText('Saved plan of', { exact: false }).waitFor();
    await frame.getByTestId('plan.ordered').getByText('Placed by people: Promised to the board').waitFor();
  }, 60_000);

  test('of two who save, the second sees both plans and chooses; a ticket that left the view keeps its place', async () => {
    const frame = await openPlan({ search: '?from=2026-11-22&put=BUYER-13~1~Promised' });
    await bar(frame).getByText('Unsaved plan.').waitFor();
    const theirs = { v: 1, rev: 1, savedAt: '2026-11-22T10:00:00.000Z', planDate: '2026-12-01', months: 6, placed: [{ key: 'BUYER-9999', place: 0, reason: 'Agreed in October' }] };
    await given.local.rest(ADA, 'PUT', PLAN, theirs);
    await bar(frame).getByRole('button', { name: 'Save this plan' }).click();
    await bar(frame).getByText('Somebody else changed or removed this plan in the meantime. Nothing was overwritten: both are shown, so that you can choose.').waitFor();
    await onScreen(frame.getByTestId('plan.compare').getByRole('row').filter({ hasText: 'The line looks ahead' })).toContainText(/6 months\s+3 months/, AS_READ);
    await onScreen.poll(saved).toEqual(theirs);
    await bar(frame).getByRole('button', { name: 'Take the saved one' }).click();
    await frame.getByTestId('plan.unseen').getByText('BUYER-9999 was placed by hand and is not among the open tickets that you may see: done, moved away or hidden from you. Its place stays in the plan.').waitFor();
    await frame.getByLabel('The line looks ahead').selectOption('3');
    await bar(frame).getByRole('button', { name: 'Save this plan' }).click();
    await bar(frame).getByText('Saved plan of', { exact: false }).waitFor();
    await onScreen.poll(saved).toMatchObject({ rev: 2, months: 3, planDate: '2026-12-01', placed: theirs.placed });
  }, 60_000);

  test('is removed after saying what that means, and can be shown again', async () => {
    await given.local.rest(ADA, 'PUT', PLAN, { v: 1, rev: 4, savedAt: '2026-11-22T10:00:00.000Z', planDate: '2026-11-22', months: 3, placed: [{ key: 'BUYER-13', place: 1, reason: 'Promised to the board' }] });
    const frame = await openPlan();
    const remove = bar(frame).getByRole('button', { name: 'Remove the saved plan' });
    await remove.click();
    await frame.getByTestId('plan.confirm-remove').getByText('Whoever opens this page then sees what the settings and the estimates give, counted from that day. 1 ticket placed by hand loses its place.').waitFor();
    await bar(frame).getByRole('button', { name: 'Keep it' }).click();
    await remove.click();
    await bar(frame).getByRole('button', { name: 'Remove it' }).click();
    await bar(frame).getByText('No plan is saved yet: this is what the settings and the estimates give, counted from today.').waitFor();
    await frame.getByTestId('plan.ordered').getByText('Placed by people').waitFor({ state: 'detached' });
    await onScreen.poll(saved).toMatchObject({ rev: 5, removed: true });
    await bar(frame).getByRole('button', { name: 'Show the removed plan again, unsaved' }).click();
    await frame.getByTestId('plan.ordered').getByText('Placed by people: Promised to the board').waitFor();
    await bar(frame).getByRole('button', { name: 'Save this plan' }).click();
    await bar(frame).getByText('Saved plan of', { exact: false }).waitFor();
    await onScreen.poll(saved).toMatchObject({ rev: 6, planDate: '2026-11-22', placed: [{ key: 'BUYER-13' }] });
  }, 60_000);

  test('that somebody removed meanwhile is not brought back unasked', async () => {
    await given.local.rest(ADA, 'PUT', PLAN, { v: 1, rev: 4, savedAt: '2026-11-22T10:00:00.000Z', planDate: '2026-11-22', months: 3, placed: [] });
    const frame = await openPlan();
    await frame.getByLabel('The line looks ahead').selectOption('6');
    await bar(frame).getByText('Unsaved changes', { exact: false }).waitFor();
    await given.local.rest(ADA, 'PUT', PLAN, { v: 1, rev: 5, savedAt: '2026-11-23T10:00:00.000Z', removed: true });
    await bar(frame).getByRole('button', { name: 'Save this plan' }).click();
    await bar(frame).getByText('Somebody else changed or removed this plan in the meantime.', { exact: false }).waitFor();
    await bar(frame).getByText('Unsaved plan. No plan is saved yet.', { exact: false }).waitFor();
    await bar(frame).getByRole('button', { name: 'Go on without a plan' }).click();
    await bar(frame).getByText('No plan is saved yet: this is what the settings', { exact: false }).waitFor();
    await onScreen.poll(saved).toMatchObject({ rev: 5, removed: true });
  }, 60_000);
});

test('an initiative is one item, and its parts are answered from there one by one', async () => {
  const frame = await openPlan();
  const row = frame.getByTestId('plan.not-comparable').getByRole('listitem').filter({ hasText: 'Initiative of BUYER-49, BUYER-50 and BUYER-51' }).first();
  await row.getByText('Answer its 3 parts').focus();
  await jira.page.keyboard.press('Enter');
  const part = frame.getByTestId('ranking.parts.BUYER-48').getByRole('listitem').filter({ hasText: 'BUYER-51' });
  await part.getByText('no answer yet').waitFor();
  await part.getByRole('button', { name: 'Answer BUYER-51' }).click();
  await frame.getByLabel('Our answer').selectOption({ label: 'Accepted' });
  await frame.getByLabel('Reason', { exact: true }).fill('small, and it helps the partner');
  await frame.getByTestId('answer.save').click();
  await part.getByText('accepted', { exact: true }).waitFor();
});

test('a ticket is dropped on a row of the order', async () => {
  const frame = await openPlan();
  // Playwright drags only between what is in view at the same time; people scroll while they drag.
  await jira.page.setViewportSize({ width: 1280, height: 3000 });
  const rows = frame.getByTestId('plan.ordered').getByRole('row');
  await frame.getByTestId('plan.not-comparable').getByRole('listitem').filter({ hasText: 'BUYER-15' }).dragTo(rows.nth(3));
  const dialog = frame.getByTestId('plan.place');
  await dialog.getByRole('heading', { name: 'Place BUYER-15' }).waitFor();
  await onScreen(dialog.getByLabel('Where')).toHaveValue('2');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await onScreen.poll(() => address().getAll('put')).toEqual([]);
});

test('without a capacity nothing has a date; with a capacity of zero nothing fits', async () => {
  let frame = await openPlan({ search: '?capacity=0-0' });
  await frame.getByTestId('ranking.fit').getByText(/^There is no capacity in the next 3 months: nothing fits\./).waitFor();
  await onScreen(frame.getByTestId('plan.summary')).toHaveText('There is no capacity: nothing has a date. The lanes below are in order.', AS_READ);
  await jira.close();
  const path = '/rest/api/3/project/BUYER/properties/product-context.settings';
  const { value } = (await given.local.rest(ADA, 'GET', path)).body as { value: Record<string, unknown> };
  const { capacity, ...rest } = value;
  await given.local.rest(ADA, 'PUT', path, { ...rest, teams: [] });
  frame = await openPlan();
  await frame.getByTestId('ranking.fit').getByText('No capacity is set, so there is no percentage and no cut line.', { exact: false }).waitFor();
  await frame.getByText('shopping-cart (no longer in the settings)').first().waitFor();
  await given.local.rest(ADA, 'PUT', path, { ...rest, capacity, teams: value['teams'] });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async () => {
    const frame = await openPlan({ theme, width: theme === 'light' ? 768 : 1280, search: '?put=BUYER-13~1~Promised' });
    await frame.getByText('The numbers of this picture').first().click();
    expect(await axeFindings(jira.page)).toEqual([]);
    await frame.getByRole('button', { name: 'Place BUYER-15' }).click();
    await frame.getByTestId('plan.place').waitFor();
    expect(await axeFindings(jira.page)).toEqual([]);
  }, 60_000);
}
