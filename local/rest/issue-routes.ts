import { findIssue } from '../jira/find-issue';
import { listParameter, pathValue } from './read-body';
import type { Route } from './route';
import { showIssue } from './show-issue';

const ONE = '/rest/api/3/issue/{issueIdOrKey}';

export const ISSUE_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: ONE, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const issue = findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
      const wanted = {
        fields: listParameter(call.query, 'fields') ?? ['*all'], properties: listParameter(call.query, 'properties') ?? [],
        expand: listParameter(call.query, 'expand') ?? [],
      };
      return { status: 200, body: showIssue(issue, wanted, call), read: { core: 1 } };
    },
  },
];
