import { CALLS_AT_ONCE } from '../../static/shared/load-calls';
import { demandJql, loadDemand, type LoadEnd, type LoadProgress } from '../../static/shared/load-demand';
import { aWire, type Wire } from './given-wire';

interface Loaded {
  readonly end: LoadEnd;
  readonly ids: string[];
  readonly progress: LoadProgress;
  readonly slept: number[];
}

async function load(wire: Wire, stop: AbortController = new AbortController(), onTickets: () => void = () => undefined): Promise<Loaded> {
  const ids: string[] = [];
  const slept: number[] = [];
  let progress: LoadProgress | undefined;
  const end = await loadDemand({
    ask: wire.ask, projectId: '10001', signal: stop.signal,
    onTickets: (tickets) => {
      ids.push(...tickets.map((loaded) => loaded.ticket.id));
      onTickets();
    },
    onProgress: (now) => { progress = now; },
    passOn: (error) => error instanceof RangeError,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      await new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 5)));
    },
  });
  if (progress === undefined) throw new Error('No progress was told.');
  return { end, ids: ids.sort((a, b) => Number(a) - Number(b)), progress, slept };
}

const all = (count: number, without: readonly number[] = []): string[] =>
  Array.from({ length: count }, (_, at) => at + 1).filter((id) => !without.includes(id)).map(String);
const sizes = (wire: Wire): number[] => wire.requests.flatMap(({ body }) => (Array.isArray(body['issueIdsOrKeys']) ? [body['issueIdsOrKeys'].length] : []));

test('asks for exactly the open tickets of the project and those elsewhere that name it', async () => {
  expect(demandJql('10001')).toBe('statusCategory != Done AND (project = 10001 OR productContextInfra = 10001)');
  const wire = aWire(3);
  const { ids, end } = await load(wire);
  expect([ids, end]).toEqual([['1', '2', '3'], { kind: 'complete' }]);
  expect(wire.requests[0]?.body).toEqual({ jql: demandJql('10001'), fields: ['id'], maxResults: 5000 });
  expect(wire.requests[1]?.body['properties']).toEqual(['product-context', 'product-context.conflicts', 'product-context.asked']);
  expect(wire.requests[1]?.body['fields']).toEqual(['summary', 'status', 'issuetype', 'project', 'parent', 'assignee', 'reporter', 'priority', 'created', 'updated']);
});

test('10,000 tickets take 2 searches and 11 bulk calls, the first one small, at most six at once', async () => {
  const wire = aWire(10_000);
  const { ids, progress } = await load(wire);
  expect(ids).toEqual(all(10_000));
  expect(sizes(wire).sort((a, b) => a - b)).toEqual([100, 900, ...Array<number>(9).fill(1000)]);
  expect(progress).toMatchObject({ searching: false, found: 10_000, loaded: 10_000, invisible: 0, failed: [], calls: 13 });
  expect(wire.mostAtOnce()).toBeLessThanOrEqual(CALLS_AT_ONCE);
});

test('a Jira that refuses a thousand is asked by the hundred', async () => {
  const wire = aWire(2_350, { mostTickets: 100 });
  const { ids, progress } = await load(wire);
  expect([ids.length, progress.failed]).toEqual([2_350, []]);
  expect(Math.max(...sizes(wire).slice(4))).toBe(100);
  expect(wire.mostAtOnce()).toBeLessThanOrEqual(CALLS_AT_ONCE);
});

test('tickets that Jira erred about are asked for again in halves; one that keeps failing is named', async () => {
  const wire = aWire(40, { erring: { '3': 1, '7': 2, '11': 99 } });
  const { ids, progress, end } = await load(wire);
  expect(ids).toEqual(all(40, [11]));
  expect([progress.failed, progress.words, end]).toEqual([['11'], 'Jira could not read this ticket. Try again later.', { kind: 'complete' }]);
  expect(sizes(wire)).toEqual([40, 2, 1, 1]);
});

