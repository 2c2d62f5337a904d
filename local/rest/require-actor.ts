import type { Person } from '../jira/person';
import { isAdministrator } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import type { RestCall } from './route';

/** The person who calls; anonymous callers get Jira's 401. */
export function requireActor(call: RestCall): Person {
  const person = call.actor === undefined ? undefined : call.tables.people.get(call.actor);
  if (person === undefined || !person.active) refuse(401, 'Client must be authenticated to access this resource.');
  return person;
}

/** Refuses with 403 whoever does not administer Jira. */
export function requireAdministrator(call: RestCall): Person {
  const person = requireActor(call);
  if (!isAdministrator(call.tables, person.accountId)) refuse(403, 'Only Jira administrators can perform this action.');
  return person;
}
