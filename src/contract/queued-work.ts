/** What the backend leaves for later: the bodies of queue events, parsed when they arrive like anything else. */

import * as z from 'zod';

/** Queues as the manifest's consumers name them. */
export const QUEUES = { recheck: 'recheck', followUps: 'follow-ups' } as const;

const numericId = z.string().regex(/^[1-9]\d{0,18}$/);

/** All elements of one entity of a shared data model: what is checked together, because budgets and shapes span an entity. */
export const entityPlaceSchema = z.object({ model: z.string().min(1).max(100), entity: z.string().min(1).max(300) });
export type EntityPlace = Readonly<z.infer<typeof entityPlaceSchema>>;

/** `save`: somebody just wrote; `repeat`: nobody did, so tickets that were never checked before are not told. */
const reason = z.enum(['save', 'repeat']);

export const recheckWorkSchema = z.discriminatedUnion('kind', [
  /** Checks these entities again; whatever was checked after `since` is left out. */
  z.object({
    kind: z.literal('entities'), projectId: numericId, places: z.array(entityPlaceSchema).max(100), since: z.iso.datetime(), reason,
    /** Tickets that may have stopped asking for anything: what was stored on them then is over. */
    left: z.exactOptional(z.array(numericId).max(100)),
    /** How often these could not be done. */
    tries: z.exactOptional(z.number().int().positive()),
  }),
  /** Checks everything of a project again. */
  z.object({ kind: z.literal('project'), projectId: numericId, since: z.iso.datetime() }),
  /** Reads the tickets of a project into the claim index, page by page, then checks everything. */
  z.object({ kind: z.literal('index'), projectId: numericId, page: z.exactOptional(z.string().max(5_000)) }),
]);
export type RecheckWork = Readonly<z.infer<typeof recheckWorkSchema>>;

/** Comments and links that follow one decision. */
export const followUpWorkSchema = z.object({ kind: z.literal('follow-up'), projectId: numericId, number: z.number().int().min(1) });
export type FollowUpWork = Readonly<z.infer<typeof followUpWorkSchema>>;
