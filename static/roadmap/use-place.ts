import { useCallback, useEffect, useState } from 'react';
import type { openHistory } from '../shared/bridge';

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
}

/** Follows the page's history, so that back, forward and a shared address all lead to the same view. */
export function usePlace(history: PageHistory): Place {
  const [address, setAddress] = useState(() => ({ pathname: history.location.pathname, search: history.location.search }));
  useEffect(() => history.listen((location: PageHistory['location']) => setAddress({ pathname: location.pathname, search: location.search })), [history]);
  const route = address.pathname.split('/').filter((part) => part !== '').join('/');
  const go = useCallback((to: string, search?: URLSearchParams) => history.push(addressOf(to, search)), [history]);
  const refine = useCallback((search: URLSearchParams) => history.replace(addressOf(route, search)), [history, route]);
  return { route, search: new URLSearchParams(address.search), go, refine };
}

function addressOf(route: string, search: URLSearchParams | undefined): string {
  const query = search?.toString() ?? '';
  return `/${route}${query === '' ? '' : `?${query}`}`;
}
