import { useCallback, useEffect, useRef, useState } from 'react';
import type { openHistory } from '../shared/bridge';
import { carryWhatIf, whatIfOf } from './ranking/carry-what-if';

type PageHistory = Awaited<ReturnType<typeof openHistory>>;

/** Where the user is inside the page: which subpage, and what its address says about filters. */
export interface Place {
  /** Without slashes; empty at the page's base address. */
  readonly route: string;
  readonly search: URLSearchParams;
  /** A new step in the history: back leads here again. */
  readonly go: (route: string, search?: URLSearchParams) => void;
  /** Changes the address of this step, as filters do while somebody types. */
  readonly refine: (search: URLSearchParams) => void;
  /** As `refine`, and what the address does not say of a what-if is dropped. */
  readonly tryOut: (search: URLSearchParams) => void;
}

/**
 * Follows the page's history, so that back, forward and a shared address all lead to the same view. A what-if goes along to every
 * page that `ranks`, until somebody drops it; Jira's own tabs know nothing of it.
 */
export function usePlace(history: PageHistory, ranks: (route: string) => boolean): Place {
  const [address, setAddress] = useState(() => ({ route: routeOf(history.location), search: history.location.search }));
  const whatIf = useRef(whatIfOf(new URLSearchParams(address.search)));
  const withWhatIf = useCallback((route: string, said: URLSearchParams) => (ranks(route) ? carryWhatIf(said, whatIf.current) : said), [ranks]);
  useEffect(() => history.listen((location: PageHistory['location']) => {
    const route = routeOf(location);
    const said = new URLSearchParams(location.search);
    const search = withWhatIf(route, said);
    if (ranks(route)) whatIf.current = whatIfOf(search);
    setAddress({ route, search: search.toString() });
    if (search.size !== said.size) history.replace(addressOf(route, search));
  }), [history, ranks, withWhatIf]);
  const { route } = address;
  const go = useCallback((to: string, search = new URLSearchParams()) => history.push(addressOf(to, withWhatIf(to, search))), [history, withWhatIf]);
  const refine = useCallback((search: URLSearchParams) => history.replace(addressOf(route, withWhatIf(route, search))), [history, route, withWhatIf]);
  const tryOut = useCallback((search: URLSearchParams) => {
    whatIf.current = whatIfOf(search);
    history.replace(addressOf(route, search));
  }, [history, route]);
  return { route, search: new URLSearchParams(address.search), go, refine, tryOut };
}

/** Without slashes. */
function routeOf({ pathname }: PageHistory['location']): string {
  return pathname.split('/').filter((part) => part !== '').join('/');
}

function addressOf(route: string, search: URLSearchParams): string {
  const query = search.toString();
  return `/${route}${query === '' ? '' : `?${query}`}`;
}
