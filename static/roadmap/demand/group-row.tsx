import { useMemo } from 'react';
import { GRADES, type Grade } from '../../../src/domain/context/product-context';
import { formatCount } from '../../../src/domain/context/format-number';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import { GRADE_NAMES } from '../../../src/domain/demand/demand-words';
import type { DemandGroup, Grouping } from '../../../src/domain/demand/group-demand';
import { sumWorths, type WorthRole, type WorthSum } from '../../../src/domain/planning/worth-sums';
import { showCount, showMoneyBetween } from '../../../src/domain/ranking/show-number';

interface GroupRowProps {
  readonly group: DemandGroup;
  readonly by: Grouping;
  /** By ticket id; absent while tickets are loading: whose worth an initiative counts is not known before. */
  readonly roles: ReadonlyMap<string, WorthRole> | undefined;
  readonly settings: ProjectSettings;
  readonly locale: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One group: its name, how well it is understood, and what all its tickets are worth together, as far as that is known. */
export function GroupRow({ group, by, roles, settings, locale, isOpen, onToggle }: GroupRowProps) {
  const colour = by === 'team' ? settings.teams.find((team) => team.id === group.id)?.colour : undefined;
  const total = group.demands.length;
  // Summed when it is drawn: grouped by sponsor there may be a thousand groups.
  const worth = useMemo(() => (roles === undefined ? undefined : sumWorths(group.demands, roles)), [group, roles]);
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
      <span className="gr-group-worth">{worth !== undefined && sumWords(worth, settings.currency, locale)}</span>
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

function sumWords({ range, comparable, notComparable, inInitiative, notBuilt }: WorthSum, currency: string, locale: string): string {
  const beside = [
    ...(notComparable === 0 ? [] : [`${formatCount(notComparable, locale)} without a figure`]),
    ...(inInitiative === 0 ? [] : [`${formatCount(inInitiative, locale)} in the worth of an initiative`]),
    ...(notBuilt === 0 ? [] : [`${formatCount(notBuilt, locale)} not to be built`]),
  ].map((words) => `, ${words}`).join('');
  if (range !== undefined) return `${showMoneyBetween({ low: range.p5, high: range.p95 }, currency, locale)} a month (90 % range)${beside}`;
  return `${comparable > 0 ? 'Worth nothing any more' : 'Worth not known'}${beside}`;
}
