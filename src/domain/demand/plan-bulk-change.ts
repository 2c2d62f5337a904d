/** What setting a few fields on many tickets would change, ticket by ticket, and how to take it back. */

import type { InfrastructureProject } from '../context/product-context';
import type { ProjectSettings } from '../context/settings';
import type { Demand } from './demand';
import { ORIGIN_WORDS } from './demand-words';

/** The fields that the desk sets. A field that is absent stays as it is; `null` removes. */
export const DESK_FIELDS = ['team', 'origin', 'theme'] as const;
export type DeskField = (typeof DESK_FIELDS)[number];
export type DeskValues = { readonly [F in DeskField]?: string | null };
/** What one save sends; the project that is asked is added where none is named yet. */
export type DeskSet = DeskValues & { readonly infra?: InfrastructureProject | null };

/** One field of one ticket in words: `Team`, from `not stated` to `Shopping Cart`. */
export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** One ticket's part: what a save sends, and what is there before. */
export interface PlannedChange {
  readonly issueId: string;
  readonly key: string;
  /** Revision that the change starts from. */
  readonly startedFrom: number;
  readonly set: DeskSet;
  readonly before: DeskSet;
  readonly fields: readonly FieldChange[];
}

export interface BulkPlan {
  readonly changes: readonly PlannedChange[];
  /** Tickets that already say so. */
  readonly same: number;
  /** Tickets that this version must not touch. */
  readonly untouchable: number;
}

const FIELD_WORDS: Record<DeskField, string> = { team: 'Team', origin: 'Origin', theme: 'Theme' };

/** A ticket without a record also gets this project as the one that is asked. */
export function planBulkChange(demands: readonly Demand[], values: DeskValues, settings: ProjectSettings): BulkPlan {
  const changes: PlannedChange[] = [];
  let same = 0;
  let untouchable = 0;
  for (const demand of demands) {
    if (demand.standing === 'newer') {
      untouchable += 1;
      continue;
    }
    const fields = DESK_FIELDS.filter((field) => values[field] !== undefined && (demand[field] ?? null) !== values[field]);
    if (fields.length === 0) same += 1;
    else changes.push(planChange(demand, fields, values, settings));
  }
  return { changes, same, untouchable };
}

function planChange(demand: Demand, fields: readonly DeskField[], values: DeskValues, settings: ProjectSettings): PlannedChange {
  const pick = (of: (field: DeskField) => string | null): DeskValues => Object.fromEntries(fields.map((field) => [field, of(field)]));
  const isAsked = demand.infra !== undefined;
  return {
    issueId: demand.ticket.id, key: demand.ticket.key, startedFrom: demand.rev,
    set: { ...pick((field) => values[field] ?? null), ...(isAsked ? {} : { infra: { id: settings.project.id, key: settings.project.key } }) },
    before: { ...pick((field) => demand[field] ?? null), ...(isAsked ? {} : { infra: null }) },
    fields: fields.map((field) => ({
      field: FIELD_WORDS[field], from: nameOf(field, demand[field] ?? null, settings), to: nameOf(field, values[field] ?? null, settings),
    })),
  };
}

function nameOf(field: DeskField, value: string | null, settings: ProjectSettings): string {
  if (value === null) return 'not stated';
  switch (field) {
    case 'team': return settings.teams.find((team) => team.id === value)?.name ?? value;
    case 'theme': return settings.themes.find((theme) => theme.id === value)?.name ?? value;
    case 'origin': return ORIGIN_WORDS[value as keyof typeof ORIGIN_WORDS] ?? value;
    default: return field satisfies never;
  }
}

/** A change that was saved, with the revision it produced. */
export interface SavedChange {
  readonly change: PlannedChange;
  readonly rev: number;
}

/** The changes that take saved ones back: each starts from the revision it undoes, so it never overwrites somebody's later work. */
export function planUndo(saved: readonly SavedChange[]): PlannedChange[] {
  return saved.map(({ change, rev }) => ({
    issueId: change.issueId, key: change.key, startedFrom: rev, set: change.before, before: change.set,
    fields: change.fields.map(({ field, from, to }) => ({ field, from: to, to: from })),
  }));
}

/** Saves that change nothing but bring the stored facts up to today's rules and settings. */
export function planRefresh(demands: readonly Demand[]): PlannedChange[] {
  return demands.filter((demand) => demand.freshness === 'out-of-date' && demand.standing === 'own')
    .map((demand) => ({ issueId: demand.ticket.id, key: demand.ticket.key, startedFrom: demand.rev, set: {}, before: {}, fields: [] }));
}
