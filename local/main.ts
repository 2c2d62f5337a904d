import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadBase, loadDemo } from './demo/load-demo';
import { importIssues } from './jira/import-issues';
import { createSite, type Site } from './jira/site';
import { createSiteLog } from './jira/site-log';
import { parseOptions, USAGE, type Options } from './options';
import { createHandlers } from './server/handlers';
import { findAccount } from './server/session';
import { startServer } from './server/start-server';
import { createStore } from './store/store';
import { readAppModules } from './workflow/app-modules';

async function run(options: Options): Promise<void> {
  const root = join(__dirname, '..');
  const store = createStore(options.dataFolder);
  const log = createSiteLog(({ level, text }) => { if (level !== 'info') console.error(text); });
  const site = createSite({ store, app: readAppModules(join(root, 'manifest.yml')), log, latency: options.latency });
  if (site.tables.people.size === 0) {
    loadBase(site);
    if (!options.empty) loadDemo(site);
  }
  for (const file of options.imports) importFile(site, file);
  const defaultAccount = options.as === undefined ? [...site.tables.people.values()].find(({ accountType }) => accountType === 'atlassian')?.accountId : findAccount(site.tables, options.as);
  if (options.as !== undefined && defaultAccount === undefined) throw new Error(`--as: nobody here has the account or e-mail address "${options.as}".`);
  const server = await startServer(options.port, site, createHandlers({
    site, urls: () => ({ shell: site.url, app: site.url.replace('localhost', '127.0.0.1') }), defaultAccount,
  }));
  console.log(`Groundwork's local Jira: ${server.url}`);
  const stop = (): void => {
    void server.stop().then(() => {
      store.close();
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function importFile(site: Site, file: string): void {
  const { imported, present, problems, notes } = importIssues(site, readFileSync(file, 'utf8'));
  console.log(`${basename(file)}: ${imported} tickets imported${present === 0 ? '' : `, ${present} were here already`}${problems.length === 0 ? '' : `, ${problems.length} lines not taken`}.`);
  for (const { line, reason } of problems) console.log(`  line ${line}: ${reason}`);
  for (const note of notes) console.log(`  ${note}`);
}

const parsed = parseOptions(process.argv.slice(2));
if (!parsed.ok) {
  console.error(`${parsed.problem}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  run(parsed.value).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
