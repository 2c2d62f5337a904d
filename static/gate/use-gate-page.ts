import { useCallback, useEffect, useRef, useState } from 'react';
import { askJira, ConsentNeeded, readPageContext } from '../shared/bridge';
import { createJiraCalls, type JiraCalls } from '../shared/load-calls';
import type { TypeChoice } from './gate-draft';
import { loadProjects, loadTypes, type Loaded, type ProjectChoice } from './load-choices';
import { readRulePlace, type RulePlace } from './read-rule';

export interface GatePageData {
  readonly place: RulePlace;
  readonly types: Loaded<readonly TypeChoice[]>;
  readonly projects: Loaded<readonly ProjectChoice[]>;
  readonly calls: JiraCalls;
}

export type GatePageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'consent' }
  | { readonly kind: 'ready'; readonly data: GatePageData };

/**
 * Loads what the configuration page shows. `reload` starts again; a page that is ready stays, with what was entered, until something
 * better has come.
 */
export function useGatePage(): readonly [GatePageState, () => void] {
  const [state, setState] = useState<GatePageState>({ kind: 'loading' });
  const stop = useRef(new AbortController());
  const reload = useCallback(() => {
    const { signal } = stop.current;
    setState((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    void load(signal).then((next) => {
      if (!signal.aborted) setState((before) => (before.kind === 'ready' && next.kind !== 'ready' ? before : next));
    });
  }, []);
  useEffect(() => {
    stop.current = new AbortController();
    reload();
    return () => stop.current.abort();
  }, [reload]);
  return [state, reload];
}

async function load(signal: AbortSignal): Promise<GatePageState> {
  try {
    const { extension } = await readPageContext();
    const place = readRulePlace(extension);
    const calls = createJiraCalls({ ask: askJira, signal, passOn: (error) => error instanceof ConsentNeeded });
    const [types, projects] = await Promise.all([loadTypes(calls, place.scopedProjectId), loadProjects(calls, place.scopedProjectId)]);
    return { kind: 'ready', data: { place, types, projects, calls } };
  } catch (error) {
    if (error instanceof ConsentNeeded) return { kind: 'consent' };
    return { kind: 'failed', words: 'Jira did not tell this page which rule it is for. Close the rule, open it again, and nothing is lost.' };
  }
}
