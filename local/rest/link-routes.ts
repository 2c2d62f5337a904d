import * as z from 'zod';
import { demand, findIssue } from '../jira/find-issue';
import type { IssueLink } from '../jira/issue';
import { mayBrowse } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import { nextId } from '../jira/site-tables';
import { touchIssue } from '../jira/touch-issue';
import { named } from './change-fields';
import { pathValue, readBody } from './read-body';
import { requireActor } from './require-actor';
import type { RestCall, Route } from './route';
import { showLinked } from './show-issue';

const issueReference = z.object({ id: z.coerce.string().optional(), key: z.string().optional() });
const linkSchema = z.strictObject({
  comment: z.unknown().optional(),
  type: z.object({ id: z.coerce.string().optional(), name: z.string().optional() }), inwardIssue: issueReference, outwardIssue: issueReference,
});
const NO_LINK = 'No link issue permission for issue';

/** Most links that Jira takes on one issue. */
const LINKS = 2000;

function linkOf(call: RestCall): IssueLink {
  const link = call.tables.links.get(pathValue(call.path, 'linkId'));
  const ends = link === undefined ? [] : [call.tables.issues.get(link.inwardId), call.tables.issues.get(link.outwardId)];
  if (link === undefined || !ends.every((issue) => issue !== undefined && mayBrowse(call.tables, call.actor, issue))) refuse(404, `No issue link with id '${pathValue(call.path, 'linkId')}' exists.`);
  return link;
}

function showType(call: RestCall, id: string): Record<string, unknown> {
  const type = call.tables.linkTypes.get(id);
  return { id, name: type?.name ?? '', inward: type?.inward ?? '', outward: type?.outward ?? '', self: `${call.site}/rest/api/3/issueLinkType/${id}` };
}

export const LINK_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: '/rest/api/3/issueLinkType', scopes: ['read:jira-work'], writes: false,
    handle: (call) => ({ status: 200, body: { issueLinkTypes: [...call.tables.linkTypes.values()].map(({ id }) => showType(call, id)) }, read: { core: call.tables.linkTypes.size } }),
  },
  {
    method: 'POST', pattern: '/rest/api/3/issueLink', scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      requireActor(call);
      const request = readBody(call.body, linkSchema);
      if (request.comment !== undefined) refuse(501, 'The local Jira does not add a comment with a link: post it to the issue.');
      const inward = findIssue(call.tables, call.actor, request.inwardIssue.id ?? request.inwardIssue.key ?? '');
      const outward = findIssue(call.tables, call.actor, request.outwardIssue.id ?? request.outwardIssue.key ?? '');
      demand(call.tables, call.actor, 'LINK_ISSUES', inward, `${NO_LINK} '${inward.key}'.`);
      demand(call.tables, call.actor, 'LINK_ISSUES', outward, `${NO_LINK} '${outward.key}'.`);
      const type = named(call.tables.linkTypes.values(), request.type);
      if (type === undefined) refuse(404, `No issue link type with name '${request.type.name ?? request.type.id ?? ''}' found.`);
      if (inward.id === outward.id) refuse(400, 'You cannot link an issue to itself.');
      const links = [...call.tables.links.values()];
      if ([inward, outward].some(({ id }) => links.filter((link) => link.inwardId === id || link.outwardId === id).length >= LINKS)) refuse(413, `The issue has reached the limit of ${LINKS} links.`);
      if (!links.some((link) => link.typeId === type.id && link.inwardId === inward.id && link.outwardId === outward.id)) {
        call.services.writeLimits.count(inward.id);
        const id = nextId(call.tables, 'link');
        call.tables.links.put(id, { id, typeId: type.id, inwardId: inward.id, outwardId: outward.id });
        for (const issue of [inward, outward]) touchIssue(call.tables, call.services, issue);
      }
      return { status: 201 };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/issueLink/{linkId}', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const link = linkOf(call);
      const show = (id: string): unknown => {
        const issue = call.tables.issues.get(id);
        return issue === undefined ? undefined : showLinked(issue, call);
      };
      return {
        status: 200, read: { core: 1 },
        body: { id: link.id, self: `${call.site}/rest/api/3/issueLink/${link.id}`, type: showType(call, link.typeId), inwardIssue: show(link.inwardId), outwardIssue: show(link.outwardId) },
      };
    },
  },
  {
    method: 'DELETE', pattern: '/rest/api/3/issueLink/{linkId}', scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const link = linkOf(call);
      for (const id of [link.inwardId, link.outwardId]) demand(call.tables, call.actor, 'LINK_ISSUES', findIssue(call.tables, call.actor, id), `${NO_LINK} '${id}'.`);
      call.tables.links.delete(link.id);
      return { status: 204 };
    },
  },
];
