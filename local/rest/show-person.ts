import type { Person } from '../jira/person';

/** A user as REST shows them; `full` adds what only their own record and user lookups show. */
export function showPerson(person: Person, site: string, full = false): Record<string, unknown> {
  return {
    self: `${site}/rest/api/3/user?accountId=${encodeURIComponent(person.accountId)}`,
    accountId: person.accountId, accountType: person.accountType, displayName: person.displayName, active: person.active,
    avatarUrls: showAvatars(site, person.accountId), timeZone: person.timeZone,
    ...(person.emailAddress === '' ? {} : { emailAddress: person.emailAddress }),
    ...(full ? {
      locale: person.locale,
      groups: { size: person.groups.length, items: person.groups.map((name) => ({ name, groupId: name, self: `${site}/rest/api/3/group?groupname=${encodeURIComponent(name)}` })) },
      applicationRoles: { size: 0, items: [] },
    } : {}),
  };
}

function showAvatars(site: string, accountId: string): Record<string, string> {
  const address = `${site}/local/avatar/${encodeURIComponent(accountId)}.svg`;
  return { '48x48': address, '24x24': address, '16x16': address, '32x32': address };
}
