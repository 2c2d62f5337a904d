import { readFileSync } from 'node:fs';
import { givenJira, type WindowOptions } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { AS_READ, onScreen } from '../given/on-screen';
import { decide, openConflicts } from './conflicts-driver';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';
const PAYMENT = 'BuyerProfile.paymentMethods';
const WHY = 'Card offers are worth more than the second field costs';

async function enter(as = ADA, options: Partial<WindowOptions> = {}): Promise<JiraScreens> {
  jira = await given.open({ as, ...options });
  return jira;
}

async function reverse(why: string): Promise<void> {
  const frame = await jira.openProjectPage('BUYER', 'decisions?state=in%20force');
  const entry = frame.getByTestId(/^decision\.\d+$/).first();
  await entry.getByTestId('decision.reverse').click();
  await frame.getByLabel('Why it is reversed').fill(why);
  await frame.getByTestId('decision.reverse.confirm').click();
  await frame.getByText('No decision is in this state').waitFor();
}

test('standardise: everybody uses at least 2; what Shopping Cart gives up is said before and kept after; reversed, the conflict is back', async () => {
  const page = await openConflicts(await enter());
  const before = await page.sentence(PAYMENT).innerText();
  const deciding = await decide(page, PAYMENT);
  await deciding.frame.getByText('at least 2 as Recommendations asks').click();
  const preview = await deciding.preview('is overruled');
  expect(preview).toContain('BUYER-17, Shopping Cart: “at most 1” is overruled.');
  expect(preview).toContain(`What it settles\n${before}`);
  expect(preview).toContain('Shopping Cart gives up BUYER-17 ($900K to $2.1M a month), as far as it hangs on this requirement.');
  await deciding.fillIn('Why this way', WHY);
  await deciding.fillIn('What else was considered', 'Leaving deals out');
  const entry = await deciding.record();
  await onScreen(entry).toContainText(/^Decision 1: standardise\nIn force/, AS_READ);
  await onScreen(entry).toContainText('BuyerProfile.paymentMethods: everybody uses at least 2 when journey is deals; 1 requirement is overruled.', AS_READ);
  await onScreen(entry).toContainText('Shopping Cart gives up what hangs on 1 ticket ($900K to $2.1M a month)', AS_READ);
  await entry.getByText(/^Decided on .* by Ada Lindqvist, |^Decided on .* by Ada Lindqvist$/).waitFor();
  const settled = await openConflicts(jira);
  await onScreen(settled.conflictOn(PAYMENT)).toHaveCount(0);
  await reverse('The A/B test of December says otherwise');
  const newest = (await jira.openProjectPage('BUYER', 'decisions')).getByTestId(/^decision\.\d+$/).first();
  await onScreen(newest).toContainText(/^Decision 1: standardise\nReversed/, AS_READ);
  await onScreen((await openConflicts(jira)).sentence(PAYMENT)).toHaveText(before, AS_READ);
}, 60_000);

test('branch: checkout is Shopping Cart’s, deals are Recommendations’; two representations, and an end date is asked for', async () => {
  const page = await openConflicts(await enter());
  const deciding = await decide(page, PAYMENT);
  await deciding.choose('branch');
  await deciding.fillIn('Until', '2099-06-30');
  const preview = await deciding.preview('applies in fewer places');
  expect(preview).toContain('Representations of the element: 2 instead of 1, each to be kept up.');
  await deciding.fillIn('Why this way', WHY);
  await onScreen((await deciding.record())).toContainText('BuyerProfile.paymentMethods: each side keeps what it asks for, by journey: checkout, apart from deals.', AS_READ);
  await onScreen((await openConflicts(jira)).conflictOn(PAYMENT)).toHaveCount(0);
  await reverse('One representation is enough after all');
}, 60_000);

test('collaborate: a joint ticket, days and a deadline; the conflict stays, and says what it waits for', async () => {
  const page = await openConflicts(await enter());
  const deciding = await decide(page, PAYMENT);
  await deciding.choose('collaborate');
  await deciding.fillIn('Joint ticket', 'NOSUCH-1');
  await deciding.frame.getByText('Jira has no ticket NOSUCH-1 that you may see. Create the joint ticket first.').waitFor();
  await deciding.fillIn('Joint ticket', 'buyer-12');
  await deciding.fillIn('Person-days', '8');
  await deciding.fillIn('Until', '2099-01-31');
  expect(await deciding.preview('waits for the joint ticket')).toContain('8 person-days of work together.');
  await deciding.fillIn('Why this way', WHY);
  await onScreen((await deciding.record())).toContainText('BuyerProfile.paymentMethods: the teams work it out together on BUYER-12, in 8 person-days, until 2099-01-31.', AS_READ);
  const waiting = await openConflicts(jira);
  await onScreen(waiting.conflictOn(PAYMENT)).toContainText(/Decision \d+: the teams work it out together on BUYER-12 until 2099-01-31\. Its tickets stay held until then\./, AS_READ);
  await reverse('The joint ticket was closed unbuilt');
}, 60_000);

