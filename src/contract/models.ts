/** Shared data models as they are kept (KVS, in chunks) and cross between page and backend. */

import * as z from 'zod';
import { JSON_KINDS, MODEL_FORMATS, MOST_ELEMENTS, MOST_LISTED, PROMISES } from '../domain/model/shared-model';

const optional = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);

/** Elements of one upload or one stored chunk: well under 500 KB a call and 240 KiB a value. */
export const ELEMENTS_A_PART = 300;

export const modelIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens');

const bounds = { min: optional(z.number()), max: optional(z.number()) };

export const modelElementSchema = z.object({
  path: z.string().min(1).max(300), kind: z.enum(['entity', 'field']), type: z.string().max(200), many: z.boolean(), required: z.boolean(),
  description: optional(z.string().max(300)), owner: optional(z.string().max(100)), values: optional(z.array(z.string().max(200)).max(MOST_LISTED)),
  unique: optional(z.boolean()), ...bounds, exclusiveMin: optional(z.boolean()), exclusiveMax: optional(z.boolean()), pattern: optional(z.string().max(500)),
  holds: optional(z.array(z.enum(JSON_KINDS)).min(1).max(7)), length: optional(z.object(bounds)), items: optional(z.object(bounds)), format: optional(z.string().min(1).max(200)),
  step: optional(z.number().positive()), forbidden: optional(z.boolean()), closed: optional(z.boolean()),
  promises: optional(z.array(z.object({ facet: z.enum(PROMISES), ...bounds, unit: optional(z.string().max(40)) })).max(10)),
});

export const modelSummarySchema = z.object({
  id: modelIdSchema, name: z.string().trim().min(1).max(100), format: z.enum(MODEL_FORMATS), source: z.string().max(200),
  owner: optional(z.string().max(100)), importedAt: z.string(), count: z.number().int().min(0).max(MOST_ELEMENTS),
  /** Names the chunks of this import; a new import writes new chunks and then replaces the summary: one write commits. */
  upload: z.string().min(8).max(64), parts: z.number().int().min(1).max(200),
});
export type ModelSummary = z.infer<typeof modelSummarySchema>;
