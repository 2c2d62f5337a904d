/** What is not known is said on the page of conflicts and in the panel, and is never shown as fine. */

import { contentHash } from '../../src/domain/context/content-hash';
import { deriveIndex } from '../../src/domain/context/derive-index';
import type { ProductContext } from '../../src/domain/context/product-context';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';
import { openPanel, type Panel } from '../panel/panel-driver';
import { aRecord, putContext, readContext } from '../panel/stored-records';
import { openConflicts } from './conflicts-driver';

const given = givenJira();
const ADA = 'ada-lindqvist';
const LEGAL_TICKET = 10108;
const CLAIM = { id: 'c1', model: 'shop', element: 'Basket.items', facet: 'count', level: 'must' };
const BASKET = { title: 'Basket', type: 'object', properties: { items: { type: 'string' } } };

const jiraOf = (person: string): Promise<JiraScreens> => given.open({ as: person });

async function putConflicts(key: string, stored: object): Promise<void> {
  const hash = contentHash(await readContext(given.local, ADA, key));
  await given.local.rest(ADA, 'PUT', `/rest/api/3/issue/${key}/properties/product-context.conflicts`, { hash, met: [], blocking: 0, items: [], ...stored });
}

/** The reading of this ticket by its id meets a Jira that is down, until `repair`. */
async function failReading(jira: JiraScreens, id: number): Promise<{ readonly repair: () => void }> {
  const fault = { isOn: true };
  await jira.page.route('**/*', (route) => {
    const text = route.request().postData() ?? '';
    return fault.isOn && text.includes('issueIdsOrKeys') && text.includes(String(id)) && !text.includes('reporter') ? route.abort() : route.continue();
  });
  return { repair: () => { fault.isOn = false; } };
}

const section = (panel: Panel) => panel.frame.getByTestId('panel.conflicts');

test('[CF80] when the ticket on the other side cannot be read, the conflict stays, the page says so and reads again', async () => {
  await putConflicts('BUYER-7', { items: [{ code: 'RETENTION_CLASH', at: 'BuyerProfile.orderHistory', severity: 'limits', ids: [LEGAL_TICKET] }] });
  const jira = await jiraOf('leah-stone');
  const fault = await failReading(jira, LEGAL_TICKET);
  const page = await openConflicts(jira);
  const gap = page.frame.getByText('1 ticket that takes part in a conflict could not be read', { exact: false });
  await gap.waitFor();
  await onScreen(gap).toHaveText('1 ticket that takes part in a conflict could not be read: what is required there is not known, and nothing is decided about it until it is. Jira did not answer after several tries. Check your connection and load the page again.', AS_READ);
  await onScreen(page.sentence('BuyerProfile.orderHistory')).toContainText('but a ticket that could not be read asks for something that does not go with it', AS_READ);
  await onScreen(page.frame.locator('main')).not.toContainText('you cannot see', AS_READ);
  fault.repair();
  await page.frame.getByRole('button', { name: 'Read again' }).click();
  await gap.waitFor({ state: 'detached' });
  await onScreen(page.sentence('BuyerProfile.orderHistory')).toContainText('but a ticket you cannot see asks for something that does not go with it', AS_READ);
}, 90_000);

test('two requirements of one ticket that clash are told in the panel with their words, though no other ticket takes part', async () => {
  await putContext(given.local, ADA, 'BUYER-31', aRecord({ team: 'recommendations', touchesSharedData: true, claims: [{ ...CLAIM, element: 'Basket.gifts', min: 2 }, { ...CLAIM, element: 'Basket.gifts', id: 'c2', max: 1 }] }));
  await putConflicts('BUYER-31', { blocking: 1, items: [{ code: 'COUNT_CLASH', at: 'Basket.gifts', severity: 'blocking', ids: [] }] });
  const panel = await openPanel(await jiraOf(ADA), 'BUYER-31');
  await section(panel).getByText('No count satisfies both.', { exact: false }).waitFor();
  await onScreen(panel.frame.getByTestId('panel.conflict')).toContainText('Recommendations asks for at least 2 (must, BUYER-31, still a draft), but Recommendations asks for at most 1 (must, BUYER-31, still a draft). No count satisfies both.', AS_READ);
  await onScreen(section(panel).getByTestId('panel.conflicts.models')).toHaveCount(0);
}, 60_000);

