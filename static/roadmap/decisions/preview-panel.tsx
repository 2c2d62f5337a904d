import { describeConflict } from '../../../src/domain/conflict/describe-conflict';
import type { Conflict } from '../../../src/domain/conflict/conflict';
import { formatWorth } from '../../../src/domain/context/format-range';
import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import type { ClaimChange, Preview } from '../../../src/domain/conflict/decisions/preview-decision';
import { Notice } from '../../shared/notice';
import type { SideContext } from '../conflicts/conflict-side';
import { askWords } from '../conflicts/conflict-words';
import { makerWords } from './decision-words';

const CHANGE_WORDS: Readonly<Record<ClaimChange, string>> = {
  overruled: 'is overruled', narrowed: 'applies in fewer places', waits: 'waits for the joint ticket', replaced: 'is replaced by what the joint ticket asks', moved: 'moves to an element of the team’s own',
  extended: 'holds for what a team keeps on its own, too',
};
const SHOWN = 20;

interface PreviewPanelProps {
  readonly preview: Preview;
  readonly decision: Decision;
  readonly context: SideContext;
}

/** What the decision would do, worked out by the checker before anything is written. */
export function PreviewPanel({ preview, decision, context }: PreviewPanelProps) {
  const { problems, changes, settled, remaining, newlyBroken, representations, givenUp, personDays } = preview;
  return (
    <div className="gc-preview" data-testid="decide.preview">
      {problems.length > 0 && <Notice kind="error" title="It cannot be decided like this"><ul>{problems.map((problem) => <li key={problem}>{problem}</li>)}</ul></Notice>}
      <div>
        <h3>What changes</h3>
        {changes.length === 0 ? <p>No requirement changes.</p> : (
          <ul>
            {changes.slice(0, SHOWN).map(({ claim, change }) => <li key={`${String(claim.ticket.id)} ${claim.id}`}><strong>{claim.ticket.key}</strong>, {makerWords(claim, context.teamName)}: “{askWords(claim, context.teamName)}” {CHANGE_WORDS[change]}.</li>)}
            {changes.length > SHOWN && <li>And {changes.length - SHOWN} more.</li>}
          </ul>
        )}
      </div>
      <div>
        <h3>What it settles</h3>
        {settled.length === 0
          ? <p>{decision.kind === 'collaborate' ? 'Nothing yet: the conflict stays until the joint ticket has an answer.' : 'Nothing.'}</p>
          : <Sentences conflicts={settled} context={context} />}
        {remaining.length > 0 && decision.kind !== 'collaborate' && <><p>The conflict is not settled by this:</p><Sentences conflicts={remaining} context={context} /></>}
      </div>
      <div>
        <h3>What it newly breaks</h3>
        {newlyBroken.length === 0 ? <p>Nothing that this page knows of.</p> : <Sentences conflicts={newlyBroken} context={context} />}
      </div>
      <div>
        <h3>The price</h3>
        <ul data-testid="decide.price">
          {givenUp.map(({ team, tickets }) => (
            <li key={team}>{context.teamName(team)} gives up {tickets.map(({ ticket, worth }) => `${ticket.key} (${worth === undefined ? 'worth not stated' : formatWorth(worth, context.facts.locale)})`).join(', ')}, as far as it hangs on this requirement.</li>
          ))}
          {personDays > 0 && <li>{personDays} person-{personDays === 1 ? 'day' : 'days'} of work together.</li>}
          <li>{representations.after === representations.before ? `Representations of the element: still ${String(representations.before)}.` : `Representations of the element: ${String(representations.after)} instead of ${String(representations.before)}, each to be kept up.`}</li>
          {decision.kind === 'separate ways' && <li>Reports over {decision.at.element} no longer cover everybody.</li>}
          <li>{decision.until === undefined ? 'It has no end date.' : `It ends on ${decision.until}; then the conflict is back.`}</li>
        </ul>
      </div>
    </div>
  );
}

function Sentences({ conflicts, context }: { readonly conflicts: readonly Conflict[]; readonly context: SideContext }) {
  return (
    <ul>
      {conflicts.slice(0, SHOWN).map((conflict) => <li key={conflict.id}>{describeConflict(conflict, { team: context.teamName })}</li>)}
      {conflicts.length > SHOWN && <li>And {conflicts.length - SHOWN} more.</li>}
    </ul>
  );
}
