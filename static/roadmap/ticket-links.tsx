import { Fragment } from 'react';
import { formatCount } from '../../src/domain/context/format-number';
import { TicketLink } from './ticket-link';

interface TicketLinksProps {
  readonly keys: readonly string[];
  /** So many are named, the others counted. */
  readonly most: number;
  readonly locale: string;
  readonly siteUrl: string;
}

/** "BUYER-1, BUYER-2 and 4 more", each of them a link. */
export function TicketLinks({ keys, most, locale, siteUrl }: TicketLinksProps) {
  const named = keys.slice(0, most);
  const others = keys.length - named.length;
  const before = (at: number): string => (at === 0 ? '' : at === named.length - 1 && others === 0 ? ' and ' : ', ');
  return (
    <>
      {named.map((key, at) => <Fragment key={key}>{before(at)}<TicketLink ticketKey={key} siteUrl={siteUrl} /></Fragment>)}
      {others > 0 && ` and ${formatCount(others, locale)} more`}
    </>
  );
}
