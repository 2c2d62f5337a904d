import type { FrameLocator, Locator } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { axeFindings } from '../given/axe-findings';
import { givenJira, type WindowOptions } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';
const INITIATIVE = 'BUYER-48 cannot be promised: it waits for infrastructure’s answer on BUYER-51, 1 of 3 parts.';

async function enter(route: string, options: Partial<WindowOptions> = {}): Promise<FrameLocator> {
  jira = await given.open({ as: ADA, ...options });
  return open(route);
}

/** Waits until the order is computed and drawn. */
async function open(route: string): Promise<FrameLocator> {
  const frame = await jira.openProjectPage('BUYER', route);
  await frame.getByTestId('ranking.fit').or(frame.getByTestId('strategy.themes')).or(frame.getByTestId('initiatives.summary')).first().waitFor();
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached' });
  return frame;
}

// Before anything is saved: the check that follows a save would run, and be counted, while a later test looks.
test('opening meeting, strategy and initiatives costs no invocation and no point', async () => {
  jira = await given.open({ as: ADA });
  for (const route of ['meeting', 'strategy', 'initiatives', 'demand']) {
    await jira.resetMeter();
    await open(route);
    const { invocations, points } = await jira.meter();
    expect({ route, invocations, points }).toEqual({ route, invocations: 0, points: 0 });
  }
  expect(given.local.output()).not.toContain('broke its Content Security Policy');
});

