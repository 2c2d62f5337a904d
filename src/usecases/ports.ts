/** What the use cases need of the world. `src/forge` implements these; every one acts as the user who called. */

import type { CommentMark } from '../contract/jira-replies';
import type { ProductContext } from '../domain/context/product-context';
import type { ProjectSettings } from '../domain/context/settings';
import type { MeetingRecord } from '../domain/planning/meeting-record';
import type { AskedRecord } from '../contract/asked';
import type { PlanRecord } from '../domain/ranking/saved-plan';
import type { DecisionParts, KeyValues, LeaveWork, Tickets } from './shared-data/ports';

/** Why Jira did not do it. Words for people are chosen where it is known what was tried. */
export type Failure =
  /** The user lacks a permission. */
  | { readonly kind: 'forbidden' }
  /** It is not there, or the user may not see it: Jira does not tell which. */
  | { readonly kind: 'not-found' }
  /** Jira understood and said no. */
  | { readonly kind: 'rejected' }
  | { readonly kind: 'too-large' }
  /** Too many requests; come back after this many seconds. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** Jira answered with an error of its own: nothing is under way any more. */
  | { readonly kind: 'outage' }
  /** No answer in time: whether it was done is not known. */
  | { readonly kind: 'no-answer' }
  /** The invocation's time was over before it was sent. */
  | { readonly kind: 'no-time' };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** One stored value per ticket or project, addressed by its numeric id. */
export interface RecordStore<R> {
  /** Whatever stands there; undefined when there is nothing, or the user may not see the ticket or project. */
  read(id: string): Promise<Outcome<unknown>>;
  write(id: string, record: R): Promise<Outcome<null>>;
}
export type ContextStore = RecordStore<ProductContext>;
export type SettingsStore = RecordStore<ProjectSettings>;
export type MeetingStore = RecordStore<MeetingRecord>;
export type PlanStore = RecordStore<PlanRecord>;
/** How often Groundwork asked on a ticket. */
export type AskedStore = Pick<RecordStore<AskedRecord>, 'write'>;

/** A claimed revision: who holds it may write it. */
export type Claimed = { readonly state: 'ours' } | { readonly state: 'held'; readonly since: Date };

/** Keeps two saves from writing the same revision: of all that claim a key at once, one gets it. */
export interface RevisionClaims {
  claim(key: string, token: string, now: Date): Promise<Outcome<Claimed>>;
  /** Gives back a claim whose save surely did not happen. */
  release(key: string): Promise<void>;
}

/** A comment that Groundwork posted as somebody. */
export interface MarkedComment extends CommentMark {
  readonly id: string;
  readonly created: Date;
  /** Whether the person who acts now wrote it. */
  readonly byActor: boolean;
}

export interface NewComment {
  readonly paragraphs: readonly string[];
  readonly mark: CommentMark;
  /** Who is addressed at its beginning. */
  readonly to?: Person | readonly Person[];
}

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
}

export interface Comments {
  /** Posts as the user and returns the comment's id; after a lost answer it is looked for before it is posted again. */
  post(issueId: string, comment: NewComment): Promise<Outcome<string>>;
  /** Groundwork's comments on the ticket, newest first, at least all of those since `since`. */
  listMarked(issueId: string, since: Date): Promise<Outcome<readonly MarkedComment[]>>;
}

export interface Permissions {
  mayOnTicket(issueId: string, permission: 'BROWSE_PROJECTS' | 'EDIT_ISSUES' | 'TRANSITION_ISSUES'): Promise<Outcome<boolean>>;
  mayInProject(projectId: string, permission: 'BROWSE_PROJECTS' | 'EDIT_ISSUES' | 'ADMINISTER_PROJECTS'): Promise<Outcome<boolean>>;
  isInRole(projectId: string, roleName: string): Promise<Outcome<boolean>>;
}

/** The reporter of a ticket; undefined when there is none. Asked when posting, never stored. */
export type FindReporter = (issueId: string) => Promise<Outcome<Person | undefined>>;

/** Shows or hides the panel on every ticket of these projects; returns the id of Jira's task. */
export type PinPanel = (projectIds: readonly string[], action: 'PIN' | 'UNPIN') => Promise<Outcome<string>>;

/** The time now. */
export type Clock = () => Date;
/** A random text that nobody else has. */
export type Tokens = () => string;
/** Waits. */
export type Pause = (milliseconds: number) => Promise<void>;

/** Everything plugged in for one call of one person. */
export interface Ports {
  readonly contexts: ContextStore;
  readonly settings: SettingsStore;
  readonly meetings: MeetingStore;
  readonly plans: PlanStore;
  readonly asked: AskedStore;
  readonly claims: RevisionClaims;
  readonly comments: Comments;
  readonly permissions: Permissions;
  readonly findReporter: FindReporter;
  readonly pinPanel: PinPanel;
  readonly kv: KeyValues;
  readonly leave: LeaveWork;
  readonly tickets: Tickets;
  readonly decisions: DecisionParts;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly pause: Pause;
}
