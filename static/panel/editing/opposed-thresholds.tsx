import { useEffect, useState } from 'react';
import { conditionOf, conditionsMeet } from '../../../src/domain/conflict/conditions';
import { claimStatus } from '../../../src/domain/conflict/ticket-claims';
import type { Threshold } from '../../../src/domain/context/product-context';
import { nameSome } from '../../../src/domain/context/join-words';
import { scaleOf } from '../../../src/domain/context/threshold-scale';
import type { JiraCalls } from '../../shared/load-calls';
import { loadTicketsOnScale, type ClaimingTicketRead } from '../../shared/load-claiming-tickets';
import { Notice } from '../../shared/notice';

export interface OpposedThresholdsProps {
  readonly calls: JiraCalls;
  /** The infrastructure project that is asked. */
  readonly projectId: string;
  readonly ticketId: number;
  readonly threshold: Threshold;
  /** Names of resolutions that mean "closed and not built"; undefined: the usual ones. */
  readonly notBuilt: readonly string[] | undefined;
}

/** A pause in typing, in milliseconds, after which is asked. */
const PAUSE = 600;
const MOST_TICKETS = 5;

/** Tickets that measure the same and want it the other way round, as far as this user may see them: told while it is typed. */
export function OpposedThresholds({ calls, projectId, ticketId, threshold, notBuilt }: OpposedThresholdsProps) {
  const { tickets, words } = useTicketsOnScale(calls, projectId, scaleOf(threshold));
  const opposed = tickets.flatMap((ticket) => {
    if (ticket.id === ticketId || isWithdrawn(ticket, notBuilt)) return [];
    const against = ticket.record.thresholds?.find((theirs) => isOpposed(threshold, theirs));
    return against === undefined ? [] : [{ ticket, against }];
  });
  if (words !== undefined) return <p className="gw-help">Whether another ticket pulls this the other way is not known. {words}</p>;
  if (opposed.length === 0) return null;
  return (
    <div aria-live="polite">
      <Notice kind="warning" title={`This would pull against ${nameSome(opposed.map(({ ticket }) => ticket.key), 3)}`} testId="panel.opposed">
        <ul>{opposed.slice(0, MOST_TICKETS).map(({ ticket: { id, key, record }, against }) => (
          <li key={id}>{key} measures the same and says {against.better} is better: {record.need === undefined ? 'the need is not written down' : `“${record.need}”`}</li>
        ))}</ul>
        {opposed.length > MOST_TICKETS && <p>and {opposed.length - MOST_TICKETS} more tickets</p>}
        <p>Agree on one direction, or say that something else is measured.</p>
      </Notice>
    </div>
  );
}

function isWithdrawn({ isDone, record, resolution }: ClaimingTicketRead, notBuilt: readonly string[] | undefined): boolean {
  return claimStatus({ isDone, resolution, answer: record.answer?.state, notBuilt }) === 'withdrawn';
}

function isOpposed(mine: Threshold, theirs: Threshold): boolean {
  const scale = scaleOf(mine);
  return scale !== undefined && scale === scaleOf(theirs) && mine.better !== theirs.better && conditionsMeet(conditionOf(mine), conditionOf(theirs));
}

interface OnScale {
  readonly tickets: readonly ClaimingTicketRead[];
  /** Why they could not be read. */
  readonly words?: string;
}

const NOBODY: OnScale = { tickets: [] };

function useTicketsOnScale(calls: JiraCalls, projectId: string, scale: string | undefined): OnScale {
  const [found, setFound] = useState<OnScale>(NOBODY);
  useEffect(() => {
    setFound(NOBODY);
    if (scale === undefined) return undefined;
    let isCurrent = true;
    const tell = (next: OnScale): void => { if (isCurrent) setFound(next); };
    const timer = setTimeout(() => {
      loadTicketsOnScale(calls, projectId, scale).then(
        (read) => tell(read.kind === 'read' ? read : { tickets: [], ...(read.kind === 'failed' ? { words: read.words } : {}) }),
        () => tell({ tickets: [], words: 'Jira could not be asked.' }),
      );
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [calls, projectId, scale]);
  return found;
}
