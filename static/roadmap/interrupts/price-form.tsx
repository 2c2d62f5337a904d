import { useEffect, useState } from 'react';
import { roundToDigits } from '../../../src/domain/context/format-number';
import type { Demand } from '../../../src/domain/demand/demand';
import { effortEstimate } from '../../../src/domain/ranking/estimate';
import type { InterruptPrice } from '../../../src/domain/ranking/price-of-interrupt';
import { numberAsTyped, readNumber } from '../../shared/read-number';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { ownWorth } from './own-worth';
import { PricePicture } from './price-picture';

interface PriceFormProps {
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly interrupts: readonly Demand[];
}

/** Places told; an interrupt that waits behind more than these is no interrupt. */
const MOST_PLACES = 60;

/** What an interrupt would displace: a ticket or just an effort, at a place in the plan. The question stands in the address. */
export function PriceForm({ view, page, interrupts }: PriceFormProps) {
  const { place: where, facts, demand: { settings } } = page;
  const { ranking } = view;
  const key = where.search.get('interrupt') ?? '';
  const chosen = interrupts.find(({ ticket }) => ticket.key === key);
  const estimate = effortEstimate(chosen?.content.effort, view.calibrations.effort);
  const stated = estimate.kind === 'unknown' ? undefined : roundToDigits(estimate.mean, 2);
  const asked = where.search.get('effort') ?? numberAsTyped(stated, facts.locale);
  const typed = readNumber(asked, { locale: facts.locale });
  const queue = (ranking?.plan ?? []).filter(({ end }) => end !== undefined);
  const after = queue.findIndex(({ candidate }) => candidate.key === where.search.get('after')) + 1;
  const effort = typed.state === 'number' && typed.value > 0 && typed.value < 10_000 ? typed.value : undefined;
  const price = usePrice(view, effort, after, chosen?.ticket.id);
  const own = chosen === undefined || effort === undefined || ranking === undefined || ranking.perWeek <= 0 ? undefined
    : ownWorth({ demand: chosen, view, settings, start: after === 0 ? 0 : queue[after - 1]?.end ?? 0, effort });
  const set = (name: string, value: string): void => {
    const search = new URLSearchParams(where.search);
    if (value === '') search.delete(name);
    else search.set(name, value);
    if (name === 'interrupt') search.delete('effort');
    where.refine(search);
  };
  return (
    <section className="gr-section" aria-labelledby="rk-price" data-testid="interrupts.price">
      <h2 id="rk-price">The price of an interrupt</h2>
      <p className="gw-quiet">Choose one, or type an effort, and where it would cut in. Nothing is changed; the address of this page holds the question.</p>
      <div className="gr-filters">
        <div className="gr-field gr-field--wide">
          <label htmlFor="rk-interrupt">Interrupt</label>
          <select id="rk-interrupt" value={chosen?.ticket.key ?? ''} onChange={({ target }) => set('interrupt', target.value)}>
            <option value="">Just an effort</option>
            {interrupts.map(({ ticket }) => <option key={ticket.id} value={ticket.key}>{ticket.key} {ticket.summary}</option>)}
          </select>
        </div>
        <div className="gr-field">
          <label htmlFor="rk-interrupt-effort">Person-weeks</label>
          <input id="rk-interrupt-effort" inputMode="decimal" value={asked} onChange={({ target }) => set('effort', target.value)} />
        </div>
        <div className="gr-field gr-field--wide">
          <label htmlFor="rk-interrupt-after">Cuts in</label>
          <select id="rk-interrupt-after" value={after === 0 ? '' : queue[after - 1]?.candidate.key} onChange={({ target }) => set('after', target.value)}>
            <option value="">at once, before everything</option>
            {queue.slice(0, MOST_PLACES).map(({ candidate }) => <option key={candidate.id} value={candidate.key}>after {candidate.key}</option>)}
          </select>
        </div>
      </div>
      <div role="status" data-testid="interrupts.answer">
        {ranking !== undefined && ranking.perWeek <= 0 ? <p>Without a capacity nothing has a date, so nothing slips. Set a capacity in the settings first.</p>
          : asked.trim() === '' ? <p>{chosen === undefined ? 'Type how many person-weeks it would take.' : `${chosen.ticket.key} has no effort yet. Type how many person-weeks it would take, or the time that you give it.`}</p>
          : effort === undefined ? <p>{typed.state === 'unreadable' ? typed.words : 'The effort must be more than 0 and below 10,000 person-weeks.'}</p>
          : price === undefined ? <p className="gw-quiet">Counting …</p>
          : <PricePicture price={price} own={own} currency={settings.currency} locale={facts.locale} />}
      </div>
    </section>
  );
}

/** Asked of the worker after a moment of quiet, so that typing never waits for an answer. */
function usePrice(view: RankingView, effort: number | undefined, place: number, id: string | undefined): InterruptPrice | undefined {
  const [price, setPrice] = useState<InterruptPrice>();
  const { ranking, phase, price: ask } = view;
  const canAsk = ranking !== undefined && phase === 'ready';
  useEffect(() => {
    setPrice(undefined);
    if (effort === undefined || !canAsk) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      void ask({ effort, place, ...(id === undefined ? {} : { id }) }).then((found) => { if (!isOver) setPrice(found); });
    }, 200);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [effort, place, id, canAsk, ranking, ask]);
  return price;
}
