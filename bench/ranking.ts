/** Ranking of 1,000 tickets with 10,000 draws and what-to-measure-first: seconds, and the longest pause between progress reports. */

import { performance } from 'node:perf_hooks';
import type { Comparable } from '../src/domain/ranking/candidate';
import { effortEstimate, UNTRAINED, worthEstimate } from '../src/domain/ranking/estimate';
import { fairShareOrder, orderedTickets, orderInBands } from '../src/domain/ranking/order';
import { simulateDemand } from '../src/domain/ranking/simulate';
import { whatToMeasureFirst } from '../src/domain/ranking/worth-of-knowing';

function manyTickets(count: number): Comparable[] {
  return Array.from({ length: count }, (_, at) => {
    const worth = worthEstimate({ low: 1 + (at * 7919) % 500, high: (1 + (at * 7919) % 500) * (1.5 + (at % 7)) }, UNTRAINED);
    const effort = effortEstimate({ low: 1 + (at % 9), high: 3 + (at % 9) * 3 }, UNTRAINED);
    if (worth.kind === 'unknown' || effort.kind === 'unknown') throw new Error('The bench makes known estimates only.');
    return {
      kind: 'comparable', id: String(10_000 + at), key: `BUYER-${at}`, team: `team-${at % 12}`, worth, amount: worth, effort,
      time: { per: 'month', shape: 'steady' },
    };
  });
}

for (const count of [10, 100, 1_000]) {
  const tickets = manyTickets(count);
  const started = performance.now();
  const ordered = orderedTickets(orderInBands(tickets));
  fairShareOrder(tickets);
  const capacity = { low: count * 2.5, high: count * 3.5 };
  let last = performance.now();
  let longest = 0;
  const simulation = simulateDemand(tickets, { capacity, onProgress: () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    return true;
  } });
  const fitting = ordered.findIndex((_, at) => ordered.slice(0, at + 1).reduce((sum, { effort }) => sum + effort.mean, 0) > count * 3);
  const first = whatToMeasureFirst(ordered, fitting === -1 ? ordered.length : fitting)[0];
  const seconds = (performance.now() - started) / 1000;
  console.log(`ranking ${count} tickets, 10,000 draws: ${seconds.toFixed(2)} s, longest block ${longest.toFixed(0)} ms, demand median ${simulation?.demandPercent?.p50.toFixed(0)} %, measure first ${first?.ticket.key ?? 'nothing'}`);
}
