/** The demand of one project as a page sees it grow: settings, loading, judging, cancelling and reading some tickets again. */

import type { ProjectSettings } from '../../src/domain/context/settings';
import type { Demand } from '../../src/domain/demand/demand';
import { createJiraCalls, type AskJira } from './load-calls';
import { loadDemand, type LoadEnd, type LoadProgress } from './load-demand';
import { loadMayAnswer } from './load-role';
import { loadSettings, type ProjectFacts, type SettingsFound } from './load-settings';
import { createTicketLoader, type LoadedTicket } from './load-tickets';
import { createWorkerJudge, type WorkerJudge, type WorkerJudgeOptions } from './judge-in-worker';

/** The part of the state that is there as soon as the settings are. */
export interface ReadyDemand {
  readonly state: 'ready';
  readonly settings: ProjectSettings;
  readonly facts: ProjectFacts;
  /** Whether this user writes infrastructure's part, so that what would be refused is not offered. */
  readonly mayAnswer: boolean;
  readonly demands: readonly Demand[];
  readonly progress: LoadProgress;
  /** Absent while loading or judging goes on. */
  readonly end?: LoadEnd;
  /** Tickets that nobody judged because the worker died. */
  readonly leftByWorker: number;
}

export type DemandState =
  | { readonly state: 'loading' }
  | { readonly state: 'consent' }
  | { readonly state: 'forbidden' }
  | { readonly state: 'absent'; readonly facts: ProjectFacts }
  | { readonly state: 'unreadable'; readonly words: string; readonly facts: ProjectFacts }
  | { readonly state: 'failed'; readonly words: string }
  | ReadyDemand;

export interface DemandStore {
  subscribe(listener: () => void): () => void;
  /** The same object until something changes. */
  snapshot(): DemandState;
  /** Loads, or loads anew; what was there is dropped. */
  start(): void;
  /** No further batches; what is there stays and is partial. */
  cancel(): void;
  /** Lets a new worker finish what a dead one left. */
  revive(): void;
  /** Reads these tickets again, for instance after they were changed; resolves when their rows are new. */
  reload(ids: readonly string[]): Promise<void>;
  /** Stops everything; nothing is told any more. */
  close(): void;
}

export interface DemandStoreOptions {
  readonly ask: AskJira;
  readonly projectId: string;
  readonly locale: string;
  /** ISO date. */
  readonly today: string;
  /** Errors that mean "Jira wants consent". */
  readonly isConsentError: (error: unknown) => boolean;
  readonly openJudge?: (options: WorkerJudgeOptions) => WorkerJudge;
}

/** Rows are told at most this often, in milliseconds, and more rarely the more there are: drawing must not eat the time of loading. */
const TELL_EVERY = 120;
const TICKETS_A_MILLISECOND = 10;
const NOTHING_YET: LoadProgress = { searching: true, found: 0, loaded: 0, invisible: 0, failed: [], calls: 0 };

