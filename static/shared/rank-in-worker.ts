/** The page's side of the ranking worker: one worker for one question; cancelling ends it. */

import type { Ranking, RankingQuestion } from '../../src/domain/ranking/rank-demand';
import type { Interrupt, InterruptPrice } from '../../src/domain/ranking/price-of-interrupt';
import type { Simulation } from '../../src/domain/ranking/simulate';
import { slices } from './load-tickets';
import type { MustToPrice, RankingReply, RankingRequest } from './ranking-calls';

/** Handed over in one go; a few milliseconds of the main thread. */
const PART = 500;
/** Nothing heard for this long, in milliseconds, while draws are under way: the worker hangs. */
const PATIENCE = 30_000;

export interface RankingListener {
  /** Order, cut and plan; the chances follow. */
  readonly onOrdered: (ranking: Ranking) => void;
  /** Share of the draws done, 0..1. */
  readonly onProgress: (done: number) => void;
  readonly onSimulated: (simulation: Simulation) => void;
  /** The worker ended or hangs; what was told stays right. */
  readonly onDeath: () => void;
}

export interface RankingRun {
  /** What an interrupt would cost, or what a must displaces; undefined without a capacity, or once the worker is gone. */
  price(interrupt: Interrupt | MustToPrice): Promise<InterruptPrice | undefined>;
  /** Ends the worker; nothing more is told. */
  stop(): void;
}

function openWorker(): Worker {
  return new Worker(new URL('./ranking-worker.ts', import.meta.url), { type: 'module' });
}

/** Starts at once. `open` is for a test with a worker of its own. */
export function rankInWorker(question: RankingQuestion, listener: RankingListener, open: () => Worker = openWorker): RankingRun {
  const prices = new Map<number, (price: InterruptPrice | undefined) => void>();
  let asked = 0;
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
    for (const resolve of prices.values()) resolve(undefined);
    prices.clear();
  }

  function die(): void {
    if (worker === undefined) return;
    end();
    listener.onDeath();
  }

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(die, PATIENCE);
  }

  function hear({ data }: MessageEvent<RankingReply>): void {
    if (worker === undefined) return;
    switch (data.kind) {
      case 'ordered': wait(); return listener.onOrdered(data.ranking);
      case 'progress': wait(); return listener.onProgress(data.done);
      case 'simulated': clearTimeout(timer); return listener.onSimulated(data.simulation);
      case 'price':
        if (prices.size <= 1) clearTimeout(timer);
        prices.get(data.number)?.(data.price);
        prices.delete(data.number);
        return;
      default: data satisfies never;
    }
  }

  async function handOver({ tickets, ...rest }: RankingQuestion): Promise<void> {
    for (const part of slices(tickets, PART)) {
      post({ kind: 'tickets', tickets: part });
      if (tickets.length > PART) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    post({ kind: 'rank', question: rest });
    if (worker !== undefined) wait();
  }

  function post(request: RankingRequest): void {
    worker?.postMessage(request);
  }

  try {
    worker = open();
    worker.onmessage = hear;
    worker.onerror = die;
    worker.onmessageerror = die;
    void handOver(question);
  } catch {
    worker = undefined;
    setTimeout(listener.onDeath, 0);
  }

  return {
    price(interrupt) {
      if (worker === undefined) return Promise.resolve(undefined);
      asked += 1;
      const number = asked;
      return new Promise((resolve) => {
        prices.set(number, resolve);
        post({ kind: 'price', number, interrupt });
        wait();
      });
    },
    stop: end,
  };
}
