import { SETTINGS_PROPERTY } from '../../src/contract/limits';
import { BUYER, TICKET, someContent, someSettings, startBackend } from './given-backend';
import { reply, type Interference } from './wire-jira';

let logged: string[] = [];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => jest.restoreAllMocks());

/** Interferes with the first `times` requests that fit. */
function troubled(method: string, times: number, trouble: () => ReturnType<Interference>): Interference {
  let left = times;
  return (request) => (request.method === method && left-- > 0 ? trouble() : undefined);
}
const never = () => new Promise<undefined>(() => undefined);
const payload = (startedFrom = 0) => ({ issueId: TICKET, startedFrom, content: someContent() });

test('a 429 is waited out as Retry-After says, and the save goes through', async () => {
  const backend = startBackend();
  backend.jira.interfere = troubled('PUT', 1, () => reply(429, {}, { 'retry-after': '1' }));
  const started = Date.now();
  expect(await backend.call('requester', 'saveContext', payload())).toMatchObject({ ok: true });
  expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
});

test('a Retry-After beyond the time that is left is handed to the user instead of slept through', async () => {
  const backend = startBackend();
  backend.jira.interfere = troubled('PUT', 99, () => reply(429, {}, { 'retry-after': '60' }));
  const started = Date.now();
  expect(await backend.call('requester', 'saveContext', payload())).toEqual({
    ok: false, problem: { code: 'BUSY', retryAfterSeconds: 60, words: 'Jira has too much to do and asks to wait 60 seconds. What you typed is still here. Try again then.' },
  });
  expect(Date.now() - started).toBeLessThan(1_000);
  expect(backend.jira.seen.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  expect([...backend.kvs.keys()]).toEqual([]);
});

test('a 500 is tried again; one that stays is put into words, and the revision is free for the next try', async () => {
  const backend = startBackend();
  backend.jira.interfere = troubled('PUT', 2, () => reply(500));
  expect(await backend.call('requester', 'saveContext', payload())).toMatchObject({ ok: true });
  backend.jira.interfere = troubled('PUT', 99, () => reply(503));
  expect(await backend.call('requester', 'saveContext', { ...payload(1), content: someContent({ users: 'Others' }) })).toEqual({
    ok: false, problem: { code: 'OUTAGE', words: "Jira answered with an error of its own when asked to save this ticket's context. What you typed is still here. Try again in a moment." },
  });
  backend.jira.interfere = () => undefined;
  expect(await backend.call('requester', 'saveContext', { ...payload(1), content: someContent({ users: 'Others' }) })).toMatchObject({ ok: true, value: { record: { rev: 2 } } });
});

test('a write that landed although Jira said 500 counts as saved', async () => {
  const backend = startBackend();
  backend.jira.interfere = ({ method, body }) => {
    if (method !== 'PUT') return undefined;
    backend.put(body);
    return reply(500);
  };
  expect(await backend.call('requester', 'saveContext', payload())).toEqual({ ok: true, value: { record: backend.record() } });
});

test('a Jira that does not answer at all is put into words before Forge kills the function', async () => {
  const backend = startBackend({ seconds: 5 });
  backend.jira.interfere = troubled('PUT', 99, never);
  const started = Date.now();
  expect(await backend.call('requester', 'saveContext', payload())).toEqual({
    ok: false,
    problem: {
      code: 'OUTAGE',
      words: "Jira did not answer in time when asked to save this ticket's context, so it may or may not have been done. What you typed is still here. Reload the page to see, then try again.",
    },
  });
  expect(Date.now() - started).toBeLessThan(5_000);
  // With the time over nothing more is sent.
  expect(backend.jira.seen.at(-1)?.method).toBe('PUT');
  // What may still arrive keeps its revision: nobody else may take it yet.
  expect([...backend.kvs.keys()]).toEqual([`rev:${TICKET}:1`]);
});

test('one answer that never comes does not cost the save: it is asked for again', async () => {
  const backend = startBackend();
  backend.jira.interfere = troubled('GET', 1, never);
  const started = Date.now();
  expect(await backend.call('requester', 'saveContext', payload())).toMatchObject({ ok: true });
  expect(Date.now() - started).toBeLessThan(12_000);
});

test('a claim whose answer got lost is recognised as ours when it is asked for again', async () => {
  const backend = startBackend();
  const platform = globalThis as { __forge_fetch__?: (to: unknown, path: string, init?: unknown) => Promise<Response> };
  const original = platform.__forge_fetch__;
  let lost = 0;
  Object.defineProperty(globalThis, '__forge_fetch__', {
    configurable: true,
    value: async (to: unknown, path: string, init?: unknown) => {
      const answer = await original?.(to, path, init);
      return path === '/api/v1/set' && lost++ === 0 ? new Response('gateway', { status: 502 }) : answer;
    },
  });
  const saved = await backend.call('requester', 'saveContext', payload());
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: true, value: original });
  expect(lost).toBe(2);
  expect(saved).toMatchObject({ ok: true, value: { record: { rev: 1 } } });
});

