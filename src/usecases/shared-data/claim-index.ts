/**
 * The claim index: which tickets make claims on which elements, and which measure on which scales. What is checked is always read from the tickets themselves, so a
 * key too many costs one look and a key too few is added by the next save or the daily run.
 */

import * as z from 'zod';
import { entityPlaceSchema, type EntityPlace } from '../../contract/queued-work';
import { claimSchema } from '../../contract/record';
import type { ClaimContent } from '../../domain/context/product-context';
import type { Outcome } from '../ports';
import { claimsKey, placeOf, placePrefix, projectPrefix, reachKey, reachPrefix, scaleKey, ticketKey } from './keys';
import { distinctPlaces, isScalePlace, ownPlaces, reachesOf, reachSchema, type Asking, type Reach } from './places';
import type { KeyedValue, KeyValues } from './ports';

const entrySchema = z.object({ ticket: z.string(), place: entityPlaceSchema, claims: z.array(claimSchema) });
export type IndexEntry = Readonly<z.infer<typeof entrySchema>>;

const ticketSchema = z.object({ projectId: z.string(), rev: z.number(), keys: z.array(z.string()), places: z.array(entityPlaceSchema) });

/** Entities to check again, by the project whose model they belong to. */
export interface Touched {
  readonly projectId: string;
  readonly places: readonly EntityPlace[];
}

export interface TicketToIndex {
  readonly ticketId: string;
  /** Revision of its record: an older one never replaces a newer one. */
  readonly rev: number;
  /** Undefined: it asks no infrastructure project. */
  readonly projectId: string | undefined;
  readonly asking: Asking;
}

/** Writes what a ticket asks for and removes those that are no longer there; returns what to check again, before and after. */
export async function indexTicket(kv: KeyValues, { ticketId, rev, projectId, asking }: TicketToIndex): Promise<Outcome<readonly Touched[]>> {
  const stored = await kv.get(ticketKey(ticketId));
  if (!stored.ok) return stored;
  const before = ticketSchema.safeParse(stored.value).data;
  if (before !== undefined && before.rev > rev) return { ok: true, value: [] };
  const entries = projectId === undefined ? [] : entriesOf(ticketId, projectId, asking);
  const places = distinctPlaces([...ownPlaces(asking), ...reachesOf(asking).map(({ to }) => to)]);
  const keys = entries.map(({ key }) => key);
  const gone = before?.keys.filter((key) => !keys.includes(key)) ?? [];
  const set = await kv.setMany([...entries, { key: ticketKey(ticketId), value: { projectId: projectId ?? '', rev, keys, places } }]);
  if (!set.ok) return set;
  const removed = gone.length === 0 ? set : await kv.removeMany(gone);
  return removed.ok ? { ok: true, value: joinTouched(before, projectId, places) } : removed;
}

/** All entries of one entity. */
export async function readPlace(kv: KeyValues, projectId: string, place: EntityPlace): Promise<Outcome<readonly (IndexEntry & { readonly key: string })[]>> {
  const found = await kv.list(placePrefix(projectId, place));
  return found.ok ? { ok: true, value: found.value.flatMap(toEntry) } : found;
}

/** All entries of one entity, and those of claims that are named by their keys and belong to others. */
export async function readNamed(kv: KeyValues, projectId: string, place: EntityPlace, keys: readonly string[]): Promise<Outcome<readonly IndexEntry[]>> {
  const own = await readPlace(kv, projectId, place);
  if (!own.ok) return own;
  const known = new Set(own.value.flatMap(({ ticket, claims }) => claims.map(({ id }) => `${ticket}/${id}`)));
  const entries: IndexEntry[] = [...own.value];
  for (const ticket of new Set(keys.filter((key) => /^[1-9]\d*\//.test(key) && !known.has(key)).map((key) => key.slice(0, key.indexOf('/'))))) {
    const stored = await kv.get(ticketKey(ticket));
    if (!stored.ok) return stored;
    const elsewhere = ticketSchema.safeParse(stored.value).data?.keys.filter((key) => key.startsWith(projectPrefix(projectId)) && !key.startsWith(placePrefix(projectId, place))) ?? [];
    for (const key of elsewhere) {
      const found = await kv.get(key);
      if (!found.ok) return found;
      entries.push(...toEntry({ key, value: found.value }));
    }
  }
  return { ok: true, value: entries };
}

/** What the budgets of a project add up beyond their own entities. */
export async function readReaches(kv: KeyValues, projectId: string): Promise<Outcome<readonly Reach[]>> {
  const found = await kv.list(reachPrefix(projectId));
  return found.ok ? { ok: true, value: found.value.flatMap(({ value }) => reachSchema.safeParse(value).data ?? []) } : found;
}

/** The places of a project where anybody asks for something. */
export async function readPlaces(kv: KeyValues, projectId: string): Promise<Outcome<readonly EntityPlace[]>> {
  const found = await kv.list(projectPrefix(projectId));
  return found.ok ? { ok: true, value: distinctPlaces(found.value.flatMap(toEntry).map(({ place }) => place)) } : found;
}

function entriesOf(ticketId: string, projectId: string, asking: Asking): readonly KeyedValue[] {
  return [
    ...claimEntries(ticketId, projectId, asking.claims ?? []),
    ...ownPlaces(asking).filter(isScalePlace).map((place) => ({ key: scaleKey(projectId, place, ticketId), value: { ticket: ticketId, place, claims: [] } })),
    ...reachesOf(asking).map((reach) => ({ key: reachKey(projectId, reach, ticketId), value: reach })),
  ];
}

function claimEntries(ticketId: string, projectId: string, claims: readonly ClaimContent[]): readonly KeyedValue[] {
  const byKey = new Map<string, { place: EntityPlace; claims: ClaimContent[] }>();
  for (const claim of claims) {
    const key = claimsKey(projectId, claim, ticketId);
    const entry = byKey.get(key) ?? { place: placeOf(claim), claims: [] };
    entry.claims.push(claim);
    byKey.set(key, entry);
  }
  return [...byKey].map(([key, entry]) => ({ key, value: { ticket: ticketId, ...entry } }));
}

/** Something unreadable in the store is nobody's claim. */
function toEntry({ key, value }: { readonly key: string; readonly value: unknown }) {
  const entry = entrySchema.safeParse(value);
  return entry.success ? [{ key, ...entry.data }] : [];
}

function joinTouched(before: z.infer<typeof ticketSchema> | undefined, projectId: string | undefined, places: readonly EntityPlace[]): readonly Touched[] {
  const byProject = new Map<string, readonly EntityPlace[]>();
  if (before !== undefined && before.projectId !== '') byProject.set(before.projectId, before.places);
  if (projectId !== undefined) byProject.set(projectId, [...(byProject.get(projectId) ?? []), ...places]);
  return [...byProject].map(([id, all]) => ({ projectId: id, places: distinctPlaces(all) })).filter(({ places: all }) => all.length > 0);
}
