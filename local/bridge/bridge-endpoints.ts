/** What Jira's page asks the server for on behalf of an app's page: its context, its resolver, Jira's REST, consent. */

import * as z from 'zod';
import { explainIssues } from '../../src/contract/explain-issues';
import type { ForgeHost } from '../forge/forge-host';
import type { Site } from '../jira/site';
import { json, type Handler } from '../server/handler';
import { describePlace, fullContext, placeSchema } from './place';

export interface BridgeEndpointsOptions {
  readonly host: ForgeHost;
  readonly site: Site;
}

const contextRequest = z.object({ place: placeSchema });
const invokeRequest = z.object({ place: placeSchema, functionKey: z.string(), payload: z.unknown().optional() });
const fetchRequest = z.object({
  restPath: z.string().startsWith('/'), method: z.string(), headers: z.array(z.tuple([z.string(), z.string()])), body: z.string().nullable(),
});

/** Answers POSTs below /local/bridge/ on the shell's origin. */
export function createBridgeEndpoints({ host, site }: BridgeEndpointsOptions): Handler {
  const { manifest } = host;

  async function answerContext(accountId: string | undefined, input: unknown): Promise<Response> {
    const { place } = contextRequest.parse(input);
    const extension = describePlace(site, manifest, accountId, place);
    return extension === undefined ? refuse(404, 'There is no such place, or you may not see it.') : json(fullContext(site, place, accountId, extension));
  }

  async function answerInvoke(accountId: string | undefined, input: unknown): Promise<Response> {
    const { place, functionKey, payload } = invokeRequest.parse(input);
    const extension = describePlace(site, manifest, accountId, place);
    if (extension === undefined) return refuse(404, 'There is no such place, or you may not see it.');
    const { siteUrl, locale, timezone, localId, environmentId, environmentType } = fullContext(site, place, accountId, extension);
    return json(await host.invoke({
      moduleKey: place.moduleKey, functionKey, payload, extension, context: { siteUrl, locale, timezone, localId, environmentId, environmentType },
      ...(accountId === undefined ? {} : { accountId }),
    }));
  }

  async function answerFetch(accountId: string | undefined, input: unknown): Promise<Response> {
    const { restPath, method, headers, body } = fetchRequest.parse(input);
    if (accountId !== undefined && host.consent.isMissing(accountId)) return json({ needsConsent: true });
    const scopes = manifest.permissions.scopes;
    const reply = await site.rest(
      accountId === undefined ? { kind: 'anonymous', via: 'bridge', scopes } : { kind: 'user', accountId, via: 'bridge', scopes },
      { method, path: restPath, headers: Object.fromEntries(headers), body: body ?? undefined },
    );
    return json(reply);
  }

  const answers: Readonly<Record<string, (accountId: string | undefined, input: unknown) => Promise<Response>>> = {
    context: answerContext,
    invoke: answerInvoke,
    fetch: answerFetch,
    'consent/allow': async (accountId) => changeConsent(accountId, host.consent.allow),
    'consent/withdraw': async (accountId) => changeConsent(accountId, host.consent.withdraw),
  };

  return async (request) => {
    const { pathname } = request.url;
    if (request.origin !== 'shell' || request.method !== 'POST' || !pathname.startsWith('/local/bridge/')) return undefined;
    const answer = answers[pathname.slice('/local/bridge/'.length)];
    if (answer === undefined) return undefined;
    const input = parseJson(request.body.toString('utf8'));
    try {
      return await answer(request.actor, input);
    } catch (error) {
      if (error instanceof z.ZodError) return refuse(400, explainIssues(error, input).join('; '));
      throw error;
    }
  };
}

function changeConsent(accountId: string | undefined, change: (accountId: string) => void): Response {
  if (accountId === undefined) return refuse(401, 'Nobody is signed in.');
  change(accountId);
  return new Response(null, { status: 204 });
}

function refuse(status: number, words: string): Response {
  return json({ words }, status);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
