import type { FrameLocator } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';

async function enter(route: string, as = ADA): Promise<FrameLocator> {
  jira = await given.open({ as });
  const frame = await jira.openProjectPage('BUYER', route);
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached' });
  return frame;
}

/** How many pages a browser makes of a file on paper of this kind. */
async function pages(html: string, format: 'A4' | 'Letter'): Promise<number> {
  const page = await given.browser.newPage();
  await page.setContent(html);
  const pdf = (await page.pdf({ format, printBackground: true, preferCSSPageSize: false })).toString('latin1');
  await page.close();
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('strategy off target is pointed out, and what one more start would do', async () => {
  const frame = await enter('strategy');
  const off = frame.getByTestId('strategy.off-target');
  await off.waitFor();
  await onScreen(off).toContainText(/Faster checkout stands at \d+ % of what is started; the target is 35 %\./, AS_READ);
  await frame.getByLabel('What if we started').selectOption({ label: 'BUYER-4 One delivery address that everybody trusts' });
  await onScreen(frame.getByTestId('strategy.what-if')).toContainText(/^Starting BUYER-4 would take Upkeep from 0 % to \d+ % of what is started; the target is 20 %\.$/, AS_READ);
  const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByRole('button', { name: 'Export JSON of shares of themes and horizons' }).click()]);
  const rows = JSON.parse(readFileSync(await file.path(), 'utf8')) as Record<string, unknown>[];
  expect(rows[0]).toMatchObject({ Of: 'theme', Name: 'Faster checkout', 'Target %': 35 });
});

test('every picture has a sentence that can be copied, and its numbers as a table', async () => {
  const frame = await enter('strategy');
  await jira.context.grantPermissions(['clipboard-read'], { origin: given.local.url });
  const picture = frame.getByRole('figure', { name: 'Shares by theme' });
  await picture.locator('svg.gr-chart').waitFor();
  const sentence = /Most of what is planned: .+ \(\d+ %\)\./;
  await onScreen(picture).toContainText(sentence, AS_READ);
  await picture.getByText('The numbers of this picture').click();
  await onScreen(picture.getByRole('columnheader')).toHaveText(['Theme', 'Planned', 'Started', 'Done', 'Target'], AS_READ);
  await onScreen(picture.getByRole('row').filter({ hasText: 'Faster checkout' })).toContainText(/^Faster checkout\s+\d+ %\s+\d+ %\s+\d+ %\s+35 %$/, AS_READ);
  await picture.getByRole('button', { name: 'Copy the sentence about Shares by theme' }).click();
  await picture.getByText('Copied.').waitFor();
  await onScreen.poll(() => jira.page.evaluate(() => navigator.clipboard.readText())).toMatch(sentence);
});

test('afterwards: verdicts on done tickets, hit rates per team, and nobody’s name', async () => {
  const frame = await enter('strategy');
  const outcomes = frame.getByTestId('strategy.outcomes');
  await outcomes.waitFor();
  await onScreen(outcomes).toContainText('Of 4 done tickets, 4 were measured in full: 1 stretch reached, 1 goal reached, 1 still acceptable, 1 missed.', AS_READ);
  await onScreen(outcomes).toContainText('readers with a known birthday: 9 %, goal 30 % (missed)', AS_READ);
  await onScreen(frame.getByTestId('strategy.hit-rates')).toContainText('Order Status not enough yet', AS_READ);
  const text = await outcomes.innerText();
  for (const name of ['Ada', 'Marco', 'Sofia', 'Priya']) expect(text).not.toContain(name);
});

test('a theme that was removed from the settings keeps its work and is marked', async () => {
  const { body } = await given.local.rest(ADA, 'GET', '/rest/api/3/project/10001/properties/product-context.settings');
  const { value } = body as { value: { themes: { id: string }[]; teams: { id: string }[] } };
  const changed = { ...value, themes: value.themes.filter(({ id }) => id !== 'personal'), teams: value.teams.filter(({ id }) => id !== 'marketing') };
  await given.local.rest(ADA, 'PUT', '/rest/api/3/project/10001/properties/product-context.settings', changed);
  const frame = await enter('strategy');
  await frame.getByText('personal (no longer in the settings)').first().waitFor();
  await onScreen(frame.getByTestId('strategy.outcomes')).toContainText('Marketing (no longer in the settings)', AS_READ);
  await given.local.rest(ADA, 'PUT', '/rest/api/3/project/10001/properties/product-context.settings', value);
});

