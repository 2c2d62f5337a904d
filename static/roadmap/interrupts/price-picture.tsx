import type { InterruptPrice } from '../../../src/domain/ranking/price-of-interrupt';
import { priceSentences } from '../../../src/domain/ranking/ranking-words';
import { showErrors, showMoney, showMoneyBetween, showMoneyIfReached } from '../../../src/domain/ranking/show-number';
import type { Percentiles } from '../../../src/domain/ranking/simulate';
import { Picture } from '../charts/picture';
import { RangeChart } from '../charts/range-chart';
import { upperFirst } from '../../shared/upper-first';
import type { OwnWorth } from './own-worth';

/** Wider, the eye no longer goes from a bar to its name. */
const MOST_WIDTH = 900;

type Amounts = Pick<Percentiles, 'p5' | 'p50' | 'p95'>;

interface PricePictureProps {
  readonly price: InterruptPrice;
  /** Of the ticket that was chosen; absent for just an effort. */
  readonly own: OwnWorth | undefined;
  readonly currency: string;
  readonly locale: string;
}

/** What an interrupt displaces, in promises and in money; where it brings money itself, both on one scale. */
export function PricePicture({ price, own, currency, locale }: PricePictureProps) {
  return (
    <>
      <ul className="gr-rk-price">{priceSentences(price, currency, locale).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      {price.lost.p95 > price.lost.p5 && (
        <details className="gw-small">
          <summary className="gw-focus">How exact this sum is</summary>
          <p className="gw-quiet">What it displaces is added draw by draw; the ends of the range hold 90 of 100 sums. {upperFirst(showErrors(price.lost.error, (value) => showMoney(value, currency, locale)))}.</p>
        </details>
      )}
      {own?.kind === 'words' && <p data-testid="interrupts.own"><strong>Its own worth:</strong> {own.words}</p>}
      {own?.kind === 'money' && <Comparison lost={price.lost} own={own.amounts} currency={currency} locale={locale} />}
    </>
  );
}

interface ComparisonProps {
  readonly lost: Amounts;
  readonly own: Amounts;
  readonly currency: string;
  readonly locale: string;
}

function Comparison({ lost, own, currency, locale }: ComparisonProps) {
  const money = (amount: number): string => showMoney(amount, currency, locale);
  const rows = [{ name: 'What it displaces', tone: 'warning', ...lost }, { name: 'What it brings', tone: 'plain', ...own }] as const;
  return (
    <Picture
      label="Price of the interrupt" testId="interrupts.own"
      sentence={`Its own worth: ${showMoneyIfReached(own, currency, locale)}.`}
      draw={(width) => (
        <RangeChart
          width={Math.min(width, MOST_WIDTH)} kind="linear" show={money}
          ranges={rows.map(({ name, tone, p5, p50, p95 }) => ({ id: name, name, tone, low: p5, middle: p50, high: p95, words: showMoneyBetween({ low: p5, high: p95 }, currency, locale) }))}
        />
      )}
      legend={[{ words: 'Over 12 months, if the goals are reached: 9 of 10 cases' }, { look: 'middle', words: 'middle' }]}
      numbers={{ columns: ['What', '5 of 100 times below', 'middle', '5 of 100 times above'], rows: rows.map(({ name, p5, p50, p95 }) => [name, money(p5), money(p50), money(p95)]) }}
    />
  );
}
