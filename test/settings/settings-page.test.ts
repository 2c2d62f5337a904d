import type { FrameLocator } from 'playwright-core';
import { SETTINGS_PROPERTY } from '../../src/contract/limits';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { AS_READ, onScreen } from '../given/on-screen';

const given = givenJira();

async function settingsOf(project: string, as: string, theme: 'light' | 'dark' = 'light'): Promise<[FrameLocator, JiraScreens]> {
  const screens = await given.open({ as, theme });
  const page = await screens.openProjectSettings(project);
  await page.getByRole('heading', { level: 1, name: 'Groundwork' }).waitFor();
  return [page, screens];
}

async function stored(project: string): Promise<Record<string, unknown> | undefined> {
  const reply = await given.local.rest('sam-keller', 'GET', `/rest/api/3/project/${project}/properties/${SETTINGS_PROPERTY}`);
  return reply.status === 200 ? (reply.body as { value: Record<string, unknown> }).value : undefined;
}

test('opting in takes a minute, proposes teams, and ends with what a gate would refuse today', async () => {
  const [page, screens] = await settingsOf('CART', 'marco-bianchi');
  await page.getByRole('heading', { name: 'Opt in: it takes a minute' }).waitFor();
  expect(await page.getByLabel('Team', { exact: true }).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)))
    .toEqual(['Buyer Platform', 'Marketing Campaigns', 'Order Status', 'Recommendations']);
  await onScreen(page.getByRole('textbox', { name: 'Currency' })).toHaveValue('USD');
  await page.getByRole('button', { name: 'Remove Buyer Platform', exact: true }).click();
  await screens.resetMeter();
  await page.getByRole('button', { name: 'Opt in', exact: true }).click();
  await page.getByText('Shopping Cart has opted in').waitFor();
  const forecast = page.getByTestId('settings.forecast.table');
  await forecast.waitFor();
  await onScreen(forecast.getByRole('row').filter({ hasText: 'Bronze: we understand it' })).toContainText(/(\d+) of (\d+)/, AS_READ);
  await page.getByText('Add the rule “Product context is ready”').waitFor();
  expect(await stored('CART')).toMatchObject({
    enabled: true, rev: 1, currency: 'USD', project: { key: 'CART' },
    teams: [{ id: 'marketing-campaigns', projects: ['10005'] }, { id: 'order-status' }, { id: 'recommendations' }],
  });
  expect((await screens.meter()).invocations).toBe(1);
  expect(screens.errors()).toEqual([]);
}, 60_000);

