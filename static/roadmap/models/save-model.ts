import type { Problem } from '../../../src/contract/calls';
import type { ModelSummary } from '../../../src/contract/models';
import type { ModelElement } from '../../../src/domain/model/shared-model';
import { call } from '../../shared/bridge';
import { partsOf } from './model-parts';

export type Saved = { readonly kind: 'saved'; readonly summary: ModelSummary } | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly problem: Problem };

interface SaveModelOptions {
  readonly projectId: string;
  readonly summary: Omit<ModelSummary, 'upload' | 'parts' | 'count' | 'importedAt'>;
  readonly elements: readonly ModelElement[];
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number, parts: number) => void;
}

/** Sends a model part by part. Until the last part is there, the model that was stored before stays as it is. */
export async function saveModel({ projectId, summary, elements, signal, onProgress }: SaveModelOptions): Promise<Saved> {
  const parts = partsOf(elements);
  const model: ModelSummary = { ...summary, importedAt: new Date().toISOString(), count: elements.length, upload: crypto.randomUUID(), parts: parts.length };
  for (const [part, some] of parts.entries()) {
    if (signal.aborted) return { kind: 'cancelled' };
    onProgress(part, parts.length);
    const reply = await call('saveModelPart', { projectId, model, part, elements: some });
    if (!reply.ok) return { kind: 'failed', problem: reply.problem };
  }
  onProgress(parts.length, parts.length);
  return { kind: 'saved', summary: model };
}
