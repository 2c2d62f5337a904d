import * as z from 'zod';
import type { EntityPlace } from '../../contract/queued-work';
import { claimSchema } from '../../contract/record';
import { MODEL_TICKET, type Claim } from '../../domain/conflict/claim';
import { entityOf } from '../../domain/conflict/element-path';
import { modelClaims } from '../../domain/model/model-claims';
import type { Outcome } from '../ports';
import { placeId } from './keys';
import { readModelWhole, readSummary } from './model-store';
import type { KeyValues } from './ports';

/** What one entity's constraints were derived from a model is kept for so many days. */
const KEPT_DAYS = 30;
/** More than this of one entity does not fit one value of the store, and then it is derived every time. */
const KEPT_CHARACTERS = 60_000;

const keptSchema = z.object({ name: z.string(), claims: z.array(claimSchema) });

/** What the imported model itself constrains in one entity: claims in force that no ticket makes. */
export async function constraintsOf(kv: KeyValues, projectId: string, place: EntityPlace): Promise<Outcome<readonly Claim[]>> {
  // A claim may name a model that could not even be a key.
  if (!/^[a-z0-9-]+$/.test(place.model)) return { ok: true, value: [] };
  const summary = await readSummary(kv, projectId, place.model);
  if (!summary.ok) return summary;
  if (summary.value === undefined) return { ok: true, value: [] };
  const key = `constraints:${projectId}:${summary.value.upload.replaceAll(/[^a-zA-Z0-9-]/g, '')}:${placeId(place)}`;
  const kept = await kv.get(key);
  if (!kept.ok) return kept;
  const parsed = keptSchema.safeParse(kept.value);
  if (parsed.success) return { ok: true, value: parsed.data.claims.map((claim) => asInForce(claim, parsed.data.name)) };
  const model = await readModelWhole(kv, projectId, place.model);
  if (!model.ok) return model;
  if (model.value === undefined) return { ok: true, value: [] };
  const { name } = model.value;
  const claims = modelClaims({ ...model.value, elements: model.value.elements.filter(({ path }) => entityOf(path) === place.entity) });
  const value = { name, claims: claims.map(({ ticket: _ticket, team: _team, status: _status, grade: _grade, ...content }) => content) };
  // What cannot be kept is derived again next time.
  if (JSON.stringify(value).length <= KEPT_CHARACTERS) await kv.set({ key, value, days: KEPT_DAYS });
  return { ok: true, value: claims };
}

function asInForce(content: z.infer<typeof keptSchema>['claims'][number], name: string): Claim {
  return { ...content, ticket: { id: MODEL_TICKET, key: name }, team: '', status: 'in force', grade: 'gold' };
}
