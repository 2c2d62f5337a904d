/** The app's functions with the local Jira's own site and its demo, a clock that can be put forward, and queues run by hand. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadBase, loadDemo } from '../../local/demo/load-demo';
import { createForgeHost, type ForgeHost } from '../../local/forge/forge-host';
import { readManifest } from '../../local/forge/manifest';
import { openForgeStore } from '../../local/forge/open-forge-store';
import { createSite, type Site } from '../../local/jira/site';
import type { MeterEntry, PlatformReply, PlatformRequest } from '../../local/platform';
import { createStore } from '../../local/store/store';
import { readAppModules } from '../../local/workflow/app-modules';
import type { CallName, CallPayload, CallReplies, Reply } from '../../src/contract/calls';
import type { TicketConflicts } from '../../src/contract/conflicts';
import type { ContextContent, ProductContext } from '../../src/domain/context/product-context';
import { someContent } from './given-backend';
import { aFolder } from '../given/a-folder';

const MANIFEST = join(__dirname, '../../manifest.yml');
export const BUYER = '10001';
/** Administers BUYER; requesters of Shopping Cart, Order Status and Recommendations; Legal's own. */
export const LEAD = 'ada-lindqvist';
export const CART = 'marco-bianchi';
export const OSTAT = 'priya-raman';
export const RECS = 'jonas-weber';
export const LEGAL = 'helen-marsh';

export interface SharedData {
  /** Sees every request of the app first: an answer of its own, or undefined to let Jira answer. */
  interfere: (request: PlatformRequest) => PlatformReply | undefined;
  readonly site: Site;
  readonly host: ForgeHost;
  call<N extends CallName>(as: string, name: N, payload: CallPayload<N>): Promise<Reply<CallReplies[N]>>;
  rest(as: string, method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Saves claims on a ticket; throws when it is refused. */
  save(as: string, key: string, content: Partial<ContextContent>): Promise<ProductContext>;
  record(key: string): Promise<ProductContext | undefined>;
  conflicts(key: string): Promise<TicketConflicts | undefined>;
  /** Texts of Groundwork's comments on a ticket, as the app or for somebody, oldest first. */
  told(key: string): Promise<readonly string[]>;
  idOf(key: string): number;
  /** Puts the clock forward and runs what has fallen due. */
  later(seconds: number): Promise<void>;
  /** What work cost: calls by kind. */
  costOf(work: () => Promise<unknown>): Promise<{ readonly invocations: number; readonly points: number; readonly kvsUnits: number; readonly entries: readonly MeterEntry[] }>;
  close(): void;
}

export function startSharedData(): SharedData {
  const folder = aFolder('shared-data');
  const store = createStore(folder);
  // Only the date is the test's: timers run as they are.
  jest.useFakeTimers({ doNotFake: ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'], now: Date.now() });
  const site = createSite({ store, app: readAppModules(MANIFEST) });
  loadBase(site);
  loadDemo(site);
  const host = createForgeHost({ site: { rest: async (caller, request) => given.interfere(request) ?? site.rest(caller, request) }, manifest: readManifest(MANIFEST), store: openForgeStore(store), meter: site.meter });
  const idOf = (key: string) => Number([...site.tables.issues.values()].find((issue) => issue.key === key)?.id);
  const given: SharedData = {
    site, host, idOf, interfere: () => undefined,
    async call(as, name, payload) {
      const result = await host.invoke({ moduleKey: 'product-context-panel', functionKey: name, payload, accountId: as, extension: {} });
      if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.words}`);
      return result.value as never;
    },
    async rest(as, method, path, body) {
      const reply = await site.rest({ kind: 'user', accountId: as, via: 'http' }, { method, path, headers: {}, body: body === undefined ? undefined : JSON.stringify(body) });
      return { status: reply.status, body: reply.body === '' ? undefined : JSON.parse(reply.body) as unknown };
    },
    async save(as, key, content) {
      const known = await given.record(key);
      const saved = await given.call(as, 'saveContext', { issueId: String(idOf(key)), startedFrom: known?.rev ?? 0, content: someContent({ touchesSharedData: true, team: 'shopping-cart', ...content }) });
      if (!saved.ok) throw new Error(saved.problem.words);
      return saved.value.record;
    },
    record: (key) => property(key, 'product-context') as Promise<ProductContext | undefined>,
    conflicts: (key) => property(key, 'product-context.conflicts') as Promise<TicketConflicts | undefined>,
    told: (key) => Promise.resolve([...site.tables.comments.values()].filter((comment) => comment.issueId === String(idOf(key)) && (isApp(site, comment.authorId) || isMarked(site, comment.id)))
      .map(({ body }) => textOf(body))),
    async later(seconds) {
      jest.setSystemTime(Date.now() + seconds * 1000);
      await host.queues.drain();
    },
    async costOf(work) {
      const { mark } = site.meter.since(0);
      await work();
      const { entries } = site.meter.since(mark);
      const sum = (of: (entry: MeterEntry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
      return { entries, invocations: entries.filter(({ kind }) => kind === 'invocation').length, points: sum(({ points }) => points), kvsUnits: sum(({ kvsUnits }) => kvsUnits) };
    },
    close() {
      jest.useRealTimers();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return given;

  function property(key: string, name: string): Promise<unknown> {
    return Promise.resolve([...site.tables.properties.values()].find((one) => one.entity === 'issue' && one.entityId === String(idOf(key)) && one.key === name)?.value);
  }
}

function isMarked(site: Site, commentId: string): boolean {
  return [...site.tables.properties.values()].some(({ entity, entityId, key }) => entity === 'comment' && entityId === commentId && key === 'product-context');
}

function isApp(site: Site, accountId: string | undefined): boolean {
  return accountId !== undefined && site.tables.people.get(accountId)?.accountType === 'app';
}

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { type, text, content, attrs } = node as { type?: string; text?: string; content?: unknown[]; attrs?: { text?: string } };
  const inner = text ?? attrs?.text ?? (content ?? []).map(textOf).join('');
  return type === 'paragraph' ? `${inner}\n` : inner;
}
