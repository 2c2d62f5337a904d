import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Worth } from '../../../src/domain/context/product-context';
import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import type { Preview } from '../../../src/domain/conflict/decisions/preview-decision';
import { modelClaims } from '../../../src/domain/model/model-claims';
import type { SharedModel } from '../../../src/domain/model/shared-model';
import { askJira, ConsentNeeded } from '../../shared/bridge';
import type { ReadyDemand } from '../../shared/demand-store';
import { createJiraCalls } from '../../shared/load-calls';
import type { CheckRequest, CheckResult } from './checking';
import { createChecker } from './create-checker';
import { gatherClaims, gatherStored, idsToAsk, type Gathered, type NotAtHand, type StoredConflict } from './gather-claims';
import { loadDecisions } from '../../shared/load-decisions';
import { loadBuilt, loadById, type OtherTicket } from './load-others';

/** What this page knows about shared data: claims, decisions and, once the check has run, the conflicts. */
export interface SharedData {
  readonly rev: number;
  readonly decisions: readonly Decision[];
  readonly gathered: Gathered;
  /** Conflicts of which only stored results know. */
  readonly stored: readonly StoredConflict[];
  /** Tickets that Jira could not give. */
  readonly unread: ReadonlySet<number>;
  /** Whether the tickets that take part are still being read. */
  readonly isReading: boolean;
  /** Absent until the first check is done; then the last one, also while the next one runs. */
  readonly result?: CheckResult;
  /** The checker died or hangs; `result` may be of earlier claims. */
  readonly checkFailed: boolean;
  /** Something that belongs to the picture could not be read, in words. */
  readonly gap?: string;
}

export type SharedDataState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'consent' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'ready'; readonly data: SharedData };

export interface SharedDataAccess {
  readonly state: SharedDataState;
  /** Reads decisions and closed tickets again; resolves with the decisions as they stand now, or undefined when that failed. */
  readonly reload: () => Promise<Read | undefined>;
  readonly recheck: () => void;
  readonly preview: (decision: Decision) => Promise<Preview>;
}

interface Read {
  readonly rev: number;
  readonly decisions: readonly Decision[];
  readonly built: readonly OtherTicket[];
  readonly gap?: string;
}

type Reading = { readonly kind: 'loading' } | { readonly kind: 'consent' } | { readonly kind: 'failed'; readonly words: string } | { readonly kind: 'read'; readonly read: Read };

/** Everything is read as the user, in the browser: no function runs. `models` are those whose elements somebody asked for. */
export function useSharedData(demand: ReadyDemand, today: string, models: readonly SharedModel[] = []): SharedDataAccess {
  const { settings } = demand;
  const projectId = settings.project.id;
  const [reading, setReading] = useState<Reading>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(async (): Promise<Read | undefined> => {
    setRound((before) => before + 1);
    const found = await readBeside(projectId);
    setReading(found);
    return found.kind === 'read' ? found.read : undefined;
  }, [projectId]);
  useEffect(() => { void reload(); }, [reload]);

  const demands = useDeferredValue(demand.demands);
  const built = reading.kind === 'read' ? reading.read.built : NO_TICKETS;
  const unseen = useUnseen(demand, built, round);
  const gathered = useMemo(() => gatherClaims(demands, [...built, ...unseen.came], settings.notBuilt), [demands, built, unseen.came, settings.notBuilt]);
  const stored = useMemo(() => gatherStored(demands, unseen, models.length > 0), [demands, unseen, models.length]);
  const asked = useMemo(() => ({
    claims: [...gathered.claims, ...models.flatMap(modelClaims)], decisions: reading.kind === 'read' ? reading.read.decisions : [], today,
    dimensions: settings.conditions, teams: settings.teams, elements: Object.fromEntries(models.map((model) => [model.id, model.elements.map(({ path }) => path)])),
  }), [gathered.claims, models, reading, today, settings.conditions, settings.teams]);
  const check = useCheck(asked, reading.kind === 'read');

  const preview = useCallback((decision: Decision) => {
    const worth = [...gathered.tickets.values()].flatMap(({ id, value }): [number, Worth][] => (value?.worth === undefined ? [] : [[id, value.worth]]));
    return check.ask<'preview'>({ ...asked, kind: 'preview', decision, worth });
  }, [asked, check, gathered.tickets]);

  return { state: stateOf(reading, { gathered, stored, unseen }, check), reload, recheck: check.again, preview };
}

const NO_TICKETS: readonly OtherTicket[] = [];

interface AtHand {
  readonly gathered: Gathered;
  readonly stored: readonly StoredConflict[];
  readonly unseen: Unseen;
}

function stateOf(reading: Reading, { gathered, stored, unseen }: AtHand, check: Check): SharedDataState {
  if (reading.kind !== 'read') return reading;
  const { rev, decisions } = reading.read;
  const gap = [reading.read.gap, unseen.words].filter((words) => words !== undefined).join(' ');
  return {
    kind: 'ready',
    data: {
      rev, decisions, gathered, stored, unread: unseen.unread, isReading: unseen.isReading, checkFailed: check.failed,
      ...(check.result === undefined ? {} : { result: check.result }), ...(gap === '' ? {} : { gap }),
    },
  };
}

