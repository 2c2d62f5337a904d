/** How the demand stood at the end of a meeting, small enough for one property, and what has changed since. Rules: PL21 to PL24. */

import { GRADES, type AnswerState, type Grade } from '../context/product-context';
import type { Demand } from '../demand/demand';
import { isUnderstood } from '../demand/demand';
import { compareKeys } from '../demand/group-demand';

export interface Snapshot {
  /** ISO date. */
  readonly takenOn: string;
  /** Open tickets that the person who took it could see. */
  readonly open: number;
  readonly understood: number;
  readonly answered: number;
  readonly withEffort: number;
  /** Ticket by ticket, as `writeStates` writes it; absent where the tickets are too many for one property. */
  readonly states?: string;
}

/** Keeps the whole record under 32,768 characters with room for what is put off. */
export const STATE_CHARACTERS = 20_000;

export interface Moved<T> {
  readonly key: string;
  readonly id: string;
  readonly summary: string;
  readonly from: T;
  readonly to: T;
}

export interface Changes {
  readonly since: string;
  readonly before: Pick<Snapshot, 'open' | 'understood' | 'answered' | 'withEffort'>;
  readonly now: Pick<Snapshot, 'open' | 'understood' | 'answered' | 'withEffort'>;
  /** Absent where the snapshot has no states ticket by ticket. */
  readonly tickets?: {
    readonly added: readonly Demand[];
    /** Ids of tickets that are not open any more, or that this person may not see. */
    readonly gone: readonly string[];
    readonly grades: readonly Moved<Grade>[];
    readonly answers: readonly Moved<AnswerState | undefined>[];
    readonly started: readonly Demand[];
  };
}

interface State {
  readonly grade: Grade;
  readonly answer: AnswerState | undefined;
  readonly started: boolean;
}

const ANSWERS: readonly (AnswerState | undefined)[] = [undefined, 'accepted', 'declined', 'countered'];

/** `takenOn` is an ISO date. */
export function takeSnapshot(demands: readonly Demand[], takenOn: string): Snapshot {
  const states = writeStates(demands);
  return { takenOn, ...count(demands), ...(states.length > STATE_CHARACTERS ? {} : { states }) };
}

/** What differs between the snapshot and now. */
export function changesSince(snapshot: Snapshot, demands: readonly Demand[]): Changes {
  const { takenOn: since, open, understood, answered, withEffort } = snapshot;
  const totals = { since, before: { open, understood, answered, withEffort }, now: count(demands) };
  if (snapshot.states === undefined) return totals;
  const before = readStates(snapshot.states);
  const known = demands.filter(({ ticket }) => before.has(ticket.id));
  const present = new Set(demands.map(({ ticket }) => ticket.id));
  return {
    ...totals,
    tickets: {
      added: sorted(demands.filter(({ ticket }) => !before.has(ticket.id))),
      gone: [...before.keys()].filter((id) => !present.has(id)),
      grades: moves(known, before, ({ grade }) => grade, (demand) => demand.grade),
      answers: moves(known, before, ({ answer }) => answer, (demand) => demand.answer),
      started: sorted(known.filter((demand) => isStarted(demand) && before.get(demand.ticket.id)?.started === false)),
    },
  };
}

/** One ticket as its id in base 36, a dot and one letter a fact; tickets apart by a comma. */
export function writeStates(demands: readonly Demand[]): string {
  return demands.map((demand) => {
    const facts = GRADES.indexOf(demand.grade) * 8 + ANSWERS.indexOf(demand.answer) * 2 + Number(isStarted(demand));
    return `${Number(demand.ticket.id).toString(36)}.${facts.toString(36)}`;
  }).join(',');
}

/** Skips what it cannot read: whoever administers the project may write the property by hand. */
export function readStates(text: string): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const part of text.split(',')) {
    const [, id, facts] = /^([0-9a-z]+)\.([0-9a-z]+)$/.exec(part) ?? [];
    const number = parseInt(facts ?? '', 36);
    const grade = GRADES[number >> 3];
    if (id === undefined || grade === undefined) continue;
    states.set(String(parseInt(id, 36)), { grade, answer: ANSWERS[(number >> 1) & 3], started: (number & 1) === 1 });
  }
  return states;
}

function count(demands: readonly Demand[]): Changes['now'] {
  return {
    open: demands.length, understood: demands.filter(isUnderstood).length,
    answered: demands.filter(({ answer }) => answer !== undefined).length,
    withEffort: demands.filter(({ content }) => content.effort !== undefined).length,
  };
}

function moves<T>(demands: readonly Demand[], before: ReadonlyMap<string, State>, was: (state: State) => T, is: (demand: Demand) => T): Moved<T>[] {
  return sorted(demands).flatMap((demand) => {
    const state = before.get(demand.ticket.id);
    if (state === undefined || was(state) === is(demand)) return [];
    return [{ key: demand.ticket.key, id: demand.ticket.id, summary: demand.ticket.summary, from: was(state), to: is(demand) }];
  });
}

function isStarted({ ticket }: Demand): boolean {
  return ticket.category === 'indeterminate';
}

function sorted(demands: readonly Demand[]): Demand[] {
  return [...demands].sort((a, b) => compareKeys(a.ticket.key, b.ticket.key));
}