test('a payload over 500 KB never reaches the function', async () => {
  const backend = startBackend();
  const result = await backend.callRaw('requester', 'saveContext', { ...payload(), content: { need: 'x'.repeat(500_000) } });
  expect(result).toMatchObject({ ok: false, failure: { code: 'TOO_LARGE' } });
  expect(backend.meter).toEqual([]);
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'saveEverything', ''])('the call "%s" is unknown, in words', async (name) => {
  const backend = startBackend();
  expect(await backend.callRaw('requester', name, {})).toEqual({
    ok: true,
    value: { ok: false, problem: { code: 'UNKNOWN_CALL', words: 'This page asks for something that this version of Groundwork does not know. Nothing was changed. Reload the page and try again.' } },
  });
});

test.each(['saveContext', 'acceptContext', 'recordBypass', 'saveSettings', 'pinPanel', 'saveContexts', 'askReporters'])('somebody who is not signed in changes nothing (%s)', async (name) => {
  const backend = startBackend();
  expect(await backend.callRaw(undefined, name, payload())).toEqual({
    ok: true,
    value: { ok: false, problem: { code: 'ANONYMOUS', words: 'You are not signed in to Jira, and Groundwork changes nothing for people it does not know. What you typed is still here. Sign in, then try again.' } },
  });
  expect(backend.jira.seen).toEqual([]);
});

test('a page cannot name somebody else: the platform says who calls', async () => {
  const backend = startBackend();
  const content = someContent({ effort: { low: 1, high: 2 } });
  const result = await backend.callRaw('requester', 'saveContext', { ...payload(), content, accountId: 'lead', context: { accountId: 'lead' } });
  expect(result).toMatchObject({ value: { ok: false, problem: { code: 'FORBIDDEN' } } });
});

test('a payload that does not fit is answered with the path and both sides of every complaint', async () => {
  const backend = startBackend();
  const result = await backend.callRaw('requester', 'saveContext', { issueId: 'CART-1', startedFrom: -1, content: { thresholds: [{ id: 't1', goal: 'soon' }], origin: 'moon' } });
  expect(result).toEqual({
    ok: true,
    value: {
      ok: false,
      problem: {
        code: 'INVALID', words: 'Something here cannot be saved as it is. Nothing was changed, and what you typed is still here. Correct what is named below and try again.',
        details: [
          'At issueId: must be a numeric id, got "CART-1"',
          'At startedFrom: expected at least 0, got -1',
          'At content.origin: expected one of "team", "executive", "customer", "compliance", "incident", "infrastructure", got "moon"',
          'At content.thresholds.0.goal: expected a number, got "soon"',
        ],
      },
    },
  });
});

test('an id that is written in another way does not get round the claims of the ticket', async () => {
  const backend = startBackend();
  expect(await backend.callRaw('requester', 'saveContext', { ...payload(), issueId: `0${TICKET}` })).toHaveProperty('value.problem.details', ['At issueId: must be a numeric id, got "010042"']);
});

test('a payload of forty mistakes is answered with the first twenty', async () => {
  const backend = startBackend();
  const result = await backend.callRaw('requester', 'saveContext', { ...payload(), content: { thresholds: Array.from({ length: 20 }, () => ({ id: 1, goal: 'x' })) } });
  expect(result).toHaveProperty('value.problem.details.length', 20);
});

test("Jira's wish for consent reaches the platform as it is, and nothing is reported as a failed save", async () => {
  const backend = startBackend();
  backend.host.consent.withdraw('requester');
  expect(await backend.callRaw('requester', 'saveContext', payload())).toMatchObject({ ok: false, failure: { code: 'NEEDS_CONSENT' } });
  backend.host.consent.allow('requester');
  expect(await backend.call('requester', 'saveContext', payload())).toMatchObject({ ok: true });
});

test('an answer in a shape that nobody expects is an outage in words, and what was in it is not logged', async () => {
  const backend = startBackend();
  backend.jira.interfere = ({ path }) => (path.includes('mypermissions') ? reply(200, { secret: 'merger with X' }) : undefined);
  expect(await backend.call('lead', 'saveContext', { ...payload(), content: someContent({ effort: { low: 1, high: 2 } }) })).toMatchObject({ ok: false, problem: { code: 'OUTAGE' } });
  expect(logged.join('\n')).toContain('Jira answered in an unknown shape');
  expect(logged.join('\n')).not.toContain('merger');
});

test('nothing that people wrote, and no ticket or person, is in the log', async () => {
  const backend = startBackend();
  backend.jira.interfere = troubled('PUT', 99, () => reply(400, { errorMessages: ['Buyers see the shipping cost'] }));
  await backend.call('requester', 'saveContext', payload());
  expect(logged).toHaveLength(1);
  expect(logged.join('\n')).not.toMatch(/Buyers|10042|requester/);
});

test('a bug is answered in words, and the log has the place without the message', async () => {
  const backend = startBackend();
  backend.jira.projects.get(BUYER)?.set(SETTINGS_PROPERTY, someSettings({ currency: 'USD' }));
  const original = crypto.randomUUID.bind(crypto);
  jest.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    if (new Error().stack?.includes('write-revision') === true) throw new TypeError('Buyers see the shipping cost');
    return original();
  });
  expect(await backend.call('requester', 'saveContext', payload())).toEqual({
    ok: false, problem: { code: 'OUTAGE', words: 'Groundwork failed while doing this, so it may or may not have been done. What you typed is still here. Reload the page to see, then try again.' },
  });
  expect(logged.join('\n')).toMatch(/a call failed .*TypeError/);
  expect(logged.join('\n')).not.toContain('Buyers');
});
