/** The demo's data is in step with today's criteria and hash, and shows what it is meant to show. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const TICKETS = join(ROOT, 'local', 'demo', 'data', 'tickets.jsonl');

interface Ticket {
  readonly key: string;
  readonly id: string;
  readonly properties?: { readonly 'product-context'?: { readonly index: { readonly grade: string; readonly issue: number } } };
}

function stamped(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-demo-'));
  try {
    const file = join(folder, 'tickets.jsonl');
    writeFileSync(file, text);
    const child = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', 'stamp-demo.ts'), file], { cwd: ROOT, encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the demo’s derived data is what the domain derives today', () => {
  const text = readFileSync(TICKETS, 'utf8');
  expect(stamped(text)).toBe(text);
  expect(stamped(text.replace('"grade": "silver"', '"grade": "gold"').replace('"grade":"silver"', '"grade":"gold"'))).toBe(text);
});

test('the demo has about 60 tickets, a good third without context, and every grade', () => {
  const tickets = readFileSync(TICKETS, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Ticket);
  const own = tickets.flatMap(({ id, properties }) => (properties?.['product-context']?.index.issue === Number(id) ? [properties['product-context'].index.grade] : []));
  expect(tickets.length).toBeGreaterThanOrEqual(55);
  expect((tickets.length - own.length) / tickets.length).toBeGreaterThan(0.33);
  expect([...new Set(own)].sort()).toEqual(['bronze', 'gold', 'none', 'silver']);
});
