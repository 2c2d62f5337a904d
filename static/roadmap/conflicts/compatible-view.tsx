import type { NoteCode } from '../../../src/domain/conflict/codes';
import type { Note } from '../../../src/domain/conflict/conflict';
import { describeNote } from '../../../src/domain/conflict/describe-note';
import { MODEL_TICKET } from '../../../src/domain/conflict/claim';
import type { PageFacts } from '../subpages';
import { TicketLink } from '../ticket-link';
import { Empty } from '../../shared/page-states';

const TITLES: Readonly<Record<NoteCode, string>> = {
  DIFFERENT_BUT_COMPATIBLE: 'Different, and they go together', NOT_CHECKED: 'Could not be checked', UNCONDITIONAL: 'Applies everywhere: intended?',
  LIKELY_SAME_ELEMENT: 'Two names, perhaps one element', UNIT_DIFFERS: 'Units differ', UNKNOWN_ELEMENT: 'Not in the shared data model',
};
const ORDER: readonly NoteCode[] = ['DIFFERENT_BUT_COMPATIBLE', 'NOT_CHECKED', 'UNCONDITIONAL', 'LIKELY_SAME_ELEMENT', 'UNIT_DIFFERS', 'UNKNOWN_ELEMENT'];
const SHOWN = 100;
const SHOWN_TICKETS = 8;

/** Differences that are no conflict, and other things worth knowing: kept apart from what has to be decided. */
export function CompatibleView({ notes, teamName, facts }: { readonly notes: readonly Note[]; readonly teamName: (id: string) => string; readonly facts: PageFacts }) {
  if (notes.length === 0) return <Empty title="Nothing to note"><p>Where two teams ask for different things that one choice satisfies, it stands here.</p></Empty>;
  return (
    <>
      {ORDER.map((code) => {
        const of = notes.filter((note) => note.code === code);
        if (of.length === 0) return null;
        return (
          <section key={code} className="gr-section" data-testid={`conflicts.notes.${code}`}>
            <h2>{TITLES[code]}: {of.length.toLocaleString(facts.locale)}</h2>
            <ul className="gc-plain">
              {of.slice(0, SHOWN).map((note, at) => <li key={`${note.at.model} ${note.at.element} ${note.facet ?? ''} ${String(at)}`}>{describeNote(note, { team: teamName })} <Tickets note={note} facts={facts} /></li>)}
            </ul>
            {of.length > SHOWN && <p className="gw-quiet">And {(of.length - SHOWN).toLocaleString(facts.locale)} more.</p>}
          </section>
        );
      })}
    </>
  );
}

function Tickets({ note, facts }: { readonly note: Note; readonly facts: PageFacts }) {
  const keys = [...new Set(note.claims.filter((claim) => claim.ticket.id > MODEL_TICKET).map((claim) => claim.ticket.key))].sort();
  return (
    <span className="gw-small">
      {keys.slice(0, SHOWN_TICKETS).map((key) => <span key={key}><TicketLink ticketKey={key} siteUrl={facts.siteUrl} /> </span>)}
      {keys.length > SHOWN_TICKETS && <span className="gw-quiet">and {keys.length - SHOWN_TICKETS} more</span>}
    </span>
  );
}
