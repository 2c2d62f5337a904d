import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { givenJira, type WindowOptions } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { holdAnswers } from '../given/held-answers';
import { AS_READ, onScreen } from '../given/on-screen';
import { aRecord, putContext } from '../panel/stored-records';
import { openConflicts } from './conflicts-driver';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';
const MODELS = join(__dirname, '../../../shared/data/models');

const FIRST = {
  title: 'BuyerProfile', type: 'object', required: ['name'],
  properties: {
    name: { type: 'string' }, paymentMethods: { type: 'array', items: { type: 'string' } }, deliveryAddress: { type: 'string', description: 'Where parcels go' },
    orderHistory: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
};
const { orderHistory: _gone, ...rest } = FIRST.properties;
const SECOND = { ...FIRST, properties: { ...rest, paymentMethods: { type: 'string' }, loyaltyPoints: { type: 'integer' } } };

async function open(as = ADA, options: Partial<WindowOptions> = {}): Promise<FrameLocator> {
  jira = await given.open({ as, ...options });
  const frame = await jira.openProjectPage('BUYER', 'shared-data');
  await frame.getByTestId('models.ready').waitFor();
  return frame;
}

async function choose(frame: FrameLocator, name: string, content: string | Buffer): Promise<void> {
  await frame.getByTestId('models.file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

/** What is said when a file was refused, and how long it took. */
async function refusal(frame: FrameLocator, name: string, content: string | Buffer): Promise<{ words: string; seconds: number }> {
  const start = Date.now();
  await choose(frame, name, content);
  const notice = frame.getByTestId('models.refused').filter({ hasText: name });
  await notice.waitFor();
  return { words: await notice.innerText(), seconds: (Date.now() - start) / 1000 };
}

test('a JSON Schema is imported, searched, and exported as JSON; what tickets ask is counted', async () => {
  const frame = await open();
  await onScreen(frame.getByTestId('page.empty')).toContainText('No shared data model yet', AS_READ);
  await choose(frame, 'buyer-profile.json', JSON.stringify(FIRST));
  await onScreen(frame.getByTestId('models.review')).toContainText('buyer-profile.json: JSON Schema with 1 entity and 5 fields. Everything was taken.', AS_READ);
  await frame.getByTestId('models.save').click();
  const model = frame.getByTestId('model.buyer-profile');
  await model.waitFor();
  await onScreen(model).toContainText(/6 elements from buyer-profile\.json, imported on \d{4}-\d\d-\d\d\. Tickets you can see make \d+ requirements on it\./, AS_READ);
  await model.getByTestId('model.elements').click();
  await model.getByLabel('Search the elements').fill('parcels');
  await model.getByTestId('models.found').filter({ hasText: '1 of 6 elements' }).waitFor();
  const [file] = await Promise.all([jira.page.waitForEvent('download'), model.getByTestId('model.export').click()]);
  expect(file.suggestedFilename()).toBe('buyer-profile.json');
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ id: 'buyer-profile', format: 'json-schema', source: 'buyer-profile.json' });
  const [csv] = await Promise.all([jira.page.waitForEvent('download'), model.getByTestId('model.export-csv').click()]);
  expect(readFileSync(await csv.path(), 'utf8').split('\r\n')[0]).toContain('Element,Kind,Type,List,Required');
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(/^BuyerProfile,entity,/m);
  expect(jira.errors()).toEqual([]);
  expect(given.local.output()).not.toContain('broke its Content Security Policy');
});

test('a second import says what is added, removed and changed, and which tickets that touches, before it is saved', async () => {
  const frame = await open();
  await choose(frame, 'buyer-profile.json', JSON.stringify(SECOND));
  const difference = frame.getByTestId('models.difference');
  await onScreen(difference).toContainText('Compared with what is stored: 1 added, 2 removed, 1 changed.', AS_READ);
  await onScreen(difference).toContainText('BUYER-7 asks for keeping it for at least 3650 days of BuyerProfile.orderHistory, which is removed.', AS_READ);
  await onScreen(difference).toContainText('BUYER-3 asks for at least 2 of BuyerProfile.paymentMethods, which is changed.', AS_READ);
  await onScreen(difference).toContainText('BuyerProfile.paymentMethods (type: string → string'.slice(0, 29), AS_READ);
  await frame.getByTestId('models.save').click();
  await frame.getByText(/^5 elements from buyer-profile\.json/).waitFor();
});

test('the model itself takes part in the conflicts when somebody asks for it', async () => {
  await open();
  const page = await openConflicts(jira);
  await page.frame.getByTestId('conflicts.load-models').click();
  await page.frame.getByTestId('conflicts.with-models').waitFor();
  await page.conflictOn('BuyerProfile.paymentMethods').getByText('the shared model has at most 1, as imported (buyer-profile)', { exact: false }).waitFor();
  await onScreen(page.sentence('BuyerProfile.paymentMethods')).toContainText('at least 2 (must, BUYER-3)', AS_READ);
  await page.show('compatible');
  await onScreen(page.frame.getByTestId('conflicts.notes.UNKNOWN_ELEMENT')).toContainText('UNKNOWN_ELEMENT BuyerProfile.fraudScore: the shared model buyer-profile has no such element', AS_READ);
});

test('who administers the project has everything checked again, and nobody else is offered that', async () => {
  const frame = await open();
  await frame.getByTestId('models.check-again').click();
  await frame.getByText('Started. For a few hundred tickets it takes some minutes; reload the conflicts page then.').waitFor();
  const { calls } = await jira.meter();
  expect(calls.filter(({ what }) => what === 'recheck').length).toBeGreaterThan(0);
  await jira.close();
  await onScreen((await open('priya-raman')).getByTestId('models.check-again')).toHaveCount(0);
});

test('pasted text is read as what it is', async () => {
  const frame = await open();
  await frame.getByText('Or paste it').click();
  await frame.getByLabel('Text of the model').fill('CREATE TABLE buyer (id integer PRIMARY KEY, email text NOT NULL);');
  await frame.getByTestId('models.read-pasted').click();
  await onScreen(frame.getByTestId('models.review')).toContainText('pasted.sql: SQL with 1 entity and 2 fields.', AS_READ);
});

test('an import takes the name that tickets already use for its elements, unless another one is chosen; both are said before it is saved', async () => {
  const claims = [{ id: 'c1', model: 'wallet', element: 'Wallet.cards', facet: 'count', level: 'must', min: 2 }];
  await putContext(given.local, ADA, 'BUYER-21', aRecord({ team: 'recommendations', touchesSharedData: true, claims }));
  jira = await given.open({ as: ADA });
  const letTicketsBeRead = await holdAnswers(jira.page, '/issue/bulkfetch');
  const frame = await jira.openProjectPage('BUYER', 'shared-data');
  await choose(frame, 'payments-v2.json', JSON.stringify({ title: 'Wallet', type: 'object', properties: { cards: { type: 'string' } } }));
  const review = frame.getByTestId('models.review');
  await review.getByText('The tickets are still being read: what it should be saved as, and which of them it touches, shows when they are.').waitFor();
  await frame.getByTestId('models.save').click({ force: true });
  letTicketsBeRead();
  await onScreen(review.getByLabel('Save as').locator('option:checked')).toHaveText('The model that tickets call wallet (1 of 1 requirements fit)', AS_READ);
  await onScreen(review).toContainText('It is kept as “wallet”, as tickets call it', AS_READ);
  await review.getByLabel('Save as').selectOption({ label: 'A new model' });
  await onScreen(review).toContainText('As a new model it is called “payments-v2”. What tickets require of “wallet” is not compared with it, though elements have the same names.', AS_READ);
  await review.getByLabel('Save as').selectOption({ label: 'The model that tickets call wallet (1 of 1 requirements fit)' });
  await frame.getByTestId('models.save').click();
  await frame.getByTestId('model.wallet').getByText('Tickets you can see make 1 requirement on it.', { exact: false }).waitFor();
});

test('hostile and broken files are refused in words within seconds, and the page lives on', async () => {
  const frame = await open();
  const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
  const aliases = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at] ?? 'a'}`).join(',')}]`).join('\n')}\n`;
  for (const [name, content] of [['deep.json', deep], ['aliases.yaml', aliases], ['broken.json', '{"a": '], ['notes.txt', 'hello'], ['empty.json', '{}']] as const) {
    const { words, seconds } = await refusal(frame, name, content);
    console.log(`${name}: ${seconds.toFixed(1)} s, ${words.replaceAll('\n', ' ')}`);
    expect(words).toMatch(/was not taken\n+.{20,}/);
    expect(words).toContain('Nothing was changed.');
    expect(seconds).toBeLessThan(4);
  }
  const huge = join(mkdtempSync(join(tmpdir(), 'models-')), 'huge.sql');
  writeFileSync(huge, Buffer.alloc(50_000_000, 'x'));
  await frame.getByTestId('models.file').setInputFiles(huge);
  const { words, start } = { words: frame.getByTestId('models.refused').filter({ hasText: 'huge.sql' }), start: Date.now() };
  await onScreen(words).toContainText('This file has more than 20 million characters.', AS_READ);
  expect(Date.now() - start).toBeLessThan(4_000);
  expect(jira.errors()).toEqual([]);
  await choose(frame, 'elements.csv', 'path,type\nCart.total,Money\n');
  await frame.getByTestId('models.review').waitFor();
}, 60_000);

test('reading can be cancelled, and leaves what is stored as it is', async () => {
  const frame = await open();
  await jira.page.route('**/import-worker-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'self.onmessage = () => { for (;;); };' }));
  await choose(frame, 'slow.json', JSON.stringify(FIRST));
  await frame.getByTestId('models.cancel').click();
  await frame.getByTestId('models.cancel').waitFor({ state: 'detached' });
  await onScreen(frame.getByTestId('models.refused')).toHaveCount(0);
  await choose(frame, 'slow.json', JSON.stringify(FIRST));
  await onScreen(frame.getByTestId('models.refused')).toContainText('This file took longer than 10 seconds to read and was given up.', AS_READ);
}, 60_000);

test('a real model of thousands of elements is saved in parts and searched', async () => {
  const file = join(MODELS, 'saleor.schema.graphql');
  const frame = await open();
  if (!existsSync(file)) {
    console.log(`Skipped: ${file} is not there.`);
    return;
  }
  await choose(frame, 'saleor.schema.graphql', readFileSync(file));
  await frame.getByTestId('models.review').waitFor();
  await frame.getByTestId('models.save').click();
  const model = frame.getByTestId('model.saleor-schema');
  await model.waitFor();
  await model.getByTestId('model.elements').click();
  await model.getByLabel('Search the elements').fill('checkout shippingaddress');
  await model.getByTestId('models.found').filter({ hasText: / of \d,\d+ elements$/ }).waitFor();
  await onScreen(model.getByRole('row').first()).toContainText(/heckout/, AS_READ);
}, 60_000);

test('who does not administer the project reads and exports, and is told who imports', async () => {
  const frame = await open('priya-raman');
  await onScreen(frame.getByTestId('models.import')).toHaveCount(0);
  await onScreen(frame.getByTestId('model.remove')).toHaveCount(0);
  await onScreen(frame.locator('main')).toContainText('Only who administers Buyer Platform imports and removes models.', AS_READ);
});

test('a model is removed after a question, and the requirements of tickets stay', async () => {
  const frame = await open();
  const model = frame.getByTestId('model.buyer-profile');
  await model.getByTestId('model.remove').click();
  await onScreen(frame.getByTestId('model.removing')).toContainText(/^Remove buyer-profile\?\n+Its elements can no longer be picked\. Requirements that tickets make on them stay/, AS_READ);
  await frame.getByTestId('model.remove.confirm').click();
  await model.waitFor({ state: 'detached' });
});

test.each([['light', 1280], ['dark', 768]] as const)('axe finds nothing on the shared data, %s, %d pixels', async (theme, width) => {
  const frame = await open(ADA, { theme, width });
  expect(await axeFindings(jira.page)).toEqual([]);
  await choose(frame, 'buyer.json', JSON.stringify(FIRST));
  await frame.getByTestId('models.review').waitFor();
  expect(await axeFindings(jira.page)).toEqual([]);
  expect(await frame.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
});
