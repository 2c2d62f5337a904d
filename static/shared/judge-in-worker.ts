/** The page's side of the worker: hands it parts one at a time, so that cancelling takes effect after the part under way. */

import type { ProjectSettings } from '../../src/domain/context/settings';
import type { Demand } from '../../src/domain/demand/demand';
import type { JudgeReply, JudgeRequest } from './judging';
import { slices, type LoadedTicket } from './load-tickets';

/** Small enough that a part takes well under a tenth of a second, large enough that messages do not count. */
const PART = 250;
/** A part that takes this long, in milliseconds, means that the worker hangs. */
const PATIENCE = 20_000;

export interface WorkerJudge {
  add(tickets: readonly LoadedTicket[]): void;
  /** No further parts; resolves when the one under way is done. */
  cancel(): void;
  /** Resolves once everything that was added is judged, cancelled, or the worker died. */
  idle(): Promise<void>;
  /** A new worker takes up what the dead one left. */
  revive(): void;
  close(): void;
}

export interface WorkerJudgeOptions {
  readonly settings: ProjectSettings;
  readonly today: string;
  readonly locale: string;
  readonly onJudged: (demands: readonly Demand[]) => void;
  /** The worker died or hangs; `left` tickets are not judged. Nothing that was judged is lost. */
  readonly onDeath: (left: number) => void;
  /** Opens the worker; a test hands in one of its own. */
  readonly open?: () => Worker;
}

/** A module worker from the page's own origin, at an address relative to the page: what the frame's policy allows. */
function openWorker(): Worker {
  return new Worker(new URL('./demand-worker.ts', import.meta.url), { type: 'module' });
}

/** Starts the worker at once, so that it is there when the first tickets are. */
export function createWorkerJudge(options: WorkerJudgeOptions): WorkerJudge {
  const { settings, today, locale, onJudged, onDeath, open = openWorker } = options;
  let waiting: (readonly LoadedTicket[])[] = [];
  let underWay: { part: number; tickets: readonly LoadedTicket[]; timer: ReturnType<typeof setTimeout> } | undefined;
  let part = 0;
  let idlers: (() => void)[] = [];
  let worker: Worker | undefined;

  function start(): void {
    try {
      worker = open();
    } catch {
      worker = undefined;
      return;
    }
    worker.onmessage = ({ data }: MessageEvent<JudgeReply>) => {
      if (underWay?.part !== data.part) return;
      clearTimeout(underWay.timer);
      underWay = undefined;
      onJudged(data.demands);
      next();
    };
    worker.onerror = die;
    worker.onmessageerror = die;
  }

  function next(): void {
    if (underWay !== undefined) return;
    const tickets = waiting.shift();
    if (tickets === undefined) return settle();
    if (worker === undefined) {
      waiting.unshift(tickets);
      return die();
    }
    part += 1;
    underWay = { part, tickets, timer: setTimeout(die, PATIENCE) };
    const request: JudgeRequest = { part, tickets, settings, today, locale };
    worker.postMessage(request);
  }

  function die(): void {
    worker?.terminate();
    worker = undefined;
    if (underWay !== undefined) {
      clearTimeout(underWay.timer);
      waiting.unshift(underWay.tickets);
      underWay = undefined;
    }
    onDeath(waiting.reduce((left, tickets) => left + tickets.length, 0));
    settle();
  }

  function settle(): void {
    const resolved = idlers;
    idlers = [];
    for (const resolve of resolved) resolve();
  }

  start();
  return {
    add(tickets) {
      waiting.push(...slices(tickets, PART));
      next();
    },
    cancel() {
      waiting = [];
      if (underWay === undefined) settle();
    },
    idle: () => (underWay === undefined ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
    revive() {
      if (worker === undefined) start();
      next();
    },
    close() {
      waiting = [];
      if (underWay !== undefined) clearTimeout(underWay.timer);
      underWay = undefined;
      worker?.terminate();
      settle();
    },
  };
}
