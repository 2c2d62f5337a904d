import type { ConflictsAddress } from './conflicts-address';
import type { ClaimingTicketFacts } from './gather-claims';
import type { ShownConflict } from './shown-conflicts';

/** What the filter leaves. Words are looked for in the element, the keys, the summaries and the needs of the tickets that can be seen. */
export function filterConflicts(
  shown: readonly ShownConflict[], filter: ConflictsAddress, tickets: ReadonlyMap<number, ClaimingTicketFacts>,
): readonly ShownConflict[] {
  const text = filter.text?.trim().toLowerCase() ?? '';
  return shown.filter(({ conflict, hidden }) => {
    const members = conflict.sides.flatMap((side) => side.who).filter((member) => !hidden.has(member.ticket.id));
    if (filter.severity !== undefined && conflict.severity !== filter.severity) return false;
    if (filter.code !== undefined && conflict.code !== filter.code) return false;
    if (filter.element !== undefined && conflict.at.element !== filter.element) return false;
    if (filter.team !== undefined && !members.some((member) => member.team === filter.team)) return false;
    if (text === '') return true;
    const facts = members.map((member) => tickets.get(member.ticket.id));
    return [conflict.at.element, conflict.code, ...facts.flatMap((fact) => [fact?.key, fact?.summary, fact?.need])].some((words) => words?.toLowerCase().includes(text) === true);
  });
}
