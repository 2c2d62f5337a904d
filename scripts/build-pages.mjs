/** Builds the pages (static/*) and the local Jira's own screens into build/. Usage: build-pages.mjs [page …] */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PAGES = { panel: 'static/panel', roadmap: 'static/roadmap', settings: 'static/settings', gate: 'static/gate', shell: 'local/shell' };

/** The script that the local Jira puts first into every page: one classic script, built apart from the app. */
const BRIDGE = { name: 'bridge', entry: 'local/bridge/page/global-bridge.ts', file: 'global-bridge.js' };

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : [...Object.keys(PAGES), BRIDGE.name];

for (const name of names) {
  if (name === BRIDGE.name) {
    await build({
      root, configFile: false, logLevel: 'warn', publicDir: false,
      build: { outDir: join(root, 'build', name), emptyOutDir: true, target: 'es2022', lib: { entry: join(root, BRIDGE.entry), formats: ['iife'], name: 'globalBridge', fileName: () => BRIDGE.file } },
    });
    continue;
  }
  const folder = PAGES[name];
  if (folder === undefined) throw new Error(`No page is called ${name}; there are ${[...Object.keys(PAGES), BRIDGE.name].join(', ')}.`);
  if (!existsSync(join(root, folder, 'index.html'))) continue;
  await build({
    root: join(root, folder),
    // Forge serves a resource from a folder nobody knows beforehand: every address is relative.
    base: name === 'shell' ? '/' : './',
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    worker: { format: 'es' },
    build: { outDir: join(root, 'build', name), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_000, modulePreload: { polyfill: false } },
  });
}
