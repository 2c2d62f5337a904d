/** Runs every measurement after the other: `npm run bench`, or `npm run bench -- conflicts` for one. Not a timed test. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const BENCHES = ['conflicts', 'ranking', 'load-demand', 'panel'];

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : BENCHES) {
  const file = join(import.meta.dirname, `${name}.ts`);
  if (!existsSync(file)) throw new Error(`There is no bench/${name}.ts; there are ${BENCHES.join(', ')}.`);
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
