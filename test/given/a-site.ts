/** A Jira within the test's own process, for what does not need HTTP: scopes, points, limits, permissions. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadBase, loadDemo } from '../../local/demo/load-demo';
import { createSite, type Site } from '../../local/jira/site';
import type { Caller } from '../../local/platform';
import { createStore } from '../../local/store/store';
import { readAppModules } from '../../local/workflow/app-modules';
import { aFolder } from './a-folder';

const ROOT = join(__dirname, '..', '..');

export interface SiteReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface TestSite {
  readonly site: Site;
  /** One request; `as` is an account id, a caller, or undefined for nobody. */
  ask(as: string | Caller | undefined, method: string, path: string, body?: unknown): Promise<SiteReply>;
  close(): void;
}

/** The demo (or an empty site) in a folder of its own; `now` stands still unless the test moves it. */
export function aSite(options: { readonly empty?: boolean; readonly now?: () => number } = {}): TestSite {
  const folder = aFolder('site');
  const store = createStore(folder);
  const site = createSite({ store, app: readAppModules(join(ROOT, 'manifest.yml')), ...(options.now === undefined ? {} : { now: options.now }) });
  loadBase(site);
  if (options.empty !== true) loadDemo(site);
  return {
    site,
    ask: async (as, method, path, body) => {
      const reply = await site.rest(toCaller(as), { method, path, headers: {}, body: body === undefined ? undefined : JSON.stringify(body) });
      return { status: reply.status, headers: reply.headers, body: reply.body === '' ? undefined : (JSON.parse(reply.body) as unknown) };
    },
    close: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function toCaller(as: string | Caller | undefined): Caller {
  if (as === undefined) return { kind: 'anonymous', via: 'http' };
  return typeof as === 'string' ? { kind: 'user', accountId: as, via: 'http' } : as;
}
