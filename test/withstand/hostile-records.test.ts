/** What stands in a ticket's property although Groundwork would never write it, on every page that shows it. */

import { rmSync } from 'node:fs';
import { propertyId } from '../../local/jira/properties';
import { openSiteTables } from '../../local/jira/site-tables';
import { createStore } from '../../local/store/store';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { startLocalJira } from '../given/local-jira';
import { AS_READ, onScreen } from '../given/on-screen';
import { openPanel } from '../panel/panel-driver';
import { aRecord, readContext } from '../panel/stored-records';
import { openDemand } from '../roadmap/project-page-driver';
import { aFolder } from '../given/a-folder';

const EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>{{7*7}}\u202e';
const TOO_LONG = 'BUYER-41';
const SCRIPTED = 'BUYER-42';
const FORGED = 'BUYER-39';
const NEWER = 'BUYER-35';

const folder = aFolder('hostile');
beforeAll(async () => {
  await (await startLocalJira({ dataFolder: folder })).stop();
  writeBehindJirasBack();
});
const given = givenJira({ dataFolder: folder });
let jira: JiraScreens;

beforeEach(async () => { jira = await given.open({ as: 'ada-lindqvist' }); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** Past the limits that REST keeps. */
function writeBehindJirasBack(): void {
  const store = createStore(folder);
  const { issues, properties } = openSiteTables(store);
  const idOf = (key: string): string => [...issues.values()].find((issue) => issue.key === key)?.id ?? '';
  const put = (key: string, value: unknown): void => properties.put(propertyId('issue', idOf(key), 'product-context'), { entity: 'issue', entityId: idOf(key), key: 'product-context', value });
  put(TOO_LONG, aRecord({ users: 'x'.repeat(40_000) }));
  put(SCRIPTED, scriptedRecord(idOf(SCRIPTED)));
  put(FORGED, { ...aRecord({ need: undefined, thresholds: [], value: undefined }), index: indexOf(idOf(FORGED)) });
  put(NEWER, { ...aRecord(), v: 99, need: { in: 'another shape' } });
  store.close();
}

function indexOf(id: string) {
  return { issue: Number(id), by: { judge: 1, settings: 1 }, met: ['need', 'team', 'users', 'threshold', 'value', 'period'], missing: [], notApplicable: [], grade: 'gold', hash: 'forged', elements: [EVIL] };
}

/** Valid by its shape; every text is script. */
function scriptedRecord(id: string) {
  return aRecord({
    team: EVIL, need: EVIL, users: EVIL, sponsor: EVIL, theme: EVIL,
    thresholds: [{ id: EVIL, scale: EVIL, unit: '<b>s', better: 'lower', statistic: '<b>p95', past: 3.5, goal: 3.2, meter: EVIL, limit: { level: 10, authority: EVIL }, when: { [EVIL.slice(0, 60)]: [EVIL] } }],
    value: { metric: EVIL, change: { low: 3, high: 5, unit: '<b>%' }, worth: { low: 1e6, high: 2e6, currency: 'USD', per: 'month' }, because: EVIL, evidence: [{ url: 'https://example.com/"onmouseover="document.title=3', note: EVIL }], credibility: 0.5 },
    boundary: { ruling: 'shared', why: EVIL }, answer: { state: 'countered', why: EVIL }, bypass: { gate: EVIL, hash: EVIL, why: EVIL, comment: EVIL },
    claims: [{ id: EVIL, model: EVIL, element: EVIL, facet: 'presence', level: 'must', why: EVIL, is: EVIL, when: { [EVIL.slice(0, 60)]: [EVIL] } }],
    log: [{ rev: 3, at: EVIL, field: EVIL, from: EVIL, to: EVIL }], index: indexOf(id),
  });
}

async function expectNothingRan(): Promise<void> {
  const titles = await Promise.all(jira.page.frames().map((frame) => frame.evaluate(() => document.title)));
  expect(titles).not.toContain('1');
  expect(titles).not.toContain('2');
  expect(jira.errors()).toEqual([]);
}

test('40,000 characters are named for what they are, and the next save repairs them', async () => {
  const panel = await openPanel(jira, TOO_LONG);
  await onScreen(panel.frame.getByTestId('panel.malformed')).toContainText('The record is longer than 32,768 characters.', AS_READ);
  await onScreen(panel.why).toContainText('Buyers see the shipping cost before they give up', AS_READ);
  await panel.write();
  await panel.fillIn('Whose users, and about how many?', 'All buyers');
  await panel.save();
  await onScreen(panel.frame.getByTestId('panel.malformed')).toHaveCount(0);
  expect(await readContext(given.local, 'ada-lindqvist', TOO_LONG)).toMatchObject({ rev: 4, users: 'All buyers', thresholds: [{ goal: 3.2 }] });
}, 60_000);

test('script in every text is text in the panel, in its details, in the form and in the right column', async () => {
  const panel = await openPanel(jira, SCRIPTED);
  await onScreen(panel.why).toContainText('<script>document.title=2</script>', AS_READ);
  await panel.unfold('Details');
  await expectNothingRan();
  await panel.write();
  await onScreen(panel.frame.getByLabel('Users’ need')).toHaveValue(EVIL);
  await expectNothingRan();
  const group = await openPanel(jira, SCRIPTED, 'group');
  await onScreen(group.why).toContainText('<script>document.title=2</script>', AS_READ);
  await expectNothingRan();
}, 60_000);

test('script in every text is text on the demand page and at the desk', async () => {
  const demand = await openDemand(jira, 'BUYER');
  await demand.typeWords(SCRIPTED);
  await demand.ticket(SCRIPTED).waitFor();
  await onScreen(demand.ticket(SCRIPTED)).toContainText('<script>document.title=2</script>', AS_READ);
  await expectNothingRan();
  const desk = await openDemand(jira, 'BUYER', 'backlog');
  await desk.frame.getByRole('table').waitFor();
  await expectNothingRan();
}, 60_000);

test('a forged index raises no grade in the panel and on the demand page, and is repaired by the next save', async () => {
  const demand = await openDemand(jira, 'BUYER');
  await demand.typeWords(FORGED);
  await demand.ticket(FORGED).waitFor();
  await onScreen(demand.ticket(FORGED).getByRole('cell').nth(1)).toContainText(/^No grade\b/, AS_READ);
  const panel = await openPanel(jira, FORGED);
  await onScreen(panel.grade).toHaveText('No grade yet', AS_READ);
  await onScreen(panel.main).toContainText(/Edited outside Groundwork|Out of date/, AS_READ);
  await panel.write();
  await panel.fillIn('Users’ need', 'Buyers see their profile at once');
  await panel.save();
  expect(await readContext(given.local, 'ada-lindqvist', FORGED)).toMatchObject({ rev: 4, index: { grade: 'none', met: expect.not.arrayContaining(['threshold', 'value']) as unknown } });
}, 60_000);

test('a record of a newer Groundwork is shown as such on the demand page, and nothing overwrites it', async () => {
  const demand = await openDemand(jira, 'BUYER');
  await demand.typeWords(NEWER);
  await demand.ticket(NEWER).waitFor();
  await onScreen(demand.ticket(NEWER)).toContainText('newer Groundwork', AS_READ);
  expect(await readContext(given.local, 'ada-lindqvist', NEWER)).toMatchObject({ v: 99, need: { in: 'another shape' } });
  await expectNothingRan();
}, 60_000);
