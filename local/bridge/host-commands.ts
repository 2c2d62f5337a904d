/** Every command that an app's page may give Jira, by name; an unknown one is refused by its name. */

import * as z from 'zod';
import type { Place } from './place';
import type { HistoryStart, PageLocation } from './page/page-history';

/** Functions that a page left with Jira, and what must be undone when the page goes. */
export interface FrameCallbacks {
  onClose?: () => Promise<unknown>;
  onConfigure?: () => Promise<unknown>;
  readonly releases: (() => void)[];
}

export interface FlagWish {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss: boolean;
  readonly actions: readonly { readonly text: string; readonly onClick: () => void }[];
}

export interface ModalWish {
  /** Resource to show; null for the page's own. */
  readonly resource: string | null;
  readonly size: string;
  readonly title: string;
  readonly context?: unknown;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly onClose: (payload: unknown) => void;
}

/** What Jira's own page does for a page of the app. */
export interface HostScreen {
  /** Posts to the local Jira's server; throws with words when it refuses. */
  readonly ask: (endpoint: 'context' | 'invoke' | 'fetch', request: unknown) => Promise<unknown>;
  readonly colorMode: () => 'light' | 'dark';
  readonly resize: (height: number) => void;
  readonly changeTitle: (title: string) => void;
  readonly showFlag: (flag: FlagWish) => void;
  readonly closeFlag: (id: string) => void;
  readonly openModal: (modal: ModalWish) => void;
  /** Leads elsewhere; false when the place is unknown. */
  readonly navigate: (url: string, how: 'same-tab' | 'new-tab') => Promise<void>;
  readonly reload: () => void;
  /** Present where the page can be closed: a dialog, a rule's configuration. */
  readonly close?: (payload: unknown) => void;
  readonly refreshIssue?: () => void;
  /** Asks the person whether the app may act for them; a page was just refused for want of it. */
  readonly askConsent: () => void;
  readonly history: { readonly start: () => Omit<HistoryStart, 'onMove'>; readonly onMove: (listener: (location: PageLocation) => void) => () => void };
  readonly events: { readonly emit: (event: string, payload: unknown) => void; readonly on: (event: string, callback: (payload: unknown) => void) => () => void };
}

export interface CommandCall {
  readonly place: Place;
  readonly screen: HostScreen;
  readonly callbacks: FrameCallbacks;
  readonly command: string;
  readonly payload: unknown;
}

type Answer = (call: CommandCall) => unknown;

const anyFunction = z.custom<(...values: unknown[]) => unknown>((value) => typeof value === 'function');
const invokePayload = z.object({ functionKey: z.string(), payload: z.unknown().optional(), metadata: z.object({ rateLimitProperties: z.boolean().optional() }).optional() });
const fetchPayload = z.object({
  product: z.string(), restPath: z.string(), isMultipartFormData: z.boolean().optional(),
  fetchRequestInit: z.object({ method: z.string().optional(), body: z.string().nullable().optional(), headers: z.array(z.tuple([z.string(), z.string()])).default([]) }).loose(),
});
const flagPayload = z.object({
  id: z.union([z.string(), z.number()]).transform(String), title: z.string().default(''), description: z.string().default(''),
  type: z.enum(['info', 'success', 'warning', 'error']).default('info'), isAutoDismiss: z.boolean().default(false),
  actions: z.array(z.object({ text: z.string(), onClick: anyFunction })).default([]),
});
const modalPayload = z.object({
  resource: z.string().nullable(), onClose: anyFunction, size: z.unknown().transform((size) => (typeof size === 'string' ? size : 'medium')),
  context: z.unknown().optional(), closeOnEscape: z.boolean().default(true), closeOnOverlayClick: z.boolean().default(true), title: z.string().default(''),
});
const navigatePayload = z.object({ url: z.string().optional(), type: z.enum(['same-tab', 'new-tab']).default('same-tab') }).loose();
const eventPayload = z.object({ event: z.string(), payload: z.unknown().optional() });
const subscription = z.object({ event: z.string(), callback: anyFunction });

