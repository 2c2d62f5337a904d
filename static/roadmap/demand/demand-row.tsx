import Lozenge from '@atlaskit/lozenge';
import { criterionLabel } from '../../../src/domain/context/criteria';
import { nameSome } from '../../../src/domain/context/join-words';
import type { Demand, Standing } from '../../../src/domain/demand/demand';
import { GRADE_NAMES } from '../../../src/domain/demand/demand-words';
import { evidenceWords } from '../../../src/domain/planning/ask-narrower';
import { marksOf } from '../../../src/domain/demand/filter-demand';
import type { WorthScale } from '../../../src/domain/demand/worth-scale';
import type { Grade } from '../../../src/domain/context/product-context';
import { AnswerButton } from '../answer/answer-button';
import { AnswerMark } from '../answer/answer-mark';
import { MARK_WORDS } from '../mark-words';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';
import { WorthBar } from './worth-bar';

/** What stands where the reason would. */
const WITHOUT_WHY: Readonly<Record<Standing, string>> = {
  none: 'No product context yet', own: 'Nothing explained yet', copied: 'Nothing explained yet', unreadable: 'Nothing that can be read explains it', newer: 'A context that this version cannot read',
};
const GRADE_LOOKS = { none: 'neutral', bronze: 'warning', silver: 'information', gold: 'success' } as const satisfies Record<Grade, string>;

/** More labels than this are counted: the row must stay one glance. */
const TOLD_LABELS = 3;

interface DemandRowProps {
  readonly demand: Demand;
  readonly scale: WorthScale | undefined;
  readonly page: SubpageProps;
  readonly onAnswer: (demand: Demand) => void;
}

/** The four cells of one ticket. */
export function DemandRow({ demand, scale, page, onAnswer }: DemandRowProps) {
  const { facts } = page;
  const evidence = evidenceWords(demand.content, facts.locale);
  return (
    <>
      <div role="cell" className="gr-ticket">
        <div className="gr-summary-line">
          <TicketLink ticketKey={demand.ticket.key} siteUrl={facts.siteUrl} /> <span className="gr-title">{demand.ticket.summary}</span>
        </div>
        <div className="gw-quiet gr-why">{demand.why ?? WITHOUT_WHY[demand.standing]}</div>
        <Marks demand={demand} />
      </div>
      <div role="cell" className="gr-standing"><Lozenge appearance={GRADE_LOOKS[demand.grade]}>{GRADE_NAMES[demand.grade]}</Lozenge><AnswerButton demand={demand} page={page} onAnswer={onAnswer} look="link" /></div>
      <div role="cell" className="gr-missing">{missingWords(demand)}</div>
      <div role="cell"><WorthBar worth={demand.worth} scale={scale} locale={facts.locale} />{evidence !== undefined && <div className="gw-quiet gw-small">{evidence}</div>}</div>
    </>
  );
}

function Marks({ demand }: { readonly demand: Demand }) {
  const marks = marksOf(demand);
  if (marks.length === 0 && demand.answer === undefined) return null;
  return (
    <ul className="gr-marks">
      {demand.answer !== undefined && <li><AnswerMark demand={demand} /></li>}
      {marks.map((mark) => (
        <li key={mark} className={mark === 'outside' ? 'gr-mark gr-mark--calm' : 'gr-mark'} title={mark === 'bypassed' ? `${MARK_WORDS.bypassed.means} Reason: ${demand.bypass?.why ?? ''}` : MARK_WORDS[mark].means}>
          {MARK_WORDS[mark].one}{mark === 'bypassed' ? ` “${demand.bypass?.gate ?? ''}”: ${demand.bypass?.why ?? ''}` : ''}
        </li>
      ))}
    </ul>
  );
}

/** What the next steps are about; a ticket without a context would list everything, which says nothing. */
function missingWords(demand: Demand): string {
  if (demand.standing === 'newer') return 'Cannot be told here';
  if (!demand.explained) return 'Everything';
  const labels = demand.missing.map(criterionLabel);
  const gold = labels.filter((label) => label !== criterionLabel('outcome'));
  if (gold.length === 0) return 'Nothing';
  // "and 1 more" is longer than its name.
  return nameSome(gold, gold.length === TOLD_LABELS + 1 ? gold.length : TOLD_LABELS);
}
