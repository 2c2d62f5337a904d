import { useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { placeAtCut, type CutChoice } from '../../../src/domain/ranking/overrule-cut';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { MOST_PLACED, PLACE_REASON_CHARACTERS } from '../../../src/domain/ranking/saved-plan';
import { PlainButton } from '../../shared/plain-button';
import type { RankingView } from '../ranking/use-ranking';

export const CUT_CHOICES: Readonly<Record<CutChoice, string>> = { 'keep-in': 'Keep in', 'leave-out': 'Leave out' };

interface CutFormProps {
  readonly demand: Demand;
  readonly choice: CutChoice;
  readonly view: RankingView;
  readonly ranking: Ranking;
  readonly onSettled: (words: string) => void;
  readonly onCancel: () => void;
}

/** People decide about a ticket on which the two orders disagree: its place in the plan, with a reason that stands there. */
export function CutForm({ demand: { ticket }, choice, view, ranking, onSettled, onCancel }: CutFormProps) {
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const { placed } = view.address;
  const settle = (): void => {
    const place = placeAtCut(ranking, ticket.id, choice);
    const why = reason.trim();
    if (why === '') return setWords('Say why: the reason stands in the plan.');
    if (place === undefined) return setWords('It is not in the order any more: nothing was changed.');
    if (placed.length >= MOST_PLACED) return setWords(`${String(MOST_PLACED)} tickets are placed by hand already, and the plan keeps no more. Take one out on the Plan page first.`);
    view.change({ placed: [...placed.filter(({ key }) => key !== ticket.key), { key: ticket.key, place, reason: why }] });
    onSettled(`${ticket.key}: ${choice === 'keep-in' ? 'kept in' : 'left out'}, because ${why}`);
  };
  return (
    <form className="gr-mt-form" onSubmit={(event) => { event.preventDefault(); settle(); }}>
      <div className="gr-filters">
        <div className="gr-field gr-field--wide">
          <label htmlFor={`cut-${ticket.id}`}>{CUT_CHOICES[choice]} {ticket.key}, because</label>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the form opens because somebody pressed its button; that is where they go on */}
          <input id={`cut-${ticket.id}`} autoFocus value={reason} maxLength={PLACE_REASON_CHARACTERS} onChange={({ target }) => setReason(target.value)} />
        </div>
        <PlainButton look="primary" type="submit">{CUT_CHOICES[choice]}</PlainButton>
        <PlainButton look="subtle" onClick={onCancel}>Cancel</PlainButton>
      </div>
      <p role="alert" className="gr-mt-error">{words}</p>
    </form>
  );
}
