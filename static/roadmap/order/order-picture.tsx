import { useMemo } from 'react';
import { keyOf, rangeOfRatio } from '../../../src/domain/ranking/chance-to-win';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { bandSentence } from '../../../src/domain/ranking/ranking-words';
import { showMoney, showMoneyBetween } from '../../../src/domain/ranking/show-number';
import { Picture } from '../charts/picture';
import { RangeChart, type ChartBand } from '../charts/range-chart';
import type { SubpageProps } from '../subpages';

/** A picture of more rows is longer than a screen; the table below has all of them. */
const MOST_DRAWN = 20;

/** Why tickets tie: what each is worth for its effort, as ranges on one scale, the bands behind them, and the cut line. */
export function OrderPicture({ ranking, page }: { readonly ranking: Ranking; readonly page: SubpageProps }) {
  const { demand: { settings }, facts: { locale } } = page;
  const { bands, ordered, fitting, inside, capacity } = ranking;
  const drawn = useMemo(() => ordered.slice(0, MOST_DRAWN).map((ticket) => ({ ticket, range: rangeOfRatio(ticket), middle: keyOf(ticket) })), [ordered]);
  if (drawn.length === 0) return null;
  const money = (amount: number): string => showMoney(amount, settings.currency, locale);
  const names = bands.flatMap(({ members }, at) => members.map(() => String(at + 1)));
  return (
    <Picture
      label="Worth for effort" testId="order.picture" sentence={bandSentence(bands, ordered.length > MOST_DRAWN ? MOST_DRAWN : undefined, locale)}
      draw={(width) => (
        <RangeChart
          width={width} kind="log" show={money}
          ranges={drawn.map(({ ticket, range, middle }) => ({ id: ticket.id, name: ticket.key, ...range, middle, tone: capacity !== undefined && !inside.has(ticket.id) ? 'quiet' : 'plain', words: showMoneyBetween(range, settings.currency, locale) }))}
          bands={bandsDrawn(bands.map(({ members }) => members.length), drawn.length)}
          cut={capacity === undefined || fitting >= drawn.length ? undefined : { after: fitting, name: 'cut line' }}
        />
      )}
      legend={[{ words: 'Worth a month for each person-week, if the goal is reached: 9 of 10 cases' }, { look: 'plain', words: 'fits' }, { look: 'quiet', words: 'does not fit' }, { look: 'middle', words: 'what the order goes by' }]}
      numbers={{
        columns: ['Ticket', 'Band', 'Worth a month for each person-week, 9 of 10 cases', 'Key'],
        rows: drawn.map(({ ticket, range, middle }, at) => [ticket.key, names[at] ?? '', showMoneyBetween(range, settings.currency, locale), money(middle)]),
      }}
    />
  );
}

/** Sizes of the bands as far as their rows are drawn. */
function bandsDrawn(sizes: readonly number[], rows: number): ChartBand[] {
  let left = rows;
  return sizes.flatMap((size, at) => {
    const shown = Math.min(size, left);
    left -= shown;
    return shown > 0 ? [{ name: `Band ${String(at + 1)}`, size: shown }] : [];
  });
}
