import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';
import { openDemand } from './project-page-driver';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';
const SETTINGS = '/rest/api/3/project/BUYER/properties/product-context.settings';

async function openAnswer(key: string) {
  jira = await given.open({ as: ADA });
  const demand = await openDemand(jira, 'BUYER');
  await demand.typeWords(key);
  await demand.ticket(key).getByRole('button', { name: new RegExp(`^(Answer|Change answer to) ${key}$`) }).click();
  return demand.frame.getByTestId('answer.dialog');
}

test('who asks the same, how it was ruled on a done ticket, and what both sides have free; one click takes the ruling over, unsaved', async () => {
  const { body } = await given.local.rest(ADA, 'GET', SETTINGS);
  const settings = (body as { value: { teams: { id: string }[] } }).value;
  await given.local.rest(ADA, 'PUT', SETTINGS, { ...settings, teams: settings.teams.map((team) => (team.id === 'recommendations' ? { ...team, free: { low: 1, high: 2 } } : team)) });
  const dialog = await openAnswer('BUYER-7');
  const lines = dialog.getByRole('list', { name: 'What speaks for whose work it is' }).getByRole('listitem');
  await lines.filter({ hasText: 'Ruled before: infrastructure on BUYER-2 (three teams read it).' }).waitFor();
  await onScreen(lines.first()).toContainText(/^BuyerProfile\.orderHistory: .*, which suggests (shared work|the asking team)\.\n/, AS_READ);
  await lines.filter({ hasText: /^Infrastructure has .+ free in 3 months, beside what is started, accepted or a must; with all that stands above the cut line, .+\.$/ }).waitFor();
  await lines.filter({ hasText: /^Recommendations has 3 to 6 person-weeks of its own free in 3 months\.$/ }).waitFor();
  await onScreen(dialog.getByLabel('Whose work', { exact: true })).toHaveValue('');
  await dialog.getByRole('button', { name: 'Take over infrastructure from BUYER-2' }).click();
  await onScreen(dialog.getByLabel('Whose work', { exact: true })).toHaveValue('infrastructure');
  await onScreen(dialog.getByLabel('because')).toHaveValue('three teams read it');
  const stored = async () => ((await given.local.rest(ADA, 'GET', '/rest/api/3/issue/BUYER-7/properties/product-context')).body as { value: { boundary?: unknown } }).value.boundary;
  expect(await stored()).toBeUndefined();
  await dialog.getByTestId('answer.save').click();
  await dialog.waitFor({ state: 'detached' });
  expect(await stored()).toEqual({ ruling: 'infrastructure', why: 'three teams read it' });
  expect(jira.errors()).toEqual([]);
});

test('a team that stated nothing has nothing stated, not nothing free', async () => {
  const dialog = await openAnswer('BUYER-15');
  await dialog.getByText('What Order Status has free itself is not stated.').waitFor();
  await dialog.getByText('Lower “error of the promised delivery day”: only Order Status asks, which suggests the asking team.').waitFor();
});
