import { formatCount } from '../../../src/domain/context/format-number';
import type { Note } from '../../../src/domain/conflict/conflict';
import type { Demand } from '../../../src/domain/demand/demand';
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
  readonly waiting: readonly Demand[];
  /** What teams declared and the checker could not compare. */
  readonly notChecked: readonly Note[];
  readonly teamName: (id: string) => string;
  readonly facts: PageFacts;
}

/** What is not known: nothing was declared, or what was declared could not be compared, or waits for that. That is neither a conflict nor none. */
export function UnknownView({ unknown, waiting, notChecked, teamName, facts }: UnknownViewProps) {
  if (unknown.length + waiting.length + notChecked.length === 0) return <Empty title="Every understood ticket says what it needs of shared data, and all of it was compared" />;
  return (
    <>
      {notChecked.length > 0 && (
        <NotesSection
          title="Could not be compared" words="Somebody has to read these side by side: whether they go together is more than the checker can tell."
          notes={notChecked} teamName={teamName} facts={facts} testId="conflicts.unknown.notChecked"
        />
      )}
      <Group
        title="Waits for its check" tickets={waiting} teamName={teamName} facts={facts} testId="conflicts.unknown.waiting"
        words="What these require is compared on this page, but the check that gates go by has not spoken of it yet. After a save that takes about a minute. Where it takes longer, Jira may not have stored the result: everything is checked again every day, and under Shared data an administrator can start that now."
      />
      {GROUPS.map(({ why, title, words }) => (
        <Group
          key={why} title={title} words={words} tickets={unknown.filter((one) => one.why === why).map(({ demand }) => demand)}
          teamName={teamName} facts={facts} testId={`conflicts.unknown.${why}`}
        />
      ))}
    </>
  );
}

interface GroupProps extends Pick<UnknownViewProps, 'teamName' | 'facts'> {
  readonly title: string;
  readonly words: string;
  readonly tickets: readonly Demand[];
  readonly testId: string;
}

function Group({ title, words, tickets, teamName, facts, testId }: GroupProps) {
  if (tickets.length === 0) return null;
  return (
    <section className="gr-section" data-testid={testId}>
      <h2>{title}: {formatCount(tickets.length, facts.locale)}</h2>
      <p>{words}</p>
      <ul className="gc-plain">
        {tickets.slice(0, SHOWN).map(({ ticket, team }) => (
          <li key={ticket.id}><TicketLink ticketKey={ticket.key} siteUrl={facts.siteUrl} /> {ticket.summary} <span className="gw-quiet">{teamName(team ?? '')}</span></li>
        ))}
      </ul>
      {tickets.length > SHOWN && <p className="gw-quiet">And {formatCount(tickets.length - SHOWN, facts.locale)} more.</p>}
    </section>
  );
}
