import { formatCount } from '../../../src/domain/context/format-number';
import type { NoteCode } from '../../../src/domain/conflict/codes';
import type { Note } from '../../../src/domain/conflict/conflict';
import { describeNote } from '../../../src/domain/conflict/describe-note';
import { MODEL_TICKET } from '../../../src/domain/conflict/claim';
import type { PageFacts } from '../subpages';
import { TicketLink } from '../ticket-link';
import { Empty } from '../../shared/page-states';

type ShownCode = Exclude<NoteCode, 'NOT_CHECKED'>;
const TITLES: Readonly<Record<ShownCode, string>> = {
  DIFFERENT_BUT_COMPATIBLE: 'Different, and they go together', UNCONDITIONAL: 'Applies everywhere: intended?',
  LIKELY_SAME_ELEMENT: 'Two names, perhaps one element', UNIT_DIFFERS: 'Units differ', UNKNOWN_ELEMENT: 'Not in the shared data model',
};
const ORDER: readonly ShownCode[] = ['DIFFERENT_BUT_COMPATIBLE', 'UNCONDITIONAL', 'LIKELY_SAME_ELEMENT', 'UNIT_DIFFERS', 'UNKNOWN_ELEMENT'];
const SHOWN = 100;
const SHOWN_TICKETS = 8;

/** Differences that are no conflict, and other things worth knowing: kept apart from what has to be decided. */
export function CompatibleView({ notes, teamName, facts }: { readonly notes: readonly Note[]; readonly teamName: (id: string) => string; readonly facts: PageFacts }) {
  if (notes.length === 0) return <Empty title="Nothing to note"><p>Where two teams ask for different things that one choice satisfies, it stands here.</p></Empty>;
  return (
    <>
      {ORDER.map((code) => {
        const of = notes.filter((note) => note.code === code);
        return of.length === 0 ? null : <NotesSection key={code} title={TITLES[code]} notes={of} teamName={teamName} facts={facts} testId={`conflicts.notes.${code}`} />;
      })}
    </>
  );
}

interface NotesSectionProps {
  readonly title: string;
  /** What they mean, where the title does not say it. */
  readonly words?: string;
  readonly notes: readonly Note[];
  readonly teamName: (id: string) => string;
  readonly facts: PageFacts;
  readonly testId: string;
}

/** Notes of one kind, each with its tickets. */
export function NotesSection({ title, words, notes, teamName, facts, testId }: NotesSectionProps) {
  return (
    <section className="gr-section" data-testid={testId}>
      <h2>{title}: {formatCount(notes.length, facts.locale)}</h2>
      {words !== undefined && <p>{words}</p>}
      <ul className="gc-plain">
        {notes.slice(0, SHOWN).map((note, at) => <li key={`${note.at.model} ${note.at.element} ${note.facet ?? ''} ${String(at)}`}>{describeNote(note, { team: teamName })} <Tickets note={note} facts={facts} /></li>)}
      </ul>
      {notes.length > SHOWN && <p className="gw-quiet">And {formatCount(notes.length - SHOWN, facts.locale)} more.</p>}
    </section>
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
