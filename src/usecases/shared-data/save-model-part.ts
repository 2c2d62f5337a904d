import type { CallPayload, CallReplies, Reply } from '../../contract/calls';
import { describeFailure, type Deed } from '../describe-failure';
import type { Ports } from '../ports';
import { refuse } from '../refuse';
import { mayInProject } from './may-in-project';
import { commitModel, keepPart } from './model-store';

const DEED: Deed = {
  doing: 'keep the shared data model', kept: 'The model that was there before still stands.',
  forbidden: 'Only administrators of this project may import a shared data model. Ask one of them.',
  gone: 'The project is not there any more, or you may no longer see it.',
};

/** Keeps one part of an import; the last part replaces the model as a whole, and what it constrains is checked again. */
export async function saveModelPart(ports: Ports, { projectId, model, part, elements }: CallPayload<'saveModelPart'>): Promise<Reply<CallReplies['saveModelPart']>> {
  if (part >= model.parts) return refuse('INVALID', `This import announced ${model.parts} parts, and this is part ${part + 1}. ${DEED.kept} Import the file again.`);
  const allowed = await mayInProject(ports, projectId, 'ADMINISTER_PROJECTS', DEED);
  if (!allowed.ok) return allowed;
  const kept = await keepPart(ports.kv, projectId, model, part, elements);
  if (!kept.ok) return { ok: false, problem: describeFailure(kept.failure, DEED) };
  if (part < model.parts - 1) return { ok: true, value: { committed: false } };
  const commit = await commitModel(ports.kv, projectId, model);
  if (!commit.ok) return { ok: false, problem: describeFailure(commit.failure, DEED) };
  switch (commit.value.state) {
    case 'missing': return refuse('INVALID', `${commit.value.parts.length} of the ${model.parts} parts of this import did not arrive. ${DEED.kept} Import the file again.`);
    case 'wrong count': return refuse('INVALID', `This import announced ${model.count} elements, and ${commit.value.found} arrived. ${DEED.kept} Import the file again.`);
    case 'committed': {
      // If it cannot be queued, the daily run checks against the new model.
      await ports.leave.recheck([{ work: { kind: 'project', projectId, since: ports.clock().toISOString() }, delaySeconds: 0 }]);
      return { ok: true, value: { committed: true } };
    }
    default: return neverState(commit.value);
  }
}

function neverState(state: never): never {
  throw new Error(`No words for ${JSON.stringify(state)}.`);
}
