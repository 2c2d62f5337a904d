/** The configuration page of a gate in the workflow editor of the local Jira, in a real browser. */

import type { FrameLocator, Page } from 'playwright-core';
import * as z from 'zod';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { AS_READ, onScreen } from '../given/on-screen';

const RULE = 'Product context is ready';
const ADMINISTRATOR = 'sam-keller';
const LEAD = 'ada-lindqvist';
/** The newest ticket of the demo that nobody has described yet. */
const TICKET_WITHOUT_CONTEXT = 'BUYER-47';
const SCRIPT = '<img src=x onerror="document.title=\'broken\'">';

const given = givenJira();
let jira: JiraScreens;

beforeEach(async () => {
  jira = await given.open({ as: ADMINISTRATOR });
});

/** The transition's card on the workflow page. */
function card(page: Page, transition: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: transition, exact: true }) });
}

async function openRule(transition: string, task: 'Add rule:' | 'Edit' | 'View', screens: JiraScreens = jira): Promise<FrameLocator> {
  const page = await screens.openWorkflow('BUYER');
  await card(page, transition).getByRole('button', { name: `${task} ${RULE}` }).first().click();
  const rule = screens.ruleConfiguration();
  await rule.getByRole('heading', { level: 1 }).waitFor();
  return rule;
}

