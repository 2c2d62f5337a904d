/** Ranking with 10,000 draws and what-to-measure-first, as the worker does it: seconds, and the longest pause between two reports. */

import { performance } from 'node:perf_hooks';
import { rankDemand, type RankingQuestion, type RankingTicket } from '../src/domain/ranking/rank-demand';
import { simulateDemand } from '../src/domain/ranking/simulate';

/** Worths over three powers of ten, efforts of one to thirty person-weeks, one ticket in fifty a must. */
function manyTickets(count: number, teams: number): RankingTicket[] {
  return Array.from({ length: count }, (_, at) => {
    const low = 1_000 * (1 + (at * 7919) % 500);
    return {
      id: String(10_000 + at), key: `BUYER-${String(at + 1)}`,
      context: {
        team: `team-${String(at % teams)}`, effort: { low: 1 + (at % 9), high: 3 + (at % 9) * 3 },
        value: { worth: { low, high: low * (1.5 + (at % 7)), currency: 'USD', per: 'month' as const } },
      },
      ...(at % 50 === 0 ? { must: { authority: 'a law', date: '2027-06-30' } } : {}),
    };
  });
}

function measure(count: number, teams: number): void {
  const question: RankingQuestion = {
    tickets: manyTickets(count, teams), planDate: '2026-11-22', months: 3,
    settings: { currency: 'USD', teams: [], interruptAllowance: 15, capacity: { low: count * 0.8, high: count * 1.2, per: 'month' } },
  };
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const ranking = rankDemand(question);
  const ordered = performance.now();
  let last = ordered;
  let longest = 0;
  const simulation = simulateDemand(ranking.candidates, {
    first: new Set(ranking.musts.map(({ id }) => id)), ...(ranking.capacity === undefined ? {} : { capacity: ranking.capacity }),
    onProgress: () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      return true;
    },
  });
  const used = process.cpuUsage(cpu);
  const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(2);
  console.log(`ranking ${count.toLocaleString('en')} tickets of ${String(teams)} teams, 10,000 draws: ${seconds(started)} s, of the processor ${((used.user + used.system) / 1e6).toFixed(2)} s (order, plan and what to measure first ${((ordered - started) / 1000).toFixed(2)} s), `
    + `longest time between two progress reports ${longest.toFixed(0)} ms, demand ${String(simulation?.demandPercent?.p50.toFixed(0))} %, measure first ${ranking.knowing[0]?.ticket.key ?? 'nothing'}`);
}

// The first run compiles; a worker that lives for one question pays for that, so it is printed, too.
for (const count of [10, 100, 1_000, 1_000]) measure(count, 12);
if (process.argv.includes('--large')) measure(10_000, 200);
