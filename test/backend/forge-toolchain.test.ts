/** Atlassian's own linter and bundler over a copy of the app, where the tools are present: it is deployable as it is. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '../..');
const TOOLS = join(ROOT, '../shared/tools');
const INSTALL = join(TOOLS, 'forge-toolchain.sh');
const isPresent = existsSync(INSTALL);
if (!isPresent) console.log('Not run: ../shared/tools/forge-toolchain.sh is absent, so Atlassian\'s linter and bundler are not here.');
const whenPresent = isPresent ? test : test.skip;

let copy: string;
let toolchain: string;

beforeAll(() => {
  if (!isPresent) return;
  toolchain = spawnSync('bash', [INSTALL], { encoding: 'utf8' }).stdout.trim();
  copy = mkdtempSync(join(tmpdir(), 'forge-toolchain-test-'));
  for (const path of ['src', 'manifest.yml', 'package.json', 'tsconfig.json', 'build']) {
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'out'));
}, 300_000);
afterAll(() => {
  if (isPresent) rmSync(copy, { recursive: true, force: true });
});

function run(script: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout } = spawnSync(process.execPath, [join(TOOLS, script), toolchain], { cwd: copy, encoding: 'utf8', env: { ...process.env, ...env } });
  return { status, said: stdout.trim() };
}

function handlersOfTheManifest(): string[] {
  const { modules } = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')) as { modules: { function: { handler: string }[] } };
  return modules.function.map(({ handler }) => handler.replace('index.', '')).sort();
}

whenPresent("Atlassian's linter finds nothing, and does find a planted fault", () => {
  const clean = run('forge-lint.cjs');
  expect(clean.said).toMatch(/^0 errors, 0 warnings over \d+ files$/);
  expect(clean.status).toBe(0);
  const manifest = readFileSync(join(copy, 'manifest.yml'), 'utf8');
  writeFileSync(join(copy, 'manifest.yml'), manifest.replace('handler: index.resolver', 'handler: index.resolver\n      timeoutSeconds: 25'));
  const planted = run('forge-lint.cjs');
  writeFileSync(join(copy, 'manifest.yml'), manifest);
  expect(planted.status).toBe(1);
  expect(planted.said).toContain('defines timeoutSeconds (25s) but is used by jira:issuePanel');
}, 180_000);

whenPresent("Atlassian's bundler takes the sources unchanged, and every handler of the manifest loads and answers", () => {
  const bundled = run('forge-bundle.cjs', { TMPDIR: join(copy, 'out') });
  expect(bundled).toMatchObject({ status: 0 });
  console.log(bundled.said.split('\n').at(-1));
  const [file] = readdirSync(join(copy, 'out'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('index.cjs'));
  const script = `
    globalThis.__forge_runtime__ = { appContext: {}, lambdaContext: { getRemainingTimeInMillis: () => 25000 } };
    globalThis.__forge_fetch__ = async () => { throw new Error('not called'); };
    const handlers = require(process.argv[1]);
    const call = { functionKey: 'saveContext', payload: {} };
    handlers.resolver({ call, context: {} }, { principal: { accountId: 'somebody' } })
      .then((reply) => console.log(JSON.stringify([Object.keys(handlers).sort(), reply.problem.code, reply.problem.details[0]])));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, join(copy, 'out', file ?? '')], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([handlersOfTheManifest(), 'INVALID', 'At issueId: expected a string, got nothing']);
}, 180_000);