const COMMANDS: Readonly<Record<string, Answer>> = {
  getContext: ({ screen, place }) => screen.ask('context', { place }),
  invoke: answerInvoke,
  fetchProduct: answerFetch,
  enableTheming: ({ screen }) => ({ colorMode: screen.colorMode() }),
  resize: ({ screen, payload }) => screen.resize(z.object({ height: z.number() }).parse(payload).height),
  createHistory: ({ screen, callbacks }): HistoryStart => ({
    ...screen.history.start(),
    onMove: async (listener) => void callbacks.releases.push(screen.history.onMove((location) => listener(location, 'POP'))),
  }),
  submit: closeWith,
  close: closeWith,
  open: () => false,
  refresh: ({ screen }) => screen.reload(),
  onClose: ({ screen, callbacks, payload }) => {
    if (screen.close === undefined) return false;
    callbacks.onClose = anyFunction.parse(payload) as () => Promise<unknown>;
    return undefined;
  },
  setWorkflowRuleConfigurationCallback: ({ callbacks, payload }) => {
    callbacks.onConfigure = z.object({ data: z.object({ onConfigure: anyFunction }) }).parse(payload).data.onConfigure as () => Promise<unknown>;
  },
  changeWindowTitle: ({ screen, payload }) => screen.changeTitle(z.string().parse(payload)),
  showFlag: ({ screen, payload }) => screen.showFlag(flagPayload.parse(payload)),
  closeFlag: ({ screen, payload }) => screen.closeFlag(z.object({ id: z.union([z.string(), z.number()]) }).transform(({ id }) => String(id)).parse(payload)),
  openModal: ({ screen, payload }) => screen.openModal(modalPayload.parse(payload)),
  navigate: ({ screen, payload }) => {
    const { type, ...target } = navigatePayload.parse(payload);
    return screen.navigate(urlOf(target), type);
  },
  getUrl: ({ payload }) => new URL(urlOf(z.object({ url: z.string().optional() }).loose().parse(payload)), window.location.origin).href,
  reload: ({ screen }) => screen.reload(),
  refreshIssueView: ({ screen }) => (screen.refreshIssue === undefined ? false : screen.refreshIssue()),
  emit: ({ screen, payload }) => emit(screen, payload),
  emitPublic: ({ screen, payload }) => emit(screen, payload),
  on: subscribe,
  onPublic: subscribe,
  emitReadyEvent: () => undefined,
};

/** Answers one command; throws with its name when this Jira does not know it. */
export async function answerCommand(call: CommandCall): Promise<unknown> {
  const answer = Object.hasOwn(COMMANDS, call.command) ? COMMANDS[call.command] : undefined;
  if (answer === undefined) {
    const words = `This local Jira does not know the bridge command "${call.command}".`;
    console.warn(words);
    throw new Error(words);
  }
  return answer(call);
}

const invokeReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: z.object({ code: z.string(), words: z.string() }) }),
]);

async function answerInvoke({ screen, place, payload }: CommandCall): Promise<unknown> {
  const { functionKey, payload: sent, metadata } = invokePayload.parse(payload);
  const reply = invokeReply.parse(await screen.ask('invoke', { place, functionKey, payload: sent }));
  if (!reply.ok && reply.failure.code === 'NEEDS_CONSENT') throw refuseConsent(screen);
  if (!reply.ok) throw new Error(reply.failure.words);
  return metadata?.rateLimitProperties === true ? { body: reply.value, metadata: {} } : reply.value;
}

const restReply = z.union([
  z.object({ needsConsent: z.literal(true) }),
  z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() }),
]);

async function answerFetch({ screen, payload }: CommandCall): Promise<unknown> {
  const { product, restPath, isMultipartFormData, fetchRequestInit } = fetchPayload.parse(payload);
  if (product !== 'jira') throw new Error(`This local Jira has no ${product}.`);
  if (isMultipartFormData === true) throw new Error('This local Jira takes no attachments.');
  const { method = 'GET', headers, body = null } = fetchRequestInit;
  const reply = restReply.parse(await screen.ask('fetch', { restPath, method: method.toUpperCase(), headers, body }));
  if ('needsConsent' in reply) throw refuseConsent(screen);
  return { ...reply, statusText: '', isAttachment: false };
}

function closeWith({ screen, payload }: CommandCall): boolean | undefined {
  if (screen.close === undefined) return false;
  screen.close(payload);
  return undefined;
}

function emit(screen: HostScreen, payload: unknown): void {
  const { event, payload: sent } = eventPayload.parse(payload);
  screen.events.emit(event, sent);
}

function subscribe({ screen, callbacks, payload }: CommandCall): unknown {
  const { event, callback } = subscription.parse(payload);
  const stop = screen.events.on(event, (sent) => void callback(sent));
  callbacks.releases.push(stop);
  return { unsubscribe: () => stop() };
}

/** Where a navigation target of the router leads in Jira. */
function urlOf(target: { readonly url?: string | undefined; readonly [field: string]: unknown }): string {
  if (target.url !== undefined) return target.url;
  if (target['target'] === 'issue' && typeof target['issueKey'] === 'string') return `/browse/${target['issueKey']}`;
  if (target['target'] === 'projectSettingsDetails' && typeof target['projectKey'] === 'string') return `/jira/software/c/projects/${target['projectKey']}/settings`;
  throw new Error(`This local Jira does not know the navigation target "${String(target['target'])}".`);
}

/** The error by which a page hears that Jira wants the person's consent first; Jira asks for it at the same time. */
function refuseConsent(screen: HostScreen): Error {
  screen.askConsent();
  const error = new Error('Authentication Required');
  error.name = 'NeedsAuthenticationError';
  return error;
}
