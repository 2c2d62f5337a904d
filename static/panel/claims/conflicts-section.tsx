import './claims.css';
import { useEffect, useRef, useState } from 'react';
import { ticketConflictsSchema, type TicketConflicts } from '../../../src/contract/conflicts';
import { CONFLICTS_PROPERTY } from '../../../src/contract/limits';
import { propertyReply } from '../../../src/contract/jira-replies';
import { contentHash } from '../../../src/domain/context/content-hash';
import type { ProductContext } from '../../../src/domain/context/product-context';
import { formatDay } from '../../../src/domain/context/why-sentence';
import { formatInstant } from '../../shared/format-instant';
import type { JiraCalls } from '../../shared/load-calls';
import { PlainButton } from '../../shared/plain-button';
import type { Asked, Ticket } from '../load-panel';
import { bindingDecisions } from './binding-decisions';
import { checkedOf, ConflictCard } from './conflict-card';
import type { ModelsState } from './use-models';
import { useTicketConflicts } from './use-ticket-conflicts';

export interface ConflictsSectionProps {
  readonly ticket: Ticket;
  readonly record: ProductContext;
  readonly asked: Asked;
  readonly conflicts: TicketConflicts | undefined;
  readonly locale: string;
  readonly calls: JiraCalls;
  /** A newer stored result was found. */
  readonly onConflicts: (conflicts: TicketConflicts) => void;
}

/** While a check is under way it is looked for so often, every so many milliseconds, without anybody asking. */
const LOOKS = 8;
const BETWEEN_LOOKS = 15_000;

/** The ticket's conflicts on shared data as the backend computed them, with both sides' needs, and what was decided. */
export function ConflictsSection({ ticket, record, asked, conflicts, locale, calls, onConflicts }: ConflictsSectionProps) {
  const { sides, check, models, askModels, retry } = useTicketConflicts({ calls, ticket, record, asked, conflicts });
  const isCurrent = conflicts?.hash === contentHash(record);
  const claims = record.claims ?? [];
  const items = conflicts?.items ?? [];
  const bound = sides.kind === 'read' ? bindingDecisions(sides.others.decisions, { id: Number(ticket.id), team: record.team ?? '', claims }, new Date().toISOString().slice(0, 10), locale) : [];
  return (
    <section className="gw-section" aria-label="Conflicts on shared data" data-testid="panel.conflicts">
      <h3>Conflicts on shared data</h3>
      <Standing conflicts={conflicts} isCurrent={isCurrent} isDeclared={claims.length > 0} locale={locale} issueId={ticket.id} calls={calls} onConflicts={onConflicts} />
      {sides.kind === 'loading' && items.length > 0 && <p className="gw-quiet" role="status">Reading the other tickets …</p>}
      {sides.kind === 'failed' && <p className="gw-quiet">The other tickets could not be read. {sides.words} <PlainButton look="link" onClick={retry}>Try again</PlainButton></p>}
      {sides.kind === 'read' && sides.others.gap !== undefined && <p className="gw-quiet">{sides.others.gap}</p>}
      {sides.kind === 'read' && items.map((item, at) => (
        <ConflictCard
          key={`${item.code}-${item.at}-${String(at)}`} item={item} others={sides.others} unread={sides.unread} check={check} locale={locale}
          own={{ id: Number(ticket.id), key: ticket.key, record }} teams={asked.state === 'known' ? asked.settings.teams : []}
        />
      ))}
      {check?.kind === 'checked' && items.some((item) => item.ids.length === 0 && checkedOf(item, check.reply.conflicts) === undefined) && <AgainstModels models={models} onAsk={askModels} />}
      {bound.length > 0 && (
        <>
          <h4>Decided, and binding for this ticket</h4>
          <ul>{bound.map(({ number, words, why }) => <li key={number}>{words} Because: {why}</li>)}</ul>
        </>
      )}
    </section>
  );
}

/** What an imported model says lies with the backend; opening a ticket asks it nothing. */
function AgainstModels({ models, onAsk }: { readonly models: ModelsState; readonly onAsk: () => void }) {
  switch (models.kind) {
    case 'not-asked': return <div><PlainButton look="link" onClick={onAsk} testId="panel.conflicts.models">Show what the shared data model says</PlainButton></div>;
    case 'loading': return <p className="gw-quiet" role="status">Reading the shared data models …</p>;
    case 'failed': return <p className="gw-quiet" role="status">The shared data models could not be read. {models.words} <PlainButton look="link" onClick={onAsk}>Try again</PlainButton></p>;
    case 'read': return <p className="gw-quiet" role="status">With the shared data as it is imported now, no clash is found here; it is computed again every day.</p>;
    default: return models satisfies never;
  }
}