export function createDemandStore(options: DemandStoreOptions): DemandStore {
  const { ask, projectId, isConsentError, openJudge = createWorkerJudge } = options;
  const listeners = new Set<() => void>();
  let state: DemandState = { state: 'loading' };
  let run: Run | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function publish(next: DemandState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function publishRun(current: Run): void {
    clearTimeout(timer);
    timer = undefined;
    if (current !== run || current.settings === undefined) return;
    const { settings, facts } = current.settings;
    publish({
      state: 'ready', settings, facts, mayAnswer: current.mayAnswer, demands: [...current.demands.values()], progress: current.progress, leftByWorker: current.left,
      ...(current.end === undefined ? {} : { end: current.end }),
    });
  }

  function publishSoon(current: Run): void {
    if (current.demands.size > 0 && state.state === 'ready' && state.demands.length === 0) publishRun(current);
    else timer ??= setTimeout(() => publishRun(current), Math.max(TELL_EVERY, current.demands.size / TICKETS_A_MILLISECOND));
  }

  function openRunJudge(current: Run, settings: ProjectSettings): WorkerJudge {
    return openJudge({
      settings, today: options.today, locale: options.locale,
      onJudged: (demands) => {
        for (const demand of demands) current.demands.set(demand.ticket.id, demand);
        publishSoon(current);
      },
      onDeath: (left) => {
        current.left = left;
        publishSoon(current);
      },
    });
  }

  async function findSettings(current: Run): Promise<void> {
    const calls = createJiraCalls({ ask, signal: current.stop.signal, passOn: isConsentError });
    const found = await loadSettings(calls, projectId);
    if (current !== run || found.kind === 'cancelled') return;
    if (found.kind !== 'read') {
      current.stop.abort();
      publish(stateWithout(found));
      return;
    }
    current.settings = found;
    current.judge = openRunJudge(current, found.settings);
    for (const tickets of current.early.splice(0)) current.judge.add(tickets);
    current.mayAnswer = await loadMayAnswer(calls, found.settings, found.facts.administers);
    publishRun(current);
  }

  async function findTickets(current: Run): Promise<LoadEnd> {
    return loadDemand({
      ask, projectId, signal: current.stop.signal, passOn: isConsentError,
      onTickets: (tickets) => {
        if (current.judge === undefined) current.early.push(tickets);
        else current.judge.add(tickets);
      },
      onProgress: (progress) => {
        current.progress = progress;
        publishSoon(current);
      },
    });
  }

  async function load(current: Run): Promise<void> {
    // Both start at once: the tickets do not depend on the settings, only judging does.
    const [, end] = await Promise.all([findSettings(current), untilStopped(current.stop.signal, findTickets(current))]);
    await current.judge?.idle();
    // Everything may have been loaded when somebody stopped, and yet not be worked through.
    const isCutShort = current.stop.signal.aborted && current.demands.size < current.progress.loaded;
    current.end = isCutShort && end.kind === 'complete' ? { kind: 'cancelled' } : end;
    publishRun(current);
  }

  function start(): void {
    run?.close();
    const current = createRun();
    run = current;
    publish({ state: 'loading' });
    load(current).catch((error: unknown) => {
      if (current !== run) return;
      current.close();
      publish(isConsentError(error) ? { state: 'consent' } : { state: 'failed', words: 'The page ran into an error of its own while loading. Load it again; if that does not help, tell whoever runs Groundwork for you.' });
    });
  }

  async function reload(ids: readonly string[]): Promise<void> {
    const current = run;
    if (current?.judge === undefined) return;
    const loader = createTicketLoader(createJiraCalls({ ask, signal: new AbortController().signal, passOn: isConsentError }));
    await loader.load(ids, (batch) => current.judge?.add(batch.tickets));
    await current.judge.idle();
    publishRun(current);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => state,
    start,
    cancel() {
      run?.stop.abort();
      run?.judge?.cancel();
    },
    revive() {
      if (run === undefined) return;
      run.left = 0;
      run.judge?.revive();
      publishRun(run);
    },
    reload,
    close() {
      clearTimeout(timer);
      run?.close();
      run = undefined;
    },
  };
}

/** Who stops it does not wait for answers under way, however long Jira takes for them: what they bring is not taken any more. */
function untilStopped(signal: AbortSignal, loading: Promise<LoadEnd>): Promise<LoadEnd> {
  const stopped = new Promise<LoadEnd>((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true }));
  return Promise.race([loading, stopped]);
}

/** One loading from start to end. */
interface Run {
  readonly stop: AbortController;
  readonly demands: Map<string, Demand>;
  /** Loaded before the settings were there. */
  readonly early: (readonly LoadedTicket[])[];
  settings?: Extract<SettingsFound, { kind: 'read' }>;
  /** True until Jira said otherwise: nobody is refused by a guess. */
  mayAnswer: boolean;
  judge?: WorkerJudge;
  progress: LoadProgress;
  end?: LoadEnd;
  left: number;
  close(): void;
}

function createRun(): Run {
  const run: Run = {
    stop: new AbortController(), demands: new Map(), early: [], progress: NOTHING_YET, left: 0, mayAnswer: true,
    close() {
      run.stop.abort();
      run.judge?.close();
    },
  };
  return run;
}

function stateWithout(found: Exclude<SettingsFound, { kind: 'read' } | { kind: 'cancelled' }>): DemandState {
  switch (found.kind) {
    case 'absent': return { state: 'absent', facts: found.facts };
    case 'forbidden': return { state: 'forbidden' };
    case 'unreadable': return { state: 'unreadable', words: found.words, facts: found.facts };
    case 'failed': return { state: 'failed', words: found.words };
    default: return found satisfies never;
  }
}
