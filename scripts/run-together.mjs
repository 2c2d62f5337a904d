/** Runs npm scripts side by side, shows what each printed when it has ended, and fails if one of them does. Usage: run-together.mjs NAME … */
import { spawn } from 'node:child_process';

function run(name) {
  return new Promise((resolve) => {
    const start = Date.now();
    const child = spawn('npm', ['run', '--silent', name], { shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => { printed += part.toString(); });
    child.once('close', (code) => {
      console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name} (${((Date.now() - start) / 1000).toFixed(0)} s)\n${printed}`);
      resolve(code === 0);
    });
  });
}

const names = process.argv.slice(2);
const passed = await Promise.all(names.map(run));
if (names.length === 0 || passed.includes(false)) process.exitCode = 1;
