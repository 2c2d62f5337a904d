import { aHostSite, callResolver, type HostSite } from './host-site';
import { late } from './app/index';

let here: HostSite;
beforeAll(() => { here = aHostSite(); });
afterAll(() => { here.end(); });

const call = (functionKey: string, payload: unknown = {}, accountId?: string) => callResolver(here.host, functionKey, payload, accountId);

describe('what a resolver is given and gives', () => {
  test('the account is the platform\'s, the place is the host\'s, whatever the payload says', async () => {
    const answer = await callResolver(here.host, 'echo', { accountId: 'spoof', issue: { id: '1' } }, 'priya-raman');
    expect(answer).toMatchObject({ ok: true, value: { payload: { accountId: 'spoof' }, context: { accountId: 'priya-raman', moduleKey: 'panel', extension: { issue: { id: '10113' } } } } });
  });

  test('somebody who is not signed in is "unidentified"', async () => {
    const answer = await here.host.invoke({ moduleKey: 'panel', functionKey: 'echo', payload: {}, extension: {} });
    expect(answer).toMatchObject({ ok: true, value: { context: { accountId: 'unidentified' } } });
  });

  test('a result makes a round trip through JSON, and nothing arrives as an empty object', async () => {
    expect(await call('types')).toEqual({ ok: true, value: { day: '1970-01-01T00:00:00.000Z', kept: null } });
    expect(await call('nothing')).toEqual({ ok: true, value: {} });
  });

  test('an unknown name and a throw are refused in the function\'s words', async () => {
    expect(await call('nowhere')).toEqual({ ok: false, failure: { code: 'THREW', words: 'There was an error invoking the function - Resolver has no definition for \'nowhere\'.' } });
    expect(await call('throws')).toEqual({ ok: false, failure: { code: 'THREW', words: 'There was an error invoking the function - the reason' } });
    expect(here.logged.at(-1)).toContain('A function of the app threw: Error: the reason');
  });

  test('a module without a resolver is refused by its name', async () => {
    expect(await callResolver(here.host, 'echo', {}, 'priya-raman', 'no-such-module'))
      .toEqual({ ok: false, failure: { code: 'UNKNOWN_MODULE', words: 'The module "no-such-module" has no resolver in the manifest.' } });
  });
});

describe('limits', () => {
  test('a request over 500 KB does not run the function', async () => {
    const before = here.site.meter.since(0).mark;
    const answer = await call('echo', { text: 'x'.repeat(500_000) });
    expect(answer).toEqual({ ok: false, failure: { code: 'TOO_LARGE', words: 'The payload of invoke has at most 500 KB, this one has 500011 bytes. The function was not run.' } });
    expect(here.site.meter.since(before).entries).toEqual([]);
    expect(await call('echo', { text: 'x'.repeat(499_000) })).toMatchObject({ ok: true });
  });

  test('an answer over 5 MB is refused', async () => {
    expect(await call('large', { size: 5_000_000 })).toEqual({ ok: false, failure: { code: 'TOO_LARGE', words: 'A function answers with at most 5 MB, this answer has 5000002 bytes.' } });
    expect(await call('large', { size: 4_999_000 })).toMatchObject({ ok: true });
  });

  test('a function that takes too long is killed, and what it calls afterwards does not reach Jira', async () => {
    const before = here.asked.length;
    expect(await callResolver(here.host, 'any', {}, 'priya-raman', 'hasty-panel')).toEqual({ ok: false, failure: { code: 'KILLED', words: 'The function was killed after 1 seconds.' } });
    await new Promise((resolve) => { setTimeout(resolve, 600); });
    expect(late).toEqual([expect.stringMatching(/^Error: The invocation [\w-]+ of hasty is over: \/rest\/api\/3\/myself was not called\.$/)]);
    expect(here.asked.length).toBe(before);
  });

  test('a path outside of the app\'s scopes is refused as by Atlassian\'s gateway', async () => {
    expect(await call('addProjectProperty')).toEqual({ ok: true, value: { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } } });
  });

  test('an invocation, its calls and their points are on the meter', async () => {
    const before = here.site.meter.since(0).mark;
    await call('whoAmI', { wait: 0 });
    const { entries } = here.site.meter.since(before);
    expect(entries.map(({ kind, what, via }) => [kind, what, via])).toEqual([
      ['jira', 'GET /rest/api/3/myself', 'function'], ['jira', 'GET /rest/api/3/myself', 'function'], ['invocation', 'resolver', 'bridge'],
    ]);
    expect(entries[0]?.points).toBeGreaterThan(0);
  });
});

describe('who acts', () => {
  test('invocations at the same time keep their users apart', async () => {
    const people = ['priya-raman', 'ada-lindqvist', 'sam-keller'];
    const answers = await Promise.all(people.map((person, at) => call('whoAmI', { wait: 40 - at * 15 }, person)));
    expect(answers).toEqual(people.map((person) => ({ ok: true, value: { first: person, second: person, module: 'panel', remaining: expect.any(Number) as number } })));
  });

  test('asApp is the app\'s own user, a bare request is nobody', async () => {
    expect(await call('asApp')).toEqual({ ok: true, value: here.site.appAccountId });
    const before = here.asked.length;
    expect(await call('anonymous')).toEqual({ ok: true, value: 404 });
    expect(here.asked[before]?.caller).toMatchObject({ kind: 'anonymous', via: 'function' });
  });

  test('what the real packages send to Jira', async () => {
    const before = here.asked.length;
    await call('whoAmI', { wait: 0 });
    expect(here.asked[before]).toEqual({
      caller: { kind: 'user', accountId: 'priya-raman', via: 'function', isAsync: false, scopes: ['read:jira-work', 'read:jira-user', 'write:jira-work', 'storage:app'] },
      request: { method: 'GET', path: '/rest/api/3/myself', headers: {}, body: undefined },
    });
  });

  test('authorize() asks Jira as the user by id, and an empty list is granted: the trap that callers must know', async () => {
    const canEdit = async (issues: unknown, accountId?: string): Promise<unknown> => ((await call('canEdit', { issues }, accountId)) as { value?: unknown }).value;
    expect([await canEdit([10113]), await canEdit([10113], 'nobody-here'), await canEdit([])]).toEqual([true, false, true]);
    expect(here.asked.at(-2)).toMatchObject({ caller: { kind: 'user', accountId: 'nobody-here' }, request: { method: 'POST', path: '/rest/api/3/permissions/check' } });
  });

  test('another account cannot be borrowed', async () => {
    const before = here.asked.length;
    expect(await call('impersonate', { accountId: 'sam-keller' })).toEqual({ ok: false, failure: { code: 'THREW', words: expect.stringContaining('OFFLINE_IMPERSONATION_NOT_ALLOWED') as string } });
    expect(here.asked.length).toBe(before);
  });

  test('without the user\'s consent the invocation asks for it, and runs once it is given', async () => {
    here.host.consent.withdraw('priya-raman');
    expect(await call('whoAmI', { wait: 0 })).toEqual({ ok: false, failure: { code: 'NEEDS_CONSENT', words: 'Authentication Required' } });
    here.host.consent.allow('priya-raman');
    expect(await call('whoAmI', { wait: 0 })).toMatchObject({ ok: true });
  });
});
