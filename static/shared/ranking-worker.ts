/** The ranking worker's entry: orders first, then draws with progress, then prices what it is asked; off the main thread. */

import { priceOfInterrupt, priceOfMust, type Interrupt, type InterruptPrice } from '../../src/domain/ranking/price-of-interrupt';
import { chosenIds, rankDemand, type Ranking, type RankingTicket } from '../../src/domain/ranking/rank-demand';
import { simulateDemand } from '../../src/domain/ranking/simulate';
import type { MustToPrice, RankingReply, RankingRequest } from './ranking-calls';

const scope = self as unknown as DedicatedWorkerGlobalScope;
/** Progress is told at most this often, in milliseconds. */
const TELL_EVERY = 100;

let tickets: RankingTicket[] = [];
let ranking: Ranking | undefined;

scope.onmessage = ({ data }: MessageEvent<RankingRequest>) => {
  switch (data.kind) {
    case 'tickets':
      tickets = [...tickets, ...data.tickets];
      return;
    case 'rank':
      ranking = rankDemand({ ...data.question, tickets });
      say({ kind: 'ordered', ranking });
      say({ kind: 'simulated', simulation: simulate(ranking) });
      return;
    case 'price':
      say({ kind: 'price', number: data.number, price: ranking === undefined ? undefined : priceOf(ranking, data.interrupt) });
      return;
    default: data satisfies never;
  }
};

function priceOf({ plan, perWeek }: Ranking, interrupt: Interrupt | MustToPrice): InterruptPrice | undefined {
  return 'must' in interrupt ? priceOfMust(plan, interrupt.must, perWeek) : priceOfInterrupt(plan, interrupt, perWeek);
}

function simulate(ranking: Ranking) {
  const { candidates, capacity, first, behind } = ranking;
  let told = Date.now();
  const simulation = simulateDemand(candidates, {
    first, behind, chosen: chosenIds(ranking), ...(capacity === undefined ? {} : { capacity }),
    onProgress: (done) => {
      if (Date.now() - told > TELL_EVERY) {
        told = Date.now();
        say({ kind: 'progress', done });
      }
      // Cancelling ends the whole worker: nothing here could hear of it before the draws are over.
      return true;
    },
  });
  if (simulation === undefined) throw new Error('Nobody stopped the draws, and yet they gave nothing.');
  return simulation;
}

function say(reply: RankingReply): void {
  scope.postMessage(reply);
}
