import { useCallback, useEffect, useState } from 'react';
import { askJira, ConsentNeeded, readPageContext } from '../shared/bridge';
import { createJiraCalls } from '../shared/load-calls';
import { loadSettingsPage, type PageFound } from './load-settings-page';

export type PageState =
  | { readonly state: 'loading' }
  | { readonly state: 'consent' }
  /** Jira did not say which project this is. */
  | { readonly state: 'lost' }
  | { readonly state: 'loaded'; readonly found: PageFound; readonly locale: string; readonly siteUrl: string; readonly projectKey: string };

/** What the page knows of its project, and a way to load it again. */
export function useSettingsPage(): readonly [PageState, () => void] {
  const [state, setState] = useState<PageState>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => {
    setState({ state: 'loading' });
    setRound((last) => last + 1);
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    loadAll(stop.signal)
      .catch((error: unknown): PageState => (error instanceof ConsentNeeded ? { state: 'consent' } : { state: 'lost' }))
      .then((next) => { if (!stop.signal.aborted) setState(next); })
      .catch(() => undefined);
    return () => stop.abort();
  }, [round]);
  return [state, reload];
}

async function loadAll(signal: AbortSignal): Promise<PageState> {
  const context = await readPageContext();
  const { project } = context.extension;
  if (project === undefined) return { state: 'lost' };
  const calls = createJiraCalls({ ask: askJira, signal, passOn: (error) => error instanceof ConsentNeeded });
  const found = await loadSettingsPage(calls, project.id);
  return { state: 'loaded', found, locale: context.locale, siteUrl: context.siteUrl.replace(/\/$/, ''), projectKey: project.key };
}
