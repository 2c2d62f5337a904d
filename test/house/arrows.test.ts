/** Every arrow between the folders, and the one place where numbers are written, has been seen broken once: each planted import is refused, and its lawful twin is not. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

interface Plant {
  readonly file: string;
  readonly code: string;
  /** Words of the message that names the way out; undefined: nothing may be said. */
  readonly says?: string;
}

const PLANTS: readonly Plant[] = [
  { file: 'src/domain/context/planted.ts', code: `import { CALLS } from '../../contract/calls';\nexport const kept = CALLS;\n`, says: 'The domain imports only the domain' },
  { file: 'src/domain/context/planted.ts', code: `import { requestJira } from '@forge/bridge';\nexport const kept = requestJira;\n`, says: 'Only src/forge (backend) and static/shared/bridge.ts (pages) name @forge/*' },
  { file: 'src/domain/context/planted.ts', code: `import * as z from 'zod';\nexport const kept = z;\n`, says: 'The domain is plain values and functions' },
  { file: 'src/domain/context/planted.ts', code: `import { readFileSync } from 'node:fs';\nexport const kept = readFileSync;\n`, says: 'nothing of Node is there' },
  { file: 'src/domain/context/planted.ts', code: `export const now = () => Date.now();\n`, says: 'The domain knows no clock' },
  { file: 'src/domain/context/planted.ts', code: `export const now = () => new Date();\n`, says: 'The domain knows no clock' },
  { file: 'src/domain/context/planted.ts', code: `export const dice = () => Math.random();\n`, says: 'The domain throws no dice' },
  { file: 'src/contract/planted.ts', code: `import { kept } from '../usecases/save-context';\nexport { kept };\n`, says: 'The contract imports only the domain' },
  { file: 'src/usecases/planted.ts', code: `import { kept } from '../forge/jira';\nexport { kept };\n`, says: 'Use cases take their ports as arguments' },
  { file: 'src/usecases/planted.ts', code: `import api from '@forge/api';\nexport const kept = api;\n`, says: 'Only src/forge' },
  { file: 'src/resolvers/planted.ts', code: `import { kept } from '../forge/jira';\nexport { kept };\n`, says: 'Resolvers parse, call one use case and answer' },
  { file: 'src/forge/planted.ts', code: `import { kept } from '../resolvers/table';\nexport { kept };\n`, says: 'Adapters implement the ports' },
  { file: 'static/panel/planted.ts', code: `import { kept } from '../../src/usecases/save-context';\nexport { kept };\n`, says: 'Pages import contract and domain only' },
  { file: 'static/panel/planted.ts', code: `import { invoke } from '@forge/bridge';\nexport const kept = invoke;\n`, says: 'Only src/forge' },
  { file: 'static/panel/planted.ts', code: `import { kept } from '../../local/platform';\nexport { kept };\n`, says: 'Pages import contract and domain only' },
  { file: 'static/roadmap/planted.ts', code: `export const kept = (value: number) => value.toFixed(2);\n`, says: 'Numbers are written in one place' },
  { file: 'static/panel/planted.ts', code: `export const kept = (value: number) => value.toLocaleString('en-US');\n`, says: 'Numbers are written in one place' },
  { file: 'src/domain/ranking/planted.ts', code: `export const kept = new Intl.NumberFormat('en-US');\n`, says: 'Numbers are written in one place' },
  { file: 'static/roadmap/planted.ts', code: `export const kept = Intl.NumberFormat('en-US');\n`, says: 'Numbers are written in one place' },
  { file: 'src/domain/context/format-number.ts', code: `export const kept = new Intl.NumberFormat('en-US');\n` },
  { file: 'src/contract/planted.ts', code: `import { GRADES } from '../domain/context/product-context';\nexport const kept = GRADES;\n` },
  { file: 'src/usecases/planted.ts', code: `import { CALLS } from '../contract/calls';\nexport const kept = CALLS;\n` },
  { file: 'static/panel/planted.ts', code: `import { GRADES } from '../../src/domain/context/product-context';\nexport const kept = GRADES;\n` },
  { file: 'static/shared/bridge.ts', code: `import { invoke } from '@forge/bridge';\nexport const kept = invoke;\n` },
  { file: 'src/forge/planted.ts', code: `import api from '@forge/api';\nexport const kept = api;\n` },
];

/** ESLint's configuration is an ES module, which jest's own loader cannot import: one child lints all plants. */
function lintAll(plants: readonly Plant[]): string[][] {
  const script = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint({ cwd: ${JSON.stringify(ROOT)} });
    const plants = JSON.parse(process.argv[1]);
    const said = [];
    for (const { file, code } of plants) {
      const [result] = await eslint.lintText(code, { filePath: file });
      said.push(result.messages.map((message) => message.message));
    }
    console.log(JSON.stringify(said));
  `;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(plants)], { cwd: ROOT, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as string[][];
}

describe('the arrows between the folders', () => {
  const said = lintAll(PLANTS);

  test.each(PLANTS.map((plant, at) => ({ ...plant, messages: said[at] ?? [] })))('$file: $code', ({ says, messages }) => {
    if (says === undefined) expect(messages).toEqual([]);
    else expect(messages.join('\n')).toContain(says);
  });
});
