import '../overview/overview.css';
import './initiatives.css';
import { useMemo, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { Demand } from '../../../src/domain/demand/demand';
import { ANSWER_WORDS } from '../../../src/domain/demand/demand-words';
import { inInitiatives, initiativeParts, metricClaims } from '../../../src/domain/planning/initiative-parts';
import { gatherInitiatives, sameMetric, type Initiative, type InitiativePart } from '../../../src/domain/planning/initiatives';
import { unansweredWords } from '../../../src/domain/planning/meeting-agenda';
import { EFFORT_HEADS, estimateCells, WORTH_HEADS } from '../../../src/domain/ranking/number-cells';
import { percentileOf, rangeOf } from '../../../src/domain/ranking/estimate';
import { showCount, showEffort, showMoneyRange } from '../../../src/domain/ranking/show-number';
import { Empty } from '../../shared/page-states';
import { AnswerButton } from '../answer/answer-button';
import { AnswerDialog } from '../answer/answer-dialog';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import { useRanking } from '../ranking/ranking-keeper';
import { ReadingStrip } from '../ranking/ranking-strip';
import { teamName } from '../ranking/team-name';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';
import { TicketLinks } from '../ticket-links';
import { upperFirst } from '../../shared/upper-first';

const NAMED = 8;

/** Work that several teams must do together: each team's part, our answer to it, and the worth counted once. */
export function InitiativesView(page: SubpageProps) {
  const view = useRanking();
  const [answering, setAnswering] = useState<Demand>();
  const { demand: { demands, settings }, facts: { locale, siteUrl } } = page;
  const found = useMemo(() => {
    if (view.phase === 'waiting') return undefined;
    const basis = { settings, planDate: view.address.planDate, worthCalibration: view.calibrations.worth, effortCalibration: view.calibrations.effort };
    return { initiatives: gatherInitiatives(initiativeParts(inInitiatives(demands), basis)), metrics: sameMetric(metricClaims(demands)) };
  }, [demands, settings, view.phase, view.address.planDate, view.calibrations]);
  const byId = useMemo(() => new Map(demands.map((row) => [row.ticket.id, row])), [demands]);
  const nameOf = (id: string): string => upperFirst(teamName(id, settings));
  const card = { page, byId, nameOf, onAnswer: setAnswering };
  return (
    <div className="gr-stack gr-in">
      <ReadingStrip view={view} />
      {found !== undefined && found.initiatives.length === 0 && (
        <Empty title="No initiative yet"><p>An initiative is a ticket that others name in their product context, under “Part of an initiative”. Its parts and our answers to them stand here, and its worth counts once.</p></Empty>
      )}
      {found !== undefined && found.initiatives.length > 0 && (
        <>
          <p data-testid="initiatives.summary">{summary(found.initiatives, locale)}</p>
          {found.initiatives.map((initiative) => <InitiativeCard key={initiative.key} initiative={initiative} {...card} />)}
          <ExportButtons file={exportFile('initiatives', page)} what="initiatives" rows={() => [
            ['Initiative', 'Part', 'Summary', 'Team', 'Answer', ...EFFORT_HEADS, ...WORTH_HEADS, 'Currency'],
            ...found.initiatives.flatMap(({ key, members }) => members.map((part) => [
              key, part.key, byId.get(part.id)?.ticket.summary ?? '', nameOf(part.team), part.answer ?? '', ...estimateCells(part.effort), ...estimateCells(part.worth), part.worth === undefined ? '' : settings.currency,
            ])),
          ]} />
        </>
      )}
      {found !== undefined && found.metrics.length > 0 && (
        <section className="gr-section" aria-labelledby="gr-in-same">
          <h2 id="gr-in-same">Outside initiatives: same money?</h2>
          <ul className="gr-ov-questions" data-testid="initiatives.same-metric">
            {found.metrics.map(({ metric, parts }) => <li key={metric}>{showCount(parts.length, 'ticket', locale)} each claim {metric}: same money? <TicketLinks keys={parts.map(({ key }) => key)} most={NAMED} locale={locale} siteUrl={siteUrl} />.</li>)}
          </ul>
        </section>
      )}
      <p className="gw-quiet gw-small">Parts and sums cover the tickets that you may see; an initiative may have more.</p>
      {answering !== undefined && <AnswerDialog demand={answering} page={page} onClose={() => setAnswering(undefined)} />}
    </div>
  );
}

interface InitiativeCardProps {
  readonly initiative: Initiative;
  readonly page: SubpageProps;
  readonly byId: ReadonlyMap<string, Demand>;
  readonly nameOf: (id: string) => string;
  readonly onAnswer: (demand: Demand) => void;
}

function InitiativeCard({ initiative, page, byId, nameOf, onAnswer }: InitiativeCardProps) {
  const { demand: { settings }, facts: { locale, siteUrl } } = page;
  const { key, own, worth, effort, withoutEffort, members, unanswered } = initiative;
  const title = own === undefined ? undefined : byId.get(own.id)?.ticket.summary;
  return (
    <section className={unanswered.length > 0 ? 'gr-panel gr-in-card--waits' : 'gr-panel'} aria-labelledby={`gr-in-${key}`} data-testid={`initiative.${key}`}>
      <div className="gr-in-head"><h2 id={`gr-in-${key}`}><TicketLink ticketKey={key} siteUrl={siteUrl} />{title === undefined ? '' : ` ${title}`}</h2></div>
      {unanswered.length > 0 && <p><strong>{unansweredWords(initiative, locale)}</strong></p>}
      <p>{worthWords(worth, settings.currency, locale)} {effort !== undefined ? `Its parts take ${showEffort({ low: effort.p5, high: effort.p95 }, locale)}${withoutEffort > 0 ? `, ${showCount(withoutEffort, 'part', locale)} without effort not included` : ''}.` : 'None of its parts has an effort yet.'}</p>
      <div className="gr-scroll-x">
        <table className="gr-plain-table gr-in-parts">
          <thead><tr><th scope="col">Team</th><th scope="col">Asks</th><th scope="col">Our answer</th><th scope="col">Effort</th><th scope="col"><span className="gw-hidden">Answer</span></th></tr></thead>
          <tbody>{members.map((part) => <PartRow key={part.id} part={part} demand={byId.get(part.id)} team={nameOf(part.team)} page={page} onAnswer={onAnswer} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

interface PartRowProps {
  readonly part: InitiativePart;
  readonly demand: Demand | undefined;
  readonly team: string;
  readonly page: SubpageProps;
  readonly onAnswer: (demand: Demand) => void;
}

function PartRow({ part, demand, team, page, onAnswer }: PartRowProps) {
  const { locale, siteUrl } = page.facts;
  const why = demand?.content.answer?.why;
  return (
    <tr>
      <th scope="row">{team}</th>
      <td className="gr-free"><TicketLink ticketKey={part.key} siteUrl={siteUrl} /> {demand?.ticket.summary}</td>
      <td className="gr-free">{part.answer === undefined ? <strong>No answer yet</strong> : ANSWER_WORDS[part.answer]}{why === undefined ? '' : `: ${why}`}</td>
      <td>{part.effort === undefined ? 'not known' : showEffort(rangeOf(part.effort), locale)}</td>
      <td>{demand !== undefined && <AnswerButton demand={demand} page={page} onAnswer={onAnswer} look="default" />}</td>
    </tr>
  );
}

function worthWords(worth: Initiative['worth'], currency: string, locale: string): string {
  if (worth === undefined) return 'Nobody has said what it is worth together.';
  const at = (p: number): number => percentileOf(worth.estimate, p);
  const amount = `${showMoneyRange({ p5: at(0.05), p50: at(0.5), p95: at(0.95) }, currency, locale)} a month, if the goals are reached`;
  return worth.agreed ? `Worth together ${amount}, counted once.` : `The joint worth is not agreed yet: ${worth.from} stands for it with ${amount}, counted once.`;
}

function summary(initiatives: readonly Initiative[], locale: string): string {
  const waiting = initiatives.filter(({ unanswered }) => unanswered.length > 0).length;
  return waiting === 0 ? `We have answered every part of ${showCount(initiatives.length, 'initiative', locale)}.` : `${formatCount(waiting, locale)} of ${showCount(initiatives.length, 'initiative', locale)} ${waiting === 1 ? 'waits' : 'wait'} for our answer.`;
}
