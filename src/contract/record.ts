/** The stored form of a ticket's context: zod schema, versions, and how anything found in the property is read. */

import * as z from 'zod';
import {
  ANSWER_STATES, DELAY_SHAPES, FACETS, GRADES, HORIZONS, LEVELS, NOT_MONEY_REASONS, ORIGINS, PERIODS, QUESTIONS, RULINGS,
  VALUE_KINDS, type ContextContent, type ProductContext,
} from '../domain/context/product-context';
import { explainIssues } from './explain-issues';
import { PROPERTY_CHARACTERS } from './limits';
import { revSchema, storedRev } from './rev';

/** The schema version this code writes. */
export const RECORD_VERSION = 1;

const text = (most: number) => z.string().trim().max(most);
const optional = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
const day = z.iso.date();
const id = z.string().min(1).max(100);
const amount = z.number();

const condition = z.record(z.string().min(1).max(60), z.array(z.string().min(1).max(100)).max(100));
const range = z.object({ low: amount, high: amount });

const threshold = z.object({
  id,
  scale: optional(text(200)), unit: optional(text(40)), better: optional(z.enum(['lower', 'higher'])),
  statistic: optional(text(40)),
  past: optional(amount), tolerable: optional(amount), goal: optional(amount), stretch: optional(amount),
  limit: optional(z.object({ level: amount, authority: text(200) })),
  meter: optional(text(300)), due: optional(day), when: optional(condition),
});

