import Resolver from '@forge/resolver';
import * as z from 'zod';

/** One call of a page: its name and payload as they came, and who the platform says is calling. */
export interface PageCall {
  readonly name: string;
  readonly payload: unknown;
  /** Undefined when the platform names nobody. */
  readonly accountId: string | undefined;
}

const request = z.object({ call: z.object({ functionKey: z.string(), payload: z.unknown() }).loose(), context: z.unknown() }).loose();
const runtimePayload = z.object({ principal: z.object({ accountId: z.string().optional() }).loose().optional() }).loose();

/** Atlassian's own resolver, which answers the calls with these names. */
type Served = ReturnType<Resolver['getDefinitions']>;

/**
 * The function that the manifest names. Known calls go through Atlassian's resolver; an unknown name must not, because that one
 * looks names up with `in` and would find `constructor` or `toString`.
 */
export function serveCalls(names: readonly string[], answer: (call: PageCall) => Promise<unknown>): (...invocation: Parameters<Served>) => Promise<unknown> {
  const resolver = new Resolver();
  for (const name of names) {
    resolver.define(name, async ({ payload, context }) => ({ reply: await answer({ name, payload, accountId: accountOf(context) }) }));
  }
  const served = resolver.getDefinitions();
  return async (invocation, runtime) => {
    const { call } = request.parse(invocation);
    if (names.includes(call.functionKey)) return z.object({ reply: z.unknown() }).parse(await served(invocation, runtime)).reply;
    const accountId = runtimePayload.parse(runtime ?? {}).principal?.accountId;
    return answer({ name: call.functionKey, payload: call.payload, accountId });
  };
}

/** The resolver puts the platform's principal over anything that the page may have sent. */
function accountOf(context: unknown): string | undefined {
  return z.object({ accountId: z.string().optional() }).loose().parse(context).accountId;
}
