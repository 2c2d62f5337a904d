import { axeFindingsAround } from '../given/axe-findings';
import { givenJira, type WindowOptions } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';

jest.setTimeout(60_000);
const given = givenJira();
let screens: JiraScreens;

const open = async (options: WindowOptions): Promise<JiraScreens> => {
  screens = await given.open(options);
  return screens;
};

test('a refused transition shows the gate\'s own sentence, and the ticket stays', async () => {
  const ticket = await (await open({ as: 'priya-raman' })).openTicket('BUYER-12');
  expect(await ticket.status()).toBe('Needs context');
  expect(await ticket.moveTo('Ready for build')).toEqual({
    moved: false, refusal: 'BUYER-12 has no product context of its own yet. Open "Product context" on this ticket (under Apps if you do not see it).',
  });
  expect(await ticket.status()).toBe('Needs context');
});

test('an open transition moves the ticket', async () => {
  const ticket = await (await open({ as: 'ada-lindqvist' })).openTicket('BUYER-16');
  expect(await ticket.moveTo('Won\'t do')).toEqual({ moved: true, status: 'Won\'t do' });
  expect(await ticket.moveTo('Back to To Do')).toEqual({ moved: true, status: 'To Do' });
});

test('the panel stands on the ticket after a click under Apps, for everybody, and costs no invocation and no point', async () => {
  const here = await open({ as: 'priya-raman' });
  await here.resetMeter();
  const ticket = await here.openTicket('BUYER-13');
  await onScreen(here.page.getByTestId('issue.panel')).toHaveCount(0);
  await (await ticket.panel()).getByRole('heading').first().waitFor();
  expect(await here.meter()).toMatchObject({ invocations: 0, points: 0 });
  await here.close();
  const other = await open({ as: 'ada-lindqvist' });
  await other.openTicket('BUYER-13');
  await other.page.getByTestId('issue.panel').waitFor();
});

test('in a project where an administrator pinned the panel it stands on every ticket', async () => {
  const { appId, environmentId } = (await given.local.rest('sam-keller', 'GET', '/local/app')).body as { appId: string; environmentId: string };
  const pin = (action: string) => given.local.rest('sam-keller', 'POST', '/rest/api/3/forge/panel/action/bulk/async', {
    moduleId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/product-context-panel`, projectList: [{ projectIdOrKey: 'CART', action }],
  });
  expect((await pin('PIN')).status).toBe(202);
  const here = await open({ as: 'priya-raman' });
  await here.openTicket('CART-1');
  await here.page.getByTestId('issue.panel').waitFor();
  await pin('UNPIN');
  await here.openTicket('CART-1');
  await here.page.getByRole('region', { name: 'Apps' }).waitFor();
});

test('the group in the right column loads when it is opened, not before', async () => {
  const here = await open({ as: 'priya-raman' });
  const ticket = await here.openTicket('BUYER-16');
  await onScreen(here.page.locator('iframe')).toHaveCount(0);
  await (await ticket.contextGroup()).getByRole('heading').first().waitFor();
});

test('JQL finds tickets, and a mistake in it is explained', async () => {
  const here = await open({ as: 'priya-raman' });
  await here.search('project = BUYER AND summary ~ "shipping"');
  await here.page.getByRole('link', { name: 'BUYER-12', exact: true }).waitFor();
  await here.search('colour = red');
  await onScreen(here.page.getByRole('alert')).toContainText('Field \'colour\' does not exist or you do not have permission to view it.', AS_READ);
});

test('a ticket is created and commented', async () => {
  const here = await open({ as: 'priya-raman' });
  await here.page.goto(`${given.local.url}/jira/software/c/projects/BUYER/issues`);
  await here.page.getByRole('button', { name: 'Create' }).click();
  const dialog = here.page.getByRole('dialog', { name: 'Create ticket' });
  await dialog.getByLabel('Summary').fill('Show the cost before the address');
  await dialog.getByLabel('Description').fill('First line\n<img src=x onerror=alert(1)>');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await here.page.waitForURL(/\/browse\/BUYER-\d+$/);
  await here.page.getByRole('heading', { name: 'Show the cost before the address' }).waitFor();
  await onScreen(here.page.getByRole('region', { name: 'Description' })).toContainText('<img src=x onerror=alert(1)>', AS_READ);
  await here.page.getByLabel('Add a comment').fill('Which address?');
  await here.page.getByRole('button', { name: 'Comment', exact: true }).click();
  await here.page.getByRole('region', { name: 'Comments' }).getByText('Which address?').first().waitFor();
});

test('somebody else can be at the screen with two clicks', async () => {
  const here = await open({ as: 'priya-raman' });
  await here.openTicket('BUYER-12');
  await here.page.getByRole('button', { name: 'Priya Raman' }).click();
  await here.page.getByRole('menuitemradio', { name: /Ada Lindqvist/ }).click();
  await here.page.getByRole('button', { name: 'Ada Lindqvist' }).waitFor();
  await onScreen.poll(() => here.page.url()).toBe(`${given.local.url}/browse/BUYER-12`);
});

test('a rule of the app is added to a transition by its own page, holds tickets, and is removed', async () => {
  const here = await open({ as: 'sam-keller' });
  const page = await here.openWorkflow('BUYER');
  const transition = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Start work' }) });
  await transition.getByRole('button', { name: 'Add rule: Product context is ready' }).click();
  const configuration = here.ruleConfiguration();
  await configuration.getByRole('heading').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await transition.getByText(/^Wants /).waitFor();
  await transition.getByRole('button', { name: 'View Product context is ready' }).click();
  await here.ruleConfiguration().getByRole('heading').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await transition.getByRole('button', { name: 'Remove Product context is ready' }).click();
  await transition.getByText('No rules.').waitFor();
});

test('the workflow of a project is the administrators\'', async () => {
  const here = await open({ as: 'priya-raman' });
  const page = await here.openWorkflow('BUYER');
  await page.getByRole('alert').waitFor();
  await onScreen(page.getByRole('button', { name: /^Add rule/ })).toHaveCount(0);
});

test('the meter shows what the app called', async () => {
  const here = await open({ as: 'priya-raman' });
  await here.resetMeter();
  await (await (await here.openTicket('BUYER-12')).panel()).getByRole('heading').first().waitFor();
  await here.page.getByRole('button', { name: 'Meter' }).click();
  const dialog = here.page.getByRole('dialog', { name: 'What the app costs' });
  await dialog.getByRole('cell', { name: 'bridge' }).first().waitFor();
  await onScreen(dialog.locator('dl')).toContainText(/Invocations\s+0\s+Points\s+0\s+KVS units\s+0/, AS_READ);
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each([
    ['/jira/software/c/projects/BUYER/issues'], ['/browse/BUYER-12'], ['/jira/software/c/projects/BUYER/settings'], ['/jira/software/c/projects/BUYER/settings/workflows'],
  ])('%s has no violation that axe finds', async (path) => {
    const here = await open({ as: 'sam-keller', theme });
    await here.page.goto(given.local.url + path);
    await here.page.getByRole('heading', { level: 1 }).waitFor();
    await here.page.waitForLoadState('networkidle');
    await onScreen(here.page.locator('html')).toHaveAttribute('data-color-mode', theme);
    // The app's own pages are checked by their own tests.
    expect(await axeFindingsAround(here.page)).toEqual([]);
  });
});

test('on a narrow window nothing has to be scrolled sideways', async () => {
  const here = await open({ as: 'priya-raman', width: 380 });
  await here.openTicket('BUYER-12');
  expect(await here.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
});
