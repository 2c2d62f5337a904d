/** What page and ranking worker say to each other. The worker has no bridge: everything it needs is in the messages. */

import type { Ranking, RankingQuestion, RankingTicket } from '../../src/domain/ranking/rank-demand';
import type { Interrupt, InterruptPrice } from '../../src/domain/ranking/price-of-interrupt';
import type { Simulation } from '../../src/domain/ranking/simulate';

/** A must of the plan whose price is asked for, by its ticket's id. */
export interface MustToPrice {
  readonly must: string;
}

/** Tickets come in parts, so that handing over 10,000 of them never blocks the page. */
export type RankingRequest =
  | { readonly kind: 'tickets'; readonly tickets: readonly RankingTicket[] }
  | { readonly kind: 'rank'; readonly question: Omit<RankingQuestion, 'tickets'> }
  | { readonly kind: 'price'; readonly number: number; readonly interrupt: Interrupt | MustToPrice };

/** The order comes before the draws: it can be read while they are under way. */
export type RankingReply =
  | { readonly kind: 'ordered'; readonly ranking: Ranking }
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'simulated'; readonly simulation: Simulation }
  | { readonly kind: 'price'; readonly number: number; readonly price: InterruptPrice | undefined };
