import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { calibrate, type Calibrations } from '../../../src/domain/outcome/calibrate';
import { sortOutDone, type DoneWork } from '../../../src/domain/outcome/done-work';
import type { Interrupt, InterruptPrice } from '../../../src/domain/ranking/price-of-interrupt';
import type { Ranking, RankingQuestion } from '../../../src/domain/ranking/rank-demand';
import type { Simulation } from '../../../src/domain/ranking/simulate';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import { rankInWorker, type RankingRun } from '../../shared/rank-in-worker';
import type { MustToPrice } from '../../shared/ranking-calls';
import type { DoneTicket } from '../../shared/load-past';
import type { SubpageProps } from '../subpages';
import type { PlanFound } from '../../shared/load-plan';
import type { PlanRecord } from '../../../src/domain/ranking/saved-plan';
import { whatIfOf } from './carry-what-if';
import { RANKING_PARTS, readRankingAddress, writeRankingAddress, type RankingAddress } from './ranking-address';
import { rankedDemand, type RankedDemand } from './ranking-question';
import { useSecondPass, type SecondPass } from './use-second-pass';

/** `waiting`: the demand is still loading, or what else the order needs is read. What was computed before stays in sight while it is computed anew. */
export type RankingPhase = 'waiting' | 'ordering' | 'drawing' | 'ready' | 'stopped' | 'died';

export interface RankingView {
  readonly phase: RankingPhase;
  /** Share of the draws done, 0..1. */
  readonly drawn: number;
  readonly ranking?: Ranking;
  readonly simulation?: Simulation;
  readonly asked: RankedDemand;
  readonly address: RankingAddress;
  /** ISO date: what is late is late by the calendar, however old the plan. */
  readonly today: string;
  /** The settings with the capacity that is tried, if one is. */
  readonly settings: ProjectSettings;
  readonly calibrations: Calibrations;
  /** What was built. */
  readonly done: readonly DoneTicket[];
  /** All that is closed, built or not. */
  readonly closed: readonly DoneTicket[];
  /** Of what is closed, how many do not count as done, and why. */
  readonly leftOut: Pick<DoneWork<DoneTicket>, 'notBuilt' | 'copies'>;
  readonly notes: readonly string[];
  /** Reading what is done, what blocks what and the saved plan; absent while the demand itself loads. */
  readonly reading?: Pick<SecondPass, 'state' | 'pause' | 'stop' | 'again'>;
  /** The plan that the project saved. */
  readonly kept: PlanFound;
  /** Keys of blocking tickets by id, those outside the demand included. */
  readonly blockerKeys: ReadonlyMap<string, string>;
  change(next: Partial<RankingAddress>): void;
  /** Shows the saved plan again: this one, if it was saved or removed just now. */
  showSaved(saved?: PlanRecord): void;
  /** Back to the settings' capacity. */
  dropCapacity(): void;
  price(interrupt: Interrupt | MustToPrice): Promise<InterruptPrice | undefined>;
  stop(): void;
  again(): void;
}

/** What a subpage needs: `reads` is everything but the order and its chances, which take a worker and its time. */
export type RankingNeed = 'reads' | 'draws';

interface Computed {
  /** What was asked; something else is asked as soon as the demand, the address or the settings change. */
  readonly question?: RankingQuestion;
  readonly phase: Exclude<RankingPhase, 'waiting'>;
  readonly drawn: number;
  readonly ranking?: Ranking;
  readonly simulation?: Simulation;
}

const NOTHING_ASKED: RankedDemand = { tickets: [], estimates: 0, declined: 0, copies: 0 };

/**
 * Reads and ranks once for all subpages, since the page keeps it while people go from one to the next: a subpage that needs what
 * was read or computed already finds it there. What nobody needs yet is not begun; what was asked anew is computed anew, in a worker.
 */