async function press(name: 'Add' | 'Update', screens: JiraScreens = jira): Promise<void> {
  await screens.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

test('a gate is configured, refuses with the words that were previewed, and is read again', async () => {
  const rule = await openRule('Ask for context', 'Add rule:');
  await rule.getByRole('radio', { name: 'A set of its own' }).check();
  for (const item of ['a consuming team', 'whose users these are', 'a sponsor', 'a date by which the answer is needed', 'what the answer will decide', 'the period of the worth']) {
    await rule.getByRole('checkbox', { name: item, exact: true }).uncheck();
  }
  await rule.getByRole('textbox', { name: 'Words for “the need of the end users”' }).fill('a need in one sentence');
  await rule.getByLabel('Leave alone what was created before').fill('2026-01-01');
  await rule.getByLabel('Hint at the end of the message').fill('Fill in the panel.');
  await onScreen(rule.getByTestId('gate.preview').locator('dd')).toHaveText([
    'Not ready: BUYER-12 lacks a need in one sentence. Fill in the panel.',
    'Not ready: BUYER-12 lacks a need in one sentence and a success threshold. Fill in the panel.',
    'BUYER-12 has no product context of its own yet. Fill in the panel.',
  ], AS_READ);
  await press('Add');
  const ours = card(jira.page, 'Ask for context');
  await ours.getByText('Wants a need in one sentence, a success threshold, a value statement; not for tickets created before 1 January 2026').waitFor();

  const lead = await given.open({ as: LEAD });
  const ticket = await lead.openTicket(TICKET_WITHOUT_CONTEXT);
  await expect(ticket.moveTo('Ask for context')).resolves.toEqual({ moved: false, refusal: `${TICKET_WITHOUT_CONTEXT} has no product context of its own yet. Fill in the panel.` });
  await lead.close();

  const edited = await openRule('Ask for context', 'Edit');
  await onScreen(edited.getByLabel('Hint at the end of the message')).toHaveValue('Fill in the panel.');
  await onScreen(edited.getByRole('radio', { name: 'A set of its own' })).toBeChecked();
  const viewed = await openRule('Ask for context', 'View');
  await viewed.getByText('Tickets created before 1 January 2026').waitFor();
  await onScreen(viewed.getByRole('textbox')).toHaveCount(0);
  expect(jira.errors()).toEqual([]);
}, 90_000);

test('a save that is refused says why at the field and keeps what was entered', async () => {
  const rule = await openRule('Start work', 'Add rule:');
  await rule.getByLabel('Gate id').fill('Not an id');
  await rule.getByLabel('Leave alone what was created before').fill('');
  await rule.getByLabel('Hint at the end of the message').fill('Typed by hand.');
  await press('Add');
  const errors = rule.getByTestId('gate.errors');
  await errors.waitFor();
  await onScreen(errors.getByRole('listitem')).toHaveText([
    'The id takes lower-case letters, digits and hyphens, at most 40, and starts with a letter or digit. Example: ready-for-build.',
    'Choose a day. Tickets created before it are left alone.',
  ], AS_READ);
  await onScreen(rule.getByLabel('Gate id')).toHaveAttribute('aria-invalid', 'true');
  await onScreen(rule.getByLabel('Hint at the end of the message')).toHaveValue('Typed by hand.');
  await rule.getByLabel('Gate id').fill('start');
  await rule.getByLabel('Leave alone what was created before').fill('2026-12-01');
  await onScreen(errors).toHaveCount(0);
  await press('Add');
  await card(jira.page, 'Start work').getByRole('button', { name: `Edit ${RULE}` }).waitFor();
}, 60_000);

test('what it would refuse today is what Jira then refuses, and costs nothing', async () => {
  await jira.resetMeter();
  const rule = await openRule('Ready for build', 'Edit');
  const today = rule.getByTestId('gate.today');
  await onScreen(today.locator('.gw-gate-count')).toContainText(/^Of \d+ open tickets, \d+ would be refused today(; \d+ of these stands? in “.+” now, right before this transition)?\.$/, AS_READ);
  await onScreen(today.locator('ol > li')).toHaveCount(10);
  const announced = await today.locator('ol > li').filter({ hasText: TICKET_WITHOUT_CONTEXT }).locator('.gw-quiet').innerText();
  expect(await jira.meter()).toMatchObject({ invocations: 0, points: 0 });
  const lead = await given.open({ as: LEAD });
  const ticket = await lead.openTicket(TICKET_WITHOUT_CONTEXT);
  await expect(ticket.moveTo('Ready for build')).resolves.toEqual({ moved: false, refusal: announced });
  await lead.close();
}, 60_000);

test('the Create transition is warned of', async () => {
  const rule = await openRule('Create', 'Add rule:');
  await onScreen(rule.getByTestId('gate.warning')).toHaveText('This is the Create transition. A ticket has no product context before it exists, so this gate would refuse every new ticket. Put the rule on a later transition, such as the one to "Ready for build".', AS_READ);
});

test('text from the project settings is taken over', async () => {
  const rule = await openRule('Ask for review', 'Add rule:');
  await rule.getByText('From and to the project settings').click();
  await rule.getByLabel('Text from the project settings').fill('{"gate":"review","name":"Review","criteria":["outcome"]}');
  await rule.getByRole('button', { name: 'Use this text' }).click();
  await rule.getByText('Taken over. Save the rule to keep it.').waitFor();
  await onScreen(rule.getByRole('radio', { name: 'Outcome: we know whether it worked' })).toBeChecked();
  await onScreen(rule.getByLabel('Gate id')).toHaveValue('review');
});

test('a configuration that cannot be read is shown as it is, keeps the gate shut, and is replaced only on purpose', async () => {
  await writeConfiguration('Done', `{"gate":"done","hint":"${SCRIPT.replaceAll('"', '\\"')}"}`);
  const rule = await openRule('Done', 'Edit');
  await rule.getByRole('heading', { name: 'This rule cannot be read' }).waitFor();
  await onScreen(rule.getByLabel('The saved configuration')).toContainText('<img src=x', AS_READ);
  await press('Update');
  await jira.page.getByText('The rule was not saved.').waitFor();
  await rule.getByRole('button', { name: 'Replace it with a new one' }).click();
  await onScreen(rule.getByLabel('Gate id')).toHaveValue('done');
  await rule.getByRole('radio', { name: 'Outcome: we know whether it worked' }).check();
  await rule.getByLabel('Hint at the end of the message').fill('');
  await press('Update');
  await card(jira.page, 'Done').getByText(/^Wants the delivered levels; not for tickets created before /).waitFor();
  await onScreen(jira.page).not.toHaveTitle('broken');
}, 60_000);

test('what cannot be loaded is said, the rest works, and it can be loaded again', async () => {
  const page = await jira.openWorkflow('BUYER');
  await page.route('**/local/bridge/fetch', async (route) => {
    const asked = route.request().postData() ?? '';
    const refused = ['/rest/api/3/issuetype', '/rest/api/3/search/jql'].some((path) => asked.includes(path));
    if (refused) await route.fulfill({ json: { status: 403, headers: {}, body: '{"errorMessages":["Not today."]}' } });
    else await route.continue();
  });
  const rule = await openRule('Ask for review', 'Add rule:');
  await rule.getByText('The issue types could not be loaded').waitFor();
  await rule.getByText('Jira answered 403: Not today. What this rule already has stays as it is.').waitFor();
  await rule.getByText('Jira answered 403: Not today. The rule itself can be saved all the same.').waitFor();
  await page.unroute('**/local/bridge/fetch');
  await rule.getByRole('button', { name: 'Try again' }).click();
  await rule.getByTestId('gate.today').waitFor();
  await rule.getByLabel('Hint at the end of the message').fill('Kept.');
  await rule.getByRole('button', { name: 'Load again' }).click();
  await rule.getByRole('checkbox', { name: 'Story' }).waitFor();
  await onScreen(rule.getByLabel('Hint at the end of the message')).toHaveValue('Kept.');
}, 60_000);

test('a project without an open ticket has nothing to refuse', async () => {
  const page = await jira.openWorkflow('BUYER');
  await page.route('**/local/bridge/fetch', async (route) => {
    if ((route.request().postData() ?? '').includes('/rest/api/3/search/jql')) await route.fulfill({ json: { status: 200, headers: {}, body: '{"issues":[],"isLast":true}' } });
    else await route.continue();
  });
  const rule = await openRule('Ask for review', 'Add rule:');
  await onScreen(rule.getByTestId('gate.today')).toHaveText('Buyer Platform has no open ticket that you can see, so there is nothing to refuse today.', AS_READ);
}, 60_000);

test('where Jira wants consent, the page asks for it and then works', async () => {
  await jira.openWorkflow('BUYER');
  await jira.context.request.post(`${given.local.url}/local/bridge/consent/withdraw`, { headers: { origin: given.local.url }, data: {} });
  await card(jira.page, 'Ask for review').getByRole('button', { name: `Add rule: ${RULE}` }).click();
  const rule = jira.ruleConfiguration();
  await rule.getByTestId('page.consent').waitFor();
  await jira.page.getByRole('button', { name: 'Allow this app to act for me' }).click();
  await rule.getByRole('button', { name: 'Allow access' }).click();
  await rule.getByRole('heading', { level: 1 }).waitFor();
}, 60_000);

test.each(['light', 'dark'] as const)('axe finds nothing on the page, %s', async (theme) => {
  const screens = await given.open({ as: ADMINISTRATOR, theme });
  const rule = await openRule('Ask for review', 'Add rule:', screens);
  await rule.getByText(/Items and their words/).click();
  await rule.getByTestId('gate.today').waitFor();
  await expect(axeFindings(screens.page)).resolves.toEqual([]);
  await rule.getByLabel('Gate id').fill('!');
  await press('Add', screens);
  await rule.getByTestId('gate.errors').waitFor();
  await expect(axeFindings(screens.page)).resolves.toEqual([]);
  const viewed = await openRule('Ready for build', 'View', screens);
  await viewed.getByTestId('gate.view').waitFor();
  await expect(axeFindings(screens.page)).resolves.toEqual([]);
  await screens.close();
}, 90_000);

const workflowsSchema = z.object({
  statuses: z.array(z.object({ id: z.string(), name: z.string(), statusCategory: z.string(), statusReference: z.string() })),
  workflows: z.array(z.object({
    id: z.string(), version: z.unknown(), statuses: z.array(z.object({ statusReference: z.string() }).loose()),
    transitions: z.array(z.object({ name: z.string(), validators: z.array(z.object({ parameters: z.record(z.string(), z.string()) }).loose()).default([]) }).loose()),
  })).length(1),
});

/** Puts any text where the rule's configuration stands, as an administrator can over REST. */
async function writeConfiguration(transition: string, config: string): Promise<void> {
  const read = await given.local.rest(ADMINISTRATOR, 'POST', '/rest/api/3/workflows', { projectAndIssueTypes: [{ projectId: '10001', issueTypeId: '10001' }] });
  const { statuses, workflows } = workflowsSchema.parse(read.body);
  const changed = workflows.map((workflow) => ({
    ...workflow,
    transitions: workflow.transitions.map((one) => (one.name !== transition ? one : { ...one, validators: one.validators.map((rule) => ({ ...rule, parameters: { ...rule.parameters, config } })) })),
  }));
  const saved = await given.local.rest(ADMINISTRATOR, 'POST', '/rest/api/3/workflows/update', { statuses, workflows: changed });
  expect([saved.status, saved.status === 200 ? '' : saved.body]).toEqual([200, '']);
}
