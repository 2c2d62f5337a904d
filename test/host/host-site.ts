/** A host over a real site with the running example, in a folder of its own; requests to Jira are also written down. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadBase, loadDemo } from '../../local/demo/load-demo';
import { createForgeHost, type ForgeHost } from '../../local/forge/forge-host';
import { readManifest } from '../../local/forge/manifest';
import { openForgeStore } from '../../local/forge/open-forge-store';
import type { JiraSite } from '../../local/forge/ports';
import { createSite, type Site } from '../../local/jira/site';
import type { Caller, PlatformRequest } from '../../local/platform';
import { createStore } from '../../local/store/store';
import { readAppModules } from '../../local/workflow/app-modules';
import { aFolder } from '../given/a-folder';

const MANIFEST = join(__dirname, 'app/manifest.yml');

export interface HostSite {
  readonly host: ForgeHost;
  readonly site: Site;
  /** What reached Jira, oldest first. */
  readonly asked: { readonly caller: Caller; readonly request: PlatformRequest }[];
  /** What the host had to say to whoever runs it. */
  readonly logged: readonly string[];
  /** Moves the clock of KVS, queues and deadlines. */
  pass(milliseconds: number): void;
  /** Ends the site and starts it again with the same data. */
  restart(): HostSite;
  end(): void;
}

export function aHostSite(folder = aFolder('forge-host')): HostSite {
  const store = createStore(folder);
  const site = createSite({ store, app: readAppModules(MANIFEST) });
  if (site.tables.projects.size === 0) {
    loadBase(site);
    loadDemo(site);
  }
  const asked: HostSite['asked'] = [];
  const listening: JiraSite = {
    rest: (caller, request) => {
      asked.push({ caller, request });
      return site.rest(caller, request);
    },
  };
  const logged: string[] = [];
  let shift = 0;
  const host = createForgeHost({
    site: listening, manifest: readManifest(MANIFEST), store: openForgeStore(store), meter: site.meter,
    clock: () => Date.now() + shift, log: (words) => logged.push(words), loadExports: async () => ({ ...(await import('./app/index')) }),
  });
  return {
    host, site, asked, logged,
    pass: (milliseconds) => { shift += milliseconds; },
    restart: () => {
      store.close();
      return aHostSite(folder);
    },
    end: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Calls the test app's resolver as a page on BUYER-12 would. */
export function callResolver(host: ForgeHost, functionKey: string, payload: unknown = {}, accountId: string | undefined = 'priya-raman', moduleKey = 'panel') {
  return host.invoke({ moduleKey, functionKey, payload, extension: { type: 'jira:issuePanel', issue: { id: '10113' } }, ...(accountId === undefined ? {} : { accountId }) });
}
