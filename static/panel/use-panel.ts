import { useCallback, useEffect, useState } from 'react';
import { askJira, ConsentNeeded, readPageContext } from '../shared/bridge';
import { createJiraCalls, type JiraCalls } from '../shared/load-calls';
import { loadPanel, type PanelData } from './load-panel';

/** The module of the manifest that opens this page in Jira's right column. */
const BESIDE_MODULE = 'product-context-glance';

export type PanelState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'consent' }
  | { readonly kind: 'ready'; readonly data: PanelData; readonly locale: string; readonly calls: JiraCalls; readonly isBeside: boolean };

/** Loads everything the panel shows; `reload` starts again. */
export function usePanel(): readonly [PanelState, () => void] {
  const [state, setState] = useState<PanelState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void load(stop.signal).then((next) => { if (!stop.signal.aborted) setState(next); });
    return () => stop.abort();
  }, [round]);
  const reload = useCallback(() => {
    setState({ kind: 'loading' });
    setRound((before) => before + 1);
  }, []);
  return [state, reload];
}

async function load(signal: AbortSignal): Promise<PanelState> {
  try {
    const { extension, locale, moduleKey } = await readPageContext();
    if (extension.issue === undefined) return { kind: 'failed', words: 'Jira opened this panel without a ticket. Open it from a ticket.' };
    const calls = createJiraCalls({ ask: askJira, signal, passOn: (error) => error instanceof ConsentNeeded });
    const loaded = await loadPanel(calls, extension.issue.id, extension.project?.id);
    return loaded.ok ? { kind: 'ready', data: loaded.data, locale, calls, isBeside: moduleKey === BESIDE_MODULE } : { kind: 'failed', words: loaded.words };
  } catch (error) {
    if (error instanceof ConsentNeeded) return { kind: 'consent' };
    return { kind: 'failed', words: 'Jira did not tell this panel which ticket it stands on. Load the page again.' };
  }
}
