import { PlainButton } from '../shared/plain-button';
import { ChoiceField, TextField } from './field';
import { newRowKey, Section, type SectionProps } from './section';
import type { RateRow } from './settings-draft';

const PERIODS = [
  { value: 'week', label: 'a week' }, { value: 'month', label: 'a month' }, { value: 'quarter', label: 'a quarter' },
] as const;

/** Money, capacity and the part of it that is kept for interrupts. */
export function CapacitySection({ editor: { draft, change, complaintAbout }, isReadOnly }: SectionProps) {
  const field = (id: string) => ({ id, isReadOnly, complaint: complaintAbout(id) });
  return (
    <Section id="capacity" title="Money and capacity" lead="Worths are compared in one currency. Capacity is a range that you are 90 % sure of; without it, demand is shown without a percentage.">
      <div className="gs-row">
        <TextField {...field('currency')} label="Currency" width="number" maxLength={3} help="Three letters, such as USD" value={draft.currency} onChange={(currency) => change({ currency })} />
        <TextField {...field('capacityLow')} label="Person-weeks, at least" width="number" value={draft.capacityLow} onChange={(capacityLow) => change({ capacityLow })} />
        <TextField {...field('capacityHigh')} label="at most" width="number" value={draft.capacityHigh} onChange={(capacityHigh) => change({ capacityHigh })} />
        <ChoiceField id="capacityPer" label="per" value={draft.capacityPer} options={PERIODS} isReadOnly={isReadOnly} onChange={(capacityPer) => change({ capacityPer })} />
        <TextField {...field('interruptAllowance')} label="Kept for interrupts, in %" width="number" value={draft.interruptAllowance} onChange={(interruptAllowance) => change({ interruptAllowance })} />
      </div>
      <Rates editor={{ draft, change, complaintAbout }} isReadOnly={isReadOnly} />
    </Section>
  );
}

interface RatesProps {
  readonly editor: Pick<SectionProps['editor'], 'draft' | 'change' | 'complaintAbout'>;
  readonly isReadOnly: boolean;
}

function Rates({ editor: { draft, change, complaintAbout }, isReadOnly }: RatesProps) {
  const set = (key: string, part: Partial<RateRow>) => change({ rates: draft.rates.map((rate) => (rate.key === key ? { ...rate, ...part } : rate)) });
  return (
    <>
      <ul className="gs-rows">
        {draft.rates.map((rate) => (
          <li key={rate.key} className="gs-row">
            <TextField id={`rates.${rate.key}.currency`} label="One" width="number" maxLength={3} value={rate.currency} isReadOnly={isReadOnly} complaint={complaintAbout(`rates.${rate.key}.currency`)} onChange={(currency) => set(rate.key, { currency })} />
            <TextField id={`rates.${rate.key}.rate`} label={`is worth in ${draft.currency.trim() === '' ? 'your currency' : draft.currency}`} width="number" value={rate.rate} isReadOnly={isReadOnly} complaint={complaintAbout(`rates.${rate.key}.rate`)} onChange={(typed) => set(rate.key, { rate: typed })} />
            {!isReadOnly && <PlainButton look="subtle" aria-label={`Remove the rate of ${rate.currency || 'this currency'}`} onClick={() => change({ rates: draft.rates.filter(({ key }) => key !== rate.key) })}>Remove</PlainButton>}
          </li>
        ))}
      </ul>
      {!isReadOnly && <PlainButton onClick={() => change({ rates: [...draft.rates, { key: newRowKey(), currency: '', rate: '' }] })}>Add an exchange rate</PlainButton>}
    </>
  );
}
