import { formatCount } from '../../../src/domain/context/format-number';
import type { Note } from '../../../src/domain/conflict/conflict';
import type { PageFacts } from '../subpages';
import { TicketLink } from '../ticket-link';
import { Empty } from '../../shared/page-states';
import { NotesSection } from './compatible-view';
import type { UnknownTicket } from './gather-claims';

const GROUPS = [
  { why: 'asks', title: 'Ask the architect', words: 'Whoever wrote these is not sure what they need of shared data; some say a part of it already. Somebody who knows the model has to look.' },
  { why: 'silent', title: 'Touches shared data, does not say how', words: 'Nobody can say whether these clash with anything until they name what they need.' },
  { why: 'unanswered', title: 'Not asked yet', words: 'Nobody has answered whether these touch shared data.' },
] as const satisfies readonly { readonly why: UnknownTicket['why']; readonly title: string; readonly words: string }[];

/** More are counted: the demand page has them all. */
const SHOWN = 100;

interface UnknownViewProps {
  readonly unknown: readonly UnknownTicket[];
  /** What teams declared and the checker could not compare. */
  readonly notChecked: readonly Note[];
  readonly teamName: (id: string) => string;
  readonly facts: PageFacts;
}

/** What is not known: nothing was declared, or what was declared could not be compared. That is neither a conflict nor none. */
export function UnknownView({ unknown, notChecked, teamName, facts }: UnknownViewProps) {
  if (unknown.length + notChecked.length === 0) return <Empty title="Every understood ticket says what it needs of shared data, and all of it was compared" />;
  return (
    <>
      {notChecked.length > 0 && (
        <NotesSection
          title="Could not be compared" words="Somebody has to read these side by side: whether they go together is more than the checker can tell."
          notes={notChecked} teamName={teamName} facts={facts} testId="conflicts.unknown.notChecked"
        />
      )}
      {GROUPS.map(({ why, title, words }) => {
        const tickets = unknown.filter((one) => one.why === why);
        if (tickets.length === 0) return null;
        return (
          <section key={why} className="gr-section" data-testid={`conflicts.unknown.${why}`}>
            <h2>{title}: {formatCount(tickets.length, facts.locale)}</h2>
            <p>{words}</p>
            <ul className="gc-plain">
              {tickets.slice(0, SHOWN).map(({ demand }) => (
                <li key={demand.ticket.id}><TicketLink ticketKey={demand.ticket.key} siteUrl={facts.siteUrl} /> {demand.ticket.summary} <span className="gw-quiet">{teamName(demand.team ?? '')}</span></li>
              ))}
            </ul>
            {tickets.length > SHOWN && <p className="gw-quiet">And {formatCount(tickets.length - SHOWN, facts.locale)} more.</p>}
          </section>
        );
      })}
    </>
  );
}
