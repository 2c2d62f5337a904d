/** An app that does with the real @forge packages what the tests of the host want to see. */

import { asApp, asUser, authorize, getAppContext, requestJira, route } from '@forge/api';
import { InvocationError, Queue, type AsyncEvent } from '@forge/events';
import { WhereConditions, kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';

const resolver = new Resolver();

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
const who = async (): Promise<string> => ((await (await asUser().requestJira(route`/rest/api/3/myself`)).json()) as { accountId: string }).accountId;

resolver.define('echo', ({ payload, context }) => ({ payload, context }));
resolver.define('types', () => ({ day: new Date(0), gone: undefined, kept: null }));
resolver.define('nothing', () => undefined);
resolver.define('large', ({ payload }) => 'x'.repeat(Number(payload['size'])));
resolver.define('throws', () => { throw new Error('the reason'); });
resolver.define('whoAmI', async ({ payload }) => {
  const first = await who();
  await wait(Number(payload['wait']));
  return { first, second: await who(), remaining: getAppContext().invocationRemainingTimeInMillis(), module: getAppContext().moduleKey };
});
resolver.define('asApp', async () => ((await (await asApp().requestJira(route`/rest/api/3/myself`)).json()) as { accountId: string }).accountId);
resolver.define('anonymous', async () => (await requestJira(route`/rest/api/3/issue/${'BUYER-12'}`)).status);
resolver.define('impersonate', async ({ payload }) => (await asUser(String(payload['accountId'])).requestJira(route`/rest/api/3/myself`)).status);
resolver.define('addProjectProperty', async () => {
  const answer = await asUser().requestJira(route`/rest/api/3/project/${'BUYER'}/properties/${'x'}`, { method: 'PUT', body: '1' });
  return { status: answer.status, body: await answer.json() };
});
resolver.define('canEdit', async ({ payload }) => {
  const issues = payload['issues'] as string[] | number[];
  return authorize().onJiraIssue(issues as number[]).canEdit?.();
});
resolver.define('set', async ({ payload }) => {
  await kvs.set(String(payload['key']), payload['value'], payload['options'] as never);
  return 'set';
});
resolver.define('get', async ({ payload }) => ({ value: await kvs.get(String(payload['key'])) }));
resolver.define('delete', async ({ payload }) => kvs.delete(String(payload['key'])));
resolver.define('claim', async ({ payload }) => {
  try {
    await kvs.set(String(payload['key']), payload['value'], { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 1, unit: 'DAYS' } });
    return 'mine';
  } catch (error) {
    return (error as { code?: string }).code;
  }
});
resolver.define('page', async ({ payload }) => {
  const query = kvs.query().where('key', WhereConditions.beginsWith(String(payload['prefix']))).limit(Number(payload['limit']));
  const { results, nextCursor } = await (payload['cursor'] === undefined ? query : query.cursor(String(payload['cursor']))).getMany();
  return { keys: results.map(({ key }) => key), nextCursor };
});
resolver.define('transact', async ({ payload }) => {
  await kvs.transact().set('t:1', payload['first']).set(String(payload['second']), 2).delete('t:0').execute();
});
resolver.define('batch', async () => kvs.batchSet([{ key: 'b:1', value: 1 }, { key: 'ä', value: 2 }]));
resolver.define('push', async ({ payload }) => new Queue({ key: String(payload['queue']) }).push(payload['events'] as never));
resolver.define('stats', async ({ payload }) => new Queue({ key: 'work' }).getStats(String(payload['jobId'])));

export const handleCall = resolver.getDefinitions();
export { handleCall as resolver };

/** Waits too long, then calls Jira all the same. */
export async function hasty(): Promise<string> {
  await wait(1_300);
  late.push(await who().then((account) => `called as ${account}`, (error: unknown) => String(error)));
  return 'late';
}

/** What calls after the end of an invocation led to. */
export const late: string[] = [];
/** What the consumer was handed. */
export const consumed: AsyncEvent[] = [];

export async function consume(event: AsyncEvent): Promise<unknown> {
  consumed.push(event);
  if (event.body['act'] === 'as-user') return asUser().requestJira(route`/rest/api/3/myself`);
  if (event.body['act'] === 'retry' && event.retryContext === undefined) return new InvocationError({ retryAfter: 60, retryReason: 'FUNCTION_RETRY_REQUEST' as never, retryData: { at: 2 } });
  if (event.body['act'] === 'note') await kvs.set('noted', event.eventId);
  if (event.body['act'] === 'slow') await wait(50);
  return undefined;
}

export async function nightly(): Promise<void> {
  await kvs.set('nightly', 'ran');
}
