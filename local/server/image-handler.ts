import type { Handler, ServerContext } from './handler';

/** Colours of the pictures, dark enough for white letters. */
const COLOURS = ['#0052cc', '#00875a', '#5243aa', '#bf2600', '#974f0c', '#008299', '#403294', '#206a83'];

/** Pictures that REST answers point to: initials of people and projects, a sign for each issue type, priority and status. */
export function createImageHandler({ site }: Pick<ServerContext, 'site'>): Handler {
  const nameOf = (kind: string, id: string): string | undefined => {
    switch (kind) {
      case 'project': return site.tables.projects.get(id)?.name;
      case 'issuetype': return site.tables.issueTypes.get(id)?.name;
      case 'priority': return site.tables.priorities.get(id)?.name;
      default: return site.tables.people.get(id)?.displayName;
    }
  };
  return async ({ origin, method, url }) => {
    const match = /^\/local\/(avatar|icon)\/(?:(project|issuetype|priority)-)?((?:[\w.~-]|%[2-7][0-9a-f])+)\.svg$/i.exec(url.pathname);
    if (origin !== 'shell' || method !== 'GET' || match === null) return undefined;
    const id = decodeURIComponent(match[3] ?? '');
    const name = nameOf(match[2] ?? 'person', id) ?? id;
    return new Response(drawInitials(name), { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" } });
  };
}

function drawInitials(name: string): string {
  const letters = name.split(/\s+/).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '').join('').slice(0, 2).toUpperCase();
  const colour = COLOURS[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % COLOURS.length];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${colour ?? '#0052cc'}"/>`
    + `<text x="24" y="31" font-family="sans-serif" font-size="20" text-anchor="middle" fill="#fff">${letters}</text></svg>`;
}
