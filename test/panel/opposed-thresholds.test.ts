import { deriveIndex } from '../../src/domain/context/derive-index';
import type { ProductContext } from '../../src/domain/context/product-context';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { AS_READ, onScreen } from '../given/on-screen';
import { openPanel } from './panel-driver';
import { aRecord, putContext } from './stored-records';

const given = givenJira();
let jira: JiraScreens;

beforeAll(async () => {
  jira = await given.open({ as: 'jonas-weber' });
}, 60_000);

const FEWER: ProductContext = { v: 1, rev: 3, savedAt: '2026-11-20T10:00:00Z', ...aRecord({
  need: 'Buyers pay without filling in a form', thresholds: [{ id: 't1', scale: 'Questions asked "at checkout"', unit: 'questions', better: 'lower', goal: 3 }],
}) };

test('[CF50] while a threshold is typed: whom it would pull against, with that ticket’s need, for no invocation and no point', async () => {
  const { body } = await given.local.rest('ada-lindqvist', 'GET', '/rest/api/3/issue/BUYER-20');
  await putContext(given.local, 'ada-lindqvist', 'BUYER-20', { ...FEWER, index: deriveIndex(FEWER, null, (body as { id: string }).id) });
  const panel = await openPanel(jira, 'BUYER-21');
  await jira.resetMeter();
  await panel.write();
  await panel.fillIn('What is measured', 'questions  asked "AT checkout"');
  await panel.choose('Direction', 'higher is better');
  const notice = panel.frame.getByTestId('panel.opposed');
  await notice.waitFor();
  await onScreen(notice).toHaveText('This would pull against BUYER-20 BUYER-20 measures the same and says lower is better: “Buyers pay without filling in a form” Agree on one direction, or say that something else is measured.', AS_READ);
  expect(await jira.meter()).toMatchObject({ invocations: 0, points: 0 });
  expect(await axeFindings(jira.page)).toEqual([]);
  await panel.choose('Direction', 'lower is better');
  await notice.waitFor({ state: 'detached' });
  await panel.choose('Direction', 'higher is better');
  await notice.waitFor();
  await panel.fillIn('What is measured', 'answers given at checkout');
  await notice.waitFor({ state: 'detached' });
}, 60_000);
