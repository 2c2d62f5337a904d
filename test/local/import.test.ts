import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importIssues } from '../../local/jira/import-issues';
import { aSite, type TestSite } from '../given/a-site';

const REST = '/rest/api/3';
let jira: TestSite;
beforeEach(() => { jira = aSite({ empty: true }); });
afterEach(() => { jira.close(); });

function line(key: string, fields: Record<string, unknown> = {}, more: Record<string, unknown> = {}): string {
  return JSON.stringify({ key, fields: { summary: `About ${key}`, status: { name: 'Open', statusCategory: { key: 'new' } }, issuetype: { name: 'Improvement' }, ...fields }, ...more });
}

test('a broken line is reported with its number and reason, and the rest is imported', () => {
  const report = importIssues(jira.site, [line('OPS-1'), '{ "key": "OPS-2", ', line('ops two'), line('OPS-4', { labels: 'urgent' }), '', line('OPS-6')].join('\n'));
  expect(report.imported).toBe(2);
  expect(report.problems.map((problem) => problem.line)).toEqual([2, 3, 4]);
  expect(report.problems[0]?.reason).toMatch(/^not JSON \(/);
  expect(report.problems[1]?.reason).toBe('key: is not an issue key such as BUYER-12');
  expect(report.problems[2]?.reason).toMatch(/^fields\.labels: /);
});

test('projects, types, statuses, people, links, parents, comments and properties appear; unknown fields are kept', async () => {
  importIssues(jira.site, [
    line('OPS-1', { customfield_10016: 3, reporter: { accountId: 'pat', displayName: 'Pat' }, comment: { comments: [{ id: '7', author: { accountId: 'pat' }, body: 'plain words', created: '2020-01-02T03:04:05.000+0000' }] } }, { properties: { 'product-context': { v: 1 } } }),
    line('OPS-2', { parent: { key: 'OPS-1' }, issuelinks: [{ type: { name: 'Blocks' }, outwardIssue: { key: 'OPS-1' } }, { type: { name: 'Relates' }, inwardIssue: { key: 'AWAY-9' } }], status: { name: 'Resolved', statusCategory: { key: 'done' } } }),
  ].join('\n'));
  const first = await jira.ask('pat', 'GET', `${REST}/issue/OPS-1?properties=*all`);
  expect(first.body).toMatchObject({
    key: 'OPS-1', properties: { 'product-context': { v: 1 } },
    fields: {
      customfield_10016: 3, reporter: { displayName: 'Pat' }, issuetype: { name: 'Improvement' }, status: { name: 'Open', statusCategory: { key: 'new' } }, assignee: null,
      comment: { total: 1, comments: [{ id: '7', created: '2020-01-02T03:04:05.000+0000', body: { type: 'doc', content: [{ type: 'paragraph', content: [{ text: 'plain words' }] }] } }] },
      issuelinks: [{ type: { name: 'Blocks', inward: 'is blocked by' }, inwardIssue: { key: 'OPS-2' } }],
    },
  });
  expect((await jira.ask('pat', 'GET', `${REST}/issue/OPS-2?fields=parent,issuelinks`)).body).toMatchObject({ fields: { parent: { key: 'OPS-1' }, issuelinks: [{ outwardIssue: { key: 'OPS-1' } }] } });
});

test('an imported project has a workflow of its statuses; its tickets are read, edited, moved, gated and created', async () => {
  importIssues(jira.site, [line('OPS-1'), line('OPS-7', { status: { name: 'Resolved', statusCategory: { key: 'done' } } })].join('\n'));
  const { transitions } = (await jira.ask('sam-keller', 'GET', `${REST}/issue/OPS-1/transitions`)).body as { transitions: { id: string; name: string }[] };
  expect(transitions.map(({ name }) => name)).toEqual(['Resolved']);
  expect((await jira.ask('sam-keller', 'POST', `${REST}/issue/OPS-1/transitions`, { transition: { id: transitions[0]?.id } })).status).toBe(204);
  expect((await jira.ask('sam-keller', 'PUT', `${REST}/issue/OPS-1`, { fields: { summary: 'Changed' } })).status).toBe(204);
  const projectId = [...jira.site.tables.projects.values()][0]?.id;
  expect((await jira.ask('sam-keller', 'POST', `${REST}/issue`, { fields: { project: { id: projectId }, issuetype: { name: 'Improvement' }, summary: 'New' } })).body).toMatchObject({ key: 'OPS-8' });
});

test('the same file twice changes nothing the second time', () => {
  const text = [line('OPS-1'), line('OPS-2')].join('\n');
  expect(importIssues(jira.site, text)).toMatchObject({ imported: 2, present: 0 });
  expect(importIssues(jira.site, text)).toMatchObject({ imported: 0, present: 2, problems: [] });
});

test('a search result and a single object are taken like lines', () => {
  expect(importIssues(jira.site, `{"issues":[${line('OPS-1')},${line('OPS-2')}]}`).imported).toBe(2);
  expect(importIssues(jira.site, JSON.stringify(JSON.parse(line('OPS-3')), null, 2)).imported).toBe(1);
});

describe.each([['hadoop.jsonl', 100, 'HADOOP'], ['mesos.jsonl', 1680, 'MESOS']] as const)('the real file %s', (name, count, key) => {
  const file = join(__dirname, '../../../shared/data/issues', name);

  test('is imported whole beside the demo, and found by JQL', async () => {
    if (!existsSync(file)) {
      console.log(`Skipped: ../shared/data/issues/${name} is not there.`);
      return;
    }
    const site = aSite();
    try {
      const report = importIssues(site.site, readFileSync(file, 'utf8'));
      expect({ imported: report.imported, problems: report.problems }).toEqual({ imported: count, problems: [] });
      expect((await site.ask('sam-keller', 'POST', `${REST}/search/approximate-count`, { jql: `project = ${key}` })).body).toEqual({ count });
      const { issues: [issue] } = (await site.ask('sam-keller', 'POST', `${REST}/search/jql`, { jql: `project = ${key} order by key`, fields: ['*all'] })).body as { issues: [{ key: string; fields: Record<string, unknown> }] };
      expect(issue.fields).toMatchObject({ project: { key }, status: { name: expect.any(String) as unknown }, description: { type: 'doc' } });
      const original = readFileSync(file, 'utf8').split('\n').map((text) => (text === '' ? undefined : (JSON.parse(text) as { key: string; fields: Record<string, unknown> }))).find((entry) => entry?.key === issue.key);
      const lost = Object.entries(original?.fields ?? {}).filter(([field, value]) => value !== null && (issue.fields[field] === undefined || issue.fields[field] === null)).map(([field]) => field);
      expect(lost).toEqual([]);
    } finally {
      site.close();
    }
  });
});
