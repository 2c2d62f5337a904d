import * as z from 'zod';
import { lookUpIssue } from '../jira/find-issue';
import { mayBrowse } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import { readBody } from './read-body';
import { readExpand } from './read-expand';
import type { Route } from './route';
import { showIssue } from './show-issue';

/** Most issues of one request, and most when only named single-value fields are asked for (Jira's changelog 3413). */
const ISSUES = 100;
const ISSUES_OF_SINGLE_VALUES = 1000;

const MULTI_VALUE = new Set(['labels', 'components', 'fixVersions', 'versions', 'issuelinks', 'subtasks', 'comment', 'attachment', 'worklog', 'watches', 'votes']);

const schema = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1), fields: z.array(z.string()).default([]), properties: z.array(z.string()).default([]),
  expand: z.array(z.string()).default([]), fieldsByKeys: z.boolean().optional(),
});

/** Whether these fields let a request ask for a thousand issues: all named, at most 100, none with several values. */
function areSingleValues(fields: readonly string[], expand: readonly string[]): boolean {
  return fields.length > 0 && fields.length <= 100 && expand.length === 0 && fields.every((field) => !field.startsWith('*') && !field.startsWith('-') && !MULTI_VALUE.has(field));
}

export const BULK_FETCH_ROUTES: readonly Route[] = [
  {
    method: 'POST', pattern: '/rest/api/3/issue/bulkfetch', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const request = readBody(call.body, schema);
      readExpand(call, ['names'], request.expand);
      const most = areSingleValues(request.fields, request.expand) ? ISSUES_OF_SINGLE_VALUES : ISSUES;
      if (request.issueIdsOrKeys.length > most) refuse(400, `The number of issues requested (${request.issueIdsOrKeys.length}) is greater than the limit of ${most} for these fields.`);
      if (request.properties.length > 5) refuse(400, 'The number of properties cannot be greater than 5.');
      const wanted = { fields: request.fields.length === 0 ? ['*navigable'] : request.fields, properties: request.properties, expand: request.expand };
      const ids = new Set(request.issueIdsOrKeys.map((idOrKey) => lookUpIssue(call.tables, idOrKey)?.id ?? ''));
      // Jira leaves out what the caller cannot browse and what is not there, without a word; `issueErrors` is for failures of its own.
      const issues = [...ids].sort((a, b) => Number(a) - Number(b)).flatMap((id) => {
        const issue = call.tables.issues.get(id);
        return issue === undefined || !mayBrowse(call.tables, call.actor, issue) ? [] : [issue];
      });
      return { status: 200, body: { issues: issues.map((issue) => showIssue(issue, wanted, call)), issueErrors: [] }, read: { core: issues.length } };
    },
  },
];
