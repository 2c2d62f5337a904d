/**
 * Puts Groundwork on a real site with Atlassian's own command line: register once, build, deploy, install.
 *
 *   npm run deploy -- [--site example.atlassian.net] [--environment development] [--upgrade] [--cli COMMAND]
 *
 *   --site         where to install it; without it, the command line asks
 *   --environment  development (default), staging or production
 *   --upgrade      the site has it already: bring that installation to the new version
 *   --cli          an installed command line instead of the one that npx fetches, for instance "forge"
 *
 * Nothing is sent before `forge whoami` knows who you are. Steps and first-time setup: docs/deploying.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The id in a fresh clone's manifest; nobody can deploy under it. `forge register` replaces it by your own. */
const UNREGISTERED = 'ari:cloud:ecosystem::app/8f3d2a54-6c1b-4f0e-9a37-0d5b7c2e9a11';
const CLI = 'npx --yes @forge/cli@13.3.0';

const { values } = parseArgs({
  options: {
    site: { type: 'string' }, environment: { type: 'string', default: 'development' }, upgrade: { type: 'boolean', default: false }, cli: { type: 'string', default: CLI },
  },
});

function stop(words) {
  console.error(`\n${words}`);
  process.exit(1);
}

/** Runs one command in the project's root, in the user's terminal: the command line asks what it needs to know. */
function run(command, args) {
  const [program = '', ...first] = command.split(' ');
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(program, [...first, ...args], { cwd: root, stdio: 'inherit' });
  return status === 0;
}

const forge = (...args) => run(values.cli, args);
const appId = () => parse(readFileSync(join(root, 'manifest.yml'), 'utf8')).app.id;

if (!['development', 'staging', 'production'].includes(values.environment)) {
  stop(`There is no environment "${values.environment}": choose development, staging or production. Nothing was deployed.`);
}
if (!forge('whoami')) {
  stop('Atlassian\'s command line is not logged in, so nothing was deployed. Run "npx @forge/cli@13.3.0 login" with your e-mail address and an API token from id.atlassian.com, then run this again.');
}
if (appId() === UNREGISTERED) {
  if (!forge('register', 'Groundwork')) stop('The app could not be registered, so nothing was deployed. What Atlassian\'s command line said stands above.');
  if (appId() === UNREGISTERED) stop('The app was registered, but manifest.yml still has the id of a fresh clone, so nothing was deployed. Put the id that stands above into app.id, then run this again.');
  console.log('\nmanifest.yml now has the id of your own app: commit it, so that the next deployment is a new version of the same app.');
}
if (!run(process.execPath, ['scripts/build.mjs', 'panel', 'roadmap', 'settings', 'gate'])) stop('The pages could not be built, so nothing was deployed.');
if (!forge('deploy', '--environment', values.environment)) stop('Nothing was deployed. What Atlassian\'s command line said stands above.');
const where = ['--product', 'jira', '--environment', values.environment, ...(values.site === undefined ? [] : ['--site', values.site]), ...(values.upgrade ? ['--upgrade'] : [])];
if (!forge('install', ...where)) stop('The app is deployed but not installed. If the site has it already, run this again with --upgrade.');
console.log('\nGroundwork is installed. Next: open a project\'s settings, Apps, Groundwork, and opt in.');
