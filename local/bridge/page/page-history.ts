/** The history object that `view.createHistory()` gives a page. Mirrors the part of `history` 4 that Forge documents. */

export interface PageLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state?: unknown;
  readonly key?: string;
}

type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: PageLocation, action: Action) => void;

/** What Jira's page answers to `createHistory`: where the page is, and how to move. */
export interface HistoryStart {
  readonly location: PageLocation;
  /** Address of the page's base in Jira, without a slash at the end. */
  readonly basePath: string;
  readonly move: (how: 'PUSH' | 'REPLACE', location: PageLocation) => Promise<void>;
  readonly go: (steps: number) => Promise<void>;
  readonly onMove: (listener: Listener) => Promise<void>;
}

interface To {
  readonly pathname?: string;
  readonly search?: string;
  readonly hash?: string;
  readonly state?: unknown;
}

export function createPageHistory(start: HistoryStart): unknown {
  const listeners = new Set<Listener>();
  const history = {
    location: start.location,
    action: 'POP' as Action,
    listen(listener: Listener): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    push: (to: string | To, state?: unknown) => move('PUSH', to, state),
    replace: (to: string | To, state?: unknown) => move('REPLACE', to, state),
    go: (steps: number) => void start.go(steps),
    goBack: () => void start.go(-1),
    goForward: () => void start.go(1),
    createHref: ({ pathname = '', search = '', hash = '' }: To) => `${start.basePath}${pathname}${search}${hash}`,
  };

  function settle(location: PageLocation, action: Action): void {
    history.location = location;
    history.action = action;
    for (const listener of listeners) listener(location, action);
  }

  function move(how: 'PUSH' | 'REPLACE', to: string | To, state: unknown): void {
    const location = resolve(history.location, to, state);
    void start.move(how, location);
    settle(location, how);
  }

  void start.onMove(settle);
  return history;
}

/** Where `to` leads from the current place; relative paths as in an address. */
function resolve(from: PageLocation, to: string | To, state: unknown): PageLocation {
  const base = new URL(`https://page.invalid${from.pathname}${from.search}`);
  const asked = typeof to === 'string' ? to : `${to.pathname ?? from.pathname}${to.search ?? ''}${to.hash ?? ''}`;
  const { pathname, search, hash } = new URL(asked, base);
  const kept = typeof to === 'string' ? state : to.state;
  return { pathname, search, hash, key: Math.random().toString(36).slice(2, 8), ...(kept === undefined ? {} : { state: kept }) };
}
