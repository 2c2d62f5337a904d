import { refuse } from '../jira/refusal';
import { listParameter, numberParameter } from './read-body';
import { requireActor } from './require-actor';
import type { Route } from './route';
import { showPerson } from './show-person';

export const USER_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: '/rest/api/3/myself', scopes: ['read:jira-user'], writes: false,
    handle: (call) => ({ status: 200, body: showPerson(requireActor(call), call.site, true), read: { identity: 1 } }),
  },
  {
    method: 'GET', pattern: '/rest/api/3/user', scopes: ['read:jira-user'], writes: false,
    handle: (call) => {
      requireActor(call);
      const person = call.tables.people.get(call.query.get('accountId') ?? '');
      if (person === undefined) refuse(404, 'Specified user does not exist or you do not have required permissions');
      return { status: 200, body: showPerson(person, call.site, true), read: { identity: 1 } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/user/bulk', scopes: ['read:jira-user'], writes: false,
    handle: (call) => {
      requireActor(call);
      const startAt = numberParameter(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = numberParameter(call.query, 'maxResults', 10, 200);
      const people = (listParameter(call.query, 'accountId') ?? []).flatMap((id) => call.tables.people.get(id) ?? []);
      const values = people.slice(startAt, startAt + maxResults).map((person) => showPerson(person, call.site));
      return { status: 200, body: { self: `${call.site}/rest/api/3/user/bulk`, startAt, maxResults, total: people.length, isLast: startAt + values.length >= people.length, values }, read: { identity: values.length } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/user/search', scopes: ['read:jira-user'], writes: false,
    handle: (call) => {
      requireActor(call);
      const text = (call.query.get('query') ?? '').toLowerCase();
      const accountId = call.query.get('accountId');
      if (text === '' && accountId === null && call.query.get('query') === null) refuse(400, 'Provide a query, an accountId or a property.');
      const startAt = numberParameter(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = numberParameter(call.query, 'maxResults', 50, 1000);
      const people = [...call.tables.people.values()]
        .filter((person) => (accountId === null || person.accountId === accountId) && (person.displayName.toLowerCase().includes(text) || person.emailAddress.toLowerCase().startsWith(text)))
        .slice(startAt, startAt + maxResults).map((person) => showPerson(person, call.site));
      return { status: 200, body: people, read: { identity: people.length } };
    },
  },
];
