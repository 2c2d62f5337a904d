/** Builds the page of the tests' own app into the folder that its manifest names: build-test-page.mjs OUT */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [, , out] = process.argv;
if (out === undefined) throw new Error('Where should the page go?');
await build({
  root: join(dirname(fileURLToPath(import.meta.url)), 'app/page'), base: './', configFile: false, logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
  build: { outDir: out, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});