test('[CF85] a clash with the imported model is listed on the page before the model is read, and told in the panel when somebody asks', async () => {
  const admin = await jiraOf(ADA);
  const models = await admin.openProjectPage('BUYER', 'shared-data');
  await models.getByTestId('models.file').setInputFiles({ name: 'shop.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(BASKET)) });
  await models.getByTestId('models.save').click();
  await models.getByTestId('model.shop').waitFor();
  await putContext(given.local, ADA, 'BUYER-32', aRecord({ team: 'recommendations', touchesSharedData: true, claims: [{ ...CLAIM, min: 2 }] }));
  await putConflicts('BUYER-32', { blocking: 1, items: [{ code: 'COUNT_CLASH', at: 'Basket.items', severity: 'blocking', ids: [] }] });
  const page = await openConflicts(admin);
  const card = page.conflictOn('Basket.items');
  await onScreen(page.sentence('Basket.items')).toHaveText('COUNT_CLASH Basket.items: Recommendations asks for at least 2 (must, BUYER-32), but the shared model has something that does not go with it, as imported (shop). No count satisfies both.', AS_READ);
  await onScreen(card).toContainText('Check against the imported models first, then decide.', AS_READ);
  await page.frame.getByTestId('conflicts.load-models').click();
  await card.getByText('the shared model has at most 1, as imported (shop)', { exact: false }).waitFor();
  await card.getByRole('button', { name: 'Decide' }).waitFor();
  await onScreen(card).not.toContainText('Check against the imported models first', AS_READ);

  const jira = await jiraOf('jonas-weber');
  await jira.resetMeter();
  const panel = await openPanel(jira, 'BUYER-32');
  const ask = section(panel).getByTestId('panel.conflicts.models');
  await ask.waitFor();
  expect((await jira.meter()).invocations).toBe(0);
  await onScreen(panel.frame.getByTestId('panel.conflict')).toContainText('Basket.items: what this ticket requires does not go with the shared data as imported, or with what was decided.', AS_READ);
  await ask.click();
  await section(panel).getByText('the shared model has at most 1, as imported (shop)', { exact: false }).waitFor();
  await onScreen(ask).toHaveCount(0);
  expect((await jira.meter()).invocations).toBe(1);
}, 90_000);

test('[DM27] requirements that no check has compared yet are listed as that, until everything is checked again', async () => {
  const record: ProductContext = { v: 1, rev: 3, savedAt: '2026-11-20T10:00:00Z', ...aRecord({ team: 'shopping-cart', touchesSharedData: true, claims: [{ ...CLAIM, element: 'Basket.note', min: 1 }] }) };
  const { body } = await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-33');
  await putContext(given.local, ADA, 'BUYER-33', { ...record, index: deriveIndex(record, null, (body as { id: string }).id) });
  const page = await openConflicts(await jiraOf(ADA), '?view=unknown');
  const waiting = page.frame.getByTestId('conflicts.unknown.waiting');
  await onScreen(waiting.getByRole('listitem').filter({ hasText: 'BUYER-33' })).toContainText('Shopping Cart', AS_READ);
  await onScreen(waiting).toContainText('under Shared data an administrator can start that now', AS_READ);
  const models = await (await jiraOf(ADA)).openProjectPage('BUYER', 'shared-data');
  await models.getByTestId('models.check-again').click();
  await models.getByText('Started.', { exact: false }).waitFor();
  const checked = async (): Promise<number> => (await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-33/properties/product-context.conflicts')).status;
  await onScreen.poll(checked, { timeout: 50_000 }).toBe(200);
  const again = await openConflicts(await jiraOf(ADA), '?view=unknown');
  await again.frame.getByTestId('conflicts.ready').waitFor();
  await onScreen(again.frame.getByTestId('conflicts.unknown.waiting').getByRole('listitem').filter({ hasText: 'BUYER-33' })).toHaveCount(0);
}, 90_000);

test('[CF82] patterns that the checker cannot compare stand under "Not known", and the panel does not call that free of conflicts', async () => {
  const code = (key: string, team: string, pattern: string) => putContext(given.local, ADA, key, aRecord({ team, touchesSharedData: true, claims: [{ ...CLAIM, element: 'Basket.code', facet: 'pattern', pattern }] }));
  await code('BUYER-21', 'recommendations', '^(a+)\\1$');
  await code('BUYER-22', 'shopping-cart', '^b(?=c)\\w+$');
  await putConflicts('BUYER-21', { met: ['conflicts'], unchecked: 1 });
  const page = await openConflicts(await jiraOf(ADA), '?view=unknown');
  const notChecked = page.frame.getByTestId('conflicts.unknown.notChecked');
  await onScreen(notChecked).toContainText(/^Could not be compared: 1\n[^]*NOT_CHECKED Basket\.code: not known: [^]*BUYER-21/, AS_READ);
  await onScreen(page.frame.getByRole('region', { name: 'Summary' })).toContainText('1 comparison could not be made.', AS_READ);
  await page.show('compatible');
  await onScreen(page.frame.locator('main')).not.toContainText('NOT_CHECKED', AS_READ);
  const panel = await openPanel(await jiraOf(ADA), 'BUYER-21');
  await section(panel).getByText('What stands here was checked: no conflict found. Once it could not be compared with what others require: whether that clashes is not known.', { exact: false }).waitFor();
}, 60_000);