export function useKeptRanking({ demand, place, facts }: Omit<SubpageProps, 'store'>, need: RankingNeed | undefined): RankingView {
  const isLoaded = demand.end !== undefined;
  const [isNeeded, setNeeded] = useState(need !== undefined);
  if (need !== undefined && !isNeeded) setNeeded(true);
  const past = useSecondPass(demand.demands, isLoaded && isNeeded, demand.settings.project.id, facts.locale);
  const query = place.search.toString();
  const ownQuery = whatIfOf(place.search).toString();
  const per = demand.settings.capacity?.per ?? 'month';
  const [savedHere, setSavedHere] = useState<PlanRecord>();
  const kept = useMemo(() => latest(past.plan, savedHere), [past.plan, savedHere]);
  const saved = kept.ok ? kept.plan : undefined;
  const address = useMemo(() => readRankingAddress(new URLSearchParams(ownQuery), facts.today, per, saved), [ownQuery, facts.today, per, saved]);
  const settings = useMemo(() => (address.capacity === undefined ? demand.settings : { ...demand.settings, capacity: address.capacity }), [demand.settings, address.capacity]);
  const canRank = isLoaded && past.state !== 'reading';
  // While tickets pour in, nothing is ranked, so nothing is prepared for it either.
  const asked = useMemo(() => (canRank ? rankedDemand(demand.demands, past.blockedBy, address.placed) : NOTHING_ASKED), [canRank, demand.demands, past.blockedBy, address.placed]);
  const { done, ...leftOut } = useMemo(() => sortOutDone(past.closed, demand.settings.notBuilt), [past.closed, demand.settings.notBuilt]);
  const calibrations = useMemo(() => calibrate(done), [done]);
  const question = useMemo<RankingQuestion>(() => ({
    tickets: asked.tickets, planDate: address.planDate, today: facts.today, months: address.months, worthCalibration: calibrations.worth, effortCalibration: calibrations.effort,
    settings: {
      currency: settings.currency, teams: settings.teams, interruptAllowance: settings.interruptAllowance,
      ...(settings.rates === undefined ? {} : { rates: settings.rates }), ...(settings.capacity === undefined ? {} : { capacity: settings.capacity }),
    },
  }), [asked.tickets, address.planDate, address.months, calibrations, settings, facts.today]);
  const blockerKeys = useMemo(() => new Map([...past.blockedBy.values()].flat().map(({ id, key }) => [id, key])), [past.blockedBy]);
  const [computed, setComputed] = useState<Computed>({ phase: 'ordering', drawn: 0 });
  const [attempt, setAttempt] = useState(0);
  const run = useRef<{ readonly question: RankingQuestion; readonly attempt: number } & RankingRun>();

  useEffect(() => {
    if (!canRank) {
      run.current?.stop();
      run.current = undefined;
    }
    if (!canRank || need !== 'draws' || (run.current?.question === question && run.current.attempt === attempt)) return;
    run.current?.stop();
    const advance = (next: Partial<Computed>): void => setComputed((before) => ({ ...before, ...next }));
    advance({ question, phase: 'ordering', drawn: 0 });
    run.current = { question, attempt, ...rankInWorker(question, {
      // Drawn in parts, so that a page of 10,000 tickets still answers a key or a click in between.
      onOrdered: (ranking) => startTransition(() => setComputed({ question, phase: 'drawing', drawn: 0, ranking })),
      onProgress: (drawn) => advance({ drawn }),
      onSimulated: (simulation) => startTransition(() => advance({ phase: 'ready', drawn: 1, simulation })),
      onDeath: () => advance({ phase: 'died' }),
    }) };
  }, [question, canRank, need, attempt]);
  useEffect(() => () => run.current?.stop(), []);

  const change = useCallback((next: Partial<RankingAddress>) =>
    place.tryOut(writeRankingAddress(new URLSearchParams(query), { ...address, ...next }, facts.today, saved)), [place, query, address, facts.today, saved]);
  const dropCapacity = useCallback(() => {
    const { capacity: _dropped, ...rest } = address;
    place.tryOut(writeRankingAddress(new URLSearchParams(query), rest, facts.today, saved));
  }, [place, query, address, facts.today, saved]);
  const showSaved = useCallback((savedNow?: PlanRecord) => {
    if (savedNow !== undefined) setSavedHere(savedNow);
    const silent = new URLSearchParams(query);
    for (const part of RANKING_PARTS) silent.delete(part);
    place.tryOut(silent);
  }, [place, query]);
  const price = useCallback((interrupt: Interrupt | MustToPrice) => run.current?.price(interrupt) ?? Promise.resolve(undefined), []);
  const stop = useCallback(() => {
    run.current?.stop();
    setComputed((before) => ({ ...before, phase: 'stopped' }));
  }, []);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const { question: _asked, ...shown } = computed;
  return {
    ...shown, phase: !canRank ? 'waiting' : computed.question === question ? computed.phase : 'ordering', asked, address, today: facts.today, settings, calibrations, done, closed: past.closed, leftOut, notes: past.notes, blockerKeys,
    kept, ...(isLoaded ? { reading: past } : {}), change, showSaved, dropCapacity, price, stop, again,
  };
}

/** What was read, unless a later revision was saved since. */
function latest(read: PlanFound, savedHere: PlanRecord | undefined): PlanFound {
  if (savedHere === undefined || (read.ok && read.rev > savedHere.rev)) return read;
  return { ok: true, rev: savedHere.rev, ...('removed' in savedHere ? {} : { plan: savedHere }) };
}
