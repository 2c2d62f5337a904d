/** Builds the pages (static/*), the local Jira and its screens into build/. Usage: build.mjs [part …] */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PAGES = { panel: 'static/panel', roadmap: 'static/roadmap', settings: 'static/settings', gate: 'static/gate', shell: 'local/shell' };

/** The script that the local Jira puts first into every page: one classic script, built apart from the app. */
const buildBridge = (outDir) => build({
  root, configFile: false, logLevel: 'warn', publicDir: false,
  build: { outDir, emptyOutDir: true, target: 'es2022', lib: { entry: join(root, 'local/bridge/page/global-bridge.ts'), formats: ['iife'], name: 'globalBridge', fileName: () => 'global-bridge.js' } },
});

/** The local Jira with the app's functions; packages are left where they are. Compiled, it starts in a second less. */
const buildLocal = (outDir) => build({
  root, configFile: false, logLevel: 'warn', publicDir: false,
  build: { ssr: 'local/main.ts', outDir, emptyOutDir: true, target: 'node20', rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' } } },
});

const buildPage = (name) => (outDir) => build({
  root: join(root, PAGES[name]),
  // Forge serves a resource from a folder nobody knows beforehand: every address is relative.
  base: name === 'shell' ? '/' : './',
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic' } },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
  worker: { format: 'es' },
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2_000, modulePreload: { polyfill: false } },
});

const PARTS = { ...Object.fromEntries(Object.keys(PAGES).map((name) => [name, buildPage(name)])), bridge: buildBridge, local: buildLocal };

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`No part is called ${name}; there are ${Object.keys(PARTS).join(', ')}.`);
  await part(join(root, 'build', name));
}
