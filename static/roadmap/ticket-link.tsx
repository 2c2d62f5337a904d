import type { MouseEvent } from 'react';
import { openInJira } from '../shared/bridge';

/** A ticket's key that opens it: through Jira, because the frame may not leave on its own; with a modifier in a new tab. */
export function TicketLink({ ticketKey, siteUrl }: { readonly ticketKey: string; readonly siteUrl: string }) {
  const address = `${siteUrl}/browse/${encodeURIComponent(ticketKey)}`;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void openInJira(address, event.ctrlKey || event.metaKey || event.shiftKey ? 'new-tab' : 'same-tab');
  };
  return <a className="gr-key gw-focus" href={address} onClick={open}>{ticketKey}</a>;
}