test('the planning meeting, from the demand to the summary and what the next one starts with', async () => {
  const frame = await enter('demand');
  await onScreen(frame.getByTestId('ranking.fit')).toContainText(/the demand is at least \d+ to \d+ % of capacity, \d+ tickets without effort not included/, AS_READ);
  await open('meeting');
  await onScreen(frame.getByTestId('meeting.changes')).toContainText('There is no snapshot of an earlier meeting yet.', AS_READ);
  await onScreen(frame.getByTestId('meeting.must')).toContainText('LEGAL-1 has to be done by Jan 31, 2027 (GDPR Art. 5(1)(e)), and nobody has estimated its effort: when it must start is not known.', AS_READ);
  await onScreen(frame.getByTestId('meeting.conflict')).toContainText('BUYER-4 and CART-3 cannot all have what they ask of BuyerProfile.deliveryAddress', AS_READ);
  expect(await frame.getByTestId('meeting.cut-line').getByRole('listitem').count()).toBeGreaterThan(0);
  await onScreen(frame.getByTestId('meeting.question').getByRole('button', { name: /^Ask on / })).toHaveCount(3);

  // An initiative is answered where it stands.
  const waiting = frame.getByTestId('meeting.initiative');
  await onScreen(waiting).toContainText(INITIATIVE, AS_READ);
  await waiting.getByRole('button', { name: 'Answer BUYER-51' }).click();
  await frame.getByLabel('Our answer').selectOption({ label: 'Accepted' });
  await frame.getByLabel('Reason', { exact: true }).fill('small, and it helps the partner');
  await frame.getByTestId('answer.save').click();
  await waiting.waitFor({ state: 'detached' });
  await onScreen(frame.getByTestId('meeting.settled')).toContainText('BUYER-51: accepted.', AS_READ);

  // What cannot be settled today is put off with a reason and a day.
  const legal = frame.getByTestId('meeting.must').getByRole('listitem').filter({ hasText: 'LEGAL-1 has to be done' }).first();
  await legal.getByRole('button', { name: /^Put off: LEGAL-1/ }).click();
  await legal.getByRole('button', { name: 'Put off', exact: true }).click();
  await onScreen(legal.getByRole('alert')).toHaveText('Say why it can wait: the next meeting will ask.', AS_READ);
  await legal.getByLabel('Why it can wait').fill('Legal brings the scope');
  await legal.getByLabel('Not before').fill('2099-01-15');
  await legal.getByRole('button', { name: 'Put off', exact: true }).click();
  await frame.getByTestId('meeting.put-off').waitFor();

  await frame.getByTestId('meeting.keep').click();
  await frame.getByText('The snapshot is kept: the next meeting starts from here.').waitFor();
  const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByTestId('meeting.download').click()]);
  expect(file.suggestedFilename()).toMatch(/^meeting-BUYER-\d{4}-\d\d-\d\d\.md$/);
  const summary = readFileSync(await file.path(), 'utf8');
  expect(summary).toMatch(/^# Planning meeting of Buyer Platform, /);
  expect(summary).toMatch(/## Settled in this meeting\n\n- \[BUYER-51\]\(http:\/\/localhost:\d+\/browse\/BUYER-51\) \(.+\): accepted\.\n/);
  // What changed is said against the meeting before, although a new snapshot is kept.
  await onScreen(frame.getByTestId('meeting.changes')).toContainText('There is no snapshot of an earlier meeting yet.', AS_READ);
  expect(summary).toMatch(/## Put off\n\n- \[LEGAL-1\]\(.+\/browse\/LEGAL-1\) \(.+\) has to be done by .* Back on Jan 15, 2099: Legal brings the scope\n$/);
  expect(summary).toMatch(/^- For the next 3 months, the demand is at least/m);

  // The next meeting starts with what changed since.
  const { body } = await given.local.rest(ADA, 'POST', '/rest/api/3/issue', { fields: { project: { key: 'BUYER' }, issuetype: { name: 'Story' }, summary: 'Asked after the meeting' } });
  await open('meeting');
  await onScreen(frame.getByTestId('meeting.changes')).toContainText(new RegExp(`New: ${(body as { key: string }).key}\\.\\s+In all: \\d+ to \\d+ open\\.`), AS_READ);
  await onScreen(frame.getByTestId('meeting.put-off')).toContainText('Put off: 1', AS_READ);
  expect(jira.errors()).toEqual([]);
});

test('a conflict is decided in the meeting, with both sides and the price in view, and nobody leaves the page', async () => {
  const frame = await enter('meeting');
  await jira.resetMeter();
  const item = frame.getByTestId('meeting.conflict').getByRole('listitem').filter({ hasText: 'BuyerProfile.deliveryAddress' }).first();
  await item.getByRole('button', { name: 'See both sides and decide on BuyerProfile.deliveryAddress' }).focus();
  await jira.page.keyboard.press('Enter');
  const form = item.getByTestId('decide.form');
  await form.waitFor();
  expect(await jira.meter()).toMatchObject({ invocations: 0, points: 0 });
  await onScreen(form).toContainText('Order Status asks for Order Status as the system of record (must, BUYER-4), but Shopping Cart asks for Shopping Cart as the system of record (must, CART-3).', AS_READ);

  // Going back loses nobody: the button that opened it has the focus again.
  await form.getByRole('button', { name: 'Back to the agenda' }).focus();
  await jira.page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  expect(await item.getByRole('button', { name: /^See both sides/ }).evaluate((button) => button === document.activeElement)).toBe(true);
  await jira.page.keyboard.press('Enter');

  await form.getByText(/is overruled/).first().waitFor();
  await form.getByTestId('decide.record').click();
  await form.getByText('Say why, in at least 10 characters: whoever comes later need not ask.').first().waitFor();
  await form.getByLabel('Why this way').fill('The cart is where the address is typed');
  await form.getByTestId('decide.record').click();
  const settled = frame.getByTestId('meeting.settled');
  await settled.getByText('BuyerProfile.deliveryAddress: everybody uses').waitFor();
  expect(await settled.getByRole('heading').evaluate((heading) => heading === document.activeElement)).toBe(true);
  await item.waitFor({ state: 'detached' });
  await onScreen.poll(() => jira.page.url()).toMatch(/\/meeting$/);
  await onScreen(frame.getByTestId('meeting.markdown')).toHaveValue(/## Settled in this meeting\n\n- BuyerProfile\.deliveryAddress: everybody uses/);
  expect(jira.errors()).toEqual([]);
}, 60_000);

test('the summary is in the clipboard after one click', async () => {
  const frame = await enter('meeting');
  await jira.context.grantPermissions(['clipboard-read'], { origin: given.local.url });
  await frame.getByTestId('meeting.copy').click();
  await frame.getByTestId('meeting.said').getByText('The summary is in the clipboard.').waitFor();
  await onScreen.poll(() => jira.page.evaluate(() => navigator.clipboard.readText())).toBe(await frame.getByTestId('meeting.markdown').inputValue());
});

test('where the clipboard is blocked the summary is shown to copy by hand', async () => {
  const frame = await enter('meeting');
  await frame.locator('body').evaluate(() => { document.execCommand = () => false; });
  await frame.getByTestId('meeting.copy').click();
  await frame.getByTestId('meeting.said').getByText('This page may not use the clipboard here: copy the text below, or download it.').waitFor();
  await onScreen(frame.getByTestId('meeting.markdown')).toHaveValue(/^# Planning meeting of Buyer Platform/);
});

test('whoever does not administer the project runs the meeting, and is told why nothing is kept', async () => {
  const frame = await enter('meeting', { as: 'leah-stone' });
  await onScreen(frame.getByTestId('meeting.reader')).toHaveText('Who administers Buyer Platform decides, puts off and keeps a snapshot. You can read all of it, ask and copy the summary.', AS_READ);
  const words = 'Only administrators of BUYER put off and keep a snapshot';
  for (const button of [frame.getByTestId('meeting.keep'), frame.getByTestId('meeting.cut-line').getByRole('button', { name: /^Put off/ }).first()]) {
    expect([await button.getAttribute('aria-disabled'), await button.getAttribute('title')]).toEqual(['true', words]);
  }
  await frame.getByText(words, { exact: true }).waitFor();
  await onScreen(frame.getByText('LEGAL-1', { exact: true })).toHaveCount(0);
});

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(target: Locator, most = 150): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < most; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await jira.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
}

test('a meeting by keyboard alone: answer, ask, put off, take up again, keep a snapshot, print; the focus is never lost', async () => {
  const frame = await enter('meeting');
  const press = (key: string): Promise<void> => jira.page.keyboard.press(key);
  // Put off, and take up again.
  const item = frame.getByTestId('meeting.cut-line').getByRole('listitem').filter({ has: frame.getByRole('button', { name: /^Put off/ }) }).first();
  const words = await item.locator('p').first().innerText();
  await tabTo(item.getByRole('button', { name: /^Put off/ }));
  await press('Enter');
  await jira.page.keyboard.type('waits for evidence');
  await press('Enter');
  const later = frame.getByTestId('meeting.put-off');
  await later.waitFor();
  await frame.getByRole('heading', { name: 'To talk about' }).and(frame.locator(':focus')).waitFor();
  await tabTo(later.locator('summary'));
  await press('Enter');
  await tabTo(later.getByRole('button', { name: `Take up again: ${words}` }));
  await press('Enter');
  await frame.getByTestId('meeting.cut-line').getByText(words).waitFor();
  await frame.getByRole('heading', { name: 'To talk about' }).and(frame.locator(':focus')).waitFor();

  // Ask a question.
  const question = frame.getByTestId('meeting.question').getByRole('button', { name: /^Ask on / }).first();
  await tabTo(question);
  await press('Enter');
  await tabTo(frame.getByRole('button', { name: 'Post the question' }));
  await press('Enter');
  const settled = frame.getByTestId('meeting.settled');
  await settled.getByText(/its reporter was asked/).waitFor();
  await settled.getByRole('heading').and(frame.locator(':focus')).waitFor();

  // Answer a ticket of the cut line: the dialog gives the focus back to what opened it.
  const answer = frame.getByTestId('meeting.cut-line').getByRole('button', { name: /^(Answer|Change answer to) / }).first();
  await tabTo(answer);
  await press('Enter');
  await frame.getByTestId('answer.dialog').waitFor();
  await press('Escape');
  await frame.getByTestId('answer.dialog').waitFor({ state: 'detached' });
  await answer.and(frame.locator(':focus')).waitFor();

  // The end: a snapshot, then the staffing case on paper.
  await tabTo(frame.getByTestId('meeting.keep'));
  await press('Enter');
  await frame.getByText('The snapshot is kept: the next meeting starts from here.').waitFor();
  await tabTo(frame.getByTestId('meeting.staffing'));
  await press('Enter');
  await frame.getByTestId('print.sheet').waitFor();
  await frame.locator('body').evaluate((body) => { window.print = () => body.setAttribute('data-printed', 'yes'); });
  await tabTo(frame.getByTestId('print.print'));
  await press('Enter');
  await onScreen(frame.locator('body')).toHaveAttribute('data-printed', 'yes');
  await jira.page.emulateMedia({ media: 'print' });
  expect([await frame.getByTestId('print.print').isVisible(), await frame.getByTestId('print.sheet').isVisible()]).toEqual([false, true]);
}, 60_000);

test.each(['light', 'dark'] as const)('nobody is shut out of meeting, strategy, initiatives and demand: %s', async (theme) => {
  jira = await given.open({ as: ADA, theme });
  for (const route of ['meeting', 'strategy', 'initiatives', 'demand', 'meeting?sheet=staffing']) {
    if (route !== 'meeting?sheet=staffing') await open(route);
    else await (await jira.openProjectPage('BUYER', route)).getByTestId('print.sheet').waitFor();
    expect([route, await axeFindings(jira.page)]).toEqual([route, []]);
  }
}, 120_000);