interface StandingProps extends Pick<ConflictsSectionProps, 'conflicts' | 'locale' | 'calls' | 'onConflicts'> {
  readonly issueId: string;
  readonly isCurrent: boolean;
  readonly isDeclared: boolean;
}

/** Whether the stored result speaks of what stands here now, or is still being computed. */
function Standing({ conflicts, isCurrent, isDeclared, locale, issueId, calls, onConflicts }: StandingProps) {
  const [words, setWords] = useState('');
  const [isLate, setLate] = useState(false);
  const latest = useRef(onConflicts);
  latest.current = onConflicts;
  const isRunning = !isCurrent && (isDeclared || conflicts !== undefined);
  const found = conflicts?.checkedAt === undefined ? undefined : formatInstant(conflicts.checkedAt, locale);
  const look = useRef(async (): Promise<void> => undefined);
  look.current = async () => {
    const found = await readStored(calls, issueId);
    if (found !== undefined && JSON.stringify(found) !== JSON.stringify(conflicts)) latest.current(found);
  };
  useEffect(() => {
    setLate(false);
    if (!isRunning) return undefined;
    let left = LOOKS;
    const timer = setInterval(() => {
      left -= 1;
      if (left <= 0) {
        clearInterval(timer);
        setLate(true);
      }
      if (!document.hidden) void look.current().catch(() => undefined);
    }, BETWEEN_LOOKS);
    return () => clearInterval(timer);
  }, [isRunning]);
  if (isRunning) {
    const again = (): void => {
      setWords('Looking …');
      look.current().then(() => setWords('Still being checked when this was last looked at.'), () => setWords('Jira could not be asked. Try again.'));
    };
    return (
      <div role="status" data-testid="panel.conflicts.standing">
        <p className="gw-quiet">{conflicts === undefined ? 'Being checked against the requirements of all other tickets, usually within a minute.' : `Changed since it was last checked. It is being checked again, usually within a minute; what follows is the result ${found === undefined ? 'before' : `of ${found}`}.`}</p>
        {isLate && <p className="gw-quiet">It takes longer than usual: Jira may not have stored the result. Everything is checked again every day, and whoever administers the project that is asked can start that now, on its page under Shared data.</p>}
        <div className="gw-actions"><PlainButton look="link" onClick={again} testId="panel.conflicts.look">Look again</PlainButton><span className="gw-quiet">{words}</span></div>
      </div>
    );
  }
  return <p className="gw-quiet" data-testid="panel.conflicts.standing">{settledWords(conflicts, isDeclared)}{found === undefined || (!isDeclared && (conflicts?.items.length ?? 0) === 0) ? '' : ` Found so on ${found}; a later check that finds the same writes nothing. What another ticket changed since may still wait for its check, usually for less than a minute; everything is checked again every day.`}{conflicts?.until === undefined ? '' : ` It is computed again on ${formatDay(conflicts.until, locale)}, when a decision or a period falls due.`}</p>;
}

function settledWords(conflicts: TicketConflicts | undefined, isDeclared: boolean): string {
  if (!isDeclared && (conflicts?.items.length ?? 0) === 0) return 'Not declared: nothing is written down about what it requires of shared data, so nothing is known about conflicts.';
  const { items = [], blocking = 0, unchecked = 0 } = conflicts ?? {};
  return `What stands here was checked: ${countedWords(items.length, blocking)}${unchecked === 0 ? '' : ` ${unchecked === 1 ? 'Once it' : `${String(unchecked)} times it`} could not be compared with what others require: whether that clashes is not known.`}`;
}

function countedWords(count: number, blocking: number): string {
  if (count === 0) return 'no conflict found.';
  if (count === 1) return `1 conflict. ${blocking === 0 ? 'It does not hold this ticket.' : 'It holds this ticket until it is decided.'}`;
  const held = blocking === 0 ? 'None of them holds' : blocking === 1 ? '1 of them holds' : `${String(blocking)} of them hold`;
  return `${String(count)} conflicts. ${held} this ticket${blocking === 0 ? '.' : ' until it is decided.'}`;
}

async function readStored(calls: JiraCalls, issueId: string): Promise<TicketConflicts | undefined> {
  const outcome = await calls.request(`/rest/api/3/issue/${issueId}/properties/${CONFLICTS_PROPERTY}`);
  if (outcome.kind !== 'answered' || outcome.status !== 200) return undefined;
  const parsed = ticketConflictsSchema.safeParse(propertyReply.safeParse(outcome.body).data?.value);
  return parsed.success ? parsed.data : undefined;
}
