import { aHostSite, callResolver, type HostSite } from './host-site';
import { consumed } from './app/index';

let here: HostSite;
beforeEach(() => {
  here = aHostSite();
  consumed.length = 0;
});
afterEach(() => { here.end(); });

const push = async (events: unknown, queue = 'work'): Promise<unknown> => {
  const answer = await callResolver(here.host, 'push', { queue, events });
  return answer.ok ? answer.value : answer.failure.words;
};
const stats = async (jobId: string): Promise<unknown> => {
  const answer = await callResolver(here.host, 'stats', { jobId });
  return answer.ok ? answer.value : answer.failure.words;
};

test('an event is delivered once it is due, not before', async () => {
  const { jobId } = await push({ body: { n: 1 }, delayInSeconds: 15 }) as { jobId: string };
  await here.host.queues.drain();
  expect(consumed).toEqual([]);
  expect(await stats(jobId)).toEqual({ success: 0, inProgress: 1, failed: 0 });
  here.pass(15_000);
  await here.host.queues.drain();
  expect(consumed).toEqual([{ body: { n: 1 }, queueName: 'work', jobId, eventId: expect.any(String) as string }]);
  expect(await stats(jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
});

test('a returned InvocationError is delivered again after its delay, with its data', async () => {
  await push({ body: { act: 'retry' } });
  await here.host.queues.drain();
  expect(consumed).toHaveLength(1);
  here.pass(60_000);
  await here.host.queues.drain();
  expect(consumed[1]?.retryContext).toEqual({ retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { at: 2 } });
  here.pass(3_600_000);
  await here.host.queues.drain();
  expect(consumed).toHaveLength(2);
});

test('there is nobody to act for in a consumer, and a throw is not repeated', async () => {
  const { jobId } = await push({ body: { act: 'as-user' } }) as { jobId: string };
  await here.host.queues.drain();
  expect(here.logged.join('\n')).toContain('AUTH_TYPE_UNAVAILABLE');
  expect(await stats(jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
  expect(consumed).toHaveLength(1);
});

test('the meter tells what a queue started from what somebody at a page did', async () => {
  const { mark } = here.site.meter.since(0);
  await push({ body: { act: 'note' } });
  await here.host.queues.drain();
  expect(here.site.meter.since(mark).entries.map(({ what, isAsync }) => [what, isAsync])).toEqual([
    ['queue.publish', false], ['resolver', false], ['kvs.set', true], ['consume', true],
  ]);
});

test('a concurrency limit of 1 lets events of one key through one after the other', async () => {
  const concurrency = { key: 'model', limit: 1 };
  await push([1, 2, 3].map((n) => ({ body: { act: 'slow', n }, concurrency })));
  const before = Date.now();
  await here.host.queues.drain();
  expect(consumed).toHaveLength(3);
  expect(Date.now() - before).toBeGreaterThanOrEqual(140);
});

test('events survive the end of the process', async () => {
  await push({ body: { n: 7 }, delayInSeconds: 1 });
  here = here.restart();
  here.pass(1_000);
  await here.host.queues.drain();
  expect(consumed.map(({ body }) => body)).toEqual([{ n: 7 }]);
});

test('a queue that no consumer listens to is refused by its name', async () => {
  expect(await push({ body: {} }, 'nowhere')).toBe('There was an error invoking the function - 404 : No consumer in the manifest listens to the queue "nowhere".');
});

test('a scheduled trigger runs on demand, without a user', async () => {
  await here.host.schedules.run('nightly-trigger');
  expect(await callResolver(here.host, 'get', { key: 'nightly' })).toEqual({ ok: true, value: { value: 'ran' } });
  await expect(here.host.schedules.run('no-such')).rejects.toThrow('The manifest has no scheduled trigger "no-such".');
});
