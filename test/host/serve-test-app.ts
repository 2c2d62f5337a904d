/** Jira with the tests' own app installed, listening, and its page built. */

import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installApp } from '../../local/bridge/app-handlers';
import { loadBase, loadDemo } from '../../local/demo/load-demo';
import type { ForgeHost } from '../../local/forge/forge-host';
import { createSite, type Site } from '../../local/jira/site';
import { createControlHandler } from '../../local/server/control-handler';
import { createRestHandler } from '../../local/server/rest-handler';
import { startServer } from '../../local/server/start-server';
import { createShellHandler, createSwitchHandler } from '../../local/shell/serve-shell';
import { createStore } from '../../local/store/store';
import { readAppModules } from '../../local/workflow/app-modules';
import { aFolder } from '../given/a-folder';

const ROOT = join(__dirname, '../..');

export interface ServedApp {
  readonly url: string;
  readonly appUrl: string;
  readonly site: Site;
  readonly host: ForgeHost;
  stop(): Promise<void>;
}

export async function serveTestApp(): Promise<ServedApp> {
  const folder = aFolder('test-app');
  cpSync(join(__dirname, 'app/manifest.yml'), join(folder, 'manifest.yml'));
  execFileSync(process.execPath, [join(__dirname, 'build-test-page.mjs'), join(folder, 'build/host-test-page')], { stdio: 'inherit' });
  const store = createStore(join(folder, 'data'));
  const site = createSite({ store, app: readAppModules(join(folder, 'manifest.yml')) });
  loadBase(site);
  loadDemo(site);
  const context = { site, urls: () => ({ shell: site.url, app: site.url.replace('localhost', '127.0.0.1') }), defaultAccount: 'sam-keller' };
  const app = installApp(context, folder, { loadExports: async () => ({ ...(await import('./app/index')) }) });
  const server = await startServer(0, site, [createRestHandler(context), createControlHandler(context), ...app.handlers, createSwitchHandler(context), createShellHandler(ROOT)]);
  return {
    url: server.url, appUrl: server.appUrl, site, host: app.host,
    stop: async () => {
      app.stop();
      await server.stop();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
