import { whenWords } from '../../../src/domain/conflict/describe-conflict';
import { MODEL_TICKET, type Claim } from '../../../src/domain/conflict/claim';
import type { Side, SideMember } from '../../../src/domain/conflict/conflict';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { PageFacts } from '../subpages';
import { TicketLink } from '../ticket-link';
import { LEVEL_WORDS } from './conflict-words';
import type { ClaimingTicketFacts } from './gather-claims';
import { valueWords } from './value-words';

/** More tickets than these of one side are folded away. */
const OPEN_MEMBERS = 3;

export interface SideContext {
  readonly facts: PageFacts;
  readonly settings: ProjectSettings;
  readonly tickets: ReadonlyMap<number, ClaimingTicketFacts>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly teamName: (id: string) => string;
}

interface ConflictSideProps {
  readonly side: Side;
  readonly hidden: ReadonlySet<number>;
  /** Those of the hidden ones that Jira failed to give. */
  readonly unread?: ReadonlySet<number>;
  readonly context: SideContext;
}

/** One side: what it specifies, and beside it what its users need and what that is worth. */
export function ConflictSide({ side, hidden, unread, context }: ConflictSideProps) {
  const seen = side.who.filter((member) => !hidden.has(member.ticket.id));
  if (seen.length === 0) return <UnseenSide ids={[...new Set(side.who.map((member) => member.ticket.id))]} unread={unread} />;
  const [open, folded] = [seen.slice(0, OPEN_MEMBERS), seen.slice(OPEN_MEMBERS)];
  return (
    <div className={side.inCore ? 'gc-side' : 'gc-side gc-side--beside'}>
      <h3>{side.ask}{side.element === undefined ? '' : ` (${side.element})`}</h3>
      <ul>{open.map((member) => <Member key={member.claim} member={member} context={context} />)}</ul>
      {folded.length > 0 && (
        <details>
          <summary className="gw-focus">{folded.length === 1 ? '1 more requirement' : `${String(folded.length)} more requirements`} like this</summary>
          <ul>{folded.map((member) => <Member key={member.claim} member={member} context={context} />)}</ul>
        </details>
      )}
    </div>
  );
}

function UnseenSide({ ids, unread }: { readonly ids: readonly number[]; readonly unread: ReadonlySet<number> | undefined }) {
  const failed = ids.filter((id) => unread?.has(id) === true).length;
  const hidden = ids.length - failed;
  return (
    <div className="gc-side gc-side--unseen">
      {hidden > 0 && <h3>{hidden === 1 ? 'A ticket you cannot see' : `${String(hidden)} tickets you cannot see`}</h3>}
      {hidden > 0 && <p>{hidden === 1 ? 'It asks' : 'They ask'} for something that does not go with this. Jira does not show you {hidden === 1 ? 'it' : 'them'}, so neither does this page.</p>}
      {failed > 0 && <h3>{failed === 1 ? 'A ticket that could not be read' : `${String(failed)} tickets that could not be read`}</h3>}
      {failed > 0 && <p>When it was last checked, {failed === 1 ? 'it asked' : 'they asked'} for something that does not go with this. What {failed === 1 ? 'it asks' : 'they ask'} now is not known.</p>}
    </div>
  );
}

function Member({ member, context: { facts, settings, tickets, claims, teamName } }: { readonly member: SideMember; readonly context: SideContext }) {
  const claim = claims.get(member.claim);
  if (member.ticket.id <= MODEL_TICKET) {
    return <li><strong>{member.ticket.id === MODEL_TICKET ? `The shared model ${member.ticket.key}` : `What was decided (${member.ticket.key})`}</strong></li>;
  }
  const ticket = tickets.get(member.ticket.id);
  const colour = settings.teams.find((team) => team.id === member.team)?.colour ?? 'gray';
  const where = whenWords(claim?.when ?? {});
  return (
    <li>
      <div className="gc-who">
        <span aria-hidden="true" className={`gr-dot gr-dot--${colour}`} />
        <strong>{teamName(member.team)}</strong>
        <TicketLink ticketKey={member.ticket.key} siteUrl={facts.siteUrl} />
        <span className="gw-quiet">{marks(member)}</span>
      </div>
      <dl className="gc-facts">
        <dt>Users need</dt><dd>{ticket?.need ?? <span className="gw-quiet">Nobody said yet</span>}</dd>
        <dt>Worth</dt><dd>{valueWords(ticket?.value, facts.locale)}</dd>
        {where !== '' && <><dt>Applies</dt><dd>{where}</dd></>}
        {claim?.why !== undefined && <><dt>Why so</dt><dd>{claim.why}</dd></>}
      </dl>
    </li>
  );
}

function marks(member: SideMember): string {
  return [
    member.status === 'in force' ? 'already built' : LEVEL_WORDS[member.level],
    ...(member.withoutAuthority === true ? ['called law or contract without naming it'] : []), ...(member.draft ? ['still a draft'] : []),
    ...(member.held ? ['held until this is decided'] : member.role === 'yields' ? ['would have to give way'] : []),
  ].join(', ');
}
