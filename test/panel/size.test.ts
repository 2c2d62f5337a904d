import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = join(__dirname, '../../build/panel');
/** design.md section 10: compressed JavaScript before first use. */
const MOST_BYTES = 130_000;

/** The scripts that the page loads before it can be read: what index.html names, and what those import at once. */
function firstScripts(): string[] {
  const html = readFileSync(join(BUILT, 'index.html'), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const found = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const source = readFileSync(join(BUILT, 'assets', next), 'utf8');
    for (const match of source.matchAll(/(?:^|[;}\n])import\s*(?:[^'"();]*?from\s*)?["']\.\/([^"']+\.js)["']/g)) waiting.push(match[1] ?? '');
  }
  return [...found];
}

test('the reading view needs at most 130 kB of compressed JavaScript, and the form is not part of it', () => {
  if (!existsSync(join(BUILT, 'index.html'))) throw new Error('The panel is not built. Run: npm run build');
  const scripts = firstScripts();
  const bytes = scripts.map((name) => gzipSync(readFileSync(join(BUILT, 'assets', name))).length);
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`panel before first use: ${(total / 1000).toFixed(1)} kB compressed in ${scripts.length} scripts`);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(MOST_BYTES);
  const form = readdirSync(join(BUILT, 'assets')).filter((name) => /^editor-.*\.js$/.test(name));
  expect(form).toHaveLength(1);
  expect(scripts).not.toContain(form[0]);
});
