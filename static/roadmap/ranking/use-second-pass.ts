import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { Demand } from '../../../src/domain/demand/demand';
import { mustOf } from '../../../src/domain/ranking/must';
import { askJira } from '../../shared/bridge';
import { createJiraCalls } from '../../shared/load-calls';
import { loadBlockers, type Blocker } from '../../shared/load-links';
import { loadPast, MOST_DONE, type DoneTicket } from '../../shared/load-past';
import { loadPlan, type PlanFound } from '../../shared/load-plan';

/** Links are read for at most this many tickets of those that can stand in a plan: Jira gives 100 a call. */
const MOST_LINKED = 2_000;

/** What the ranking needs besides the open tickets' contexts. */
interface PassRead {
  /** Built or not. */
  readonly closed: readonly DoneTicket[];
  readonly plan: PlanFound;
  readonly blockedBy: ReadonlyMap<string, readonly Blocker[]>;
  /** What could not be read, and what that means. */
  readonly notes: readonly string[];
}

/** It can be stopped, since a large project makes several calls; what is computed then goes without it, and says so. */
export interface SecondPass extends PassRead {
  readonly state: 'reading' | 'read' | 'stopped';
  /** Seconds of the pause that Jira asked for, while it lasts. */
  readonly pause?: number;
  stop(): void;
  again(): void;
}

const NOTHING: PassRead = { closed: [], plan: { ok: false, words: 'It is being read.' }, blockedBy: new Map(), notes: [] };

/** Reads what is done and what blocks what, once everything open is loaded; as the user, a few calls, no function. */
export function useSecondPass(demands: readonly Demand[], isLoaded: boolean, projectId: string, locale: string): SecondPass {
  const [pass, setPass] = useState<PassRead & Pick<SecondPass, 'state' | 'pause'>>({ ...NOTHING, state: 'reading' });
  const [attempt, setAttempt] = useState(0);
  const stopped = useRef<AbortController>();
  const wanted = useMemo(() => (isLoaded ? linkedIds(demands) : ''), [demands, isLoaded]);
  useEffect(() => {
    if (!isLoaded) return undefined;
    const stop = new AbortController();
    stopped.current = stop;
    const tell = (change: (before: typeof pass) => typeof pass): void => { if (!stop.signal.aborted) startTransition(() => setPass(change)); };
    read(projectId, locale, wanted === '' ? [] : wanted.split(' '), stop.signal, (pause) => tell((before) => (before.state === 'reading' ? { ...before, pause } : before)))
      .catch((): PassRead => ({ ...NOTHING, notes: ['What is done, which tickets block others and the saved plan could not be read: estimates count as untrained, and blocking links are not respected.'] }))
      .then((found) => tell(() => ({ ...found, state: 'read' })), () => undefined);
    return () => stop.abort();
  }, [isLoaded, wanted, projectId, locale, attempt]);
  const stop = useCallback(() => {
    stopped.current?.abort();
    setPass({ ...NOTHING, state: 'stopped' });
  }, []);
  const again = useCallback(() => {
    setPass({ ...NOTHING, state: 'reading' });
    setAttempt((count) => count + 1);
  }, []);
  return { ...pass, stop, again };
}

function linkedIds(demands: readonly Demand[]): string {
  return demands.filter(({ content }) => content.effort !== undefined || mustOf(content) !== undefined).slice(0, MOST_LINKED).map(({ ticket }) => ticket.id).join(' ');
}

async function read(projectId: string, locale: string, ids: readonly string[], signal: AbortSignal, onPause: (seconds: number) => void): Promise<PassRead> {
  const calls = createJiraCalls({ ask: askJira, signal, onPause });
  const [past, links, plan] = await Promise.all([loadPast(calls, projectId), loadBlockers(calls, ids), loadPlan(calls, projectId)]);
  return {
    plan, closed: past.ok ? past.closed : [], blockedBy: links.ok ? links.blockedBy : new Map(),
    notes: [
      ...(past.ok ? [] : [`What is done could not be read, so all estimates count as untrained: ${past.words}`]),
      ...(plan.ok ? (plan.note === undefined ? [] : [plan.note]) : [`The saved plan could not be read, so what you see is not it: ${plan.words}`]),
      ...(past.ok && past.isCut ? [`Done tickets: the latest ${formatCount(MOST_DONE, locale)} are counted in hit rates, interrupts and shares; older ones are not.`] : []),
      ...(past.ok && past.failed > 0 ? [`${formatCount(past.failed, locale)} done tickets could not be read and are not counted in hit rates, interrupts and shares.`] : []),
      ...(links.ok ? [] : [`Which tickets block others could not be read: ${links.words}`]),
      ...(ids.length === MOST_LINKED ? [`Blocking links are respected for ${formatCount(MOST_LINKED, locale)} tickets only: more of them have an effort.`] : []),
    ],
  };
}
