import { demand, findIssue } from '../jira/find-issue';
import type { Issue } from '../jira/issue';
import { parsePropertyValue, propertiesOf, propertyId, readProperty, writeProperty } from '../jira/properties';
import { refuse } from '../jira/refusal';
import { pathValue } from './read-body';
import type { RestCall, Route } from './route';

const KEYS = '/rest/api/3/issue/{issueIdOrKey}/properties';
const ONE = `${KEYS}/{propertyKey}`;

function issueOf(call: RestCall): Issue {
  return findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
}

function editableIssueOf(call: RestCall): Issue {
  const issue = issueOf(call);
  demand(call.tables, call.actor, 'EDIT_ISSUES', issue, 'You do not have permission to edit issues in this project.');
  call.services.writeLimits.count(issue.id);
  return issue;
}

export const ISSUE_PROPERTY_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: KEYS, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const issue = issueOf(call);
      const keys = propertiesOf(call.tables, 'issue', issue.id)
        .map(({ key }) => ({ self: `${call.site}/rest/api/3/issue/${issue.key}/properties/${encodeURIComponent(key)}`, key }));
      return { status: 200, body: { keys } };
    },
  },
  {
    method: 'GET', pattern: ONE, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const key = pathValue(call.path, 'propertyKey');
      const found = readProperty(call.tables, 'issue', issueOf(call).id, key);
      if (found === undefined) refuse(404, `The property with key "${key}" does not exist.`);
      return { status: 200, body: { key, value: found.value } };
    },
  },
  {
    method: 'PUT', pattern: ONE, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = editableIssueOf(call);
      const value = parsePropertyValue(call.body);
      const { created } = writeProperty(call.tables, { entity: 'issue', entityId: issue.id, key: pathValue(call.path, 'propertyKey'), value });
      return { status: created ? 201 : 200 };
    },
  },
  {
    method: 'DELETE', pattern: ONE, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = editableIssueOf(call);
      const key = pathValue(call.path, 'propertyKey');
      if (!call.tables.properties.delete(propertyId('issue', issue.id, key))) refuse(404, `The property with key "${key}" does not exist.`);
      return { status: 204 };
    },
  },
];
