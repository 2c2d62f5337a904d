import { GRADES, type Grade } from '../../../src/domain/context/product-context';
import { formatCount, formatMoney } from '../../../src/domain/context/format-number';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import { GRADE_NAMES } from '../../../src/domain/demand/demand-words';
import type { DemandGroup, Grouping } from '../../../src/domain/demand/group-demand';
import { showCount } from '../../../src/domain/ranking/show-number';
import type { WorthSum } from '../../../src/domain/demand/worth-a-month';

interface GroupRowProps {
  readonly group: DemandGroup;
  readonly by: Grouping;
  readonly settings: ProjectSettings;
  readonly locale: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One group: its name, how well it is understood, and what all its tickets are worth together, as far as that is known. */
export function GroupRow({ group, by, settings, locale, isOpen, onToggle }: GroupRowProps) {
  const colour = by === 'team' ? settings.teams.find((team) => team.id === group.id)?.colour : undefined;
  const total = group.demands.length;
  return (
    <div role="cell" aria-colspan={4} className="gr-group-cell">
      <button type="button" className="gr-toggle gw-focus" aria-expanded={isOpen} onClick={onToggle}>
        <span aria-hidden="true" className="gr-arrow">{isOpen ? '▾' : '▸'}</span>
        {colour !== undefined && <span aria-hidden="true" className={`gr-dot gr-dot--${colour}`} />}
        <span className="gr-group-name">{group.label}</span>
        {group.isUnlisted && <span className="gw-quiet">(not in the settings)</span>}
        <span className="gw-quiet">{showCount(total, 'ticket', locale)}</span>
      </button>
      <GradeBar counts={group.byGrade} total={total} locale={locale} />
      <span className="gr-group-worth">{sumWords(group.worth, settings.currency, locale)}</span>
    </div>
  );
}

/** Shares of the grades as one bar, with the counts in words beside it. */
function GradeBar({ counts, total, locale }: { readonly counts: Readonly<Record<Grade, number>>; readonly total: number; readonly locale: string }) {
  const words = [...GRADES].reverse().filter((grade) => counts[grade] > 0).map((grade) => `${formatCount(counts[grade], locale)} ${GRADE_NAMES[grade].toLowerCase()}`).join(', ');
  return (
    <span className="gr-grades">
      <span className="gr-grade-bar" aria-hidden="true">
        {[...GRADES].reverse().map((grade) => counts[grade] > 0 && <span key={grade} className={`gr-grade gr-grade--${grade}`} style={{ width: `${String(100 * counts[grade] / total)}%` }} />)}
      </span>
      <span className="gw-quiet gw-small">{words}</span>
    </span>
  );
}

function sumWords(sum: WorthSum, currency: string, locale: string): string {
  if (sum.comparable === 0) return 'Worth not known';
  const without = sum.notComparable === 0 ? '' : `, ${formatCount(sum.notComparable, locale)} without a figure`;
  return `${formatMoney(sum.low, currency, locale)} to ${formatMoney(sum.high, currency, locale)} a month${sum.comparable > 1 ? ', ends added' : ''}${without}`;
}
