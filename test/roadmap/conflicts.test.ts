import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { FrameLocator } from 'playwright-core';
import { givenJira, type WindowOptions } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { holdAnswers } from '../given/held-answers';
import { AS_READ, onScreen } from '../given/on-screen';
import { aRecord, putContext, readContext } from '../panel/stored-records';
import { openConflicts } from './conflicts-driver';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';
const LEGAL_TICKET = 10108;

async function enter(as = ADA, options: Partial<WindowOptions> = {}): Promise<JiraScreens> {
  jira = await given.open({ as, ...options });
  return jira;
}

/** A ticket of a team that wants one of these languages. */
async function wantsLanguage(key: string, team: string, oneOf: readonly string[]): Promise<void> {
  await putContext(given.local, ADA, key, aRecord({
    team, touchesSharedData: true, claims: [{ id: 'c1', model: 'buyer-profile', element: 'BuyerProfile.locale', facet: 'values', level: 'must', oneOf, everywhere: ['journey', 'market', 'channel'] }],
  }));
}

test('opening costs no invocation and no point', async () => {
  await enter();
  await jira.resetMeter();
  const page = await openConflicts(jira);
  await onScreen(page.summary).toHaveText('1 blocking work, 3 negotiable', AS_READ);
  const { invocations, points } = await jira.meter();
  expect({ invocations, points }).toEqual({ invocations: 0, points: 0 });
  expect(jira.errors()).toEqual([]);
  expect(given.local.output()).not.toContain('broke its Content Security Policy');
});

test('few payment options against several: the sentence, and beside it what both sides’ users need and what it is worth', async () => {
  const page = await openConflicts(await enter());
  await onScreen(page.sentence('BuyerProfile.paymentMethods')).toHaveText('COUNT_CLASH BuyerProfile.paymentMethods: Shopping Cart asks for at most 1 (goal, BUYER-17), but Recommendations asks for at least 2 (must, BUYER-3), '
    + 'as does Marketing Campaigns (wish, MKT-2). No count satisfies both when journey is deals. Smallest change: BUYER-17 from 1 to 2 there.', AS_READ);
  const card = page.conflictOn('BuyerProfile.paymentMethods');
  for (const words of ['Buyers pay before they lose patience', '$900K to $2.1M a month: checkout conversion +2 to 4 %', 'Buyers see offers that their card entitles them to', '$800K to $2.5M a month: revenue from card-only offers +4 to 9 %', 'It clashes only when journey is deals.', 'The element has one representation.']) {
    await onScreen(card).toContainText(words, AS_READ);
  }
  // MKT-2 only wishes, but asks what the stronger side asks: BUYER-17 alone would have to give way.
  expect((await card.innerText()).match(/would have to give way/g)).toHaveLength(1);
});

test('retention against lifetime history: law holds, and a market left open is pointed out', async () => {
  const page = await openConflicts(await enter());
  await onScreen(page.sentence('BuyerProfile.orderHistory')).toHaveText('RETENTION_CLASH BuyerProfile.orderHistory: Recommendations asks for keeping it for at least 3650 days (must, BUYER-7), but Legal Compliance asks for deleting it within 1095 days '
    + '(law or contract, LEGAL-1). No time of keeping satisfies both when market is EU, unless Recommendations means only US or UK. Smallest change: BUYER-7 from 3650 days to 1095 days there.', AS_READ);
  await onScreen(page.conflictOn('BuyerProfile.orderHistory')).toContainText('Recommendations has not said for which market it asks. If it means only US or UK, nothing clashes.', AS_READ);
});

