/** Runs every measurement after the other: `npm run bench`, or `npm run bench -- conflicts` for one. Not a timed test. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const BENCHES = ['conflicts', 'ranking', 'load-demand', 'panel'];
/** Pure domain code is measured as the pages ship it: bundled. A loader on the way would be measured with it. */
const BUNDLED = new Set(['conflicts', 'ranking']);

async function run(name: string): Promise<void> {
  const file = join(import.meta.dirname, `${name}.ts`);
  if (!existsSync(file)) throw new Error(`There is no bench/${name}.ts; there are ${BENCHES.join(', ')}.`);
  console.log(`\n== ${name}`);
  const parameters = BUNDLED.has(name) ? [await bundle(file, name)] : ['--import', 'tsx', file];
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

async function bundle(file: string, name: string): Promise<string> {
  const folder = join(import.meta.dirname, '..', 'build', 'bench');
  await build({ configFile: false, logLevel: 'warn', publicDir: false, build: { ssr: file, outDir: folder, emptyOutDir: false, target: 'es2022', rolldownOptions: { output: { entryFileNames: `${name}.mjs` } } } });
  return join(folder, `${name}.mjs`);
}

async function runAll(names: readonly string[]): Promise<void> {
  for (const name of names) await run(name);
}

const wanted = process.argv.slice(2);
void runAll(wanted.length > 0 ? wanted : BENCHES).catch((error: unknown) => { console.error(error); process.exitCode = 1; });
