/** The app's real functions in the local Forge host, in front of a Jira at the wire. */

import { join } from 'node:path';
import { createForgeHost, type ForgeHost } from '../../local/forge/forge-host';
import { readManifest, type AppManifest } from '../../local/forge/manifest';
import type { ForgeStore, KeyedTable } from '../../local/forge/ports';
import type { MeterEntry } from '../../local/platform';
import type { CallName, CallPayload, CallReplies, Reply } from '../../src/contract/calls';
import { CONTEXT_PROPERTY, SETTINGS_PROPERTY } from '../../src/contract/limits';
import type { ContextContent, ProductContext } from '../../src/domain/context/product-context';
import type { ProjectSettings } from '../../src/domain/context/settings';
import { createWireJira, type WireIssue, type WireJira } from './wire-jira';

export const BUYER = '10001';
export const CART = '10002';
/** A ticket of Shopping Cart that asks Buyer Platform. */
export const TICKET = '10042';

export interface Backend {
  readonly jira: WireJira;
  readonly host: ForgeHost;
  readonly kvs: Map<string, string>;
  readonly meter: MeterEntry[];
  call<N extends CallName>(as: string, name: N, payload: CallPayload<N>): Promise<Reply<CallReplies[N]>>;
  /** As a page might really send it. */
  callRaw(as: string | undefined, name: string, payload: unknown): ReturnType<ForgeHost['invoke']>;
  ticket(id?: string): WireIssue;
  record(id?: string): ProductContext;
  put(record: unknown, id?: string): void;
  settings(): ProjectSettings;
}

export interface BackendOptions {
  /** Seconds that Forge gives a function; 25 unless a test is in a hurry. */
  readonly seconds?: number;
}

export function startBackend({ seconds = 25 }: BackendOptions = {}): Backend {
  const jira = createWireJira();
  const kvs = new Map<string, string>();
  const meter: MeterEntry[] = [];
  const host = createForgeHost({ site: jira, manifest: hurried(readManifest(join(__dirname, '../../manifest.yml')), seconds), store: memoryStore(kvs), meter: { record: (entry) => void meter.push(entry) } });
  seed(jira);
  const ticket = (id = TICKET) => {
    const found = jira.issues.get(id);
    if (found === undefined) throw new Error(`There is no ticket ${id}.`);
    return found;
  };
  const callRaw: Backend['callRaw'] = (as, name, payload) => host.invoke({
    moduleKey: 'product-context-panel', functionKey: name, payload, extension: {}, ...(as === undefined ? {} : { accountId: as }),
  });
  return {
    jira, host, kvs, meter, callRaw, ticket,
    async call(as, name, payload) {
      const result = await callRaw(as, name, payload);
      if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.words}`);
      return result.value as never;
    },
    record: (id) => ticket(id).properties.get(CONTEXT_PROPERTY) as ProductContext,
    put: (record, id) => void ticket(id).properties.set(CONTEXT_PROPERTY, record),
    settings: () => jira.projects.get(BUYER)?.get(SETTINGS_PROPERTY) as ProjectSettings,
  };
}

/** `requester` edits Shopping Cart's tickets, `lead` administers Buyer Platform, `engineer` edits there, `reader` only reads. */
function seed(jira: WireJira): void {
  const inCart = ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ADD_COMMENTS'].map((grant) => `${grant} ${CART}`);
  jira.grants['requester'] = [...inCart, `BROWSE_PROJECTS ${BUYER}`];
  jira.grants['colleague'] = jira.grants['requester'];
  jira.grants['lead'] = [...inCart, ...['BROWSE_PROJECTS', 'EDIT_ISSUES', 'ADMINISTER_PROJECTS'].map((grant) => `${grant} ${BUYER}`)];
  jira.grants['engineer'] = [...inCart, `BROWSE_PROJECTS ${BUYER}`, `EDIT_ISSUES ${BUYER}`, `role Infra ${BUYER}`];
  jira.grants['reader'] = [`BROWSE_PROJECTS ${CART}`, `BROWSE_PROJECTS ${BUYER}`];
  jira.projects.set(BUYER, new Map([[SETTINGS_PROPERTY, someSettings()]]));
  jira.projects.set(CART, new Map());
  jira.issues.set(TICKET, { projectId: CART, reporter: 'requester', properties: new Map(), comments: [] });
  jira.issues.set('10001', { projectId: BUYER, properties: new Map(), comments: [] });
}

export function someSettings(changed: Partial<ProjectSettings> = {}): ProjectSettings {
  return {
    v: 1, rev: 4, savedAt: '2026-11-22T20:00:00.000Z', enabled: true, project: { id: BUYER, key: 'BUYER' },
    teams: [{ id: 'cart', name: 'Shopping Cart', projects: [CART], colour: 'blue' }], themes: [{ id: 'europe', name: 'Europe' }],
    currency: 'USD', interruptAllowance: 20, gates: [], conditions: [], ...changed,
  };
}

/** A requester's part that is silver. */
export function someContent(changed: Partial<ContextContent> = {}): ContextContent {
  return {
    infra: { id: BUYER, key: 'BUYER' }, team: 'cart', origin: 'team', question: 'build',
    need: 'Buyers see the shipping cost before they give up', users: 'Mobile buyers at checkout',
    thresholds: [{ id: 't1', scale: 'time to display shipping cost', unit: 's', better: 'lower', past: 3.5, tolerable: 3.5, goal: 3.2, meter: 'real-user monitoring' }],
    value: { metric: 'checkout conversion', worth: { low: 6e6, high: 1e7, currency: 'USD', per: 'month' }, evidence: [{ note: 'A/B test' }], credibility: 0.6 },
    touchesSharedData: false, ...changed,
  };
}

/** Forge kills a function after 25 s; a test that waits for that takes a shorter time. */
function hurried(manifest: AppManifest, seconds: number): AppManifest {
  return { ...manifest, modules: { ...manifest.modules, function: manifest.modules.function.map((one) => ({ ...one, timeoutSeconds: seconds })) } };
}

function memoryStore(kvs: Map<string, string>): ForgeStore {
  const tables = new Map<string, Map<string, string>>([['kvs', kvs]]);
  return { table: (name) => memoryTable(tables.get(name) ?? tables.set(name, new Map()).get(name) ?? new Map()) };
}

function memoryTable(rows: Map<string, string>): KeyedTable {
  return {
    get: (key) => rows.get(key),
    apply: (changes) => changes.forEach(({ key, value }) => (value === null ? rows.delete(key) : rows.set(key, value))),
    list: (prefix, after, limit) => [...rows].filter(([key]) => key.startsWith(prefix) && (after === undefined || key > after)).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, limit).map(([key, value]) => ({ key, value })),
  };
}
