import { contentHash } from '../../../src/domain/context/content-hash';
import type { ProductContext } from '../../../src/domain/context/product-context';
import { whySentence } from '../../../src/domain/context/why-sentence';
import { useCall } from '../../shared/use-call';
import { revIn, type PanelData } from '../load-panel';
import { TaskFrame } from './task-frame';

export interface TaskProps {
  readonly data: PanelData;
  readonly onDone: (record: ProductContext) => void;
  readonly onCancel: () => void;
  readonly onReload: () => void;
}

/** Infrastructure agrees to what stands here; a comment by this person says so. */
export function AcceptTask({ data, onDone, onCancel, onReload }: TaskProps) {
  const { state, run } = useCall('acceptContext');
  const { stored, ticket } = data;
  if (stored.state !== 'read') return null;
  const agree = async (): Promise<void> => {
    const reply = await run({ issueId: ticket.id, startedFrom: revIn(stored), hash: contentHash(stored.record) });
    if (reply !== undefined) onDone(reply.record);
  };
  return (
    <TaskFrame title="Agree as written" doing="Agreeing" state={state} action="Agree" onAct={() => { void agree(); }} onCancel={onCancel} onReload={onReload}>
      <p>You agree for {stored.record.infra?.key ?? 'infrastructure'} to this need, these thresholds, this value and these dates:</p>
      <blockquote className="gw-quote">{whySentence(stored.record)}</blockquote>
      <p className="gw-quiet">A comment in your name tells everybody. If what stands here changes later, the agreement lapses.</p>
    </TaskFrame>
  );
}