async function readBeside(projectId: string): Promise<Reading> {
  const calls = callsAsUser();
  try {
    const [decided, built] = await Promise.all([loadDecisions(calls, projectId), loadBuilt(calls, projectId)]);
    if (decided.kind === 'failed') return { kind: 'failed', words: decided.words };
    if (decided.kind === 'cancelled') return { kind: 'loading' };
    const { rev, decisions } = decided;
    if (built.kind === 'read') return { kind: 'read', read: { rev, decisions, built: built.tickets } };
    return { kind: 'read', read: { rev, decisions, built: [], gap: `Requirements of closed tickets could not be read and are not checked. ${built.kind === 'failed' ? built.words : ''}`.trim() } };
  } catch (error) {
    if (error instanceof ConsentNeeded) return { kind: 'consent' };
    throw error;
  }
}

function callsAsUser() {
  return createJiraCalls({ ask: askJira, signal: new AbortController().signal, passOn: (error) => error instanceof ConsentNeeded });
}

interface Answer extends NotAtHand {
  /** The question it answers. */
  readonly of: string;
  readonly came: readonly OtherTicket[];
  /** What could not be read, in words. */
  readonly words?: string;
}

interface Unseen extends Answer {
  readonly isReading: boolean;
}

/** Once all is loaded: asks for the tickets that stored results name. What does not come back is a ticket the user cannot see; what Jira fails to give is not known. */
function useUnseen(demand: ReadyDemand, built: readonly OtherTicket[], round: number): Unseen {
  const [answer, setAnswer] = useState(NOBODY);
  const isLoaded = demand.end !== undefined;
  const key = useMemo(() => {
    if (!isLoaded) return '';
    const known = new Set([...demand.demands.map((one) => Number(one.ticket.id)), ...built.map((one) => Number(one.id))]);
    return idsToAsk(demand.demands, known).join(',');
  }, [demand.demands, built, isLoaded]);
  useEffect(() => {
    if (key === '') return undefined;
    const wish = { isCurrent: true };
    readUnseen(key).then((next) => { if (wish.isCurrent) setAnswer(next); }, () => undefined);
    return () => { wish.isCurrent = false; };
  }, [key, round]);
  return useMemo(() => ({ ...answer, isReading: !isLoaded || (key !== '' && answer.of !== key) }), [answer, isLoaded, key]);
}

async function readUnseen(key: string): Promise<Answer> {
  const ids = key.split(',');
  const found = await loadById(callsAsUser(), ids).catch((error: unknown) => {
    if (error instanceof ConsentNeeded) return { kind: 'failed' as const, words: 'Jira wants your consent first: read again and allow access.' };
    throw error;
  });
  if (found.kind === 'cancelled') return NOBODY;
  const came = found.kind === 'read' ? found.tickets : [];
  const unread = found.kind === 'read' ? found.unread : ids;
  const known = new Set([...came.map((ticket) => ticket.id), ...unread]);
  return {
    of: key, came, unread: new Set(unread.map(Number)), hidden: new Set(ids.filter((id) => !known.has(id)).map(Number)),
    ...(unread.length === 0 ? {} : { words: unreadWords(unread.length, found.kind === 'failed' ? found.words : 'Jira could not give them.') }),
  };
}

function unreadWords(count: number, why: string): string {
  return `${count === 1 ? '1 ticket that takes part in a conflict' : `${String(count)} tickets that take part in conflicts`} could not be read: what is required there is not known, and nothing is decided about it until it is. ${why}`;
}

const NOBODY: Answer = { of: '', came: [], hidden: new Set(), unread: new Set() };

interface Check {
  readonly result: CheckResult | undefined;
  readonly failed: boolean;
  readonly again: () => void;
  readonly ask: ReturnType<typeof createChecker>['ask'];
}

/** One check at a time; what changes meanwhile is checked next, and what changed in between is skipped. */
function useCheck(asked: Omit<Extract<CheckRequest, { kind: 'check' }>, 'kind'>, isReady: boolean): Check {
  const checker = useRef<ReturnType<typeof createChecker>>(undefined);
  const [outcome, setOutcome] = useState<{ readonly result?: CheckResult; readonly failed: boolean }>({ failed: false });
  const [round, setRound] = useState(0);
  const [done, setDone] = useState<unknown>(undefined);
  const running = useRef(false);
  useEffect(() => () => checker.current?.close(), []);
  const ask = useCallback<Check['ask']>((request) => {
    checker.current ??= createChecker();
    return checker.current.ask(request);
  }, []);
  useEffect(() => {
    if (!isReady || running.current || done === asked) return;
    running.current = true;
    ask<'check'>({ ...asked, kind: 'check' })
      .then((result) => setOutcome({ result, failed: false }), () => setOutcome((before) => ({ ...before, failed: true })))
      .finally(() => {
        running.current = false;
        setDone(asked);
      });
  }, [asked, isReady, ask, done, round]);
  const again = useCallback(() => {
    setDone(undefined);
    setRound((before) => before + 1);
  }, []);
  return useMemo(() => ({ result: outcome.result, failed: outcome.failed, again, ask }), [outcome, again, ask]);
}
