import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
let folder: string;

/** A copy of what deploying reads, with a command line that notes what it is asked and can be told to fail. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  mkdirSync(join(folder, 'scripts'));
  cpSync(join(ROOT, 'scripts/deploy.mjs'), join(folder, 'scripts/deploy.mjs'));
  cpSync(join(ROOT, 'manifest.yml'), join(folder, 'manifest.yml'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const note = `import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';\nconst asked = process.argv.slice(2).join(' ');\nappendFileSync('asked.txt', asked + '\\n');\n`;
  writeFileSync(join(folder, 'scripts/build.mjs'), note.replace("join(' ')", "join(' ') + ' built'"));
  writeFileSync(join(folder, 'forge.mjs'), `${note}
if (asked.startsWith(process.env.FAILING ?? 'nothing')) process.exit(1);
if (asked.startsWith('register')) writeFileSync('manifest.yml', readFileSync('manifest.yml', 'utf8').replace(/id: ari:cloud:ecosystem::app.*/, 'id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555'));
`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function deploy(args: readonly string[] = [], failing?: string) {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/deploy.mjs', '--cli', `${process.execPath} forge.mjs`, ...args], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, ...(failing === undefined ? {} : { FAILING: failing }) },
  });
  return { status, said: stderr.trim() };
}
const asked = () => readFileSync(join(folder, 'asked.txt'), 'utf8').trim().split('\n');

test('a first deployment registers the app once, builds, deploys and installs; the next one does not register again', () => {
  expect(deploy(['--site', 'shop.atlassian.net'])).toEqual({ status: 0, said: '' });
  expect(asked()).toEqual([
    'whoami', 'register Groundwork', 'panel roadmap settings gate built', 'deploy --environment development',
    'install --product jira --environment development --site shop.atlassian.net',
  ]);
  deploy(['--site', 'shop.atlassian.net', '--environment', 'production', '--upgrade']);
  expect(asked().slice(5)).toEqual([
    'whoami', 'panel roadmap settings gate built', 'deploy --environment production',
    'install --product jira --environment production --site shop.atlassian.net --upgrade',
  ]);
});

test('without a login nothing is sent, and the way to log in is named', () => {
  expect(deploy([], 'whoami')).toEqual({
    status: 1,
    said: 'Atlassian\'s command line is not logged in, so nothing was deployed. Run "npx @forge/cli@13.3.0 login" with your e-mail address and an API token from id.atlassian.com, then run this again.',
  });
  expect(asked()).toEqual(['whoami']);
});

test('a step that fails is the last one, and says what was not done', () => {
  expect(deploy([], 'deploy')).toEqual({ status: 1, said: "Nothing was deployed. What Atlassian's command line said stands above." });
  expect(asked().at(-1)).toBe('deploy --environment development');
  expect(deploy([], 'install')).toEqual({ status: 1, said: 'The app is deployed but not installed. If the site has it already, run this again with --upgrade.' });
});
