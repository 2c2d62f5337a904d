import { formatMoney } from '../../../src/domain/context/format-number';
import { NOT_COMPARABLE_WORDS, OVER_WORDS } from '../../../src/domain/demand/demand-words';
import type { MonthlyWorth } from '../../../src/domain/demand/worth-a-month';
import type { WorthScale } from '../../../src/domain/demand/worth-scale';
import { InlineRange } from '../charts/inline-range';

interface WorthBarProps {
  readonly worth: MonthlyWorth;
  readonly scale: WorthScale | undefined;
  readonly locale: string;
}

const NOTE_WORDS = { once: 'a single amount, spread over 12 months', converted: 'converted', season: 'in season only', fading: 'fading' } as const;

/** A worth range as a bar on the scale that all rows share, with its numbers in words; unknown is said, never drawn as zero. */
export function WorthBar({ worth, scale, locale }: WorthBarProps) {
  if (worth.kind === 'over') return <span className="gr-unknown">{OVER_WORDS}</span>;
  if (worth.kind !== 'range') return <span className="gw-quiet gr-unknown">{NOT_COMPARABLE_WORDS[worth.kind]}</span>;
  const place = scale?.place(worth);
  const notes = [...worth.notes.map((note) => NOTE_WORDS[note]), ...(worth.wide ? ['very wide: measure first'] : []), ...(place?.belowZero === true ? ['may lose money'] : [])];
  return (
    <div className="gr-worth">
      {place !== undefined && <InlineRange from={place.from} to={place.to} isOpen={place.belowZero} />}
      <span className="gw-small">{formatMoney(worth.low, worth.currency, locale)} to {formatMoney(worth.high, worth.currency, locale)}{notes.length > 0 ? `, ${notes.join(', ')}` : ''}</span>
    </div>
  );
}

/** The column's head: what the bars are, and the ends of their scale. */
export function WorthAxis({ scale, locale }: { readonly scale: WorthScale | undefined; readonly locale: string }) {
  const first = scale?.ticks[0];
  const last = scale?.ticks.at(-1);
  return (
    <>
      <span title="If the goals are reached; over 12 months; each step of the scale is ten times the one before.">Worth a month, if the goal is reached</span>
      {scale !== undefined && first !== undefined && last !== undefined && (
        <span className="gr-axis gw-small">
          <span>{formatMoney(first, scale.currency, locale)}</span>
          <span className="gr-axis-note">each tick ×10</span>
          <span>{formatMoney(last, scale.currency, locale)}</span>
          <span className="gr-ticks" aria-hidden="true">{scale.ticks.map((tick) => <i key={tick} />)}</span>
        </span>
      )}
    </>
  );
}
