import '../conflicts/conflicts.css';
import { useEffect, useRef } from 'react';
import type { AgendaItem } from '../../../src/domain/planning/meeting-agenda';
import { ConsentNeeded, Empty, Failed, Loading } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import type { ShownConflict } from '../conflicts/shown-conflicts';
import { useSharedData, type SharedData, type SharedDataAccess } from '../conflicts/use-shared-data';
import { useShownConflicts } from '../conflicts/use-shown-conflicts';
import { DecidePage } from '../decisions/decide-page';
import { decisionSentence } from '../decisions/decision-words';
import type { SubpageProps } from '../subpages';

const BACK = 'Back to the agenda';

export interface DecideHereProps {
  readonly item: AgendaItem;
  readonly page: SubpageProps;
  readonly onClose: () => void;
  /** What was decided, in one sentence. */
  readonly onDecided: (words: string) => void;
}

/** Decides a conflict where the meeting talks about it. What that takes is read when somebody opens it, as the user. */
export function DecideHere(props: DecideHereProps) {
  const { page, item } = props;
  const access = useSharedData(page.demand, page.facts.today);
  const part = useRef<HTMLElement>(null);
  useEffect(() => part.current?.focus(), []);
  return (
    <section ref={part} tabIndex={-1} className="gr-panel" aria-label={`Decide on ${item.conflict?.at ?? 'this'}`} data-testid="meeting.decide">
      <Reading {...props} access={access} />
    </section>
  );
}

function Reading(props: DecideHereProps & { readonly access: SharedDataAccess }) {
  const { access, onClose } = props;
  switch (access.state.kind) {
    case 'loading': return <Loading what="what both sides require" />;
    case 'consent': return <ConsentNeeded onAllow={() => void access.reload()} />;
    case 'failed': return <Failed title="The decisions could not be read" words={access.state.words} onRetry={() => void access.reload()} />;
    case 'ready': {
      const { data } = access.state;
      if (data.result !== undefined) return <Deciding {...props} data={data} />;
      if (data.checkFailed) return <Failed title="The conflict could not be worked out" words="The part of this page that checks in the background ended unexpectedly. Nothing was changed in Jira." onRetry={access.recheck} />;
      return <><Loading what="the conflict" /><PlainButton look="subtle" onClick={onClose}>Cancel</PlainButton></>;
    }
    default: return access.state satisfies never;
  }
}

function Deciding({ page, item, access, data, onClose, onDecided }: DecideHereProps & { readonly access: SharedDataAccess; readonly data: SharedData }) {
  const { shown, context } = useShownConflicts(page, data);
  const found = shown.find((one) => isAbout(one, item));
  if (found === undefined && page.demand.end === undefined) return <Loading what="the other tickets" />;
  if (found === undefined && data.gap !== undefined) return <Empty title="This conflict cannot be shown" action={<PlainButton onClick={onClose}>{BACK}</PlainButton>}><p>{data.gap}</p></Empty>;
  return (
    <DecidePage
      {...page} access={access} data={data} shown={found} context={context} back={BACK} onBack={onClose}
      onDecided={(decision) => onDecided(decisionSentence(decision, context.teamName))}
    />
  );
}

/** The stored result knows the code, the element and the tickets of a conflict; the one worked out here has an id of its own. */
function isAbout({ conflict }: ShownConflict, { conflict: wanted, tickets }: AgendaItem): boolean {
  if (conflict.code !== wanted?.code || conflict.at.element !== wanted.at) return false;
  const ids = new Set(tickets.map(({ ticket }) => Number(ticket.id)));
  return conflict.sides.some((side) => side.who.some((member) => ids.has(member.ticket.id)));
}
