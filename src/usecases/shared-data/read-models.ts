import type { CallPayload, CallReplies, Reply } from '../../contract/calls';
import type { SharedModel } from '../../domain/model/shared-model';
import { describeEarlyFailure, describeFailure, type Deed } from '../describe-failure';
import type { Ports } from '../ports';
import { refuse } from '../refuse';
import { mayInProject } from './may-in-project';
import { listSummaries, readModelWhole, readSummary, removeModelWhole } from './model-store';

/** An answer of a function has at most 5 MB. */
const ANSWER_BYTES = 4_800_000;

const READ: Deed = {
  doing: 'read the shared data models', kept: 'Nothing was changed.',
  forbidden: 'Only people who may browse the infrastructure project can read its shared data models. Ask its administrators for access.',
  gone: 'The project is not there any more, or you may no longer see it.',
};
const REMOVE: Deed = {
  ...READ, doing: 'remove the shared data model', forbidden: 'Only administrators of this project may remove a shared data model. Ask one of them.',
};
const GONE = 'There is no such shared data model (any more). Load the page again to see which there are.';

/** The models of an infrastructure project, without their elements. */
export async function listModels(ports: Ports, { projectId }: CallPayload<'listModels'>): Promise<Reply<CallReplies['listModels']>> {
  const allowed = await mayInProject(ports, projectId, 'BROWSE_PROJECTS', READ);
  if (!allowed.ok) return allowed;
  const models = await listSummaries(ports.kv, projectId);
  return models.ok ? { ok: true, value: { models: models.value } } : { ok: false, problem: describeEarlyFailure(models.failure, READ) };
}

/**
 * All models of a project in one answer, for whoever picks an element. The smallest first, so that one huge model does not push the
 * others out; what does not fit is named, and read by itself.
 */
export async function readModels(ports: Ports, { projectId }: CallPayload<'readModels'>): Promise<Reply<CallReplies['readModels']>> {
  const allowed = await mayInProject(ports, projectId, 'BROWSE_PROJECTS', READ);
  if (!allowed.ok) return allowed;
  const summaries = await listSummaries(ports.kv, projectId);
  if (!summaries.ok) return { ok: false, problem: describeEarlyFailure(summaries.failure, READ) };
  const models: SharedModel[] = [];
  let room = ANSWER_BYTES - bytesOf(summaries.value);
  for (const { id } of [...summaries.value].sort((a, b) => a.count - b.count)) {
    const model = await readModelWhole(ports.kv, projectId, id);
    if (!model.ok) return { ok: false, problem: describeEarlyFailure(model.failure, READ) };
    if (model.value === undefined) continue;
    room -= bytesOf(model.value);
    if (room < 0) break;
    models.push(model.value);
  }
  const isRead = new Set(models.map(({ id }) => id));
  return { ok: true, value: { models: models.sort((a, b) => (a.name < b.name ? -1 : 1)), left: summaries.value.filter(({ id }) => !isRead.has(id)) } };
}

/** One model with all its elements; descriptions are left out where the answer would be too long with them. */
export async function readModel(ports: Ports, { projectId, modelId }: CallPayload<'readModel'>): Promise<Reply<CallReplies['readModel']>> {
  const allowed = await mayInProject(ports, projectId, 'BROWSE_PROJECTS', READ);
  if (!allowed.ok) return allowed;
  const model = await readModelWhole(ports.kv, projectId, modelId);
  if (!model.ok) return { ok: false, problem: describeEarlyFailure(model.failure, READ) };
  if (model.value === undefined) return refuse('NOT_FOUND', GONE);
  const fitting = [model.value, withoutDescriptions(model.value)].find((candidate) => bytesOf(candidate) <= ANSWER_BYTES);
  if (fitting === undefined) return refuse('TOO_LARGE', 'This shared data model is too large to be shown as a whole: more than 5 MB even without its descriptions. Import the part that teams speak about.');
  return { ok: true, value: { model: fitting } };
}

/** Removes a model; claims on its elements stay, and are no longer held against what it constrained. */
export async function removeModel(ports: Ports, { projectId, modelId }: CallPayload<'removeModel'>): Promise<Reply<CallReplies['removeModel']>> {
  const allowed = await mayInProject(ports, projectId, 'ADMINISTER_PROJECTS', REMOVE);
  if (!allowed.ok) return allowed;
  const summary = await readSummary(ports.kv, projectId, modelId);
  if (!summary.ok) return { ok: false, problem: describeEarlyFailure(summary.failure, REMOVE) };
  if (summary.value === undefined) return { ok: true, value: { removed: false } };
  const removed = await removeModelWhole(ports.kv, projectId, modelId);
  if (!removed.ok) return { ok: false, problem: describeFailure(removed.failure, REMOVE) };
  await ports.leave.recheck([{ work: { kind: 'project', projectId, since: ports.clock().toISOString() }, delaySeconds: 0 }]);
  return { ok: true, value: { removed: true } };
}

function withoutDescriptions(model: SharedModel): SharedModel {
  return { ...model, elements: model.elements.map(({ description: _left, ...element }) => element) };
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
