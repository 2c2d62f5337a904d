import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Handler } from '../server/handler';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript;charset=utf-8', '.css': 'text/css;charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
};

/** Jira's own screens: files of build/shell; every other address below the site's origin opens the one page. Comes last. */
export function createShellHandler(root: string): Handler {
  const folder = join(root, 'build/shell');
  return async ({ origin, method, url }) => {
    if (origin !== 'shell' || method !== 'GET' || url.pathname.startsWith('/rest/') || url.pathname.startsWith('/local/')) return undefined;
    const type = TYPES[extname(url.pathname)];
    if (type !== undefined && url.pathname.startsWith('/assets/')) {
      const path = normalize(join(folder, url.pathname));
      const file = path.startsWith(folder + sep) ? await readFile(path).catch(() => undefined) : undefined;
      return file === undefined ? undefined : new Response(new Uint8Array(file), { headers: { 'content-type': type, 'cache-control': 'max-age=3600' } });
    }
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
    if (page === undefined) return new Response('Jira\'s screens were not built. Run: npm run build', { status: 503 });
    return new Response(page, { headers: { 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store', 'x-frame-options': 'DENY' } });
  };
}
