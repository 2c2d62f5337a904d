import type { FrameLocator } from 'playwright-core';
import { axeFindings } from '../given/axe-findings';
import { givenJira, type WindowOptions } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { holdAnswers } from '../given/held-answers';
import { AS_READ, onScreen } from '../given/on-screen';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';

/** The order once everything about it is computed. */
async function openOrder(options: Partial<WindowOptions> & { search?: string } = {}): Promise<FrameLocator> {
  const { search = '', ...rest } = options;
  jira = await given.open({ as: ADA, ...rest });
  const frame = await jira.openProjectPage('BUYER', `order${search}`);
  await isComputed(frame);
  return frame;
}

async function isComputed(frame: FrameLocator): Promise<void> {
  await frame.getByTestId('ranking.fit').waitFor();
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached' });
}

const address = (): string => new URL(jira.page.url()).search;

test('opening costs no invocation and no point, and breaks no rule of the page’s policy', async () => {
  await openOrder();
  await jira.resetMeter();
  await jira.page.reload();
  const frame = jira.page.frameLocator('main iframe.jira-app-frame').first();
  await isComputed(frame);
  const { invocations, points } = await jira.meter();
  expect({ invocations, points }).toEqual({ invocations: 0, points: 0 });
  expect(jira.errors()).toEqual([]);
  expect(given.local.output()).not.toContain('broke its Content Security Policy');
});

test('a tie is explained, and the chances between its tickets are a table', async () => {
  const frame = await openOrder();
  const band = frame.getByTestId('order.band.1');
  await onScreen(band.getByRole('paragraph').first()).toContainText(/^Band 1, \d+ tickets that the estimates cannot tell apart$/, AS_READ);
  await onScreen(band.getByRole('paragraph').nth(1)).toContainText(/^A tie: BUYER-\d+ beats BUYER-\d+ with a chance of \d\d %, which is not enough to put one before the other\./, AS_READ);
  await band.getByRole('button', { name: 'Show the chances between them' }).click();
  const cells = await band.getByRole('cell').allInnerTexts();
  expect(cells.length).toBeGreaterThan(3);
  for (const cell of cells.filter((text) => text !== '–' && text !== '')) expect(cell).toMatch(/^(under 5|over 95|[1-9]?[05]) %$/);
});

test('what to ask first is a sentence, and its money is one click away', async () => {
  const frame = await openOrder();
  const ask = frame.getByTestId('order.ask');
  await onScreen(ask.getByRole('listitem').first()).toContainText(/^Ask .+ for evidence on (BUYER-\d+) first: it could change whether \1 is in\. Evidence: .+\.$/, AS_READ);
  await ask.getByTestId('order.ask.wide').getByText('Ask Shopping Cart for a narrower range of what BUYER-13 is worth: its ends are more than a factor of 10 apart.').waitFor();
  await ask.getByText('What asking would be worth').click();
  await onScreen(ask).toContainText(/Knowing its worth exactly would spare up to \$\d+K a month on average: an upper bound, for this one estimate\./, AS_READ);
});

test('the cut line is moved by keyboard and by drag: a what-if in the address, put back by one button', async () => {
  const frame = await openOrder();
  const line = frame.getByTestId('order.cut');
  const above = Number(await line.getAttribute('aria-valuenow'));
  await line.focus();
  await jira.page.keyboard.press('ArrowUp');
  const whatIf = frame.getByTestId('ranking.what-if');
  await whatIf.getByText(/^What if, not saved: .+ person-weeks a month instead of 24 to 32 person-weeks a month\. The address of this page holds it/).waitFor();
  await isComputed(frame);
  expect(Number(await line.getAttribute('aria-valuenow'))).toBe(above - 1);
  await onScreen.poll(() => address()).toMatch(/^\?capacity=[\d.]+-[\d.]+$/);
  await jira.page.reload();
  await isComputed(frame);
  expect(Number(await line.getAttribute('aria-valuenow'))).toBe(above - 1);
  await frame.getByTestId('ranking.drop').click();
  await whatIf.waitFor({ state: 'detached' });
  await onScreen.poll(() => address()).toBe('');
  await isComputed(frame);

  const target = frame.getByRole('row').filter({ has: frame.getByTestId('order.band.1') });
  await frame.getByRole('region', { name: 'Table of the order, scrolls' }).scrollIntoViewIfNeeded();
  await line.hover();
  await jira.page.mouse.down();
  const box = await target.boundingBox();
  await jira.page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 10, { steps: 5 });
  await line.getByText(/^Drop: 0 of \d+ tickets above the line$/).waitFor();
  await jira.page.mouse.up();
  await isComputed(frame);
  await frame.getByTestId('order.summary').getByText(/^0 of \d+ comparable tickets fit/).waitFor();
});

test('a capacity that was tried is saved only on request, by an administrator', async () => {
  let frame = await openOrder({ search: '?capacity=20-28' });
  await frame.getByTestId('ranking.save').click();
  await frame.getByTestId('ranking.what-if').waitFor({ state: 'detached' });
  await isComputed(frame);
  await onScreen(frame.getByLabel('Person-weeks, at least')).toHaveValue('20');
  const { body } = await given.local.rest(ADA, 'GET', '/rest/api/3/project/BUYER/properties/product-context.settings');
  expect((body as { value: { capacity: unknown } }).value.capacity).toEqual({ low: 20, high: 28, per: 'month' });
  await jira.close();
  frame = await openOrder({ as: 'tomasz-nowak', search: '?capacity=1-2' });
  const save = frame.getByTestId('ranking.save');
  await onScreen(save).toHaveAttribute('aria-disabled', 'true');
  await onScreen(save).toHaveAttribute('title', 'Only administrators of BUYER change its capacity');
});