test('separate ways: a team keeps its own; what is left of the conflict is said', async () => {
  const page = await openConflicts(await enter());
  const deciding = await decide(page, PAYMENT);
  await deciding.choose('separate ways');
  await deciding.frame.getByLabel('Recommendations', { exact: true }).check();
  expect(await deciding.preview('moves to an element of the team’s own')).toContain('The conflict is not settled by this:');
  await deciding.frame.getByLabel('Marketing Campaigns', { exact: true }).check();
  expect(await deciding.preview('MKT-2, Marketing Campaigns')).toContain('Representations of the element: 3 instead of 1, each to be kept up.');
  await deciding.fillIn('Why this way', WHY);
  await onScreen((await deciding.record())).toContainText('BuyerProfile.paymentMethods: Marketing Campaigns and Recommendations keep their own, outside the shared model.', AS_READ);
  await reverse('Reports have to cover everybody again');
}, 60_000);

test('[CF121] law stays in force for who leaves, and at every place of a branch: the form says so, and nothing is recorded', async () => {
  const deciding = await decide(await openConflicts(await enter()), 'BuyerProfile.orderHistory');
  await deciding.choose('separate ways');
  await deciding.frame.getByRole('checkbox').first().waitFor();
  for (const box of await deciding.frame.getByRole('checkbox').all()) await box.check();
  const preview = await deciding.preview('It cannot be decided like this');
  expect(preview).toMatch(/LEGAL-1 asks what GDPR Art\. 5\(1\)\(e\) demands, also of what a team keeps on its own: [A-Z]+-\d+ would still clash with it there\. Change that ticket, or choose another way\./);
  expect(preview).toMatch(/LEGAL-1, Legal Compliance: “[^”]+” holds for what a team keeps on its own, too\./);
  await deciding.choose('branch');
  await deciding.fillIn('Until', '2099-06-30');
  await deciding.fillIn('Why this way', WHY);
  await deciding.frame.getByLabel('Different by').selectOption('journey');
  const values = deciding.frame.getByRole('group', { name: 'Whose requirement holds where?' }).getByRole('combobox');
  await values.nth(0).selectOption('0');
  await values.nth(1).selectOption('1');
  await deciding.preview(/LEGAL-1 asks what GDPR Art\. 5\(1\)\(e\) demands, and not only when journey is \S+: a branch cannot confine that\./);
  await deciding.frame.getByTestId('decide.record').click();
  await deciding.frame.getByTestId('decide.form').waitFor();
  await onScreen(deciding.frame.getByTestId('decisions.ready')).toHaveCount(0);
}, 60_000);

test('without a reason nothing is recorded; when somebody else decides meanwhile, what was typed stays', async () => {
  const page = await openConflicts(await enter());
  const deciding = await decide(page, 'BuyerProfile.deliveryAddress');
  await deciding.frame.getByTestId('decide.record').click();
  await deciding.frame.getByText('Say why, in at least 10 characters: whoever comes later need not ask.').first().waitFor();
  await deciding.fillIn('Why this way', 'The address of the last order is the true one');

  const other = await given.open({ as: ADA });
  const theirs = await decide(await openConflicts(other), 'BuyerProfile.fraudScore');
  await theirs.preview('is overruled');
  await theirs.fillIn('Why this way', 'A leaked score teaches fraud');
  await theirs.record();
  await other.close();

  await deciding.frame.getByTestId('decide.record').click();
  const stale = deciding.frame.getByTestId('decide.stale');
  // What was decided meanwhile follows the notice as soon as it is read.
  await stale.getByRole('listitem').first().waitFor();
  await onScreen(stale).toContainText(/^Somebody else decided meanwhile\n+Nothing was overwritten, and what you typed is still here\.[^]*Decision \d+: BuyerProfile\.fraudScore: everybody uses/, AS_READ);
  await onScreen(deciding.frame.getByLabel('Why this way')).toHaveValue('The address of the last order is the true one');
  await onScreen((await deciding.record())).toContainText('BuyerProfile.deliveryAddress', AS_READ);
}, 60_000);

