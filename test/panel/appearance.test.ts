import { givenJira } from '../given/given-jira';
import { axeFindings } from '../given/axe-findings';
import { onScreen } from '../given/on-screen';
import { openPanel, type Panel } from './panel-driver';
import { aRecord, putContext } from './stored-records';

const given = givenJira();

beforeAll(async () => {
  await putContext(given.local, 'ada-lindqvist', 'BUYER-16', { ...aRecord(), v: '1', users: 7 });
}, 60_000);

const unfoldAll = (panel: Panel): Promise<void> => panel.frame.locator('details').evaluateAll((parts) => { for (const part of parts) part.setAttribute('open', ''); });
const VIEWS: readonly [string, string, string, (panel: Panel) => Promise<void>][] = [
  ['an empty ticket', 'BUYER-12', 'priya-raman', async () => undefined],
  ['a full ticket', 'BUYER-21', 'ada-lindqvist', unfoldAll],
  ['a malformed record', 'BUYER-16', 'ada-lindqvist', async () => undefined],
  ['the form', 'BUYER-17', 'tomasz-nowak', async (panel) => { await panel.write(); await unfoldAll(panel); }],
  ['a form with errors', 'BUYER-15', 'priya-raman', async (panel) => { await panel.write(); await panel.fillIn('Goal', 'soon'); await panel.trySave(); }],
  ['a bypass', 'BUYER-15', 'marco-bianchi', async (panel) => { await panel.frame.getByTestId('panel.bypass').click(); await panel.frame.getByTestId('panel.task').waitFor(); }],
  ['an agreement', 'BUYER-17', 'ada-lindqvist', async (panel) => { await panel.frame.getByTestId('panel.accept').click(); await panel.frame.getByTestId('panel.task').waitFor(); }],
];

const WIDEST_VIEWS = VIEWS.filter(([name]) => name === 'a full ticket' || name === 'the form');

describe.each([
  ['light', 1280, 'panel', VIEWS], ['dark', 1280, 'panel', VIEWS], ['light', 768, 'panel', WIDEST_VIEWS], ['dark', 1280, 'group', WIDEST_VIEWS],
] as const)('%s, %d pixels, in the %s', (theme, width, where, views) => {
  test.each(views)('%s has no finding of axe and no field wider than its column', async (_name, key, person, arrange) => {
    const jira = await given.open({ as: person, theme, width });
    const panel = await openPanel(jira, key, where);
    await arrange(panel);
    expect(await axeFindings(jira.page)).toEqual([]);
    const overflow = await panel.frame.locator('main.gw-panel').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await jira.close();
  }, 60_000);
});

test('the form is filled in, saved and read by keyboard alone', async () => {
  const jira = await given.open({ as: 'priya-raman' });
  const panel = await openPanel(jira, 'BUYER-12');
  await panel.frame.getByTestId('panel.start').focus();
  const { keyboard } = jira.page;
  await keyboard.press('Enter');
  await panel.frame.getByTestId('panel.form').waitFor();
  const tabTo = async (address: string): Promise<void> => {
    for (let steps = 0; steps < 40; steps += 1) {
      await keyboard.press('Tab');
      if (await panel.frame.locator(`[data-address="${address}"]:focus`).count() > 0) return;
    }
    throw new Error(`Tab never reached ${address}.`);
  };
  await tabTo('need');
  await keyboard.type('Buyers see the shipping cost before they give up');
  await tabTo('users');
  await keyboard.type('Mobile buyers at checkout');
  await tabTo('thresholds.t1.scale');
  await keyboard.type('time to display shipping cost');
  await tabTo('thresholds.t1.unit');
  await keyboard.type('s');
  await tabTo('thresholds.t1.better');
  await keyboard.type('lower');
  await tabTo('thresholds.t1.goal');
  await keyboard.type('3.2');
  await keyboard.press('Enter');
  await panel.frame.getByTestId('panel.result').waitFor();
  await onScreen(panel.frame.locator('[data-testid="panel.result"]:focus')).toHaveCount(1);
  await jira.close();
}, 60_000);
