import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { installApp, type InstalledApp } from './bridge/app-handlers';
import { loadBase, loadDemo } from './demo/load-demo';
import { importIssues } from './jira/import-issues';
import { createSite, type Site } from './jira/site';
import { createSiteLog } from './jira/site-log';
import { parseOptions, USAGE, type Options } from './options';
import { ROOT } from './root';
import { createControlHandler } from './server/control-handler';
import type { ServerContext } from './server/handler';
import { createImageHandler } from './server/image-handler';
import { createRestHandler } from './server/rest-handler';
import { findAccount } from './server/session';
import { startServer } from './server/start-server';
import { createShellHandler, createSwitchHandler } from './shell/serve-shell';
import { createStore } from './store/store';
import { readAppModules } from './workflow/app-modules';

async function run(options: Options): Promise<void> {
  const store = createStore(options.dataFolder);
  const log = createSiteLog(({ level, text }) => { if (level !== 'info') console.error(text); });
  const site = createSite({ store, app: readAppModules(join(ROOT, 'manifest.yml')), log, latency: options.latency });
  const isFirstStart = site.tables.people.size === 0;
  if (isFirstStart) {
    loadBase(site);
    if (!options.empty) loadDemo(site);
  }
  for (const file of options.imports) importFile(site, file);
  const defaultAccount = options.as === undefined ? firstAccount(site) : findAccount(site.tables, options.as);
  if (options.as !== undefined && defaultAccount === undefined) throw new Error(`--as: nobody here has the account or e-mail address "${options.as}".`);
  const context: ServerContext = { site, urls: () => ({ shell: site.url, app: site.url.replace('localhost', '127.0.0.1') }), defaultAccount };
  const app = installApp(context, ROOT);
  // The demo's tickets came from a file, so no save announced what they require of shared data: the app's daily run reads them.
  if (isFirstStart && !options.empty) await runDaily(app);
  // The meter shows what people cause, from when they can.
  site.meter.reset();
  const server = await startServer(options.port, site, [createRestHandler(context), createControlHandler(context), createImageHandler(context), ...app.handlers, createSwitchHandler(context), createShellHandler(ROOT)]);
  console.log(`Groundwork's local Jira: ${server.url}`);
  const stop = (): void => {
    app.stop();
    void server.stop().then(() => {
      store.close();
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function runDaily({ host }: InstalledApp): Promise<void> {
  for (const { key } of host.manifest.modules.scheduledTrigger) await host.schedules.run(key);
  await host.queues.drain();
}

/** Whom the screens act as at first: the lead of the first project, on an empty site the administrator. */
function firstAccount({ tables }: Site): string | undefined {
  const [project] = tables.projects.values();
  return project?.lead ?? [...tables.people.values()].find(({ accountType }) => accountType === 'atlassian')?.accountId;
}

function importFile(site: Site, file: string): void {
  if (!existsSync(file)) throw new Error(`--import: there is no file ${file}.`);
  const { imported, present, problems, notes } = importIssues(site, readFileSync(file, 'utf8'));
  console.log(`${basename(file)}: ${imported} tickets imported${present === 0 ? '' : `, ${present} were here already`}${problems.length === 0 ? '' : `, ${problems.length} lines not taken`}.`);
  for (const { line, reason } of problems) console.log(`  line ${line}: ${reason}`);
  for (const note of notes) console.log(`  ${note}`);
}

function wordsFor(error: unknown, port: number): string {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return `Port ${port} is taken. Stop what listens there, or choose another one with --port.`;
  return error instanceof Error ? error.message : String(error);
}

const parsed = parseOptions(process.argv.slice(2));
if (!parsed.ok) {
  console.error(`${parsed.problem}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  run(parsed.value).catch((error: unknown) => {
    console.error(wordsFor(error, parsed.value.port));
    process.exit(1);
  });
}
