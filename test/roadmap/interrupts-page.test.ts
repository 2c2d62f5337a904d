import type { FrameLocator } from 'playwright-core';
import { givenJira, type WindowOptions } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { axeFindings } from '../given/axe-findings';
import { AS_READ, onScreen } from '../given/on-screen';
import { isComputed } from './given-ranking';

const given = givenJira();
let jira: JiraScreens;
const ADA = 'ada-lindqvist';

async function openInterrupts({ search = '', ...rest }: Partial<WindowOptions> & { search?: string } = {}): Promise<FrameLocator> {
  jira = await given.open({ as: ADA, ...rest });
  const frame = await jira.openProjectPage('BUYER', `interrupts${search}`);
  await isComputed(frame);
  return frame;
}

test('opening costs no invocation and no point', async () => {
  jira = await given.open({ as: ADA });
  await jira.resetMeter();
  await isComputed(await jira.openProjectPage('BUYER', 'interrupts'));
  const { invocations, points } = await jira.meter();
  expect({ invocations, points }).toEqual({ invocations: 0, points: 0 });
  expect(jira.errors()).toEqual([]);
});

test('the list names who asks, and what was kept and used is a sentence', async () => {
  const frame = await openInterrupts();
  const row = frame.getByTestId('interrupts.list').getByRole('row').filter({ hasText: 'BUYER-14' });
  await onScreen(row).toContainText(/partner's 460,000 SKUs[\s\S]*an answer[\s\S]*Dec 4, 2026[\s\S]*not estimated/, AS_READ);
  await onScreen(frame.getByTestId('interrupts.use')).toContainText(/^Interrupts started or done took .+ of the 12 person-weeks kept for 3 months \(15 %\): within what is kept for them\..* Not estimated, so not counted: .*BUYER-13/, AS_READ);
});

test('the price of an executive’s interrupt: missed musts by name, then money with its range, then what is not counted, beside its own worth', async () => {
  const frame = await openInterrupts({ search: '?from=2026-11-22' });
  await frame.getByRole('button', { name: 'Price of BUYER-13' }).click();
  const answer = frame.getByTestId('interrupts.answer');
  await answer.getByText('BUYER-13 has no effort yet. Type how many person-weeks it would take, or the time that you give it.').waitFor();
  await frame.getByLabel('Person-weeks', { exact: true }).fill('50');
  const sentences = [
    /^BUYER-25 would miss its date, set by law or contract\.$|^BUYER-25 and BUYER-18 would miss their dates, set by law or contract\.$/,
    'LEGAL-1 has no effort: whether it would miss its date is not known.',
    /^Everything behind it slips by .+ and loses \$[\d.]+[KM] to \$[\d.]+[KM], middle \$[\d.]+[KM] over 12 months, if the goals are reached; that is \$[\d.]+[KM] to \$[\d.]+[KM], middle \$[\d.]+[KM] a week of it\.$/,
    /^Not counted, because no money stands for it: .*BUYER-25.*\.$/,
  ];
  await onScreen(answer.getByRole('listitem')).toHaveText(sentences, AS_READ);
  await onScreen(frame.getByTestId('interrupts.own')).toContainText(/^Its own worth: \$[\d.]+[KM] to \$[\d.]+[KM], middle \$[\d.]+[KM] over 12 months, if the goals are reached\.$/, AS_READ);
  await onScreen.poll(() => new URL(jira.page.url()).search).toBe('?from=2026-11-22&interrupt=BUYER-13&effort=50');
  await jira.page.reload();
  await onScreen(answer.getByRole('listitem')).toHaveText(sentences, AS_READ);
});

test('an interrupt that waits behind the must tickets makes none of them late; of the one without an effort that is not known', async () => {
  const frame = await openInterrupts({ search: '?from=2026-11-22&effort=20&after=BUYER-18' });
  const answer = frame.getByTestId('interrupts.answer');
  await answer.getByText('LEGAL-1 has no effort: whether it would miss its date is not known.').waitFor();
  await onScreen(answer).not.toContainText('would miss its date, set by law or contract', AS_READ);
});

test('an estimate is priced by its time box, and what is no number is said so', async () => {
  const frame = await openInterrupts();
  await frame.getByLabel('Interrupt', { exact: true }).focus();
  await jira.page.keyboard.type('BUYER-14');
  await frame.getByLabel('Person-weeks', { exact: true }).fill('0.4');
  await frame.getByTestId('interrupts.own').getByText('an answer, no money. It is priced by the time it is given.', { exact: false }).waitFor();
  await frame.getByLabel('Person-weeks', { exact: true }).fill('soon');
  await frame.getByTestId('interrupts.answer').getByText('“soon” is not a number.', { exact: false }).waitFor();
  await frame.getByLabel('Person-weeks', { exact: true }).fill('0');
  await frame.getByTestId('interrupts.answer').getByText('The effort must be more than 0 and below 10,000 person-weeks.').waitFor();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async () => {
    const frame = await openInterrupts({ theme, width: theme === 'light' ? 768 : 1280, search: '?interrupt=BUYER-13&effort=6' });
    await frame.getByTestId('interrupts.own').waitFor();
    await frame.getByRole('figure', { name: 'Allowance for interrupts' }).getByText('The numbers of this picture').click();
    expect(await axeFindings(jira.page)).toEqual([]);
  }, 60_000);
}
