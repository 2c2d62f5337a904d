import { refuse } from '../jira/refusal';
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
];
