/** A conflict from the moment it is pasted to the moment it is settled, through the pages that people use. */

import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';
import { decide, openConflicts } from '../roadmap/conflicts-driver';
import { openPanel, type Panel } from './panel-driver';
import { aRecord, putContext } from './stored-records';

const given = givenJira();
const ADA = 'ada-lindqvist';
const CART = 'marco-bianchi';
const RECS = 'jonas-weber';
const LEGAL = 'helen-marsh';
/** The check follows a save after 15 s, and goes over all that was saved meanwhile. */
const CHECKED = 90_000;

const jiraOf = (person: string): Promise<JiraScreens> => given.open({ as: person });

const section = (panel: Panel) => panel.frame.getByTestId('panel.conflicts');

/** Opens the form of a ticket at the question about shared data. */
async function openForm(person: string, key: string): Promise<Panel> {
  const panel = await openPanel(await jiraOf(person), key);
  await panel.write();
  await panel.unfold('So that we can measure it');
  await panel.frame.getByLabel('It touches shared data').check();
  return panel;
}

/** A must of one more requirement, typed. */
async function requireAtMost(panel: Panel, element: string, count: string): Promise<void> {
  await panel.frame.getByTestId('panel.claims.add').click();
  const card = panel.frame.getByRole('group', { name: /^Requirement \d+$/ }).last();
  await panel.fillIn('Which shared data', element, card);
  await card.getByLabel('What is required of it', { exact: true }).selectOption({ label: 'it has at least or at most … of them' });
  await panel.fillIn('At most', count, card);
  await card.getByLabel('How strong is it', { exact: true }).selectOption({ label: 'Must: without it the need is not met' });
  await panel.save();
}

/** What a pasted JSON Schema requires is taken as a whole. */
async function paste(panel: Panel, describes: string, schema: object): Promise<void> {
  await panel.frame.getByTestId('panel.paste').locator('summary').click();
  await panel.fillIn('What the schema describes', describes);
  await panel.fillIn('JSON Schema', JSON.stringify(schema));
  await panel.press('Read the schema');
  await panel.press('Add the ticked ones');
}

const AT_LEAST_2 = { properties: { cards: { type: 'array', minItems: 2 } } };

test('a schema is pasted, clashes with another team’s ticket before it is saved, is decided, and is settled in both tickets', async () => {
  await putContext(given.local, ADA, 'BUYER-19', aRecord({ team: 'shopping-cart', need: 'Buyers pay fast' }));
  await putContext(given.local, ADA, 'BUYER-20', aRecord({ team: 'recommendations', need: 'Buyers choose how to pay' }));
  await requireAtMost(await openForm(CART, 'BUYER-19'), 'Wallet.cards', '1');

  const panel = await openForm(RECS, 'BUYER-20');
  await paste(panel, 'Wallet', AT_LEAST_2);
  const clash = panel.frame.getByTestId('panel.clash');
  await clash.getByText('This would clash with BUYER-19').waitFor();
  await onScreen(clash).toContainText('BUYER-19: “Buyers pay fast”', AS_READ);
  await panel.save();
  await section(panel).getByTestId('panel.conflict').waitFor({ timeout: CHECKED });
  await section(panel).getByText('Shopping Cart asks for at most 1 (must, BUYER-19)', { exact: false }).waitFor();

  const deciding = await decide(await openConflicts(await jiraOf(ADA)), 'Wallet.cards');
  await deciding.frame.getByText('at most 1 as Shopping Cart asks').click();
  await deciding.preview('is overruled');
  await deciding.fillIn('Why this way', 'Fast payment is worth more');
  await deciding.record();

  for (const [person, key] of [[RECS, 'BUYER-20'], [CART, 'BUYER-19']] as const) {
    await expectSettled(person, key);
    const settled = await openPanel(await jiraOf(person), key);
    await section(settled).getByText('What stands here was checked: no conflict found.', { exact: false }).waitFor();
    await onScreen(section(settled)).toContainText('Because: Fast payment is worth more', AS_READ);
  }
  const page = await openConflicts(await jiraOf(RECS));
  await onScreen(page.conflictOn('Wallet.cards')).toHaveCount(0);
}, 400_000);

/** Waits until the stored result of a ticket names no conflict and holds it no more. */
async function expectSettled(person: string, key: string): Promise<void> {
  const stored = async () => ((await given.local.rest(person, 'GET', `/rest/api/3/issue/${key}/properties/product-context.conflicts`)).body as { value: { items: unknown[]; blocking: number; met: string[] } }).value;
  for (const end = Date.now() + CHECKED; (await stored()).items.length > 0 && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await stored()).toMatchObject({ items: [], blocking: 0, met: ['conflicts'] });
}

test('who cannot see the other side hears of it only after the save, learns nothing of it, does not decide, and sees it settled', async () => {
  await putContext(given.local, ADA, 'BUYER-13', aRecord({ team: 'recommendations', need: 'Buyers choose how to pay' }));
  await requireAtMost(await openForm(LEGAL, 'LEGAL-1'), 'Voucher.cards', '1');
  const jonas = await jiraOf(RECS);
  const panel = await openForm(RECS, 'BUYER-13');
  await paste(panel, 'Voucher', AT_LEAST_2);
  await panel.frame.getByText('Not declared: no other ticket you may see says what it requires of this. Whether it clashes is not known.').first().waitFor();
  await onScreen(panel.frame.getByTestId('panel.clash')).toHaveCount(0);
  await panel.save();
  await section(panel).getByText('what this ticket requires clashes with what is required by a ticket you cannot see', { exact: false }).waitFor({ timeout: CHECKED });
  const page = await openConflicts(jonas);
  const card = page.conflictOn('Voucher.cards');
  await onScreen(page.sentence('Voucher.cards')).toHaveText('COUNT_CLASH Voucher.cards: Recommendations asks for at least 2 (must, BUYER-13), but a ticket you cannot see asks for something that does not go with it. No count satisfies all.', AS_READ);
  await onScreen(card.getByTestId('conflict.decide')).toBeDisabled();
  for (const text of [await panel.main.innerText(), await card.innerText()]) for (const secret of ['LEGAL', 'Legal Compliance', 'at most 1']) expect(text).not.toContain(secret);

  const deciding = await decide(await openConflicts(await jiraOf(ADA)), 'Voucher.cards');
  await deciding.frame.getByText('at least 2 as Recommendations asks').click();
  await deciding.preview('is overruled');
  await deciding.fillIn('Why this way', 'Buyers hold several vouchers');
  await deciding.record();
  await expectSettled(RECS, 'BUYER-13');
  const settled = await openPanel(jonas, 'BUYER-13');
  await section(settled).getByText('What stands here was checked: no conflict found.', { exact: false }).waitFor();
  await onScreen(settled.main).not.toContainText('LEGAL', AS_READ);
}, 400_000);
