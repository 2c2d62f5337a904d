/** What @forge/kvs 1.6 sends, as far as this host serves it. */

import * as z from 'zod';

const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])).optional();
const ttl = z.object({ value: z.number(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const setOptions = z.object({
  ttl: ttl.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  returnMetadataFields: metadataFields,
}).strict();

const key = z.string();
const value = z.unknown();

/** Entities, secrets and conditions are not served: nothing in the app uses them, and a silent half would lie. */
export const kvsRequests = {
  get: z.object({ key, options: z.object({ metadataFields }).optional() }).strict(),
  set: z.object({ key, value, options: setOptions.optional() }).strict(),
  delete: z.object({ key }).strict(),
  query: z.object({
    limit: z.number().int().min(1).max(100).optional(),
    after: z.string().optional(),
    where: z.array(z.object({ property: z.literal('key'), condition: z.literal('BEGINS_WITH'), values: z.tuple([z.string()]) })).max(1).optional(),
    options: z.object({ metadataFields }).optional(),
  }).strict(),
  'batch/get': z.array(z.object({ key }).strict()),
  'batch/set': z.array(z.object({ key, value, options: z.object({ ttl: ttl.optional() }).strict().optional() }).strict()),
  'batch/delete': z.array(z.object({ key }).strict()),
  transaction: z.object({
    set: z.array(z.object({ key, value, options: z.object({ ttl: ttl.optional() }).strict().optional() }).strict()).optional(),
    delete: z.array(z.object({ key }).strict()).optional(),
  }).strict(),
} as const;

export type KvsOperation = keyof typeof kvsRequests;
export type KvsRequest<O extends KvsOperation> = z.infer<(typeof kvsRequests)[O]>;
export type KvsTtl = z.infer<typeof ttl>;

export function isKvsOperation(name: string): name is KvsOperation {
  return Object.hasOwn(kvsRequests, name);
}
