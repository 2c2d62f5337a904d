/**
 * Shared data models in the app's store: a summary under the model's id, and its elements in chunks under the id of the upload. The
 * summary names its upload, so replacing it is the one write that commits an import.
 */

import * as z from 'zod';
import { modelElementSchema, modelSummarySchema, type ModelSummary } from '../../contract/models';
import type { ModelElement, SharedModel } from '../../domain/model/shared-model';
import type { Outcome } from '../ports';
import { workThrough } from '../work-through';
import type { KeyedValue, KeyValues } from './ports';

/** Largest chunk, in bytes of UTF-8: the store takes 240 KiB. */
const CHUNK_BYTES = 200_000;
/** For how many days parts are kept whose import was never finished. */
const UNFINISHED_DAYS = 1;
/** Chunks that are read or written at the same time. */
const AT_ONCE = 6;

const chunkSchema = z.object({ elements: z.array(modelElementSchema), /** Of the first chunk of a part: how many it has. */ chunks: z.exactOptional(z.number()) });
type Chunk = z.infer<typeof chunkSchema>;

const summaryKey = (projectId: string, modelId: string) => `model:${projectId}:${modelId}`;
const uploadPrefix = (projectId: string, modelId: string) => `model-part:${projectId}:${modelId}:`;
const chunkKey = (projectId: string, { id, upload }: ModelSummary, part: number, chunk: number) => `${uploadPrefix(projectId, id)}${upload}:${part}:${chunk}`;

/** Keeps one part of an import; it counts for nothing until the import is committed. */
export async function keepPart(kv: KeyValues, projectId: string, summary: ModelSummary, part: number, elements: readonly ModelElement[]): Promise<Outcome<null>> {
  const chunks = inChunks(elements);
  return kv.setMany(chunks.map((chunk, at) => ({
    key: chunkKey(projectId, summary, part, at), days: UNFINISHED_DAYS, value: { elements: chunk, ...(at === 0 ? { chunks: chunks.length } : {}) },
  })));
}

/** `missing`: parts that never arrived; `wrong count`: together they are not what the import announced. */
export type Commit = { readonly state: 'committed'; readonly summary: ModelSummary } | { readonly state: 'missing'; readonly parts: readonly number[] } | { readonly state: 'wrong count'; readonly found: number };

/** Replaces the model by what was uploaded, if all of it is there; then removes what no summary names any more. */
export async function commitModel(kv: KeyValues, projectId: string, summary: ModelSummary): Promise<Outcome<Commit>> {
  const found = await readParts(kv, projectId, summary);
  if (!found.ok) return found;
  const missing = found.value.flatMap(({ chunks, part }) => (chunks === undefined ? [part] : []));
  if (missing.length > 0) return { ok: true, value: { state: 'missing', parts: missing } };
  const count = found.value.reduce((sum, { chunks = [] }) => sum + chunks.reduce((inner, { value }) => inner + value.elements.length, 0), 0);
  if (count !== summary.count) return { ok: true, value: { state: 'wrong count', found: count } };
  // Written again without an end: until now they were to be forgotten after a day.
  const kept = await kv.setMany(found.value.flatMap(({ chunks = [] }) => chunks));
  if (!kept.ok) return kept;
  const committed = await kv.set({ key: summaryKey(projectId, summary.id), value: summary });
  if (!committed.ok) return committed;
  await removeUploads(kv, projectId, summary.id, summary.upload);
  return { ok: true, value: { state: 'committed', summary } };
}

/** Summaries of a project's models, by name. */
export async function listSummaries(kv: KeyValues, projectId: string): Promise<Outcome<readonly ModelSummary[]>> {
  const found = await kv.list(summaryKey(projectId, ''));
  if (!found.ok) return found;
  const summaries = found.value.flatMap(({ value }) => modelSummarySchema.safeParse(value).data ?? []);
  return { ok: true, value: summaries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** Undefined when there is no such model. */
export async function readSummary(kv: KeyValues, projectId: string, modelId: string): Promise<Outcome<ModelSummary | undefined>> {
  const found = await kv.get(summaryKey(projectId, modelId));
  return found.ok ? { ok: true, value: modelSummarySchema.safeParse(found.value).data } : found;
}

/** The whole model; undefined when there is none, or when it was replaced while it was read. */
export async function readModelWhole(kv: KeyValues, projectId: string, modelId: string): Promise<Outcome<SharedModel | undefined>> {
  const summary = await readSummary(kv, projectId, modelId);
  if (!summary.ok || summary.value === undefined) return summary.ok ? { ok: true, value: undefined } : summary;
  const parts = await readParts(kv, projectId, summary.value);
  if (!parts.ok) return parts;
  if (parts.value.some(({ chunks }) => chunks === undefined)) return { ok: true, value: undefined };
  const { id, name, format, source, importedAt, owner } = summary.value;
  const elements = parts.value.flatMap(({ chunks = [] }) => chunks.flatMap(({ value }) => value.elements));
  return { ok: true, value: { id, name, format, source, importedAt, ...(owner === undefined ? {} : { owner }), elements } };
}

/** Removes the summary first, so that no half of a model is ever read. */
export async function removeModelWhole(kv: KeyValues, projectId: string, modelId: string): Promise<Outcome<null>> {
  const removed = await kv.removeMany([summaryKey(projectId, modelId)]);
  if (removed.ok) await removeUploads(kv, projectId, modelId, undefined);
  return removed;
}

async function removeUploads(kv: KeyValues, projectId: string, modelId: string, except: string | undefined): Promise<void> {
  const all = await kv.list(uploadPrefix(projectId, modelId));
  if (!all.ok) return;
  const kept = `${uploadPrefix(projectId, modelId)}${except ?? ''}:`;
  await kv.removeMany(all.value.map(({ key }) => key).filter((key) => except === undefined || !key.startsWith(kept)));
}

interface ReadPart {
  readonly part: number;
  /** Undefined when it is not there. */
  readonly chunks?: readonly (KeyedValue & { readonly value: Chunk })[];
}

async function readParts(kv: KeyValues, projectId: string, summary: ModelSummary): Promise<Outcome<readonly ReadPart[]>> {
  const parts = await workThrough(Array.from({ length: summary.parts }, (_, part) => part), AT_ONCE, (part) => readPart(kv, projectId, summary, part));
  const failed = parts.find((part) => !part.ok);
  return failed?.ok === false ? failed : { ok: true, value: parts.flatMap((part) => (part.ok ? [part.value] : [])) };
}

async function readPart(kv: KeyValues, projectId: string, summary: ModelSummary, part: number): Promise<Outcome<ReadPart>> {
  const chunks: (KeyedValue & { readonly value: Chunk })[] = [];
  for (let at = 0, count = 1; at < count; at += 1) {
    const key = chunkKey(projectId, summary, part, at);
    const found = await kv.get(key);
    if (!found.ok) return found;
    const chunk = chunkSchema.safeParse(found.value);
    if (!chunk.success) return { ok: true, value: { part } };
    count = chunk.data.chunks ?? count;
    chunks.push({ key, value: chunk.data });
  }
  return { ok: true, value: { part, chunks } };
}

function inChunks(elements: readonly ModelElement[]): readonly (readonly ModelElement[])[] {
  const chunks: ModelElement[][] = [[]];
  let room = CHUNK_BYTES;
  for (const element of elements) {
    const size = new TextEncoder().encode(JSON.stringify(element)).length + 1;
    if (size > room) {
      chunks.push([]);
      room = CHUNK_BYTES;
    }
    chunks.at(-1)?.push(element);
    room -= size;
  }
  return chunks;
}
