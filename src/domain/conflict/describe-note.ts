/** The sentence about a note. */

import { MODEL_TICKET } from './claim';
import type { Note } from './conflict';
import { listWords } from './rules/amount-words';
import { FACET_RULES } from './rules/all-rules';
import { madeBy, type Names } from './describe-conflict';

/** One sentence. Tickets the reader may not see are counted, not named, and give away no values. */
export function describeNote(note: Note, names: Names): string {
  const seen = note.claims.filter((claim) => claim.ticket.id <= MODEL_TICKET || (names.sees?.(claim.ticket.id) ?? true));
  const hidden = new Set(note.claims.filter((claim) => !seen.includes(claim)).map((claim) => claim.ticket.id)).size;
  const teams = [...new Set(seen.map((claim) => madeBy(claim, names)))].sort();
  const unseen = hidden === 0 ? [] : [hidden === 1 ? 'a ticket you cannot see' : `${String(hidden)} tickets you cannot see`];
  const who = listWords([...teams, ...unseen], 6);
  const place = `${note.code} ${note.at.element}:`;
  switch (note.code) {
    case 'DIFFERENT_BUT_COMPATIBLE': {
      const common = hidden === 0 && note.facet !== undefined && note.facet !== 'several' ? FACET_RULES[note.facet]?.common?.(note.claims) : undefined;
      return `${place} ${teams.length + hidden === 1 ? `several requirements of ${who} differ` : `${who} ask for different things`}${common === undefined ? ', and they go together' : `; ${common} satisfies all`}.`;
    }
    case 'LIKELY_SAME_ELEMENT': return `${place} ${note.detail ?? ''} may mean the same. ${isOnSeveralModels(note) ? 'Until all of them name one model, they are not compared.' : 'Nothing is decided by the likeness.'}`;
    case 'UNIT_DIFFERS': return `${place} the units of ${who} differ (${hidden === 0 ? note.detail ?? '' : 'some of them you cannot see'}).`;
    case 'UNCONDITIONAL': return `${place} what ${who} ${seen.length + hidden === 1 ? 'asks' : 'ask'} applies everywhere, though others say ${note.detail ?? 'where'}. Is that meant?`;
    case 'UNKNOWN_ELEMENT': return `${place} the shared model ${note.at.model} has no such element, but ${who} ${teams.length + hidden === 1 ? 'asks' : 'ask'} something of it.`;
    case 'NOT_CHECKED': return `${place} not known: ${note.detail ?? 'this could not be checked'}.`;
    default: {
      const never: never = note.code;
      return never;
    }
  }
}

function isOnSeveralModels({ at, claims }: Note): boolean {
  return claims.some(({ model }) => model !== at.model);
}
