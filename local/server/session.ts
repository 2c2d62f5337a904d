import type { SiteTables } from '../jira/site-tables';

/** Name of the cookie that says as whom the shell acts. */
export const SESSION_COOKIE = 'as';

export type Identity =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'session' | 'basic'; readonly accountId: string }
  /** Credentials were sent and name nobody. */
  | { readonly kind: 'rejected' };

/** Who sends a request: Basic authentication (account id or e-mail address, any token) goes before the session cookie. */
export function identify(headers: Readonly<Record<string, string>>, tables: SiteTables): Identity {
  const basic = /^Basic\s+(.+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (basic !== undefined) {
    const name = Buffer.from(basic, 'base64').toString('utf8').split(':')[0] ?? '';
    const accountId = findAccount(tables, name);
    return accountId === undefined ? { kind: 'rejected' } : { kind: 'basic', accountId };
  }
  if (headers['authorization'] !== undefined) return { kind: 'rejected' };
  const cookie = readCookie(headers['cookie'] ?? '', SESSION_COOKIE);
  const accountId = cookie === undefined ? undefined : findAccount(tables, cookie);
  return accountId === undefined ? { kind: 'anonymous' } : { kind: 'session', accountId };
}

/** Account id of the active person with this account id or e-mail address. */
export function findAccount(tables: SiteTables, name: string): string | undefined {
  const person = tables.people.get(name) ?? [...tables.people.values()].find(({ emailAddress }) => emailAddress !== '' && emailAddress.toLowerCase() === name.toLowerCase());
  return person?.active === true && person.accountType !== 'app' ? person.accountId : undefined;
}

function readCookie(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return safeDecode(value.join('='));
  }
  return undefined;
}

function safeDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
