import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { AS_READ, onScreen } from '../given/on-screen';
import { answerFiveQuestions, openPanel } from './panel-driver';

const given = givenJira();
let jira: JiraScreens;

beforeEach(async () => { jira = await given.open({ as: 'priya-raman' }); });

test('a ticket is refused, its context is filled in, and it moves; opening costs nothing and the save one invocation', async () => {
  await jira.resetMeter();
  const panel = await openPanel(jira, 'BUYER-12');
  expect(await jira.meter()).toMatchObject({ invocations: 0, points: 0 });

  const refused = await panel.ticket.moveTo('Ready for build');
  expect(refused).toEqual({
    moved: false, refusal: 'BUYER-12 has no product context of its own yet. Open "Product context" on this ticket (under Apps if you do not see it).',
  });
  expect(await jira.meter()).toMatchObject({ invocations: 0, points: 0 });

  await panel.write();
  const inputs = 1 + await answerFiveQuestions(panel) + 1;
  expect(inputs).toBeLessThanOrEqual(11);
  await panel.save();
  await onScreen(panel.result).toContainText(/^Saved\.\s*Undo this save$/, AS_READ);
  const { invocations, points } = await jira.meter();
  console.log(`meter: opening 0 invocations and 0 points, transition 0 and 0, save ${invocations} invocation and ${points} points`);
  expect(invocations).toBe(1);
  expect(points).toBeLessThanOrEqual(4);
  await onScreen(panel.grade).toHaveText('Bronze: we understand it', AS_READ);
  await onScreen(panel.frame.getByTestId('panel.why.worth')).toHaveText('Worth $6M to $10M a month', AS_READ);

  expect(await panel.ticket.moveTo('Ready for build')).toEqual({ moved: true, status: 'Ready for build' });
  // Chromium reports the refusal itself, Jira's answer 400, as an error of the network.
  expect(jira.errors().filter((error) => !error.includes('status of 400'))).toEqual([]);
}, 60_000);
