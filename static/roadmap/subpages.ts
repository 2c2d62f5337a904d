import { lazy, type ComponentType } from 'react';
import type { DemandStore, ReadyDemand } from '../shared/demand-store';
import type { RankingNeed } from './ranking/use-ranking';
import type { Place } from './use-place';

/** Where and for whom the page is open. */
export interface PageFacts {
  readonly projectKey: string;
  /** Without a slash at the end. */
  readonly siteUrl: string;
  /** Groundwork's page in the settings of this project. */
  readonly settingsUrl: string;
  readonly locale: string;
  readonly accountId?: string;
  /** ISO date. */
  readonly today: string;
}

/** What every subpage gets: the demand as far as it is loaded, how to read it again, and where the user is. */
export interface SubpageProps {
  readonly demand: ReadyDemand;
  readonly store: DemandStore;
  readonly place: Place;
  readonly facts: PageFacts;
}

export interface Subpage {
  /** As in the manifest. */
  readonly route: string;
  readonly title: string;
  readonly lead: string;
  /** What it shows of the ranking; absent if nothing. A what-if goes along to the pages that show something. */
  readonly need?: RankingNeed;
  readonly View: ComponentType<SubpageProps>;
}

/** In the manifest's order; the first is what the page's base address shows. Each loads its own code when it is opened. */
export const SUBPAGES: readonly [Subpage, ...Subpage[]] = [
  {
    route: 'meeting', title: 'Meeting', need: 'draws', lead: 'A planning meeting from what changed to what was settled: what is at risk, where people must decide, and what to ask.',
    View: lazy(() => import('./meeting/meeting-view').then((module) => ({ default: module.MeetingView }))),
  },
  {
    route: 'demand', title: 'Demand', need: 'draws', lead: 'Everything open that asks this project: who wants it, how well it is understood, and what it is worth.',
    View: lazy(() => import('./demand/demand-view').then((module) => ({ default: module.DemandView }))),
  },
  {
    route: 'backlog', title: 'Backlog desk', lead: 'Tickets that nobody has explained yet: say for many at once whose they are, and ask the rest.',
    View: lazy(() => import('./backlog/backlog-view').then((module) => ({ default: module.BacklogView }))),
  },
  {
    route: 'order', title: 'Order', need: 'draws', lead: 'Which first, as far as the estimates can tell: bands instead of ranks, and what to ask to know better.',
    View: lazy(() => import('./order/order-view').then((module) => ({ default: module.OrderView }))),
  },
  {
    route: 'conflicts', title: 'Conflicts', lead: 'Requirements on shared data that cannot all be true: who asks what, what their users need, and what would settle it.',
    View: lazy(() => import('./conflicts/conflicts-view').then((module) => ({ default: module.ConflictsView }))),
  },
  {
    route: 'plan', title: 'Plan', need: 'draws', lead: 'What must be done, what is kept for interrupts, what comes in order, and what only people can place.',
    View: lazy(() => import('./plan/plan-view').then((module) => ({ default: module.PlanView }))),
  },
  {
    route: 'interrupts', title: 'Interrupts', need: 'draws', lead: 'Who cuts the queue, how much was kept for that, and what the next one would displace.',
    View: lazy(() => import('./interrupts/interrupts-view').then((module) => ({ default: module.InterruptsView }))),
  },
  {
    route: 'strategy', title: 'Strategy', need: 'draws', lead: 'Where the work goes, against where it should go, and what became of what was done.',
    View: lazy(() => import('./strategy/strategy-view').then((module) => ({ default: module.StrategyView }))),
  },
  {
    route: 'initiatives', title: 'Initiatives', need: 'reads', lead: 'Work that several teams must do together: each team’s part, our answer to it, and its worth counted once.',
    View: lazy(() => import('./initiatives/initiatives-view').then((module) => ({ default: module.InitiativesView }))),
  },
  {
    route: 'decisions', title: 'Decisions', lead: 'How conflicts on shared data were settled: why, at what price, and when to look again.',
    View: lazy(() => import('./decisions/decisions-view').then((module) => ({ default: module.DecisionsView }))),
  },
  {
    route: 'shared-data', title: 'Shared data', lead: 'The data models that several teams share. Their elements can be picked in tickets, and what teams ask is checked against them.',
    View: lazy(() => import('./models/models-view').then((module) => ({ default: module.ModelsView }))),
  },
];

/** The subpage of a route; an unknown route leads to the first. */
export function subpageOf(route: string): Subpage {
  return SUBPAGES.find((subpage) => subpage.route === route) ?? SUBPAGES[0];
}
