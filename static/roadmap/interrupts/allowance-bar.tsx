import { nameSome } from '../../../src/domain/context/join-words';
import type { InterruptUse } from '../../../src/domain/planning/interrupts';
import { showAmount, showCount, showEffort, showPercent } from '../../../src/domain/ranking/show-number';
import { MeasureChart } from '../charts/measure-chart';
import { Picture } from '../charts/picture';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';

interface AllowanceBarProps {
  readonly use: InterruptUse;
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly hasCapacity: boolean;
}

/** What is kept for interrupts and what they used: a picture, its sentence, and a table by who asked. */
export function AllowanceBar({ use, view, page, hasCapacity }: AllowanceBarProps) {
  const { locale } = page.facts;
  const weeks = (amount: number): string => showEffort({ low: amount, high: amount }, locale);
  return (
    <Picture
      label="Allowance for interrupts" testId="interrupts.use" sentence={sentence(use, view, hasCapacity, locale)}
      draw={hasCapacity ? (width) => (
        <MeasureChart
          width={width} sure={use.used} upTo={use.used + use.waiting} against={{ at: use.allowed, name: `kept: ${weeks(use.allowed)}` }}
          show={(amount) => showAmount(amount, locale)}
        />
      ) : undefined}
      legend={[{ words: 'Person-weeks' }, { look: 'plain', words: 'interrupts started or done' }, { look: 'warning', words: 'more than was kept' }, { look: 'maybe', words: 'interrupts that wait' }]}
      numbers={{
        columns: ['Asked by', 'Interrupts', 'Effort'],
        rows: [
          ...(hasCapacity ? [['All that is kept for interrupts', '', weeks(use.allowed)]] : []), ['All that is started or done', '', weeks(use.used)], ['All that waits', '', weeks(use.waiting)],
          ...use.bySponsor.map(({ sponsor, tickets, effort }) => [sponsor === '' ? 'Nobody stated' : sponsor, showCount(tickets, 'ticket', locale), effort === 0 ? 'not estimated' : weeks(effort)]),
        ],
      }}
    />
  );
}

const MOST_NAMED = 6;

function sentence({ allowed, used, waiting, withoutEffort, isOver }: InterruptUse, { address, settings }: RankingView, hasCapacity: boolean, locale: string): string {
  const weeks = (amount: number): string => showEffort({ low: amount, high: amount }, locale);
  const unknown = withoutEffort.length === 0 ? '' : ` Not estimated, so not counted: ${nameSome(withoutEffort, MOST_NAMED, locale)}.`;
  if (!hasCapacity) return `Interrupts started or done in ${showCount(address.months, 'month', locale)} took ${weeks(used)}; ${weeks(waiting)} wait. No capacity is set, so nothing can be kept for them.${unknown}`;
  const state = isOver ? 'more than was kept for them' : 'within what is kept for them';
  return `Interrupts started or done took ${used === 0 ? 'none' : weeks(used)} of the ${weeks(allowed)} kept for ${showCount(address.months, 'month', locale)} (${showPercent(settings.interruptAllowance, locale)}): ${state}.${waiting === 0 ? '' : ` ${weeks(waiting)} more wait.`}${unknown}`;
}
