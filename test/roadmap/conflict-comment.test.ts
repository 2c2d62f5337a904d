import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { AS_READ, onScreen } from '../given/on-screen';
import { openConflicts } from './conflicts-driver';

const given = givenJira();
let jira: JiraScreens;

const commentsOf = async (key: string) => ((await given.local.rest('ada-lindqvist', 'GET', `/rest/api/3/issue/${key}/comment`)).body as { comments: readonly { author: { displayName: string }; body: unknown }[] }).comments;

test('who does not decide comments on a conflict, in their own name, on the ticket they choose; it costs no invocation', async () => {
  jira = await given.open({ as: 'jonas-weber' });
  const page = await openConflicts(jira);
  const card = page.conflictOn('BuyerProfile.paymentMethods');
  await onScreen(card).toContainText('You can comment on the conflict.', AS_READ);
  await jira.resetMeter();
  await card.getByTestId('conflict.comment.open').click();
  await onScreen(card.getByTestId('conflict.comment.post')).toBeDisabled();
  await card.getByLabel('On which ticket').selectOption('BUYER-17');
  await card.getByLabel('Your comment', { exact: true }).fill('Two methods would do for us.\n\nCan we meet on Monday?');
  expect(await axeFindings(jira.page)).toEqual([]);
  await card.getByTestId('conflict.comment.post').click();
  await card.getByText('Your comment stands on BUYER-17.').waitFor();
  const comments = await commentsOf('BUYER-17');
  expect(comments.at(-1)?.author.displayName).toBe('Jonas Weber');
  expect(comments.at(-1)?.body).toEqual({
    type: 'doc', version: 1,
    content: ['About the conflict on the shared data BuyerProfile.paymentMethods (how many):', 'Two methods would do for us.', 'Can we meet on Monday?'].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });
  expect((await jira.meter()).invocations).toBe(0);
}, 60_000);

test('a comment that Jira does not take stays as it was written, with the reason; a Jira that does not answer is not asked twice', async () => {
  jira = await given.open({ as: 'jonas-weber' });
  const page = await openConflicts(jira);
  const card = page.conflictOn('BuyerProfile.paymentMethods');
  const before = (await commentsOf('BUYER-17')).length;
  await card.getByTestId('conflict.comment.open').click();
  await card.getByLabel('On which ticket').selectOption('BUYER-17');
  await card.getByLabel('Your comment', { exact: true }).fill('One is enough.');
  await given.local.planFault({ match: 'POST /rest/api/3/issue/\\d+/comment', status: 503, times: 1 });
  await card.getByTestId('conflict.comment.post').click();
  await card.getByText('it is not known whether your comment was posted. Look at BUYER-17 before you post it again.', { exact: false }).waitFor();
  await onScreen(card.getByLabel('Your comment', { exact: true })).toHaveValue('One is enough.');
  expect(await commentsOf('BUYER-17')).toHaveLength(before);
  await card.getByRole('button', { name: 'Close' }).click();
  await card.getByRole('button', { name: 'Go on with your comment' }).click();
  await card.getByTestId('conflict.comment.post').click();
  await card.getByText('Your comment stands on BUYER-17.').waitFor();
  expect(await commentsOf('BUYER-17')).toHaveLength(before + 1);
}, 60_000);
