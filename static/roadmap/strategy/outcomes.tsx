import { useMemo } from 'react';
import { formatCount, formatLevel } from '../../../src/domain/context/format-number';
import { asTheyStandNowWords } from '../../../src/domain/outcome/calibrate';
import { leftOutWords } from '../../../src/domain/outcome/done-work';
import { VERDICT_WORDS } from '../../../src/domain/outcome/describe-outcome';
import { VERDICTS, overallVerdict, verdictsOf, type Verdict } from '../../../src/domain/outcome/verdict';
import { showCount, showHitRate } from '../../../src/domain/ranking/show-number';
import type { DoneTicket } from '../../shared/load-past';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';

/** The latest done tickets listed; more are in the export. */
const MOST_LISTED = 25;

interface OutcomesProps {
  readonly page: SubpageProps;
  readonly view: RankingView;
  readonly nameOf: (id: string) => string;
}

/** What became of what is done: delivered levels with their verdict, and how often each team's ranges held. Never per person. */
export function Outcomes({ page, view, nameOf }: OutcomesProps) {
  const { facts } = page;
  const { done, leftOut, calibrations } = view;
  const rows = useMemo(() => done.map((one) => ({ ...one, verdict: overallVerdict(one.content), levels: verdictsOf(one.content) })), [done]);
  const judged = rows.filter(({ verdict }) => verdict !== undefined);
  const teams = Object.entries(calibrations.worth).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <section className="gr-section" aria-labelledby="gr-st-after" data-testid="strategy.outcomes">
      <h2 id="gr-st-after">Afterwards: what became of it</h2>
      {rows.length === 0 ? <p className="gw-quiet">No done ticket with a product context is there for you to see. Delivered levels are written on the ticket, under “What came of it”.</p> : (
        <>
          <p>{judgedWords(judged, rows.length, facts.locale)}</p>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a narrow screen, so it must be reachable by keyboard */}
          <div className="gr-scroll-x gw-focus" role="region" aria-label="Delivered levels" tabIndex={0}>
            <table className="gr-plain-table">
              <thead><tr><th scope="col">Ticket</th><th scope="col">Asked by</th><th scope="col">Delivered against goal</th><th scope="col">Verdict</th></tr></thead>
              <tbody>
                {rows.slice(0, MOST_LISTED).map(({ ticket, content, verdict, levels }) => (
                  <tr key={ticket.id}>
                    <th scope="row"><TicketLink ticketKey={ticket.key} siteUrl={facts.siteUrl} /> {ticket.summary}</th>
                    <td className="gr-free">{nameOf(content.team ?? '')}</td>
                    <td className="gr-free">{levels.length === 0 ? 'not measured yet' : levels.map(({ threshold, delivered, verdict: one }) => <div key={threshold.id}>{threshold.scale ?? 'threshold'}: {formatLevel(delivered.level, threshold.unit, facts.locale)}{threshold.goal === undefined ? '' : `, goal ${formatLevel(threshold.goal, threshold.unit, facts.locale)}`} ({VERDICT_WORDS[one]})</div>)}</td>
                    <td>{verdict === undefined ? '' : VERDICT_WORDS[verdict]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rows.length > MOST_LISTED && <p className="gw-quiet">and {showCount(rows.length - MOST_LISTED, 'ticket', facts.locale)} more, in the export.</p>}
        </>
      )}
      {leftOutWords(leftOut, facts.locale) !== '' && <p className="gw-quiet" data-testid="strategy.left-out">{leftOutWords(leftOut, facts.locale)}</p>}
      <p data-testid="strategy.hit-rates">How often stated ranges held the truth. {teams.length === 0 ? 'Worth: not enough yet' : `Worth: ${teams.map(([team, { hits, outcomes }]) => `${nameOf(team)} ${showHitRate(hits, outcomes, facts.locale)}`).join('; ')}`}. Effort of the infrastructure team: {showHitRate(calibrations.effort.hits, calibrations.effort.outcomes, facts.locale)}. {asTheyStandNowWords(calibrations, facts.locale)}</p>
      <ExportButtons file={exportFile('outcomes', page)} what="outcomes" rows={() => [['Key', 'Summary', 'Team', 'Threshold', 'Unit', 'Goal', 'Delivered', 'Verdict', 'Overall'], ...rows.flatMap(outcomeRows(nameOf))]} />
    </section>
  );
}

type Row = DoneTicket & { readonly verdict: Verdict | undefined; readonly levels: ReturnType<typeof verdictsOf> };

function judgedWords(judged: readonly Row[], all: number, locale: string): string {
  if (judged.length === 0) return `None of ${showCount(all, 'done ticket', locale)} has been measured in full yet.`;
  const counts = [...VERDICTS].reverse().flatMap((verdict) => {
    const count = judged.filter((row) => row.verdict === verdict).length;
    return count === 0 ? [] : [`${formatCount(count, locale)} ${VERDICT_WORDS[verdict]}`];
  });
  return `Of ${showCount(all, 'done ticket', locale)}, ${formatCount(judged.length, locale)} ${judged.length === 1 ? 'was' : 'were'} measured in full: ${counts.join(', ')}. A ticket is as good as its worst threshold.`;
}

function outcomeRows(nameOf: (id: string) => string): (row: Row) => (string | number)[][] {
  return ({ ticket, content, verdict, levels }) => {
    const start = [ticket.key, ticket.summary, nameOf(content.team ?? '')];
    const end = verdict === undefined ? '' : VERDICT_WORDS[verdict];
    if (levels.length === 0) return [[...start, '', '', '', '', 'not measured', end]];
    return levels.map(({ threshold, delivered, verdict: one }) => [...start, threshold.scale ?? '', threshold.unit ?? '', threshold.goal ?? '', delivered.level, VERDICT_WORDS[one], end]);
  };
}
