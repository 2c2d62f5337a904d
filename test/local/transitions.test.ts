import type { Workflow } from '../../local/workflow/workflow';
import { aSite, type TestSite } from '../given/a-site';

const REST = '/rest/api/3';
let jira: TestSite;
beforeEach(() => { jira = aSite(); });
afterEach(() => { jira.close(); });

const READY = { transition: { id: '21' } };

async function move(key: string, as = 'ada-lindqvist'): Promise<unknown> {
  const reply = await jira.ask(as, 'POST', `${REST}/issue/${key}/transitions`, READY);
  return reply.status === 204 ? 204 : (reply.body as { errorMessages: string[] }).errorMessages;
}

/** Changes the first rule of BUYER's transition "Ready for build" behind Jira's back. */
function tamperWithGate(change: (parameters: Record<string, string>) => Record<string, string>): void {
  const project = jira.site.tables.projects.get('10001');
  const workflow = jira.site.tables.workflows.get(project?.workflow ?? '') as Workflow;
  const transitions = workflow.transitions.map((step) => (step.id === '21' ? { ...step, validators: step.validators.map((rule) => ({ ...rule, parameters: change({ ...rule.parameters }) })) } : step));
  jira.site.tables.workflows.put(workflow.id, { ...workflow, transitions });
}

test('a ticket without context is refused with the gate\'s sentence and stays where it is', async () => {
  expect(await move('BUYER-12')).toEqual(['BUYER-12 has no product context of its own yet. Open "Product context" on this ticket (under Apps if you do not see it).']);
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-12?fields=status`)).body).toMatchObject({ fields: { status: { name: 'Needs context' } } });
});

test('a ticket that lacks something is told what, and a complete one moves', async () => {
  expect(await move('BUYER-28')).toEqual(['Not ready: BUYER-28 lacks whose users these are, a success threshold, a value statement and the period of the worth. Open "Product context" on this ticket (under Apps if you do not see it).']);
  expect(await move('BUYER-15')).toBe(204);
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-15?fields=status`)).body).toMatchObject({ fields: { status: { name: 'Ready for build' } } });
});

test('a malformed property keeps the gate shut with the static message, and the log says why', async () => {
  await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-12/properties/product-context`, { index: { issue: 10113, met: 7 } });
  expect(await move('BUYER-12')).toEqual(['Groundwork could not read this ticket\'s product context, so the gate stays shut. Open "Product context" on this ticket and save it again; if that does not help, ask your Jira administrator to check this rule\'s configuration.']);
  expect(jira.site.log.lines().at(-1)?.text).toMatch(/^The expression of validator product-context-gate on "Ready for build" failed: .+ \(BUYER-12; the transition stays shut\)\.$/);
});

test('a configuration that is not JSON keeps the gate shut', async () => {
  tamperWithGate((parameters) => ({ ...parameters, config: '{' }));
  expect(await move('BUYER-15')).toEqual([expect.stringContaining('the gate stays shut')]);
  expect(jira.site.log.lines().at(-1)?.text).toContain('its configuration is not JSON');
});

test('the rule of an app that is not installed keeps the gate shut; a disabled rule lets pass', async () => {
  tamperWithGate((parameters) => ({ ...parameters, key: 'ari:cloud:ecosystem::extension/another-app/any/static/product-context-gate' }));
  expect(await move('BUYER-15')).toEqual(['A workflow validator refused this transition.']);
  tamperWithGate((parameters) => ({ ...parameters, disabled: 'true' }));
  expect(await move('BUYER-15')).toBe(204);
});

test('a transition that does not leave this status is refused, and so is one without the permission', async () => {
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/issue/BUYER-12/transitions`, { transition: { id: '41' } })).status).toBe(400);
  expect((await jira.ask('grace-adeyemi', 'POST', `${REST}/issue/BUYER-15/transitions`, READY)).status).toBe(400);
});

test('a gate is added through the workflows API, and an older version is refused', async () => {
  const read = async () => {
    const { body } = await jira.ask('sam-keller', 'POST', `${REST}/workflows`, { workflowNames: ['Team workflow'] });
    const { workflows: [workflow] } = body as { workflows: [{ id: string; version: unknown; statuses: unknown; transitions: { id: string; validators: unknown[] }[] }] };
    return workflow;
  };
  const before = await read();
  const capabilities = await jira.ask('sam-keller', 'GET', `${REST}/workflows/capabilities?projectId=10002`);
  const { forgeRules: [offered] } = capabilities.body as { forgeRules: [{ id: string; ruleKey: string }] };
  const config = JSON.stringify({ gate: 'cart', criteria: [{ code: 'need', label: 'the need of the end users' }], types: [], since: '2020-01-01', bypass: false, hint: 'Write it.' });
  const update = {
    statuses: [], workflows: [{ id: before.id, version: before.version, statuses: before.statuses, transitions: before.transitions.map((step) => (step.id === '31' ? { ...step, validators: [{ ruleKey: offered.ruleKey, parameters: { key: offered.id, config } }] } : step)) }],
  };
  expect((await jira.ask('sam-keller', 'POST', `${REST}/workflows/update`, update)).status).toBe(200);
  expect(await jira.ask('marco-bianchi', 'POST', `${REST}/issue/CART-4/transitions`, { transition: { id: '31' } }))
    .toMatchObject({ status: 400, body: { errorMessages: ['CART-4 has no product context of its own yet. Write it.'] } });
  expect((await jira.ask('sam-keller', 'POST', `${REST}/workflows/update`, update)).status).toBe(409);
});

test('the Create transition has its validators, too', async () => {
  const workflow = jira.site.tables.workflows.get(jira.site.tables.projects.get('10001')?.workflow ?? '') as Workflow;
  const rule = workflow.transitions.find(({ id }) => id === '21')?.validators ?? [];
  jira.site.tables.workflows.put(workflow.id, { ...workflow, transitions: workflow.transitions.map((step) => (step.type === 'INITIAL' ? { ...step, validators: rule } : step)) });
  const create = { fields: { project: { key: 'BUYER' }, issuetype: { name: 'Story' }, summary: 'New' } };
  expect(await jira.ask('marco-bianchi', 'POST', `${REST}/issue`, create)).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining('has no product context of its own yet')] } });
  expect((await jira.ask('marco-bianchi', 'POST', `${REST}/issue`, { fields: { ...create.fields, issuetype: { name: 'Bug' } } })).body).toMatchObject({ key: 'BUYER-55' });
});
