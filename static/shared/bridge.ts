/** The only browser file that names @forge/*: everything a page asks of Jira or of the backend goes through here. */

import { invoke, requestJira as bridgeRequestJira, view, router, showFlag } from '@forge/bridge';
import { workflowRules } from '@forge/jira-bridge';
import * as z from 'zod';
import type { CallName, CallPayload, CallReplies, Reply } from '../../src/contract/calls';
import { INVOKE_REQUEST_BYTES } from '../../src/contract/limits';

// Compiling schemas needs eval, which Jira's policy for app pages forbids: each try would be reported as a violation.
z.config({ jitless: true });

/** Subset of the bridge's full context that our pages use; see Atlassian's page on view.getContext. */
const pageContextSchema = z.object({
  accountId: z.string().optional(),
  locale: z.string().default('en-US'),
  timezone: z.string().optional(),
  moduleKey: z.string(),
  siteUrl: z.string().default(''),
  extension: z.object({
    type: z.string().optional(),
    issue: z.object({ id: z.coerce.string(), key: z.string(), type: z.string().optional(), typeId: z.coerce.string().optional() }).optional(),
    project: z.object({ id: z.coerce.string(), key: z.string(), type: z.string().optional() }).optional(),
    location: z.string().optional(),
  }).loose(),
});
export type PageContext = z.infer<typeof pageContextSchema>;

export async function readPageContext(): Promise<PageContext> {
  return pageContextSchema.parse(await view.getContext());
}

/** Applies Jira's light or dark theme; resolves before the first paint of a page. */
export async function enableTheme(): Promise<void> {
  await view.theme.enable();
}

/** Jira wants the user's consent before this app may act for them. */
export class ConsentNeeded extends Error {}

/** Jira's own answer to a request of the signed-in user. */
export interface JiraAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * One request to Jira's REST API as the user: no function runs and no points of the app are spent.
 * Throws `ConsentNeeded` when Jira wants the user's consent first, and the bridge's own error when Jira cannot be reached.
 */
export async function askJira(path: string, init?: { method?: string; body?: unknown }): Promise<JiraAnswer> {
  const response = await bridgeRequestJira(path, {
    method: init?.method ?? 'GET',
    headers: { Accept: 'application/json', ...(init?.body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(init?.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  }).catch((error: unknown) => {
    throw isConsentError(error) ? new ConsentNeeded() : error;
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parseJson(text) };
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const problemShape = z.object({ code: z.string(), words: z.string() }).loose();
const replyShape = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: problemShape }),
]);

/**
 * Calls the backend. Never throws except `ConsentNeeded`: an outage, a timeout or an oversized payload comes back as a
 * problem with words to show.
 */
export async function call<N extends CallName>(name: N, payload: CallPayload<N>): Promise<Reply<CallReplies[N]>> {
  if (new Blob([JSON.stringify(payload)]).size > INVOKE_REQUEST_BYTES) {
    return { ok: false, problem: { code: 'TOO_LARGE', words: 'This is more than 500 KB, and Jira takes no more in one go. Nothing was sent. Shorten the longest texts and save again.' } };
  }
  let answer: unknown;
  try {
    answer = await invoke(name, payload as Record<string, unknown>);
  } catch (error) {
    if (isConsentError(error)) throw new ConsentNeeded();
    return { ok: false, problem: { code: 'OUTAGE', words: 'Groundwork did not answer. What you typed is still here. Try again in a moment.' } };
  }
  const reply = replyShape.safeParse(answer);
  if (!reply.success) return { ok: false, problem: { code: 'OUTAGE', words: 'Groundwork gave an answer this page does not understand. What you typed is still here. Reload the page and try again.' } };
  return reply.data as Reply<CallReplies[N]>;
}

function isConsentError(error: unknown): boolean {
  return error instanceof Error && /NEEDS_AUTHENTICATION|NeedsAuthentication|Authentication Required/i.test(`${error.name} ${error.message}`);
}

/** Opens another place of the same Jira; the host asks before leaving the site. */
export async function openInJira(url: string, how: 'same-tab' | 'new-tab' = 'same-tab'): Promise<void> {
  await (how === 'new-tab' ? router.open(url) : router.navigate(url));
}

/** The page's own address below its module's base path, with back and forward. */
export async function openHistory(): Promise<Awaited<ReturnType<typeof view.createHistory>>> {
  return view.createHistory();
}

export function tell(title: string, description: string, type: 'success' | 'info' | 'error' = 'success'): void {
  showFlag({ id: `groundwork-${Date.now()}`, title, description, type, isAutoDismiss: true });
}

/** Hands the workflow editor the function that returns the rule's configuration; undefined refuses the submit. */
export async function onConfigureRule(configure: () => Promise<string | undefined>): Promise<void> {
  // The typings promise a string; the documentation says that undefined refuses the submit.
  await workflowRules.onConfigure(configure as () => Promise<string>);
}
