import { PlainButton } from '../../shared/plain-button';
import { Empty } from '../../shared/page-states';
import type { PanelData } from '../load-panel';

export interface NothingYetProps {
  readonly data: PanelData;
  readonly onStart: () => void;
  readonly onReload: () => void;
}

/** No context yet: says what it is for and how long it takes; where nobody has opted in, whom to ask or how to do it. */
export function NothingYet({ data: { asked, may, ticket }, onStart }: NothingYetProps) {
  const start = may.edit
    ? <PlainButton look="primary" onClick={onStart} testId="panel.start">{asked.state === 'none' ? 'Ask an infrastructure team' : 'Write the context'}</PlainButton>
    : undefined;
  if (asked.state === 'none') {
    return (
      <Empty title={`${ticket.project.key} has not opted in to Groundwork`} action={start}>
        <p>Does this ticket ask something of an infrastructure team? Then say which one, and why.</p>
        <p className="gw-quiet">{may.administerOwn ? `If ${ticket.project.key} itself serves other teams, opt in under Project settings, Groundwork.` : `If ${ticket.project.key} itself serves other teams, its project administrator can opt in under Project settings, Groundwork.`}</p>
      </Empty>
    );
  }
  return (
    <Empty title="No product context yet" action={start}>
      <p>Who needs this, how much is enough, and what is it worth? Five questions, about two minutes.</p>
    </Empty>
  );
}
