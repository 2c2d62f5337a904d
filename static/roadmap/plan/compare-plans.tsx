import { showDay } from '../../../src/domain/planning/meeting-agenda';
import type { PlanContent } from '../../../src/domain/ranking/saved-plan';
import { showCapacity, showCount } from '../../../src/domain/ranking/show-number';

interface ComparePlansProps {
  readonly mine: PlanContent;
  readonly saved: PlanContent;
  /** Otherwise `saved` is what the settings give. */
  readonly hasSaved: boolean;
  readonly isOpen: boolean;
  readonly locale: string;
}

/** Two plans side by side, part by part; what is the same in both is left out. */
export function ComparePlans({ mine, saved, hasSaved, isOpen, locale }: ComparePlansProps) {
  const rows = [
    { part: 'Counts from', of: (plan: PlanContent) => showDay(plan.planDate, locale) },
    { part: 'The line looks ahead', of: (plan: PlanContent) => showCount(plan.months, 'month', locale) },
    { part: 'Capacity', of: (plan: PlanContent) => (plan.capacity === undefined ? 'as in the settings' : showCapacity(plan.capacity, locale)) },
    { part: 'Placed by people', of: (plan: PlanContent) => plan.placed.map(({ key, place, reason }) => `${key} ${place === 0 ? 'first' : `behind ${showCount(place, 'ticket', locale)}`} (${reason})`).join('; ') || 'nothing' },
  ].map(({ part, of }) => ({ part, mine: of(mine), saved: of(saved) })).filter((row) => row.mine !== row.saved);
  if (rows.length === 0) return null;
  return (
    <details open={isOpen} data-testid="plan.compare">
      <summary className="gw-focus">Compare with {hasSaved ? 'the saved plan' : 'the settings'}</summary>
      <div className="gr-scroll-x">
        <table className="gr-plain-table">
          <thead><tr><th scope="col">What</th><th scope="col">{hasSaved ? 'Saved' : 'Settings'}</th><th scope="col">Yours</th></tr></thead>
          <tbody>{rows.map((row) => <tr key={row.part}><th scope="row">{row.part}</th><td>{row.saved}</td><td>{row.mine}</td></tr>)}</tbody>
        </table>
      </div>
    </details>
  );
}
