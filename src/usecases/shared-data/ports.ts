/** What the work on shared models, claims and decisions needs of the world, beside usecases/ports.ts. */

import type { DecisionsPart } from '../../contract/decisions';
import type { TicketConflicts } from '../../contract/conflicts';
import type { FollowUpWork, RecheckWork } from '../../contract/queued-work';
import type { Clock, Comments, Outcome, Pause, Person, SettingsStore } from '../ports';

export interface KeyedValue {
  readonly key: string;
  readonly value: unknown;
  /** The store forgets it after so many days; absent: never. */
  readonly days?: number;
}

/** The app's own store, shared by all users of the site: who may read what is decided before it is asked. */
export interface KeyValues {
  /** Undefined when there is nothing. */
  get(key: string): Promise<Outcome<unknown>>;
  set(entry: KeyedValue): Promise<Outcome<null>>;
  /** Not atomic: a part may be written when it fails. */
  setMany(entries: readonly KeyedValue[]): Promise<Outcome<null>>;
  removeMany(keys: readonly string[]): Promise<Outcome<null>>;
  /** Everything whose key begins so, in no order. */
  list(prefix: string): Promise<Outcome<readonly KeyedValue[]>>;
}

/** The parts of a project's decisions: `product-context.decisions.<part>`. */
export interface DecisionParts {
  read(projectId: string, part: number): Promise<Outcome<unknown>>;
  write(projectId: string, part: number, value: DecisionsPart): Promise<Outcome<null>>;
}

/** Leaves work for later; of one project one event runs at a time. */
export interface LeaveWork {
  recheck(work: readonly { readonly work: RecheckWork; readonly delaySeconds: number }[]): Promise<Outcome<null>>;
  followUp(work: FollowUpWork, delaySeconds: number): Promise<Outcome<null>>;
}

/** A ticket as it is in Jira now. */
export interface SeenTicket {
  readonly id: string;
  readonly key: string;
  readonly isDone: boolean;
  /** Name of the resolution. */
  readonly resolution?: string;
  readonly assignee?: Person;
  readonly reporter?: Person;
  /** Whatever stands in `product-context` and in `product-context.conflicts`. */
  readonly context: unknown;
  readonly conflicts: unknown;
}

export interface Tickets {
  /** Those that are there and may be seen; `unsure` are those that Jira failed to give. */
  fetch(ids: readonly string[]): Promise<Outcome<{ readonly tickets: readonly SeenTicket[]; readonly unsure: readonly string[] }>>;
  /** Ids by JQL, one page. */
  search(jql: string, page?: string): Promise<Outcome<{ readonly ids: readonly string[]; readonly next?: string }>>;
}

/** Everything plugged in for work without a user: reads and writes as the app. */
export interface AppPorts {
  readonly kv: KeyValues;
  readonly leave: LeaveWork;
  readonly tickets: Tickets;
  readonly settings: SettingsStore;
  readonly decisions: DecisionParts;
  readonly comments: Comments;
  /** Writes a ticket's computed conflicts. */
  readonly writeConflicts: (ticketId: string, result: TicketConflicts) => Promise<Outcome<null>>;
  /** Links two tickets as related; the same link twice is one. */
  readonly link: (from: string, to: string) => Promise<Outcome<null>>;
  /** Projects that opted in. */
  readonly findProjects: () => Promise<Outcome<readonly string[]>>;
  readonly clock: Clock;
  readonly pause: Pause;
  /** Milliseconds until this run ends. */
  readonly remaining: () => number;
}
