import { useMemo } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { clarificationCost, gatherClarified, type ClarificationCost } from '../../../src/domain/planning/clarification-cost';
import { wholeCell } from '../../../src/domain/ranking/number-cells';
import { showAmount, showCount } from '../../../src/domain/ranking/show-number';
import { Picture, type PictureNumbers } from '../charts/picture';
import { RangeChart } from '../charts/range-chart';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';

interface ClarificationProps {
  readonly page: SubpageProps;
  readonly view: RankingView;
  readonly nameOf: (id: string) => string;
}

/** What missing context costs each asking team: days that its tickets wait, and rounds of questions. For requesters to see. */
export function Clarification({ page, view, nameOf }: ClarificationProps) {
  const { demand: { demands }, facts: { locale, today } } = page;
  const { done } = view;
  const { costs, withoutMoment } = useMemo(() => {
    const now = `${today}T00:00:00Z`;
    const clarified = gatherClarified(demands, done, now);
    return { costs: clarificationCost(clarified.tickets, now), withoutMoment: clarified.withoutMoment };
  }, [demands, done, today]);
  if (costs.length === 0) return null;
  return (
    <section className="gr-section" aria-labelledby="gr-ov-wait" data-testid="overview.clarification">
      <h2 id="gr-ov-wait">What waiting for context costs</h2>
      <Picture
        label="Waiting for context by team" testId="overview.waits" sentence={waitingWords(costs, nameOf, locale)} numbers={waitingNumbers(costs, nameOf, locale)}
        legend={[{ words: 'Days until a ticket is understood: half of the team’s tickets wait longer' }]}
        draw={(width) => (
          <RangeChart
            width={width} kind="linear" show={(days) => showAmount(days, locale)}
            ranges={costs.slice(0, MOST_DRAWN).map(({ team, medianDays, totalDays }) => ({ id: team, name: nameOf(team), low: 0, high: medianDays, words: `${daysWords(totalDays, locale)} in all` }))}
          />
        )}
      />
      <p className="gw-quiet gw-small">
        Days from the creation of a ticket until it was first understood, or until today; open tickets, and those built within a year. Half of a team’s tickets wait longer than its middle.
        A round is a question that Groundwork posted on a ticket; questions asked by hand are not counted.{withoutMoment > 0 && ` Of ${showCount(withoutMoment, 'understood ticket', locale)} nobody recorded when: ${withoutMoment === 1 ? 'it is' : 'they are'} left out.`}
      </p>
      <ExportButtons file={exportFile('waiting', page)} what="waiting for context" rows={() => [
        ['Team', 'Tickets', 'Still waiting', 'Rounds of questions', 'Median days', 'Days in all'],
        ...costs.map((cost) => [nameOf(cost.team), cost.tickets, cost.stillWaiting, cost.rounds, wholeCell(cost.medianDays), wholeCell(cost.totalDays)]),
      ]} />
    </section>
  );
}

/** Bars of the same length say nothing about 200 teams. */
const MOST_DRAWN = 12;

function waitingNumbers(costs: readonly ClarificationCost[], nameOf: (id: string) => string, locale: string): PictureNumbers {
  return {
    columns: ['Asking team', 'Tickets', 'Still waiting', 'Rounds', 'Middle', 'In all'],
    rows: costs.map(({ team, tickets, stillWaiting, rounds, medianDays, totalDays }) => [
      nameOf(team), ...[tickets, stillWaiting, rounds].map((count) => showAmount(count, locale)), daysWords(medianDays, locale), daysWords(totalDays, locale),
    ]),
  };
}

function daysWords(days: number, locale: string): string {
  return showCount(Math.round(days), 'day', locale);
}

/** Who waited longest, how many still wait, and how often infrastructure had to ask. */
function waitingWords(costs: readonly ClarificationCost[], nameOf: (id: string) => string, locale: string): string {
  const first = costs.find(({ team }) => team !== '') ?? costs[0];
  if (first === undefined) return '';
  const sum = (of: (cost: ClarificationCost) => number): number => costs.reduce((total, cost) => total + of(cost), 0);
  const [tickets, waiting, rounds] = [sum((cost) => cost.tickets), sum((cost) => cost.stillWaiting), sum((cost) => cost.rounds)];
  const longest = `${first.team === '' ? 'Tickets whose team nobody stated waited' : `Of the teams, tickets of ${nameOf(first.team)} waited longest:`} ${daysWords(first.totalDays, locale)} in all on ${showCount(first.tickets, 'ticket', locale)}, ${daysWords(first.medianDays, locale)} in the middle.`;
  const still = `${formatCount(waiting, locale)} of ${showCount(tickets, 'ticket', locale)} still ${waiting === 1 ? 'waits' : 'wait'}`;
  return `${longest} ${still}; ${rounds === 0 ? 'no question was posted' : `${showCount(rounds, 'question', locale)} ${rounds === 1 ? 'was' : 'were'} posted`}.`;
}
