import { joinWords } from '../../../src/domain/context/join-words';
import type { InterruptUse } from '../../../src/domain/planning/interrupts';
import { showCount, showEffort } from '../../../src/domain/ranking/show-number';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';

interface AllowanceBarProps {
  readonly use: InterruptUse;
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly hasCapacity: boolean;
}

/** What is kept for interrupts and what they used, as a bar, a sentence, and a table by who asked. */
export function AllowanceBar({ use, view, page, hasCapacity }: AllowanceBarProps) {
  const { locale } = page.facts;
  const most = Math.max(use.allowed, use.used + use.waiting, 0.001) * 1.1;
  const at = (amount: number): string => `${((100 * amount) / most).toFixed(2)}%`;
  return (
    <section aria-label="Allowance for interrupts" className="gr-rk-fit">
      <p data-testid="interrupts.use">{sentence(use, view, hasCapacity, locale)}</p>
      {hasCapacity && (
        <div className="gr-rk-fit-bar" aria-hidden="true">
          <span className="gr-rk-fit-sure" style={{ width: at(Math.min(use.used, use.allowed)) }} />
          {use.isOver && <span className="gr-rk-fit-over" style={{ left: at(use.allowed), width: at(use.used - use.allowed) }} />}
          <span className="gr-rk-fit-waiting" style={{ left: at(use.used), width: at(use.waiting) }} />
          <span className="gr-rk-fit-capacity" style={{ left: at(use.allowed) }}><i>kept</i></span>
        </div>
      )}
      {use.bySponsor.length > 0 && (
        <details>
          <summary className="gw-focus">By who asked</summary>
          <div className="gr-scroll-x">
            <table className="gr-plain-table">
              <thead><tr><th scope="col">Asked by</th><th scope="col">Interrupts</th><th scope="col">Effort</th></tr></thead>
              <tbody>{use.bySponsor.map(({ sponsor, tickets, effort }) => <tr key={sponsor}><th scope="row">{sponsor === '' ? 'Nobody stated' : sponsor}</th><td>{tickets.toLocaleString(locale)}</td><td>{effort === 0 ? 'not estimated' : showEffort({ low: effort, high: effort }, locale)}</td></tr>)}</tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}

const MOST_NAMED = 6;

function namesOrCount(keys: readonly string[], locale: string): string {
  return keys.length <= MOST_NAMED ? joinWords(keys) : `${keys.slice(0, MOST_NAMED).join(', ')} and ${(keys.length - MOST_NAMED).toLocaleString(locale)} more`;
}

function sentence({ allowed, used, waiting, withoutEffort, isOver }: InterruptUse, { address, settings }: RankingView, hasCapacity: boolean, locale: string): string {
  const weeks = (amount: number): string => showEffort({ low: amount, high: amount }, locale);
  const unknown = withoutEffort.length === 0 ? '' : ` Not estimated, so not counted: ${namesOrCount(withoutEffort, locale)}.`;
  if (!hasCapacity) return `Interrupts started or done in ${showCount(address.months, 'month', locale)} took ${weeks(used)}; ${weeks(waiting)} wait. No capacity is set, so nothing can be kept for them.${unknown}`;
  const state = isOver ? 'more than was kept for them' : 'within what is kept for them';
  return `Interrupts started or done took ${used === 0 ? 'none' : weeks(used)} of the ${weeks(allowed)} kept for ${showCount(address.months, 'month', locale)} (${String(settings.interruptAllowance)} %): ${state}.${waiting === 0 ? '' : ` ${weeks(waiting)} more wait.`}${unknown}`;
}
