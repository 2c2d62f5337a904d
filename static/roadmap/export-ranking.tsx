import type { Demand } from '../../src/domain/demand/demand';
import { ANSWER_WORDS, ORIGIN_WORDS } from '../../src/domain/demand/demand-words';
import { EFFORT_HEADS, estimateCells, rangeCells, WORTH_HEADS } from '../../src/domain/ranking/number-cells';
import type { Ranking } from '../../src/domain/ranking/rank-demand';
import { NOT_COMPARABLE_SENTENCES, placementWords } from '../../src/domain/ranking/ranking-words';
import { showChance, showMonth } from '../../src/domain/ranking/show-number';
import { ExportButtons } from './export-buttons';
import { exportFile, type Cell } from './export-file';
import { teamName } from './ranking/team-name';
import type { RankingView } from './ranking/use-ranking';
import type { SubpageProps } from './subpages';

interface ExportProps {
  readonly view: RankingView;
  readonly page: SubpageProps;
}

/** The order as files: bands instead of ranks, both orders, chances to the nearest 5 %; what cannot be compared says why. */
export function ExportOrder({ view, page }: ExportProps) {
  const { ranking } = view;
  if (ranking === undefined) return null;
  return <ExportButtons file={exportFile('order', page)} what="the order" rows={() => orderRows(ranking, { view, page })} />;
}

function orderRows(ranking: Ranking, { view: { simulation, settings }, page }: ExportProps): Cell[][] {
  const { titleOf, answerOf } = wordsOf(page.demand.demands);
  const fair = new Set(ranking.fair.slice(0, ranking.fairFitting).map(({ id }) => id));
  const isCut = ranking.capacity !== undefined;
  return [
    ['Key', 'Summary', 'Team', 'Band', 'Above the cut', 'Above the cut, fair share', 'Chance to be above', ...WORTH_HEADS, 'Currency', ...EFFORT_HEADS, 'Note', 'Our answer'],
    ...ranking.bands.flatMap((band, at) => band.members.map((ticket): Cell[] => {
      const chance = simulation?.aboveCut.get(ticket.id);
      return [
        ticket.key, titleOf(ticket.id), teamName(ticket.team, settings), at + 1, isCut ? yesNo(ranking.inside.has(ticket.id)) : '', isCut ? yesNo(fair.has(ticket.id)) : '',
        chance === undefined ? '' : showChance(chance.p, page.facts.locale), ...estimateCells(ticket.worth), settings.currency, ...estimateCells(ticket.effort), ranking.wide.has(ticket.id) ? 'very wide: measure first' : '', answerOf(ticket.id),
      ];
    })),
    ...ranking.notComparable.map((ticket): Cell[] => [ticket.key, titleOf(ticket.id), teamName(ticket.team, settings), '', '', '', '', '', '', '', ...estimateCells(ticket.effort), NOT_COMPARABLE_SENTENCES[ticket.why], answerOf(ticket.id)]),
  ];
}

/** The plan as files: lanes in their order, times to the month, each placement with its reasons. */
export function ExportPlan({ view, page }: ExportProps) {
  const { ranking } = view;
  if (ranking === undefined) return null;
  return <ExportButtons file={exportFile('plan', page)} what="the plan" rows={() => planRows(ranking, { view, page })} />;
}

function planRows({ plan }: Ranking, { view: { settings, address, blockerKeys }, page: { facts: { locale }, demand: { demands } } }: ExportProps): Cell[][] {
  const { keyOf, titleOf, answerOf } = wordsOf(demands);
  const month = (at: number | undefined): string => (at === undefined ? '' : showMonth(at, address.planDate, locale));
  return [
    ['Lane', 'Key', 'Summary', 'Team', ...EFFORT_HEADS, 'Starts', 'Ends', 'Latest start', 'Too late', 'A week of waiting at that time if the goal is reached, low', 'A week of waiting at that time if the goal is reached, high', 'Currency', 'Why', 'Our answer'],
    ...plan.map((placement): Cell[] => [
      placement.lane, placement.candidate.key, titleOf(placement.candidate.id), teamName(placement.candidate.team, settings), ...estimateCells(placement.candidate.effort),
      month(placement.start), month(placement.end), month(placement.latestStart), yesNo(placement.tooLate), ...rangeCells(placement.costOfDelayRange), placement.costOfDelay === undefined ? '' : settings.currency,
      placement.why.map((reason) => placementWords(reason, (id) => keyOf(id) ?? blockerKeys.get(id) ?? 'a ticket you cannot see')).join(' '), answerOf(placement.candidate.id),
    ]),
  ];
}

/** The open interrupts as files. */
export function ExportInterrupts({ interrupts, view, page }: ExportProps & { readonly interrupts: readonly Demand[] }) {
  if (interrupts.length === 0) return null;
  const rows = (): Cell[][] => [
    ['Key', 'Summary', 'Status', 'Origin', 'Sponsor', 'Team', 'Person-weeks as stated, low', 'Person-weeks as stated, high', 'Needed by', 'Our answer'],
    ...interrupts.map(({ ticket, content, origin, sponsor, team, answer }): Cell[] => [
      ticket.key, ticket.summary, ticket.status, origin === undefined ? '' : ORIGIN_WORDS[origin], sponsor ?? '', teamName(team ?? '', view.settings),
      content.effort?.low ?? '', content.effort?.high ?? '', content.delay?.neededBy ?? '', answer === undefined ? '' : ANSWER_WORDS[answer],
    ]),
  ];
  return <ExportButtons file={exportFile('interrupts', page)} what="interrupts" rows={rows} />;
}

/** What stands on the tickets beside their numbers. */
function wordsOf(demands: readonly Demand[]): { readonly keyOf: (id: string) => string | undefined; readonly titleOf: (id: string) => string; readonly answerOf: (id: string) => string } {
  const byId = new Map(demands.map((demand) => [demand.ticket.id, demand]));
  return {
    keyOf: (id) => byId.get(id)?.ticket.key,
    titleOf: (id) => byId.get(id)?.ticket.summary ?? '',
    answerOf: (id) => {
      const answer = byId.get(id)?.answer;
      return answer === undefined ? '' : ANSWER_WORDS[answer];
    },
  };
}

function yesNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
