/** Conflicts as a table: a row for everybody who asks, and one for those that are not at hand. */

import { describeConflict, whenWords } from '../../../src/domain/conflict/describe-conflict';
import { MODEL_TICKET } from '../../../src/domain/conflict/claim';
import type { Role, Side, SideMember } from '../../../src/domain/conflict/conflict';
import type { Cell } from '../export-file';
import type { SideContext } from './conflict-side';
import { CODE_WORDS, LEVEL_WORDS, SEVERITY_WORDS } from './conflict-words';
import type { ShownConflict } from './shown-conflicts';
import { valueWords } from './value-words';

const HEAD = ['Conflict', 'Severity', 'What clashes', 'Shared data model', 'Element', 'Asked of', 'Asks for', 'Team', 'Ticket', 'How strong', 'Role', 'Held', 'Applies', 'Users need', 'Worth', 'In a sentence'];

const ROLE_WORDS: Readonly<Record<Role, string>> = { yields: 'would have to give way', holds: 'is on the stronger side', contested: 'is as strong as the others' };

/** Rows with a head, for CSV and JSON. */
export function conflictRows(shown: readonly ShownConflict[], context: SideContext): Cell[][] {
  return [HEAD, ...shown.flatMap((one) => rowsOf(one, context))];
}

function rowsOf({ conflict, hidden, unread }: ShownConflict, context: SideContext): Cell[][] {
  const { code, at, severity, id, sides } = conflict;
  const sentence = describeConflict(conflict, { team: context.teamName, sees: (ticket) => !hidden.has(ticket), failed: (ticket) => unread.has(ticket) });
  const begin = [id, SEVERITY_WORDS[severity].name, CODE_WORDS[code], at.model, at.element];
  const seen = sides.flatMap((side) => side.who.filter((member) => !hidden.has(member.ticket.id)).map((member) => [...begin, ...cellsOf(side, member, at.element, hidden.size > 0, context), sentence]));
  if (hidden.size === 0) return seen;
  const counted = (count: number, which: string): string[] => (count === 0 ? [] : [count === 1 ? `a ticket ${which}` : `${String(count)} tickets ${which}`]);
  const unseen = [...counted(hidden.size - unread.size, 'you cannot see'), ...counted(unread.size, 'that could not be read')].join(' and ');
  return [...seen, [...begin, '', '', '', unseen, '', '', '', '', '', '', sentence]];
}

/** Who gives way is left out beside a ticket that cannot be seen: it would give away how strong that one is. */
function cellsOf(side: Side, member: SideMember, element: string, isHalfSeen: boolean, { claims, tickets, teamName, facts }: SideContext): Cell[] {
  const of = side.element ?? element;
  if (member.ticket.id <= MODEL_TICKET) return [of, side.ask, member.ticket.id === MODEL_TICKET ? 'the shared model' : 'what was decided', member.ticket.key, '', '', '', '', '', ''];
  const ticket = tickets.get(member.ticket.id);
  return [
    of, side.ask, teamName(member.team), member.ticket.key, member.status === 'in force' ? 'already built' : `${LEVEL_WORDS[member.level]}${member.draft ? ', still a draft' : ''}`,
    isHalfSeen ? '' : ROLE_WORDS[member.role], isHalfSeen ? '' : member.held ? 'yes' : 'no', whenWords(claims.get(member.claim)?.when ?? {}), ticket?.need ?? '', valueWords(ticket?.value, facts.locale),
  ];
}
