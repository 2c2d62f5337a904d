import * as z from 'zod';
import { isDocument } from '../jira/document-text';
import { demand, findIssue, projectOf } from '../jira/find-issue';
import { toJiraInstant } from '../jira/instant';
import type { Comment, Issue } from '../jira/issue';
import { mayBrowse, mayInProject } from '../jira/permissions';
import { parsePropertyValue, propertiesOf, propertyId, readProperty, writeProperty } from '../jira/properties';
import { refuse, Refusal } from '../jira/refusal';
import { nextId } from '../jira/site-tables';
import { touchIssue } from '../jira/touch-issue';
import { numberParameter, pathValue, readBody } from './read-body';
import { readExpand } from './read-expand';
import type { RestCall, Route } from './route';
import { showComment } from './show-comment';

const ALL = '/rest/api/3/issue/{issueIdOrKey}/comment';
const ONE = `${ALL}/{id}`;
const PROPERTIES = '/rest/api/3/comment/{commentId}/properties';
const PROPERTY = `${PROPERTIES}/{propertyKey}`;

const bodySchema = z.object({
  body: z.unknown(), visibility: z.undefined({ error: 'the local Jira does not keep comments for some readers only' }).optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]) });

function issueOf(call: RestCall): Issue {
  return findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
}

function commentOf(call: RestCall, issue: Issue): Comment {
  const comment = call.tables.comments.get(pathValue(call.path, 'id'));
  if (comment === undefined || comment.issueId !== issue.id) refuse(404, `Can not find a comment for the id: ${pathValue(call.path, 'id')}.`);
  return comment;
}

/** The comment that a property route names, if its issue may be seen. */
function bareComment(call: RestCall): { readonly comment: Comment; readonly issue: Issue } {
  const id = pathValue(call.path, 'commentId');
  const comment = call.tables.comments.get(id);
  const issue = comment === undefined ? undefined : call.tables.issues.get(comment.issueId);
  if (comment === undefined || issue === undefined || !mayBrowse(call.tables, call.actor, issue)) refuse(404, `Can not find a comment for the id: ${id}.`);
  return { comment, issue };
}

function demandOwnership(call: RestCall, comment: Comment, issue: Issue, what: 'EDIT' | 'DELETE'): void {
  const project = projectOf(call.tables, issue);
  const own = comment.authorId === call.actor && mayInProject(call.tables, call.actor, `${what}_OWN_COMMENTS`, project, issue);
  if (!own && !mayInProject(call.tables, call.actor, `${what}_ALL_COMMENTS`, project, issue)) {
    refuse(403, `You do not have the permission to ${what.toLowerCase()} the comment with id: ${comment.id}`);
  }
}

function readDocument(body: unknown): unknown {
  if (body === undefined || body === null) throw new Refusal(400, [], { comment: 'Comment body can not be empty!' });
  if (!isDocument(body)) throw new Refusal(400, ['Comment body is not valid!'], { comment: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' });
  return body;
}

export const COMMENT_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: ALL, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const issue = issueOf(call);
      const withProperties = readExpand(call, ['properties']).length > 0;
      const newestFirst = call.query.get('orderBy') === '-created';
      const startAt = numberParameter(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = numberParameter(call.query, 'maxResults', 100, 5000);
      const all = [...call.tables.comments.of(issue.id)].sort((a, b) => (a.created < b.created ? -1 : 1) * (newestFirst ? -1 : 1));
      const comments = all.slice(startAt, startAt + maxResults).map((comment) => showComment(comment, call, withProperties));
      return { status: 200, body: { startAt, maxResults, total: all.length, comments }, read: { core: comments.length } };
    },
  },
  {
    method: 'POST', pattern: ALL, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = issueOf(call);
      demand(call.tables, call.actor, 'ADD_COMMENTS', issue, 'You do not have the permission to comment on this issue.');
      const { body, properties } = readBody(call.body, bodySchema);
      call.services.writeLimits.count(issue.id);
      const now = toJiraInstant(call.services.now());
      const comment: Comment = {
        id: nextId(call.tables, 'comment'), issueId: issue.id, body: readDocument(body), created: now, updated: now, ...(call.actor === undefined ? {} : { authorId: call.actor }),
      };
      call.tables.comments.put(comment.id, comment);
      for (const { key, value } of properties) writeProperty(call.tables, { entity: 'comment', entityId: comment.id, key, value });
      touchIssue(call.tables, call.services, issue);
      return { status: 201, body: showComment(comment, call, properties.length > 0) };
    },
  },
  {
    method: 'GET', pattern: ONE, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const comment = commentOf(call, issueOf(call));
      return { status: 200, body: showComment(comment, call, readExpand(call, ['properties']).length > 0), read: { core: 1 } };
    },
  },
  {
    method: 'PUT', pattern: ONE, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = issueOf(call);
      const comment = commentOf(call, issue);
      demandOwnership(call, comment, issue, 'EDIT');
      const { body, properties } = readBody(call.body, bodySchema);
      call.services.writeLimits.count(issue.id);
      const changed: Comment = { ...comment, body: readDocument(body), updated: toJiraInstant(call.services.now()), ...(call.actor === undefined ? {} : { updateAuthorId: call.actor }) };
      call.tables.comments.put(comment.id, changed);
      for (const { key, value } of properties) writeProperty(call.tables, { entity: 'comment', entityId: comment.id, key, value });
      touchIssue(call.tables, call.services, issue);
      return { status: 200, body: showComment(changed, call) };
    },
  },
  {
    method: 'DELETE', pattern: ONE, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = issueOf(call);
      const comment = commentOf(call, issue);
      demandOwnership(call, comment, issue, 'DELETE');
      for (const { key } of propertiesOf(call.tables, 'comment', comment.id)) call.tables.properties.delete(propertyId('comment', comment.id, key));
      call.tables.comments.delete(comment.id);
      return { status: 204 };
    },
  },
  {
    method: 'GET', pattern: PROPERTIES, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const { comment } = bareComment(call);
      const keys = propertiesOf(call.tables, 'comment', comment.id).map(({ key }) => ({ self: `${call.site}/rest/api/3/comment/${comment.id}/properties/${encodeURIComponent(key)}`, key }));
      return { status: 200, body: { keys } };
    },
  },
  {
    method: 'GET', pattern: PROPERTY, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const key = pathValue(call.path, 'propertyKey');
      const found = readProperty(call.tables, 'comment', bareComment(call).comment.id, key);
      if (found === undefined) refuse(404, `The property with key "${key}" does not exist.`);
      return { status: 200, body: { key, value: found.value } };
    },
  },
  {
    method: 'PUT', pattern: PROPERTY, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const { comment, issue } = bareComment(call);
      demandOwnership(call, comment, issue, 'EDIT');
      const { created } = writeProperty(call.tables, { entity: 'comment', entityId: comment.id, key: pathValue(call.path, 'propertyKey'), value: parsePropertyValue(call.body) });
      return { status: created ? 201 : 200 };
    },
  },
  {
    method: 'DELETE', pattern: PROPERTY, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const { comment, issue } = bareComment(call);
      demandOwnership(call, comment, issue, 'EDIT');
      const key = pathValue(call.path, 'propertyKey');
      if (!call.tables.properties.delete(propertyId('comment', comment.id, key))) refuse(404, `The property with key "${key}" does not exist.`);
      return { status: 204 };
    },
  },
];
