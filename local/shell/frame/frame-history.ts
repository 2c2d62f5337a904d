import type { HostScreen } from '../../bridge/host-commands';
import type { PageLocation } from '../../bridge/page/page-history';

/** The part of the browser's history below `basePath`, as a page's own history. */
export function createFrameHistory(basePath: string): HostScreen['history'] {
  const read = (): PageLocation => ({
    pathname: window.location.pathname.slice(basePath.length) || '/', search: window.location.search, hash: window.location.hash,
    state: window.history.state,
  });
  return {
    start: () => ({
      location: read(), basePath,
      move: async (how, { pathname, search, hash, state }) => {
        const url = `${basePath}${pathname === '/' ? '' : pathname}${search}${hash}`;
        if (how === 'PUSH') window.history.pushState(state, '', url);
        else window.history.replaceState(state, '', url);
        window.dispatchEvent(new Event(MOVED));
      },
      go: async (steps) => window.history.go(steps),
    }),
    onMove: (listener) => {
      const tell = (): void => listener(read());
      window.addEventListener('popstate', tell);
      return () => window.removeEventListener('popstate', tell);
    },
  };
}

/** Sent on `window` when a page moved within its own addresses. */
export const MOVED = 'jira:moved';
