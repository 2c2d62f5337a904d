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
  if (accountId === null && defaultAccount !== null) await ask('/local/api/session', { method: 'POST', body: { accountId: defaultAccount } });
  const mine = accountId ?? defaultAccount;
  return { ok: true, value: { people: people.value, me: people.value.find((person) => person.accountId === mine) } };
}

/** Acts as somebody else. Leaves the page, so that whoever has unsaved changes on it is asked first and nothing is switched before. */
export function actAs(accountId: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/local/act-as';
  const { pathname, search } = window.location;
  for (const [name, value] of [['accountId', accountId], ['back', pathname + search]] as const) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