test('who does not administer the project reads the settings and is told why', async () => {
  const [page, screens] = await settingsOf('BUYER', 'leah-stone');
  await page.getByText('Changing them needs the permission Administer Projects in BUYER. Ask Ada Lindqvist, who leads the project, or another administrator.').waitFor();
  await onScreen(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  expect(await page.getByRole('textbox', { name: 'Currency' }).isEditable()).toBe(false);
  await onScreen(page.getByLabel('Colour').first()).toBeDisabled();
  await page.getByTestId('settings.access.unknown').waitFor();
  await screens.resetMeter();
  await page.getByRole('button', { name: 'Check the open tickets' }).click();
  await page.getByTestId('settings.forecast.table').waitFor();
  expect(await screens.meter()).toMatchObject({ invocations: 0, points: 0 });
}, 60_000);

test('who does not administer a project that has not opted in learns whom to ask', async () => {
  const [page] = await settingsOf('OSTAT', 'leah-stone');
  await page.getByRole('heading', { name: 'Order Status has not opted in yet' }).waitFor();
  await page.getByText('Ask Priya Raman, who leads the project, or another administrator.').waitFor();
  await onScreen(page.getByRole('textbox')).toHaveCount(0);
}, 60_000);

test('settings are changed, saved and undone; what is wrong is said before anything is sent', async () => {
  const [page, screens] = await settingsOf('BUYER', 'ada-lindqvist');
  await page.getByLabel('Target in %').first().fill('50');
  await page.getByText('Targets add up to 115 %: 15 % more than there is.').waitFor();
  await page.getByRole('button', { name: 'Add a team' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('settings.complaints').getByRole('link', { name: 'Name this team, or remove it.' }).click();
  await page.getByLabel('Team', { exact: true }).last().fill('Partner Sales');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('settings.saved').waitFor();
  const teams = (await stored('BUYER'))?.['teams'] as { id: string }[];
  expect(teams.map(({ id }) => id)).toEqual(['shopping-cart', 'order-status', 'recommendations', 'marketing', 'legal', 'partner-sales']);
  await page.getByRole('button', { name: 'Undo this save' }).click();
  await page.getByLabel('Team', { exact: true }).nth(5).waitFor({ state: 'detached' });
  await page.getByTestId('settings.saved').waitFor();
  expect((await stored('BUYER'))?.['teams']).toHaveLength(5);
  await page.getByText('Left empty, these count: Won\'t Do, Won\'t Fix, Declined').waitFor();
  await page.getByLabel('Resolutions that mean “not built”, one a line').fill('Wird nicht erledigt\nDuplikat');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('settings.saved').waitFor();
  expect((await stored('BUYER'))?.['notBuilt']).toEqual(['Wird nicht erledigt', 'Duplikat']);
  await page.getByText('Edit Issues, to write the product context of a ticket here: only the role Member').waitFor();
  expect(screens.errors()).toEqual([]);
}, 60_000);

test('two administrators at once: both versions are shown and nothing is lost', async () => {
  const [mine] = await settingsOf('BUYER', 'ada-lindqvist');
  const [theirs] = await settingsOf('BUYER', 'sam-keller');
  await theirs.getByRole('textbox', { name: 'Currency' }).fill('GBP');
  await theirs.getByLabel('Kept for interrupts, in %').fill('30');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await theirs.getByTestId('settings.saved').waitFor();

  await mine.getByRole('textbox', { name: 'Currency' }).fill('EUR');
  await mine.getByLabel('Team', { exact: true }).first().fill('Cart');
  await mine.getByRole('button', { name: 'Save' }).click();
  const conflicts = mine.getByTestId('settings.conflicts');
  await onScreen(conflicts.getByRole('row').nth(1)).toContainText(/Currency\s+EUR\s+Keep yours\s+GBP\s+Take theirs/, AS_READ);
  await onScreen(mine.getByLabel('Kept for interrupts, in %')).toHaveValue('30');
  await onScreen(mine.getByLabel('Team', { exact: true }).first()).toHaveValue('Cart');
  await conflicts.getByRole('button', { name: 'Take theirs of Currency' }).click();
  await onScreen(mine.getByRole('textbox', { name: 'Currency' })).toHaveValue('GBP');
  await mine.getByRole('button', { name: 'Save', exact: true }).click();
  await mine.getByTestId('settings.saved').waitFor();
  expect(await stored('BUYER')).toMatchObject({ currency: 'GBP', interruptAllowance: 30, teams: expect.arrayContaining([expect.objectContaining({ id: 'shopping-cart', name: 'Cart' })]) as unknown });
}, 90_000);

test('a save that fails keeps everything and can be repeated', async () => {
  const [page] = await settingsOf('BUYER', 'ada-lindqvist');
  await page.getByLabel('Kept for interrupts, in %').fill('25');
  await given.local.planFault({ match: 'PUT /rest/api/3/project/.*/properties', status: 503, times: 20 });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('settings.failed').waitFor({ timeout: 40_000 });
  await onScreen(page.getByLabel('Kept for interrupts, in %')).toHaveValue('25');
  await given.local.clearFaults();
  await page.getByRole('button', { name: 'Save again' }).click();
  await page.getByTestId('settings.saved').waitFor();
  expect(await stored('BUYER')).toMatchObject({ interruptAllowance: 25 });
}, 90_000);

test('settings that somebody wrote by hand are named for what they are, and a save repairs them', async () => {
  const before = await stored('BUYER');
  await given.local.rest('sam-keller', 'PUT', `/rest/api/3/project/BUYER/properties/${SETTINGS_PROPERTY}`, { ...before, themes: '<script>alert(1)</script>' });
  const [page] = await settingsOf('BUYER', 'ada-lindqvist');
  await page.getByTestId('settings.malformed').getByText('At themes: expected an array, got "<script>alert(1)</script>"').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('settings.saved').waitFor();
  expect(await stored('BUYER')).toMatchObject({ themes: [] });
  await given.local.rest('sam-keller', 'PUT', `/rest/api/3/project/BUYER/properties/${SETTINGS_PROPERTY}`, before);
}, 60_000);

test('a Jira administrator shows the panel on every ticket; others are told the way by hand', async () => {
  const [page] = await settingsOf('BUYER', 'sam-keller');
  await page.getByText('This covers BUYER, MKT, OSTAT, RECS, CART. One project of your teams is left out, because you cannot see it').waitFor();
  await page.getByRole('button', { name: 'Show the panel on every ticket' }).click();
  await page.getByText('The panel now stands on every ticket of these projects.').waitFor({ timeout: 30_000 });
  const [ada] = await settingsOf('BUYER', 'ada-lindqvist');
  await ada.getByText('A Jira administrator can do this for you').waitFor();
}, 60_000);

test('leaving with unsaved changes asks', async () => {
  const [page, screens] = await settingsOf('BUYER', 'ada-lindqvist');
  const asked: string[] = [];
  screens.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept().catch(() => undefined);
  });
  await page.getByRole('textbox', { name: 'Currency' }).click();
  await page.getByRole('textbox', { name: 'Currency' }).fill('CHF');
  await page.getByText('Not saved yet').waitFor();
  await screens.page.reload();
  expect(asked).toEqual(['beforeunload']);
}, 60_000);

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  const [page, screens] = await settingsOf('BUYER', 'ada-lindqvist', theme);
  await page.getByRole('button', { name: 'Check the open tickets' }).click();
  await page.getByTestId('settings.forecast.table').waitFor();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await page.getByRole('button', { name: 'Add a theme' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('settings.complaints').waitFor();
  expect(await axeFindings(screens.page)).toEqual([]);
  const [optingIn, other] = await settingsOf('RECS', 'jonas-weber', theme);
  await optingIn.getByRole('heading', { name: 'Opt in: it takes a minute' }).waitFor();
  expect(await axeFindings(other.page)).toEqual([]);
}, 90_000);