test('infrastructure answers in place; a stale answer loses nothing', async () => {
  const frame = await openOrder();
  await frame.getByRole('button', { name: 'Answer BUYER-17' }).click();
  const dialog = frame.getByTestId('answer.dialog');
  await dialog.getByLabel('Our answer').selectOption({ label: 'Countered: something else' });
  await dialog.getByLabel('Reason').fill('');
  await dialog.getByTestId('answer.save').click();
  await dialog.getByText('Say what you offer instead: the team reads it on the ticket.').waitFor();
  await dialog.getByText('posted on BUYER-17 as a comment in your name', { exact: false }).waitFor();
  await dialog.getByLabel('Reason').fill('Six fields first, three after the holidays');
  const found = await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-17/properties/product-context');
  const record = (found.body as { value: { rev: number } }).value;
  await given.local.rest(ADA, 'PUT', '/rest/api/3/issue/BUYER-17/properties/product-context', { ...record, rev: record.rev + 1, answer: { state: 'accepted', why: 'Yes' } });
  await dialog.getByTestId('answer.save').click();
  await dialog.getByTestId('answer.stale').getByText('Stored meanwhile: Accepted (Yes)', { exact: false }).waitFor();
  await onScreen(dialog.getByLabel('Reason')).toHaveValue('Six fields first, three after the holidays');
  await dialog.getByRole('button', { name: 'Save mine on top of it' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { body } = await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-17/properties/product-context');
  expect((body as { value: { answer: unknown } }).value.answer).toEqual({ state: 'countered', why: 'Six fields first, three after the holidays' });
  const comments = await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-17/comment');
  expect(JSON.stringify(comments.body)).toContain('Infrastructure’s answer: countered, with something else. It was accepted before.');
  expect(JSON.stringify(comments.body)).toContain('Reason: Six fields first, three after the holidays');
});

test('declining needs a reason, takes the ticket out of the order, and works by keyboard alone', async () => {
  const frame = await openOrder();
  await frame.getByRole('button', { name: /^(Answer|Change answer to) BUYER-3$/ }).focus();
  await jira.page.keyboard.press('Enter');
  const dialog = frame.getByTestId('answer.dialog');
  await dialog.getByLabel('Our answer').focus();
  await jira.page.keyboard.type('Decl');
  await dialog.getByLabel('Reason').fill('');
  await jira.page.keyboard.press('Enter');
  await dialog.getByText('Say why it is declined: the team reads it on the ticket.').waitFor();
  await jira.page.keyboard.type('The carrier offers this');
  await jira.page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await isComputed(frame);
  await frame.getByRole('button', { name: 'Answer BUYER-3', exact: true }).waitFor({ state: 'detached' });
});

test('a worker that dies says so, and computing again works', async () => {
  jira = await given.open({ as: ADA });
  let times = 0;
  await jira.page.route(/ranking-worker/, (route) => {
    times += 1;
    return times === 1 ? route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw new Error("out of memory")' }) : route.continue();
  });
  const frame = await jira.openProjectPage('BUYER', 'order');
  await frame.getByTestId('ranking.died').getByText('Nothing was changed in Jira.', { exact: false }).waitFor();
  await frame.getByRole('button', { name: 'Compute again' }).click();
  await isComputed(frame);
});

test('computing can be stopped, and taken up again', async () => {
  jira = await given.open({ as: ADA });
  // A worker that never answers stands for draws that take long.
  await jira.page.route(/ranking-worker/, (route) => route.fulfill({ status: 200, contentType: 'text/javascript', body: 'onmessage = () => undefined;' }), { times: 1 });
  const frame = await jira.openProjectPage('BUYER', 'order');
  await frame.getByTestId('ranking.stop').click();
  await frame.getByTestId('ranking.stopped').getByText('There is no order yet.').waitFor();
  await frame.getByRole('button', { name: 'Compute again' }).click();
  await isComputed(frame);
});

test('loading that was cancelled gives an order of what is there, and says that it is a part', async () => {
  jira = await given.open({ as: ADA });
  const letGo = await holdAnswers(jira.page, '/issue/bulkfetch');
  const frame = await jira.openProjectPage('BUYER', 'order');
  await frame.getByTestId('roadmap.cancel').click();
  await frame.getByTestId('roadmap.partial').getByText('This is a part of the demand').waitFor();
  await frame.getByTestId('ranking.assumptions').or(frame.getByText('Nothing to order')).first().waitFor();
  letGo();
});

test('where nobody asks anything there is nothing to order, to plan or to price', async () => {
  jira = await given.open({ as: ADA });
  await jira.page.route('**/local/bridge/fetch', (route) => route.continue({ postData: (route.request().postData() ?? '').replace('statusCategory != Done', 'statusCategory != Done AND statusCategory = Done') }));
  const order = await jira.openProjectPage('BUYER', 'order');
  await order.getByRole('heading', { name: 'Nothing to order' }).waitFor();
  const plan = await jira.openProjectPage('BUYER', 'plan');
  await plan.getByRole('heading', { name: 'Nothing to plan' }).waitFor();
  const interrupts = await jira.openProjectPage('BUYER', 'interrupts?effort=5');
  await interrupts.getByText('Nobody cuts the queue at the moment.', { exact: false }).waitFor();
  await interrupts.getByTestId('interrupts.answer').getByText('No money is lost behind it.').waitFor();
  expect(jira.errors()).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 768]) {
    test(`axe finds nothing, ${theme}, ${String(width)} px`, async () => {
      const frame = await openOrder({ theme, width });
      await frame.getByText('What these numbers stand on').click();
      await frame.getByRole('button', { name: 'Show the chances between them' }).first().click();
      expect(await axeFindings(jira.page)).toEqual([]);
    });
  }
}
