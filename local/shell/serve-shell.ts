import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { sessionCookie } from '../server/control-handler';
import type { Handler, ServerContext } from '../server/handler';
import { findAccount } from '../server/session';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript;charset=utf-8', '.css': 'text/css;charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
};

/** Acts as somebody else: a form of the shell, so that the browser asks about unsaved changes before anything is switched. */
export function createSwitchHandler({ site }: Pick<ServerContext, 'site'>): Handler {
  return async ({ origin, method, url, body }) => {
    if (origin !== 'shell' || method !== 'POST' || url.pathname !== '/local/act-as') return undefined;
    const form = new URLSearchParams(body.toString('utf8'));
    const account = findAccount(site.tables, form.get('accountId') ?? '');
    if (account === undefined) return new Response('Nobody here has this account.', { status: 404 });
    const back = form.get('back') ?? '/';
    return new Response(null, { status: 303, headers: { location: /^\/(?!\/)/.test(back) ? back : '/', 'set-cookie': sessionCookie(account) } });
  };
}

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
