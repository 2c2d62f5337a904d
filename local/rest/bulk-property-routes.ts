import * as z from 'zod';
import { lookUpIssue, projectOf } from '../jira/find-issue';
import { mayBrowse, mayInProject } from '../jira/permissions';
import { writeProperty } from '../jira/properties';
import { readBody } from './read-body';
import { requireActor } from './require-actor';
import { recordTask, taskAddress } from './task-routes';
import type { RestAnswer, RestCall, Route } from './route';

const properties = z.record(z.string(), z.unknown()).refine((given) => Object.keys(given).length >= 1 && Object.keys(given).length <= 10, '1 to 10 properties are allowed');
const sameSchema = z.strictObject({ entitiesIds: z.array(z.number().int()).min(1).max(10_000), properties });
const multiSchema = z.strictObject({ issues: z.array(z.strictObject({ issueID: z.number().int(), properties })).min(1).max(100) });

type Writes = readonly { readonly issueId: string; readonly properties: Readonly<Record<string, unknown>> }[];

export const BULK_PROPERTY_ROUTES: readonly Route[] = [
  {
    method: 'POST', pattern: '/rest/api/3/issue/properties', scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const request = readBody(call.body, sameSchema);
      requireActor(call);
      const writes = request.entitiesIds.map((id) => ({ issueId: String(id), properties: request.properties }));
      const refused = writes.flatMap(({ issueId }) => refusalOf(call, issueId) ?? []);
      // Transactional: one issue that may not be written stops them all, and the task says so.
      if (refused.length > 0) return accepted(call, recordTask(call, 'Bulk set of issue properties', { errors: refused }, 'FAILED'));
      write(call, writes);
      return accepted(call, recordTask(call, 'Bulk set of issue properties', {}));
    },
  },
  {
    method: 'POST', pattern: '/rest/api/3/issue/properties/multi', scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const request = readBody(call.body, multiSchema);
      requireActor(call);
      const writes = request.issues.map(({ issueID, properties: given }) => ({ issueId: String(issueID), properties: given }));
      const errors = writes.flatMap(({ issueId }) => refusalOf(call, issueId) ?? []);
      write(call, writes.filter(({ issueId }) => refusalOf(call, issueId) === undefined));
      return accepted(call, recordTask(call, 'Bulk set of issue properties', { errors }));
    },
  },
];

function accepted(call: RestCall, task: ReturnType<typeof recordTask>): RestAnswer {
  return { status: 303, headers: { location: taskAddress(call, task) } };
}

function refusalOf(call: RestCall, issueId: string): string | undefined {
  const issue = lookUpIssue(call.tables, issueId);
  if (issue === undefined || !mayBrowse(call.tables, call.actor, issue)) return `Issue ${issueId} does not exist or you do not have permission to see it.`;
  if (!mayInProject(call.tables, call.actor, 'EDIT_ISSUES', projectOf(call.tables, issue), issue)) return `You do not have permission to edit issue ${issueId}.`;
  return undefined;
}

function write(call: RestCall, writes: Writes): void {
  for (const { issueId, properties: given } of writes) {
    for (const [key, value] of Object.entries(given)) {
      writeProperty(call.tables, { entity: 'issue', entityId: issueId, key, value });
    }
  }
}
