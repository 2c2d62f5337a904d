import { join } from 'node:path';
import { gateConfigurationSchema } from '../../src/contract/gate-configuration';
import { readStoredSettings } from '../../src/contract/settings';
import { readSiteFile } from '../../local/demo/site-file';
import { readProperty } from '../../local/jira/properties';
import { aSite, type TestSite } from '../given/a-site';

let jira: TestSite;
beforeAll(() => { jira = aSite(); });
afterAll(() => { jira.close(); });

test('BUYER has opted in, and its settings name the projects of the five teams', () => {
  const stored = readStoredSettings(readProperty(jira.site.tables, 'project', '10001', 'product-context.settings')?.value);
  if (stored.state !== 'read') throw new Error(JSON.stringify(stored));
  const keys = stored.settings.teams.map(({ name, projects }) => [name, ...projects.map((id) => jira.site.tables.projects.get(id)?.key)]);
  expect(keys).toEqual([['Shopping Cart', 'CART'], ['Order Status', 'OSTAT'], ['Recommendations', 'RECS'], ['Marketing Campaigns', 'MKT'], ['Legal Compliance', 'LEGAL']]);
});

test('the gates of the workflow are what the settings say they are', () => {
  const workflow = jira.site.tables.workflows.get(jira.site.tables.projects.get('10001')?.workflow ?? '');
  const rules = (workflow?.transitions ?? []).flatMap(({ name, validators }) => validators.map(({ parameters }) => ({ name, ...gateConfigurationSchema.parse(JSON.parse(parameters['config'] ?? '')) })));
  const stored = readStoredSettings(readProperty(jira.site.tables, 'project', '10001', 'product-context.settings')?.value);
  expect(rules.map(({ gate, name, criteria }) => ({ gate, name, criteria: criteria.map(({ code }) => code) }))).toEqual(stored.state === 'read' ? stored.settings.gates : []);
});

test('there are about 60 tickets in six projects, and a good third of BUYER has no context', () => {
  const issues = [...jira.site.tables.issues.values()];
  expect(new Set(issues.map(({ projectId }) => projectId)).size).toBe(6);
  expect(issues.length).toBeGreaterThanOrEqual(55);
  const buyer = issues.filter(({ projectId }) => projectId === '10001');
  const bare = buyer.filter(({ id }) => readProperty(jira.site.tables, 'issue', id, 'product-context') === undefined);
  expect(bare.length / buyer.length).toBeGreaterThan(1 / 3);
});

test('a site file with a fault names the file and the place', () => {
  expect(() => readSiteFile(join(__dirname, '../../package.json'))).toThrow(/package\.json is not a site file: at people: /);
});
