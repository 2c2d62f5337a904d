/** What goes wrong between opening the form and the answer to a save: nothing that was typed is lost, and the panel says what happened. */

import { givenJira } from '../given/given-jira';
import { openPanel, type Panel } from '../panel/panel-driver';
import { aRecord, putContext, readContext } from '../panel/stored-records';

const PUT_CONTEXT = 'PUT /rest/api/3/issue/.*/properties/product-context';
const given = givenJira();

afterEach(async () => {
  await given.local.clearFaults();
});

/** The form of a ticket with another goal typed into it. */
async function formWithGoal(key: string, goal: string): Promise<Panel> {
  await putContext(given.local, 'ada-lindqvist', key, aRecord());
  const jira = await given.open({ as: 'priya-raman' });
  const panel = await openPanel(jira, key);
  await panel.write();
  await panel.fillIn('Goal', goal);
  return panel;
}

async function refusalOf(panel: Panel): Promise<string> {
  await panel.trySave();
  const problem = panel.frame.getByTestId('page.problem');
  await problem.waitFor({ timeout: 40_000 });
  return problem.innerText();
}

const goalIn = (panel: Panel): Promise<string> => panel.frame.getByLabel('Goal', { exact: true }).first().inputValue();

test('429 with a short Retry-After is waited out', async () => {
  const panel = await formWithGoal('BUYER-19', '3.1');
  await given.local.planFault({ match: PUT_CONTEXT, status: 429, retryAfter: 1, times: 1 });
  await panel.save();
  expect(await readContext(given.local, 'ada-lindqvist', 'BUYER-19')).toMatchObject({ rev: 4, thresholds: [{ goal: 3.1 }] });
}, 60_000);

test('429 with a long Retry-After says how long, and what was typed is there', async () => {
  const panel = await formWithGoal('BUYER-20', '3.1');
  await given.local.planFault({ match: PUT_CONTEXT, status: 429, retryAfter: 120, times: 50 });
  expect(await refusalOf(panel)).toContain('asks to wait 120 seconds');
  expect(await goalIn(panel)).toBe('3.1');
  expect(await readContext(given.local, 'ada-lindqvist', 'BUYER-20')).toMatchObject({ rev: 3 });
}, 60_000);

test('a Jira that does not answer within the 25 s of a function is told before the function is killed', async () => {
  const panel = await formWithGoal('BUYER-26', '3.1');
  await given.local.planFault({ match: PUT_CONTEXT, delay: 40_000, times: 50 });
  expect(await refusalOf(panel)).toContain('Jira did not answer in time');
  expect(await goalIn(panel)).toBe('3.1');
}, 90_000);

test('who loses the permission between loading and saving is told so, and what was typed is there', async () => {
  const panel = await formWithGoal('BUYER-28', '3.1');
  const { body } = await given.local.rest('sam-keller', 'GET', '/rest/api/3/project/BUYER/role');
  const roles = Object.entries(body as Record<string, string>).map(([name, address]) => ({ name, id: address.split('/').at(-1) ?? '' }));
  for (const { id } of roles) await given.local.rest('sam-keller', 'DELETE', `/rest/api/3/project/BUYER/role/${id}?user=priya-raman`);
  expect(await refusalOf(panel)).toContain('Edit issues');
  expect(await goalIn(panel)).toBe('3.1');
  expect(await readContext(given.local, 'ada-lindqvist', 'BUYER-28')).toMatchObject({ rev: 3, thresholds: [{ goal: 3.2 }] });
}, 60_000);