async function exported(frame: FrameLocator, name: string): Promise<string> {
  const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByRole('button', { name }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

test('the conflicts that are shown leave as CSV that runs nothing and as JSON with the same cells', async () => {
  const stored = await readContext(given.local, ADA, 'BUYER-17');
  await putContext(given.local, ADA, 'BUYER-17', { ...stored, need: '=HYPERLINK("https://evil.example")' });
  const page = await openConflicts(await enter(), '?element=BuyerProfile.paymentMethods');
  const csv = await exported(page.frame, 'Export CSV of conflicts');
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
  const json = JSON.parse(await exported(page.frame, 'Export JSON of conflicts')) as Record<string, unknown>[];
  expect(data.map((row) => [row['Severity'], row['What clashes'], row['Asks for'], row['Team'], row['Ticket'], row['How strong'], row['Role'], row['Applies']])).toEqual([
    ['Negotiable', 'How many', 'at most 1', 'Shopping Cart', 'BUYER-17', 'goal', 'would have to give way', 'when journey is checkout or deals'],
    ['Negotiable', 'How many', 'at least 2', 'Recommendations', 'BUYER-3', 'must', 'is on the stronger side', 'when journey is deals'],
    ['Negotiable', 'How many', 'at least 2', 'Marketing Campaigns', 'MKT-2', 'wish', 'is on the stronger side', 'when journey is deals'],
  ]);
  expect(data[0]?.['Users need']).toBe('\'=HYPERLINK("https://evil.example")');
  expect(json.map((row) => row['Users need'])).toContain('=HYPERLINK("https://evil.example")');
  expect(Object.keys(json[0] ?? {})).toEqual(Object.keys(data[0] ?? {}));
  await putContext(given.local, ADA, 'BUYER-17', stored);
});

const claimOf = async (key: string) => (await readContext(given.local, ADA, key))['claims'] as readonly Record<string, unknown>[];

test('what was left open is narrowed beside the sentence: the clash ends, and comes back when that is undone', async () => {
  const page = await openConflicts(await enter());
  const before = await claimOf('BUYER-7');
  const card = page.conflictOn('BuyerProfile.orderHistory');
  await jira.resetMeter();
  await card.getByRole('button', { name: 'Only when market is US or UK' }).click();
  await card.waitFor({ state: 'detached' });
  const notice = page.frame.getByTestId('conflicts.answered');
  await onScreen(notice).toHaveText('Saved on BUYER-7: Only when market is US or UK. The conflicts below are checked with it. Undo', AS_READ);
  await onScreen(notice).toBeFocused();
  expect((await claimOf('BUYER-7')).map(({ when }) => when)).toContainEqual({ market: ['US', 'UK'] });
  expect((await jira.meter()).invocations).toBe(1);
  await page.frame.getByTestId('conflicts.answered.undo').click();
  await card.waitFor();
  expect(await claimOf('BUYER-7')).toEqual(before);
});

test('an answer of "everywhere" makes the clash block, and a save by somebody else in between is refused in words', async () => {
  const language = (key: string, team: string, claim: object) => putContext(given.local, ADA, key, aRecord({ team, touchesSharedData: true, claims: [{ id: 'c1', model: 'buyer-profile', element: 'BuyerProfile.nickname', facet: 'count', level: 'must', ...claim }] }));
  await language('BUYER-21', 'recommendations', { min: 2 });
  await language('BUYER-22', 'shopping-cart', { max: 1, when: { journey: ['checkout'] } });
  const page = await openConflicts(await enter());
  const card = page.conflictOn('BuyerProfile.nickname');
  await onScreen(page.sentence('BuyerProfile.nickname')).toContainText('unless Recommendations means only', AS_READ);
  const stored = await readContext(given.local, ADA, 'BUYER-21');
  await putContext(given.local, ADA, 'BUYER-21', { ...stored, rev: 9, users: 'Everybody' });
  const everywhere = card.getByRole('button', { name: 'Everywhere, whatever the journey' });
  // What the second press builds on takes its time to be read: until then it is not offered.
  const letBeRead = await holdAnswers(jira.page, '/issue/bulkfetch');
  await everywhere.click();
  await card.getByText('Nothing was changed on BUYER-21').waitFor();
  await onScreen(everywhere).toHaveAttribute('title', 'What the ticket says now is being read.');
  letBeRead();
  await onScreen(card.getByRole('alert')).toContainText(/saved/i, AS_READ);
  expect((await claimOf('BUYER-21'))[0]).not.toHaveProperty('everywhere');
  await everywhere.click();
  await card.getByText('Blocks work').waitFor();
  expect(await readContext(given.local, ADA, 'BUYER-21')).toMatchObject({ users: 'Everybody', claims: [{ everywhere: ['journey'] }] });
  await jira.close();

  await language('BUYER-21', 'recommendations', { min: 2 });
  const reader = await openConflicts(await enter('grace-adeyemi'));
  const seen = reader.conflictOn('BuyerProfile.nickname');
  await seen.getByText('Who may edit BUYER-21 can narrow it there; you may not.').waitFor();
  await onScreen(seen.getByRole('button', { name: 'Everywhere, whatever the journey' })).toHaveCount(0);
});

test('who may not see the legal ticket hears that there is one, and nothing of what it asks', async () => {
  const stored = await readContext(given.local, ADA, 'BUYER-7');
  const { hash } = stored['index'] as { hash: string };
  await given.local.rest(ADA, 'PUT', '/rest/api/3/issue/BUYER-7/properties/product-context.conflicts', {
    hash, met: [], blocking: 0, items: [{ code: 'RETENTION_CLASH', at: 'BuyerProfile.orderHistory', severity: 'negotiable', ids: [LEGAL_TICKET] }],
  });
  const page = await openConflicts(await enter('leah-stone'));
  const card = page.conflictOn('BuyerProfile.orderHistory');
  await card.waitFor();
  await onScreen(page.sentence('BuyerProfile.orderHistory')).toHaveText('RETENTION_CLASH BuyerProfile.orderHistory: Recommendations asks for keeping it for at least 3650 days (must, BUYER-7), but a ticket you cannot see asks for something that does not go with it. No time of keeping satisfies all.', AS_READ);
  await onScreen(page.frame.locator('main')).toContainText('A ticket you cannot see takes part.', AS_READ);
  const everything = await page.frame.locator('main').innerText();
  for (const secret of ['LEGAL-1', '1095', 'GDPR Art. 5', 'EU']) expect(everything).not.toContain(secret);
  const json = await exported(page.frame, 'Export JSON of conflicts');
  for (const secret of ['LEGAL', '1095', 'GDPR', 'EU']) expect(json).not.toContain(secret);
  const rows = (JSON.parse(json) as Record<string, unknown>[]).filter((row) => row['Element'] === 'BuyerProfile.orderHistory');
  expect(rows.map((row) => [row['Ticket'], row['Role'], row['Held']])).toEqual([['BUYER-7', null, null], ['a ticket you cannot see', null, null]]);
});

test('two owners of the delivery address hold both tickets, and only an administrator is offered to decide', async () => {
  const page = await openConflicts(await enter('priya-raman'));
  const card = page.conflictOn('BuyerProfile.deliveryAddress');
  await onScreen(page.sentence('BuyerProfile.deliveryAddress')).toContainText(/^TWO_OWNERS BuyerProfile\.deliveryAddress: Order Status asks for Order Status as the system of record \(must, BUYER-4\), but Shopping Cart asks for Shopping Cart as the system of record \(must, CART-3\)\./, AS_READ);
  expect((await card.innerText()).match(/held until this is decided/g)).toHaveLength(2);
  await card.getByTestId('conflict.decide').click({ force: true });
  await onScreen(page.frame.getByTestId('decide.form')).toHaveCount(0);
  await onScreen(card).toContainText(/Who administers Buyer Platform decides, for instance .+\. You can comment on the conflict\./, AS_READ);
});

test('three lists of languages clash though every two of them agree', async () => {
  await wantsLanguage('BUYER-28', 'shopping-cart', ['de', 'en']);
  await wantsLanguage('BUYER-27', 'recommendations', ['en', 'fr']);
  const before = await openConflicts(await enter());
  await onScreen(before.conflictOn('BuyerProfile.locale')).toHaveCount(0);
  await before.show('compatible');
  await onScreen(before.frame.getByTestId('conflicts.notes.DIFFERENT_BUT_COMPATIBLE')).toContainText('DIFFERENT_BUT_COMPATIBLE BuyerProfile.locale: Recommendations and Shopping Cart ask for different things', AS_READ);
  await jira.close();
  await wantsLanguage('BUYER-30', 'marketing', ['de', 'fr']);
  const page = await openConflicts(await enter());
  await onScreen(page.sentence('BuyerProfile.locale')).toContainText(/^NO_COMMON_VALUE BuyerProfile\.locale: .*one of en or fr.*one of de or en.*one of de or fr.*No value satisfies all\./, AS_READ);
});

test('filters stand in the address and find by severity, team, element, what clashes, and words', async () => {
  const page = await openConflicts(await enter());
  const count = () => page.frame.getByTestId('conflicts.count');
  await page.frame.getByLabel('Team', { exact: true }).selectOption({ label: 'Legal Compliance' });
  await count().filter({ hasText: /^1 of \d conflicts$/ }).waitFor();
  await onScreen.poll(() => new URL(jira.page.url()).search).toBe('?team=legal');
  await jira.page.reload();
  await count().filter({ hasText: /^1 of \d conflicts$/ }).waitFor();
  await page.frame.getByTestId('conflicts.clear-filter').click();
  await page.frame.getByLabel('Words').fill('lose patience');
  await count().filter({ hasText: /^1 of \d conflicts$/ }).waitFor();
  await onScreen(page.conflictOn('BuyerProfile.paymentMethods')).toHaveCount(1);
  await page.frame.getByLabel('Words').fill('no such words');
  await page.frame.getByText('No conflict fits this filter').waitFor();
});

test('the matrix says what each team asks of each element, and Enter leads to the clash', async () => {
  const page = await openConflicts(await enter(), '?view=matrix');
  const matrix = page.frame.getByTestId('conflicts.matrix');
  const row = matrix.getByRole('row').filter({ hasText: 'BuyerProfile.deliveryAddress' });
  await onScreen(row).toContainText('Clashes: Shopping Cart as the system of record (must)', AS_READ);
  await onScreen(page.frame.getByTestId('conflicts.matrix.unknown')).toContainText('1 ticket', AS_READ);
  const first = await matrix.getByRole('rowheader').nth(1).innerText();
  expect(first).toContain('Blocks work');
  await matrix.focus();
  await jira.page.keyboard.press('ArrowDown');
  await jira.page.keyboard.press('ArrowUp');
  await jira.page.keyboard.press('Enter');
  await page.frame.getByTestId('conflicts.count').waitFor();
  await onScreen.poll(() => new URL(jira.page.url()).search).toBe(`?element=${first.split('\n')[0] ?? ''}`);
  await jira.page.goBack();
  await matrix.waitFor();
});

test('who says nothing of shared data is unknown, not fine', async () => {
  const page = await openConflicts(await enter(), '?view=unknown');
  await onScreen(page.frame.getByTestId('conflicts.unknown.asks')).toContainText(/^Ask the architect: 2\n/, AS_READ);
  await onScreen(page.frame.getByTestId('conflicts.unknown.unanswered')).toContainText('BUYER-14', AS_READ);
});

test('decisions that cannot be read are said, instead of showing conflicts that would be wrong', async () => {
  await given.local.rest(ADA, 'PUT', '/rest/api/3/project/10001/properties/product-context.decisions.0', { v: 1, decisions: 'gone' });
  const page = await openConflicts(await enter());
  await onScreen(page.frame.getByTestId('page.failed')).toContainText(/^The decisions could not be read\n+What is stored about decisions cannot be read\. At part: expected a number, got nothing\./, AS_READ);
  await given.local.rest(ADA, 'DELETE', '/rest/api/3/project/10001/properties/product-context.decisions.0');
  await page.frame.getByTestId('page.retry').click();
  await page.frame.getByTestId('conflicts.ready').waitFor();
});

test('a checker that dies is told in words, and checking again works', async () => {
  await enter();
  let isDead = true;
  await jira.page.route('**/check-worker-*.js', (route) => (isDead ? route.fulfill({ contentType: 'text/javascript', body: 'self.onmessage = () => { throw new Error("out of memory"); };' }) : route.continue()));
  const frame = await jira.openProjectPage('BUYER', 'conflicts');
  await frame.getByTestId('page.failed').waitFor();
  await onScreen(frame.getByTestId('page.failed')).toContainText('The conflicts could not be worked out', AS_READ);
  isDead = false;
  await frame.getByTestId('page.retry').click();
  await frame.getByTestId('conflicts.ready').waitFor();
});

test.each([['light', 1280], ['dark', 768]] as const)('axe finds nothing on the conflicts and no view is wider than the page, %s, %d pixels', async (theme, width) => {
  await enter(ADA, { theme, width });
  for (const view of ['list', 'matrix', 'compatible', 'unknown']) {
    const page = await openConflicts(jira, `?view=${view}`);
    expect(await axeFindings(jira.page)).toEqual([]);
    expect(await page.frame.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
  }
}, 60_000);

test('two teams that pull one measure in opposite directions are told, and there is no shared data to decide on', async () => {
  const adverts = (better: 'lower' | 'higher', goal: number) => [{ id: 't1', scale: 'Adverts a household gets', unit: 'adverts', better, goal }];
  await putContext(given.local, ADA, 'BUYER-19', aRecord({ team: 'marketing', thresholds: adverts('higher', 6) }));
  await putContext(given.local, ADA, 'BUYER-20', aRecord({ team: 'shopping-cart', thresholds: adverts('lower', 1) }));
  const page = await openConflicts(await enter());
  await onScreen(page.sentence('adverts a household gets')).toContainText(/^THRESHOLD_OPPOSED adverts a household gets: .*\(goal, BUYER-19.*\(goal, BUYER-20|BUYER-20.*BUYER-19/, AS_READ);
  const card = page.conflictOn('adverts a household gets');
  await onScreen(card).toContainText('2 thresholds measure the same and pull it in opposite directions.', AS_READ);
  await onScreen(card).toContainText('No shared data is asked for here: agree on one direction and change the threshold on one of the tickets.', AS_READ);
});
