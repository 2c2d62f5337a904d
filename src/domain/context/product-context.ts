/**
 * The record that a ticket carries (issue property `product-context`): its words, not its wire format.
 * The wire format, its versions and limits are in `contract/record.ts`.
 */

export const ORIGINS = ['team', 'executive', 'customer', 'compliance', 'incident', 'infrastructure'] as const;
export type Origin = (typeof ORIGINS)[number];

export const QUESTIONS = ['build', 'estimate'] as const;
export type Question = (typeof QUESTIONS)[number];

export const VALUE_KINDS = ['increase-revenue', 'protect-revenue', 'reduce-cost', 'avoid-cost', 'reduce-risk'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export const PERIODS = ['once', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

export const NOT_MONEY_REASONS = ['law', 'safety', 'contract', 'promise', 'other'] as const;
export type NotMoneyReason = (typeof NOT_MONEY_REASONS)[number];

export const DELAY_SHAPES = ['steady', 'deadline', 'season', 'fading'] as const;
export type DelayShape = (typeof DELAY_SHAPES)[number];

export const RULINGS = ['infrastructure', 'application', 'shared'] as const;
export type Ruling = (typeof RULINGS)[number];

export const HORIZONS = ['now', 'next', 'later'] as const;
export type Horizon = (typeof HORIZONS)[number];

export const ANSWER_STATES = ['accepted', 'declined', 'countered'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** How strong a statement is; from strongest to weakest. A `limit` is law or contract and names its authority. */
export const LEVELS = ['limit', 'must', 'goal', 'wish'] as const;
export type Level = (typeof LEVELS)[number];

export const FACETS = [
  'presence', 'count', 'type', 'values', 'range', 'length', 'step', 'format', 'pattern', 'unique', 'freshness',
  'latency', 'retention', 'access', 'owner', 'mutability', 'lifecycle', 'budget', 'shape',
] as const;
export type Facet = (typeof FACETS)[number];

/** Dimensions (journey, market, channel, …) to the values meant. An absent dimension means everywhere. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** A 90 % range: the author is 90 % sure that the truth lies in `low..high`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface Limit {
  readonly level: number;
  readonly authority: string;
}

/** How much is enough, in Planguage's words. A draft may lack any part but `id`; the criteria say which. */
export interface Threshold {
  readonly id: string;
  readonly scale?: string;
  readonly unit?: string;
  readonly better?: 'lower' | 'higher';
  readonly statistic?: string;
  readonly past?: number;
  readonly tolerable?: number;
  readonly goal?: number;
  readonly stretch?: number;
  readonly limit?: Limit;
  readonly meter?: string;
  /** ISO date, `2026-12-31`. */
  readonly due?: string;
  readonly when?: Condition;
}

export interface Evidence {
  readonly url?: string;
  readonly note?: string;
}

export interface Worth {
  readonly low?: number;
  readonly high?: number;
  /** ISO 4217. */
  readonly currency?: string;
  readonly per?: Period;
}

/** Why a ticket matters although nobody puts money on it: a reason, and a date or a count that can be checked. */
export interface NotMoney {
  readonly reason: NotMoneyReason;
  readonly authority?: string;
  readonly date?: string;
  readonly count?: number;
  readonly countOf?: string;
  readonly note?: string;
}

export interface ValueChange {
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
}

export interface ValueStatement {
  readonly metric?: string;
  readonly change?: ValueChange;
  readonly worth?: Worth;
  readonly notMoney?: NotMoney;
  /** "I do not know yet": an honest answer that becomes a question to ask. */
  readonly unknown?: boolean;
  readonly kind?: ValueKind;
  readonly because?: string;
  readonly evidence?: readonly Evidence[];
  /** 0 (a guess) to 1 (measured here). Shown, never computed with. */
  readonly credibility?: number;
}

export interface Delay {
  readonly shape?: DelayShape;
  readonly neededBy?: string;
  readonly from?: string;
  readonly until?: string;
  readonly halfLifeMonths?: number;
}

/** What one ticket requires of one element. Which of the asked-for fields count depends on `facet`. */
export interface ClaimContent {
  readonly id: string;
  readonly model: string;
  readonly element: string;
  readonly facet: Facet;
  readonly level: Level;
  readonly authority?: string;
  readonly when?: Condition;
  /** "Everywhere" was meant: the dimensions left empty here were asked about and answered. */
  readonly everywhere?: readonly string[];
  readonly why?: string;
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: boolean;
  readonly exclusiveMax?: boolean;
  readonly unit?: string;
  /** presence: required|optional|forbidden; type, format, owner, mutability, lifecycle: the value asked for. */
  readonly is?: string;
  /** values: the texts allowed; type: the types allowed, when there is more than one. */
  readonly oneOf?: readonly string[];
  readonly noneOf?: readonly string[];
  /** values: `oneOf` and `noneOf` hold JSON texts (`1`, `"1"`, `null`) instead of plain texts. */
  readonly json?: boolean;
  readonly pattern?: string;
  readonly unique?: boolean;
  readonly step?: number;
  /** access: audiences. */
  readonly mustRead?: readonly string[];
  readonly mustNotRead?: readonly string[];
  /** An element that ends in `.*` speaks of every field of its entity but these. */
  readonly except?: readonly string[];
  /** shape: a JSON Schema (as JSON text) for what no other facet can say, such as alternatives. */
  readonly schema?: string;
  /** lifecycle: ISO dates. With `is: 'used'` needed from..until (open-ended without), with `is: 'retired'` gone by `until`. */
  readonly from?: string;
  readonly until?: string;
  /**
   * budget: the elements summed; absent means every element of the entity. What is summed stands in `is`: `required` (how many
   * must be filled in; the default) or the facet whose lower bounds are added, such as `latency` along a path.
   */
  readonly along?: readonly string[];
}

export interface Boundary {
  readonly ruling: Ruling;
  readonly why?: string;
}

export interface Answer {
  readonly state: AnswerState;
  readonly why?: string;
}

/** Infrastructure agreed to this content. Believed only if the comment exists on this ticket with this hash. */
export interface Acceptance {
  readonly hash: string;
  readonly comment: string;
  /** The estimates as they stood then: what came of it is held against these. Absent in older records, and where there were none. */
  readonly ranges?: { readonly worth?: Worth; readonly effort?: Range };
}

export interface Bypass {
  readonly gate: string;
  readonly hash: string;
  readonly why: string;
  readonly comment: string;
}

export interface DeliveredLevel {
  readonly threshold: string;
  readonly level?: number;
  readonly on?: string;
  readonly source?: string;
}

export interface MeasuredAmount {
  readonly level: number;
  readonly source?: string;
}

export interface Outcome {
  readonly reviewDue?: string;
  readonly levels?: readonly DeliveredLevel[];
  readonly worth?: MeasuredAmount;
  readonly effort?: MeasuredAmount;
}

export interface InfrastructureProject {
  readonly id: string;
  readonly key: string;
}

/** The part that the requester writes. */
export interface RequesterPart {
  readonly infra?: InfrastructureProject;
  readonly team?: string;
  readonly need?: string;
  readonly users?: string;
  readonly origin?: Origin;
  readonly sponsor?: string;
  readonly question?: Question;
  /** For `question: estimate`: what will be decided with the answer. */
  readonly decides?: string;
  readonly thresholds?: readonly Threshold[];
  readonly value?: ValueStatement;
  readonly delay?: Delay;
  readonly touchesSharedData?: boolean;
  /** "Not sure, ask the architect": asked by the requester. */
  readonly askArchitect?: boolean;
  readonly claims?: readonly ClaimContent[];
}

/** The part that the infrastructure team writes. */
export interface InfrastructurePart {
  /** The architect has looked at the shared data this ticket touches. */
  readonly architectLooked?: boolean;
  readonly effort?: Range;
  readonly boundary?: Boundary;
  readonly theme?: string;
  readonly horizon?: Horizon;
  readonly answer?: Answer;
}

/** The part that either side writes. */
export interface SharedPart {
  readonly initiative?: string;
  readonly outcome?: Outcome;
}

/** What people write; everything else in the record is kept by Groundwork itself. */
export interface ContextContent extends RequesterPart, InfrastructurePart, SharedPart {}

export const REQUESTER_FIELDS = [
  'infra', 'team', 'need', 'users', 'origin', 'sponsor', 'question', 'decides', 'thresholds', 'value', 'delay',
  'touchesSharedData', 'askArchitect', 'claims',
] as const satisfies readonly (keyof RequesterPart)[];

export const INFRASTRUCTURE_FIELDS = [
  'architectLooked', 'effort', 'boundary', 'theme', 'horizon', 'answer',
] as const satisfies readonly (keyof InfrastructurePart)[];

export const SHARED_FIELDS = ['initiative', 'outcome'] as const satisfies readonly (keyof SharedPart)[];

export type ContentField = keyof ContextContent;
export const CONTENT_FIELDS: readonly ContentField[] = [...REQUESTER_FIELDS, ...INFRASTRUCTURE_FIELDS, ...SHARED_FIELDS];

/** One change that matters; no persons. */
export interface LogEntry {
  readonly rev: number;
  readonly at: string;
  readonly field: string;
  readonly from?: string;
  readonly to?: string;
}

/** What expressions, display conditions and JQL read. Derived at save by one function; its shape is frozen. */
export interface ContextIndex {
  readonly issue: number;
  readonly by: { readonly judge: number; readonly settings: number };
  readonly met: readonly string[];
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
  readonly grade: Grade;
  readonly hash: string;
  readonly elements: readonly string[];
  /** What its thresholds measure, in one spelling; absent where nothing, and in records of older rules. */
  readonly scales?: readonly string[];
  readonly worthLow?: number;
  readonly worthHigh?: number;
  readonly team?: string;
  readonly origin?: string;
  readonly theme?: string;
  readonly initiative?: string;
  readonly infra?: string;
  readonly reviewDue?: string;
}

export const GRADES = ['none', 'bronze', 'silver', 'gold'] as const;
export type Grade = (typeof GRADES)[number];

export interface ProductContext extends ContextContent {
  readonly v: 1;
  readonly rev: number;
  /** ISO instant. */
  readonly savedAt: string;
  /** Random per save: tells whether the stored revision is the one we wrote. */
  readonly token?: string;
  /** ISO instant of the save that first made it understood (bronze); absent before, and where that was not recorded. */
  readonly understoodAt?: string;
  readonly accepted?: Acceptance;
  readonly bypass?: Bypass;
  readonly log?: readonly LogEntry[];
  readonly index?: ContextIndex;
}
