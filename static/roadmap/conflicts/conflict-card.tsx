import Lozenge from '@atlaskit/lozenge';
import { describeConflict, whenWords } from '../../../src/domain/conflict/describe-conflict';
import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import { PlainButton } from '../../shared/plain-button';
import { TicketLink } from '../ticket-link';
import { ConflictComment } from './conflict-comment';
import { CODE_WORDS, SEVERITY_WORDS } from './conflict-words';
import { ConflictSide, type SideContext } from './conflict-side';
import { Silences } from './silences';
import type { ShownConflict } from './shown-conflicts';
import type { Narrowing } from './use-narrowing';

const LOOKS = { limits: 'removed', blocking: 'removed', negotiable: 'moved', soft: 'default' } as const;

interface ConflictCardProps {
  readonly shown: ShownConflict;
  readonly context: SideContext;
  readonly representations: number;
  readonly narrowing: Narrowing;
  /** A collaboration in force on this conflict. */
  readonly waitsFor?: Decision | undefined;
  /** Why this user cannot decide it; absent where the user can. */
  readonly cannotDecide?: string | undefined;
  readonly onDecide?: (() => void) | undefined;
}

/** One conflict: how severe, the sentence, both sides with their users' needs, and what can be done. */
export function ConflictCard({ shown, context, representations, narrowing, waitsFor, cannotDecide, onDecide }: ConflictCardProps) {
  const { conflict, hidden, unread, needsModels } = shown;
  const title = `conflict-${conflict.id.replaceAll(/\W/g, '-')}`;
  const where = hidden.size > 0 ? '' : whenWords(conflict.when);
  return (
    <article className="gc-card" aria-labelledby={title} data-testid={`conflict.${conflict.code}.${conflict.at.element}`}>
      <div className="gc-card-head">
        <h2 id={title}>{conflict.at.element}</h2>
        <span title={SEVERITY_WORDS[conflict.severity].means}><Lozenge appearance={LOOKS[conflict.severity]}>{SEVERITY_WORDS[conflict.severity].name}</Lozenge></span>
        <span className="gw-quiet gw-small">{CODE_WORDS[conflict.code]}</span>
      </div>
      <p className="gc-sentence" data-testid="conflict.sentence">{describeConflict(conflict, { team: context.teamName, sees: (id) => !hidden.has(id), failed: (id) => unread.has(id) })}</p>
      <p className="gw-quiet gw-small">
        {SEVERITY_WORDS[conflict.severity].means} {where === '' ? '' : `It clashes only ${where}. `}
        {conflict.code === 'THRESHOLD_OPPOSED' ? `${String(conflict.claims)} thresholds measure the same and pull it in opposite directions.` : dataWords(conflict, hidden.size > 0 || needsModels, representations)}
      </p>
      <div className="gc-sides">
        {conflict.sides.map((side, at) => <ConflictSide key={`${String(at)} ${side.ask}`} side={side} hidden={hidden} unread={unread} context={context} />)}
      </div>
      {hidden.size === 0 && <Silences silences={conflict.silences} context={context} narrowing={narrowing} />}
      {waitsFor?.kind === 'collaborate' && <p className="gc-waits">Decision {waitsFor.number}: the teams work it out together on <TicketLink ticketKey={waitsFor.joint.key} siteUrl={context.facts.siteUrl} /> until {waitsFor.until}. Its tickets stay held until then.</p>}
      <div className="gw-actions">
        <PlainButton look={cannotDecide === undefined ? 'primary' : 'default'} unavailable={cannotDecide} onClick={onDecide} testId="conflict.decide">{waitsFor === undefined ? 'Decide' : 'Decide otherwise'}</PlainButton>
        {cannotDecide !== undefined && <span className="gw-quiet gw-small">{cannotDecide}</span>}
      </div>
      <ConflictComment shown={shown} siteUrl={context.facts.siteUrl} />
    </article>
  );
}

function dataWords(conflict: ShownConflict['conflict'], isHalf: boolean, representations: number): string {
  const part = isHalf ? '' : `${String(conflict.claims)} requirements take part. `;
  return `${part}${representations === 1 ? 'The element has one representation.' : `The element has ${String(representations)} representations.`}`;
}
