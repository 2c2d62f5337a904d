/** The origin on which an app's pages live: their files from build/, Atlassian's own CSP, and the bridge as first script. */

import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { ROOT } from '../root';
import type { Handler } from '../server/handler';
import { tokensStylesheet } from './tokens-stylesheet';
import type { AppManifest } from '../forge/manifest';

export interface AppPagesOptions {
  readonly manifest: AppManifest;
  /** Folder below which the manifest's resource paths lie. */
  readonly root: string;
  /** Origin of Jira's screens, `http://localhost:8484`: who may show the pages in a frame. */
  readonly shellOrigin: () => string;
  readonly log: (words: string) => void;
}

/** The script of local/bridge/page, as scripts/build.mjs leaves it. */
const BRIDGE_FOLDER = join(ROOT, 'build/bridge');

/** What a page's build names after its contents never changes, and a browser that keeps it keeps it compiled, too. */
const NAMED_BY_CONTENTS = 'assets/';

/** Where a browser reports what the policy of a page forbade. */
const CSP_REPORTS = '/csp-report';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8', '.js': 'text/javascript;charset=utf-8', '.css': 'text/css;charset=utf-8', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.png': 'image/png', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.map': 'application/json',
};

/** Answers GETs of app pages; everything else on this origin is left to the caller to refuse. */
export function createAppPages({ manifest, root, shellOrigin, log }: AppPagesOptions): Handler {
  const folders = new Map(manifest.resources.map(({ key, path }) => [key, join(root, path)]));

  return async (request) => {
    if (request.origin !== 'app') return undefined;
    const path = decodePath(request.url.pathname);
    if (request.method === 'POST' && path === CSP_REPORTS) return noteViolation(request.body.toString('utf8'), log);
    if (request.method !== 'GET') return undefined;
    if (path === '/global-bridge.js') return answerFile(BRIDGE_FOLDER, 'global-bridge.js');
    if (path === '/global-bridge.css') return new Response(tokensStylesheet(), { headers: { 'content-type': 'text/css;charset=utf-8' } });
    const [, top, resource, ...rest] = path.split('/');
    const folder = top === 'app' && resource !== undefined ? folders.get(resource) : undefined;
    if (folder === undefined) return undefined;
    const file = rest.join('/') || 'index.html';
    return file === 'index.html' ? answerPage(folder, manifest, shellOrigin()) : answerFile(folder, file);
  };
}

async function answerPage(folder: string, manifest: AppManifest, shellOrigin: string): Promise<Response> {
  const html = await readText(join(folder, 'index.html'));
  if (html === undefined) return new Response('This page of the app was not built. Run: npm run build', { status: 404 });
  return new Response(injectBridge(html), {
    headers: {
      'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(html, manifest, shellOrigin),
      'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin',
    },
  });
}

/** First child of head, as at a real deployment: @forge/bridge looks for the bridge while it is being loaded. */
function injectBridge(html: string): string {
  const $ = load(html, { xml: false }, true);
  $('head').prepend('<script src="/global-bridge.js"></script>');
  return $.html();
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function noteViolation(report: string, log: (words: string) => void): Response {
  const fields = ['document-uri', 'violated-directive', 'blocked-uri', 'source-file'].map((field) => new RegExp(`"${field}":"([^"]*)"`).exec(report)?.[1] ?? '');
  log(`A page of the app broke its Content Security Policy: ${fields.join(' ')}`);
  return new Response(null, { status: 204 });
}

/** Atlassian's own policy for this page. Two addresses are this Jira's: who may frame the page, and where violations go. */
export function contentSecurityPolicy(html: string, manifest: AppManifest, shellOrigin: string): string {
  const { content } = manifest.permissions;
  const permissions = { ...(content === undefined ? {} : { content: { styles: content.styles ?? [], scripts: content.scripts ?? [] } }) };
  const details = new CSPProcessingService({ info: () => undefined }, load as never).getCspDetails(html, permissions as never);
  return new CSPInjectionService().getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', parentEmbeddingDomain: shellOrigin })
    .map((directive) => (directive.startsWith('report-uri ') ? `report-uri ${CSP_REPORTS}` : directive))
    .join('; ');
}

async function answerFile(folder: string, file: string): Promise<Response | undefined> {
  const path = normalize(join(folder, file));
  if (!path.startsWith(folder + sep)) return undefined;
  const body = await readFile(path).catch(() => undefined);
  if (body === undefined) return undefined;
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff', 'cache-control': file.startsWith(NAMED_BY_CONTENTS) ? 'max-age=31536000, immutable' : 'no-store' },
  });
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
