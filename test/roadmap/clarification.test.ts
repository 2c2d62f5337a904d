import type { FrameLocator } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { AS_READ, onScreen } from '../given/on-screen';
import { answerFiveQuestions, openPanel } from '../panel/panel-driver';
import { openDemand } from './project-page-driver';

const ADA = 'ada-lindqvist';
const given = givenJira();
let jira: JiraScreens;

beforeEach(async () => { jira = await given.open({ as: ADA }); });

/** Tickets, still waiting, rounds, and the days in all of a team. */
async function waits(frame: FrameLocator, team: string): Promise<{ tickets: number; waiting: number; rounds: number; days: number }> {
  const row = frame.getByTestId('overview.clarification').getByRole('row').filter({ has: frame.getByRole('rowheader', { name: team, exact: true }) });
  const cells = (await row.getByRole('cell').allInnerTexts()).map((text) => Number.parseInt(text.replaceAll(',', ''), 10));
  return { tickets: cells[0] ?? NaN, waiting: cells[1] ?? NaN, rounds: cells[2] ?? NaN, days: cells[4] ?? NaN };
}

async function demand(): Promise<FrameLocator> {
  const { frame } = await openDemand(jira, 'BUYER');
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached' });
  await frame.getByTestId('overview.waits').waitFor();
  await frame.getByRole('figure', { name: 'Waiting for context by team' }).getByText('The numbers of this picture').click();
  return frame;
}

test('what waiting for context costs is said per team, without a request of its own, and a ticket that is understood at last stops waiting', async () => {
  const before = await waits(await demand(), 'Order Status');
  await onScreen(jira.page.frameLocator('main iframe.jira-app-frame').first().getByTestId('overview.waits')).toContainText(/^Of the teams, tickets of Marketing Campaigns waited longest: [\d,]+ days in all on \d+ tickets, \d+ days in the middle\. \d+ of \d+ tickets still wait; 7 questions were posted\.$/, AS_READ);
  const panel = await openPanel(jira, 'BUYER-20');
  await panel.write();
  await answerFiveQuestions(panel);
  await panel.save();
  const after = await waits(await demand(), 'Order Status');
  expect(after).toMatchObject({ tickets: before.tickets + 1, waiting: before.waiting, rounds: before.rounds });
  expect(after.days).toBeGreaterThan(before.days);
});

test('a question from the backlog desk is a round of its ticket’s team the next time', async () => {
  const before = await waits(await demand(), 'Shopping Cart');
  const desk = await openDemand(jira, 'BUYER', 'backlog');
  await desk.typeWords('BUYER-31');
  await desk.frame.getByText('1 ticket shown, newest first; 0 selected').waitFor();
  await desk.frame.getByTestId('backlog.ask').click();
  await desk.frame.getByTestId('backlog.send').click();
  await desk.frame.getByTestId('backlog.asked').getByText('1 question posted').waitFor();
  expect(await waits(await demand(), 'Shopping Cart')).toEqual({ ...before, rounds: before.rounds + 1 });
});

test('the numbers leave as a file, and what nobody recorded is said, not guessed', async () => {
  const frame = await demand();
  await onScreen(frame.getByTestId('overview.clarification')).toContainText('Of 3 understood tickets nobody recorded when: they are left out.', AS_READ);
  const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByRole('button', { name: 'Export CSV of waiting for context' }).click()]);
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\uFEFF?Team,Tickets,Still waiting,Rounds of questions,Median days,Days in all,Covers\r?\n/);
  expect(await axeFindings(jira.page)).toEqual([]);
});
