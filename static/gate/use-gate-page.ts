import { useCallback, useEffect, useState } from 'react';
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

/** Loads what the configuration page shows; `reload` starts again. */
export function useGatePage(): readonly [GatePageState, () => void] {
  const [state, setState] = useState<GatePageState>({ kind: 'loading' });
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