test('who does not administer the project reads the log and cannot reverse; the export cannot run what somebody wrote', async () => {
  const frame = await (await enter('priya-raman')).openProjectPage('BUYER', 'decisions');
  await frame.getByTestId('decisions.ready').waitFor();
  await onScreen(frame.getByTestId('decision.reverse')).toHaveCount(0);
  // Who decided is asked of Jira when the log is shown.
  await frame.getByText(/reversed on \S+ by Ada Lindqvist/).first().waitFor();
  const [csv] = await Promise.all([jira.page.waitForEvent('download'), frame.getByTestId('decisions.csv').click()]);
  const rows = readFileSync(await csv.path(), 'utf8');
  expect(rows).toContain('The A/B test of December says otherwise');
  expect(rows).toMatch(/,Decided by,.*Reversed by,/);
  expect(rows).toContain(',Ada Lindqvist,');
  const [json] = await Promise.all([jira.page.waitForEvent('download'), frame.getByTestId('decisions.json').click()]);
  expect(json.suggestedFilename()).toMatch(/^decisions-BUYER-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(readFileSync(await json.path(), 'utf8'))).toContainEqual(expect.objectContaining({ Number: 1, State: 'Reversed', Way: 'Standardise' }));
  const [markdown] = await Promise.all([jira.page.waitForEvent('download'), frame.getByTestId('decisions.markdown').click()]);
  expect(readFileSync(await markdown.path(), 'utf8')).toMatch(/^## Decision 1: Standardise \(Reversed\)$[^]*^- Decided on \S+ by Ada Lindqvist$[^]*^- Reversed on \S+ by Ada Lindqvist: The A\/B test/m);
});

test('a conflict that falls due is back, and the log says so', async () => {
  const property = '/rest/api/3/project/10001/properties/product-context.decisions.0';
  const { body } = await given.local.rest(ADA, 'GET', property);
  const { value } = body as { value: { rev: number; decisions: { number: number; until?: string; reversedOn?: string }[] } };
  const last = Math.max(...value.decisions.map(({ number }) => number));
  await given.local.rest(ADA, 'PUT', property, { ...value, rev: value.rev + 1, decisions: value.decisions.map((one) => (one.number === last ? { ...one, until: '2026-01-01' } : one)) });
  const page = await openConflicts(await enter());
  await page.conflictOn('BuyerProfile.deliveryAddress').waitFor();
  const log = await jira.openProjectPage('BUYER', 'decisions?state=due');
  const entry = log.getByTestId(`decision.${String(last)}`);
  await onScreen(entry).toContainText('Fell due: the conflict is back', AS_READ);
  const meeting = await jira.openProjectPage('BUYER', 'meeting');
  await meeting.getByTestId('meeting.decision').getByText(`Decision ${String(last)} on BuyerProfile.deliveryAddress ended on Jan 1, 2026: it has no effect any more until somebody confirms it or decides anew.`).waitFor();
  await meeting.getByRole('button', { name: `See decision ${String(last)}` }).click();
  const confirming = meeting.getByTestId(`decision.${String(last)}`);
  await confirming.getByTestId('decision.confirm').click();
  await confirming.getByTestId('decision.confirm.send').click();
  await confirming.getByText('Choose a day after today.').waitFor();
  await confirming.getByLabel('It holds until').fill('2099-01-31');
  await confirming.getByTestId('decision.confirm.send').click();
  await confirming.getByText(/until 2099-01-31, confirmed on \S+ by Ada Lindqvist/).waitFor();
  await onScreen(confirming).toContainText('In force', AS_READ);
  await onScreen((await openConflicts(jira)).conflictOn('BuyerProfile.deliveryAddress')).toHaveCount(0);
}, 60_000);

test.each([['light', 1280], ['dark', 768]] as const)('axe finds nothing on the log and while deciding, %s, %d pixels', async (theme, width) => {
  await enter(ADA, { theme, width });
  const log = await jira.openProjectPage('BUYER', 'decisions');
  await log.getByTestId('decisions.ready').waitFor();
  expect(await axeFindings(jira.page)).toEqual([]);
  const deciding = await decide(await openConflicts(jira), PAYMENT);
  for (const way of ['standardise', 'branch', 'collaborate', 'separate ways'] as const) {
    await deciding.choose(way);
    expect(await axeFindings(jira.page)).toEqual([]);
    expect(await deciding.frame.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
  }
}, 60_000);

test('[CF66] what reopens against a decision is decided the other way: what was decided is named so, and is overruled', async () => {
  const deciding = await decide(await openConflicts(await enter()), PAYMENT);
  await deciding.frame.getByText('at least 2 as Recommendations asks').click();
  await deciding.fillIn('Why this way', WHY);
  await deciding.preview('is overruled');
  await deciding.record();
  const payment = await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-17/properties/product-context');
  const { value } = payment.body as { value: { index: object } };
  const { body } = await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-10?fields=summary');
  const { id } = body as { id: string };
  await given.local.rest(ADA, 'PUT', '/rest/api/3/issue/BUYER-10/properties/product-context', { ...value, rev: 90, team: 'order-status', index: { ...value.index, issue: Number(id), team: 'order-status' } });
  const again = await decide(await openConflicts(jira), PAYMENT);
  await again.frame.getByText('at most 1 as Order Status asks').click();
  expect(await again.preview('what was decided')).toMatch(/decision \d+, what was decided: “at least 2” is overruled\./);
  await again.fillIn('Why this way', 'One field at checkout is worth more after all');
  await onScreen((await again.record())).toContainText('BuyerProfile.paymentMethods: everybody uses at most 1', AS_READ);
  await onScreen((await openConflicts(jira)).conflictOn(PAYMENT)).toHaveCount(0);
}, 60_000);