test.each([['no capacity', undefined, 'No capacity is set'], ['a capacity of zero', { low: 0, high: 0, per: 'month' }, 'no capacity']] as const)('%s: demand, meeting and sheets say so', async (_, capacity, words) => {
  const { body } = await given.local.rest(ADA, 'GET', '/rest/api/3/project/10001/properties/product-context.settings');
  const { value } = body as { value: Record<string, unknown> };
  const { capacity: _capacity, ...rest } = value;
  await given.local.rest(ADA, 'PUT', '/rest/api/3/project/10001/properties/product-context.settings', capacity === undefined ? rest : { ...rest, capacity });
  const frame = await enter('meeting');
  const fit = frame.getByTestId('ranking.fit');
  await fit.waitFor();
  await onScreen(fit).toContainText(words, AS_READ);
  await frame.getByTestId('meeting.staffing').click();
  await frame.getByTestId('print.sheet').getByText(words).first().waitFor();
  expect(jira.errors()).toEqual([]);
  await given.local.rest(ADA, 'PUT', '/rest/api/3/project/10001/properties/product-context.settings', value);
});

test('an initiative without an answer stands out, shows each team’s part, and is answered in place', async () => {
  const frame = await enter('initiatives');
  const card = frame.getByTestId('initiative.BUYER-48');
  await card.waitFor();
  await onScreen(card).toContainText('BUYER-48 cannot be promised: it waits for infrastructure’s answer on BUYER-51, 1 of 3 parts.', AS_READ);
  await onScreen(card).toContainText(/Worth together \$\d+K to \$[\d.]+[KM], middle \$\d+K a month, if the goals are reached, counted once\. Its parts take [\d.]+ to [\d.]+ person-weeks, 2 parts without effort not included\./, AS_READ);
  await onScreen(card.getByRole('row').filter({ hasText: 'BUYER-49' })).toContainText(/[\d.]+ to [\d.]+ person-weeks/, AS_READ);
  await onScreen(card.getByRole('row').filter({ hasText: 'BUYER-50' })).toContainText('Countered: the partner’s segments first, history later', AS_READ);
  await onScreen(frame.getByTestId('initiatives.same-metric')).toContainText('4 tickets each claim checkout conversion: same money? BUYER-13, BUYER-17, BUYER-46 and CART-3.', AS_READ);
  await card.getByRole('button', { name: 'Answer BUYER-51' }).click();
  await frame.getByLabel('Our answer').selectOption({ label: 'Declined' });
  await frame.getByLabel('Reason', { exact: true }).fill('the partner asks for consent itself');
  await frame.getByTestId('answer.save').click();
  await card.getByText('Declined: the partner asks for consent itself').waitFor();
  await onScreen(frame.getByTestId('initiatives.summary')).toHaveText('We have answered every part of 1 initiative.', AS_READ);
});

test.each(['staffing', 'plan'])('the %s sheet is one page of A4 and of Letter', async (sheet) => {
  const frame = await enter(`meeting?sheet=${sheet}`);
  const paper = frame.getByTestId('print.sheet');
  await paper.waitFor();
  await frame.locator('.sheet-bar').or(paper).first().waitFor();
  const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByTestId('print.download').click()]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^${sheet}-BUYER-\\d{4}-\\d\\d-\\d\\d\\.html$`));
  const html = readFileSync(await file.path(), 'utf8');
  expect(html).toContain('the demand is at least');
  expect(html).not.toMatch(/<script|https?:\/\//);
  expect([await pages(html, 'A4'), await pages(html, 'Letter')]).toEqual([1, 1]);
});

test('a sheet too long for a page is seen', async () => {
  jira = await given.open({ as: ADA });
  expect(await pages(`<article>${'<p>line</p>'.repeat(100)}</article>`, 'A4')).toBeGreaterThan(1);
});

test('a ticket that is closed without being built is not done: it is in no outcome, and counted beside', async () => {
  const { body } = await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-46/transitions');
  const away = (body as { transitions: { id: string; to: { name: string } }[] }).transitions.find(({ to }) => /won.t/i.test(to.name));
  expect((await given.local.rest(ADA, 'POST', '/rest/api/3/issue/BUYER-46/transitions', { transition: { id: away?.id } })).status).toBe(204);
  const frame = await enter('strategy');
  const outcomes = frame.getByTestId('strategy.outcomes');
  await outcomes.getByText('Of 4 done tickets, 4 were measured in full', { exact: false }).waitFor();
  await onScreen(outcomes.getByTestId('strategy.left-out')).toHaveText('Not counted as done: 1 ticket closed without being built.', AS_READ);
  await onScreen(outcomes).not.toContainText('BUYER-46', AS_READ);
});