const evidence = z.object({
  url: optional(z.string().max(500).regex(/^https?:\/\//i, 'must start with https:// or http://')), note: optional(text(300)),
});

export const worthSchema = z.object({
  low: optional(amount), high: optional(amount),
  currency: optional(z.string().regex(/^[A-Z]{3}$/, 'must be a three-letter currency code')), per: optional(z.enum(PERIODS)),
});

const value = z.object({
  metric: optional(text(200)),
  change: optional(z.object({ low: optional(amount), high: optional(amount), unit: optional(text(40)) })),
  worth: optional(worthSchema),
  notMoney: optional(z.object({
    reason: z.enum(NOT_MONEY_REASONS), authority: optional(text(200)), date: optional(day), count: optional(amount),
    countOf: optional(text(100)), note: optional(text(300)),
  })),
  unknown: optional(z.boolean()),
  kind: optional(z.enum(VALUE_KINDS)), because: optional(text(500)), evidence: optional(z.array(evidence).max(20)),
  credibility: optional(amount.min(0).max(1)),
});

const delay = z.object({
  shape: optional(z.enum(DELAY_SHAPES)), neededBy: optional(day), from: optional(day), until: optional(day),
  halfLifeMonths: optional(amount.positive()),
});

export const claimSchema = z.object({
  id, model: id, element: z.string().min(1).max(300), facet: z.enum(FACETS), level: z.enum(LEVELS),
  authority: optional(text(200)), when: optional(condition), everywhere: optional(z.array(z.string().max(60)).max(50)),
  why: optional(text(300)),
  min: optional(amount), max: optional(amount), exclusiveMin: optional(z.boolean()), exclusiveMax: optional(z.boolean()),
  unit: optional(text(40)), is: optional(text(200)),
  oneOf: optional(z.array(z.string().max(200)).max(500)), noneOf: optional(z.array(z.string().max(200)).max(500)),
  json: optional(z.boolean()), except: optional(z.array(z.string().max(200)).max(500)), schema: optional(z.string().max(4_000)),
  pattern: optional(z.string().max(500)), unique: optional(z.boolean()), step: optional(amount.positive()),
  mustRead: optional(z.array(z.string().max(100)).max(50)), mustNotRead: optional(z.array(z.string().max(100)).max(50)),
  from: optional(day), until: optional(day), along: optional(z.array(z.string().max(300)).max(200)),
});

const requesterShape = {
  infra: optional(z.object({ id: z.string().regex(/^\d+$/, 'must be a numeric project id'), key: z.string().min(1).max(255) })),
  team: optional(id), need: optional(text(500)), users: optional(text(300)), origin: optional(z.enum(ORIGINS)),
  sponsor: optional(text(100)), question: optional(z.enum(QUESTIONS)), decides: optional(text(300)),
  thresholds: optional(z.array(threshold).max(20)), value: optional(value), delay: optional(delay),
  touchesSharedData: optional(z.boolean()), askArchitect: optional(z.boolean()), claims: optional(z.array(claimSchema).max(100)),
};

const infrastructureShape = {
  architectLooked: optional(z.boolean()),
  effort: optional(range), boundary: optional(z.object({ ruling: z.enum(RULINGS), why: optional(text(300)) })),
  theme: optional(id), horizon: optional(z.enum(HORIZONS)),
  answer: optional(z.object({ state: z.enum(ANSWER_STATES), why: optional(text(500)) })),
};

const measured = z.object({ level: amount, source: optional(text(300)) });
const sharedShape = {
  initiative: optional(z.string().regex(/^[A-Z][A-Z0-9_]+-\d+$/, 'must be a ticket key such as BUYER-70')),
  outcome: optional(z.object({
    reviewDue: optional(day),
    levels: optional(z.array(z.object({
      threshold: id, level: optional(amount), on: optional(day), source: optional(text(300)),
    })).max(20)),
    worth: optional(measured), effort: optional(measured),
  })),
};

/** What people write: the payload of a save, and the content of a record. */
export const contentSchema = z.object({ ...requesterShape, ...infrastructureShape, ...sharedShape });

const hash = z.string().min(1).max(100);
const index = z.object({
  issue: z.number(), by: z.object({ judge: z.number(), settings: z.number() }),
  met: z.array(z.string()), missing: z.array(z.string()), notApplicable: z.array(z.string()),
  grade: z.enum(GRADES), hash, elements: z.array(z.string()), scales: optional(z.array(z.string())),
  worthLow: optional(amount), worthHigh: optional(amount), team: optional(z.string()), origin: optional(z.string()),
  theme: optional(z.string()), initiative: optional(z.string()), infra: optional(z.string()), reviewDue: optional(z.string()),
});

export const recordSchema = z.object({
  v: z.literal(RECORD_VERSION), rev: revSchema, savedAt: z.string(), token: optional(z.string().max(100)),
  ...requesterShape, ...infrastructureShape, ...sharedShape,
  understoodAt: optional(z.iso.datetime()),
  accepted: optional(z.object({ hash, comment: z.string(), ranges: optional(z.object({ worth: optional(worthSchema), effort: optional(range) })) })),
  bypass: optional(z.object({ gate: z.string(), hash, why: text(500), comment: z.string() })),
  log: optional(z.array(z.object({
    rev: z.number(), at: z.string(), field: z.string(), from: optional(z.string()), to: optional(z.string()),
  }))),
  index: optional(index),
});

/** A stored value is one of: nothing, a record, one written by a newer Groundwork, or something that is not a record. */
export type StoredContext =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly record: ProductContext; readonly salvaged: readonly string[] }
  | { readonly state: 'newer'; readonly version: number; readonly rev: number }
  | { readonly state: 'malformed'; readonly complaints: readonly string[]; readonly salvaged: ContextContent; readonly rev: number };

/**
 * Reads whatever stands in the property. Never throws and never drops what can be kept: fields that do not parse are named,
 * the others are salvaged, so that the next save repairs the record.
 */
export function readStoredContext(stored: unknown): StoredContext {
  if (stored === undefined || stored === null) return { state: 'absent' };
  const rev = storedRev(stored);
  const version = numberAt(stored, 'v');
  if (version !== undefined && version > RECORD_VERSION) return { state: 'newer', version, rev };
  const complaints: string[] = [];
  if (JSON.stringify(stored).length > PROPERTY_CHARACTERS) complaints.push('The record is longer than 32,768 characters.');
  const parsed = recordSchema.safeParse(stored);
  if (parsed.success && complaints.length === 0) return { state: 'read', record: parsed.data, salvaged: [] };
  if (!parsed.success) complaints.push(...explainIssues(parsed.error, stored));
  return { state: 'malformed', complaints, salvaged: salvageContent(stored), rev };
}

/** Every content field that parses on its own. */
export function salvageContent(stored: unknown): ContextContent {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const kept: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(contentSchema.shape)) {
    if (!Object.hasOwn(stored, field)) continue;
    const parsed = schema.safeParse((stored as Record<string, unknown>)[field]);
    if (parsed.success && parsed.data !== undefined) kept[field] = parsed.data;
  }
  return kept as ContextContent;
}

function numberAt(stored: unknown, field: string): number | undefined {
  if (typeof stored !== 'object' || stored === null || !Object.hasOwn(stored, field)) return undefined;
  const found = (stored as Record<string, unknown>)[field];
  return typeof found === 'number' ? found : undefined;
}