test('tickets in neither list are invisible and counted', async () => {
  const { ids, progress } = await load(aWire(10, { invisible: ['2', '9'] }));
  expect([ids, progress.invisible, progress.failed]).toEqual([all(10, [2, 9]), 2, []]);
});

test('Retry-After is obeyed by everything that is still to be sent', async () => {
  const wire = aWire(300, { answers: { 2: { status: 429, headers: { 'retry-after': '0.2' } } } });
  const started = Date.now();
  const { ids, progress, slept } = await load(wire);
  expect([ids.length, progress.loaded, progress.pause]).toEqual([300, 300, undefined]);
  expect(Math.max(...slept)).toBeGreaterThan(150);
  expect(Date.now() - started).toBeGreaterThan(195);
});

test('a Jira that goes on limiting is given up with words, and what is loaded stays', async () => {
  const answers = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [at + 3, { status: 429, headers: { 'retry-after': '0' } }]));
  const { ids, progress } = await load(aWire(150, { answers }));
  expect([ids.length, progress.failed.length]).toEqual([100, 50]);
  expect(progress.words).toBe('Jira is limiting requests at the moment. Wait a minute and load the page again.');
});

test('an outage of one request is survived, of the search told', async () => {
  expect((await load(aWire(50, { answers: { 2: 'no answer', 3: { status: 503 } } }))).ids).toEqual(all(50));
  const answers = { 1: 'no answer', 2: 'no answer', 3: 'no answer' } as const;
  await expect(load(aWire(50, { answers })).catch((error: unknown) => String(error))).resolves.toBe('Error: No progress was told.');
  expect(await loadDemand({ ask: aWire(5, { answers }).ask, projectId: '1', signal: new AbortController().signal, onTickets: () => undefined, onProgress: () => undefined, sleep: () => Promise.resolve() }))
    .toEqual({ kind: 'failed', words: 'Jira did not answer after several tries. Check your connection and load the page again.' });
});

test('Jira’s own words about a refused search reach the page', async () => {
  const ask = () => Promise.resolve({ status: 400, headers: new Headers(), body: { errorMessages: ['Field \'productContextInfra\' does not exist.'] } });
  expect(await loadDemand({ ask, projectId: '1', signal: new AbortController().signal, onTickets: () => undefined, onProgress: () => undefined }))
    .toEqual({ kind: 'failed', status: 400, words: 'Jira answered 400: Field \'productContextInfra\' does not exist.' });
});

test('cancelling sends nothing further and keeps what was told', async () => {
  const wire = aWire(10_000, { pageSize: 1_000 });
  const stop = new AbortController();
  const { ids, end } = await load(wire, stop, () => stop.abort());
  const sent = wire.requests.length;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([end, wire.requests.length]).toEqual([{ kind: 'cancelled' }, sent]);
  expect(ids).toHaveLength(100);
  expect(sent).toBeLessThanOrEqual(2 + CALLS_AT_ONCE);
});

test('what the page must handle itself is passed on, also from the middle', async () => {
  let calls = 0;
  const wire = aWire(3_000);
  const ask: Wire['ask'] = (path, init) => {
    calls += 1;
    return calls === 3 ? Promise.reject(new RangeError('consent')) : wire.ask(path, init);
  };
  await expect(load({ ...wire, ask })).rejects.toThrow('consent');
});

test('a ticket that a neighbour describes badly does not spoil the others', async () => {
  const wire = aWire(3);
  const ask: Wire['ask'] = async (path, init) => {
    const answer = await wire.ask(path, init);
    const body = answer.body as { issues: { id: string; fields?: unknown }[] };
    for (const issue of body.issues) if (issue.id === '2' && issue.fields !== undefined) issue.fields = 'gone';
    return answer;
  };
  const { ids, progress } = await load({ ...wire, ask });
  expect([ids, progress.failed, progress.invisible]).toEqual([['1', '3'], ['2'], 0]);
});
