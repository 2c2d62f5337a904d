/** Everything the server answers because the app is installed: its pages, the bridge, what the shell shows of the app. */

import { join } from 'node:path';
import { createForgeHost, type ForgeHost, type ForgeHostOptions } from '../forge/forge-host';
import { readManifest, unknownModules } from '../forge/manifest';
import { openForgeStore } from '../forge/open-forge-store';
import type { Handler, ServerContext } from '../server/handler';
import { createAppEndpoints } from './app-endpoints';
import { createBridgeEndpoints } from './bridge-endpoints';
import { openPanelPlaces } from './panel-places';
import { createAppPages } from './serve-app-pages';

export interface InstalledApp {
  readonly host: ForgeHost;
  readonly handlers: readonly Handler[];
  /** Stops queues and schedules. */
  stop(): void;
}

/** Installs the app whose manifest lies in `root`, beside its built pages, and starts its queues and schedules. */
export function installApp({ site, urls }: Pick<ServerContext, 'site' | 'urls'>, root: string, options: Pick<ForgeHostOptions, 'loadExports'> = {}): InstalledApp {
  const manifest = readManifest(join(root, 'manifest.yml'));
  for (const kind of unknownModules(manifest)) site.log.write('warning', `The manifest has modules of the kind ${kind}, which this local Jira does not run.`);
  const host = createForgeHost({ site, manifest, store: openForgeStore(site.store), meter: site.meter, log: (words) => site.log.write('error', words), ...options });
  const stops = [host.queues.start(), host.schedules.start()];
  return {
    host,
    handlers: [
      createBridgeEndpoints({ host, site }),
      createAppEndpoints({ host, appOrigin: () => urls().app, panels: openPanelPlaces(site) }),
      createAppPages({ manifest, root, shellOrigin: () => urls().shell, log: (words) => site.log.write('warning', words) }),
    ],
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
