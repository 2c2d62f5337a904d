import { ask, type Answer } from './server';

/** Somebody who can be acted as. Subset of what the server tells. */
export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress?: string;
  readonly about?: string;
}

export interface Session {
  readonly people: readonly Person[];
  readonly me: Person | undefined;
}

/** Who is signed in; signs in as the default person when nobody is. */
export async function openSession(): Promise<Answer<Session>> {
  const people = await ask<Person[]>('/local/api/people');
  if (!people.ok) return people;
  const session = await ask<{ accountId: string | null; defaultAccount: string | null }>('/local/api/session');
  if (!session.ok) return session;
  const { accountId, defaultAccount } = session.value;
  if (accountId === null && defaultAccount !== null) await switchTo(defaultAccount);
  const mine = accountId ?? defaultAccount;
  return { ok: true, value: { people: people.value, me: people.value.find((person) => person.accountId === mine) } };
}

/** Acts as somebody else from the next request on. */
export async function switchTo(accountId: string): Promise<Answer<unknown>> {
  return ask('/local/api/session', { method: 'POST', body: { accountId } });
}
