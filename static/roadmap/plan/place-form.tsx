import { useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import type { Placement } from '../../../src/domain/ranking/plan';
import { PlainButton } from '../../shared/plain-button';
import { NearDialog } from '../ranking/near-dialog';
import type { RankingView } from '../ranking/use-ranking';
import { isCounted, orderedBefore } from './plan-lane';
import type { Placing } from './plan-view';

interface PlaceFormProps {
  readonly placing: Placing;
  readonly queue: readonly Placement[];
  readonly view: RankingView;
  readonly byId: ReadonlyMap<string, Demand>;
  readonly onClose: () => void;
}

/** More choices than this nobody reads; further places are reached by dropping on a row. */
const MOST_CHOICES = 200;

/** Where a ticket is tried, and why: without a reason nobody understands the plan next week. */
export function PlaceForm({ placing, queue, view, byId, onClose }: PlaceFormProps) {
  const [place, setPlace] = useState(placing.place);
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const key = byId.get(placing.id)?.ticket.key ?? '';
  const counted = queue.filter((placement) => isCounted(placement, placing.id));
  const choices = queue.slice(0, MOST_CHOICES).flatMap((placement, at) => (isCounted(placement, placing.id) ? [{ place: orderedBefore(queue, at, placing.id), words: `Before ${placement.candidate.key}` }] : []));
  const tryIt = (): void => {
    if (reason.trim() === '') return setWords('Say why it belongs there: the reason stands in the plan.');
    view.change({ placed: [...view.address.placed.filter((tried) => tried.key !== key), { key, place, reason: reason.trim() }] });
    onClose();
  };
  return (
    <NearDialog labelledBy="rk-place-title" onClose={onClose} testId="plan.place" {...(placing.near === undefined ? {} : { near: placing.near })}>
      <form method="dialog" onSubmit={(event) => { event.preventDefault(); tryIt(); }}>
        <h2 id="rk-place-title">Place {key}</h2>
        <div className="gr-filters">
          <div className="gr-field">
            <label htmlFor="rk-place">Where</label>
            <select id="rk-place" value={place} onChange={({ target }) => setPlace(Number(target.value))}>
              {choices.map((choice) => <option key={choice.place} value={choice.place}>{choice.words}</option>)}
              <option value={counted.length}>At the end</option>
            </select>
          </div>
          <div className="gr-field gr-field--wide"><label htmlFor="rk-place-reason">Reason</label><input id="rk-place-reason" maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} /></div>
        </div>
        <p role="alert" className="gr-rk-error">{words}</p>
        <p className="gw-quiet">A what-if: it stands in the address of this page until the plan is saved.</p>
        <div className="gw-actions">
          <PlainButton look="primary" type="submit">Try it here</PlainButton>
          <PlainButton look="subtle" onClick={onClose}>Cancel</PlainButton>
        </div>
      </form>
    </NearDialog>
  );
}
