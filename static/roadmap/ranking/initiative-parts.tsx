import { useMemo, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import type { FoldedInitiative } from '../../../src/domain/ranking/fold-initiatives';
import { initiativeWords } from '../../../src/domain/ranking/ranking-words';
import { showCount } from '../../../src/domain/ranking/show-number';
import { AnswerButton } from '../answer/answer-button';
import { ANSWER_CHOICES } from '../answer/answer-words';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';

interface InitiativePartsProps {
  readonly initiative: FoldedInitiative;
  readonly page: SubpageProps;
  readonly onAnswer: (demand: Demand) => void;
}

/** An initiative is one item wherever tickets are ordered; its parts are answered one by one. */
export function InitiativeParts({ initiative, page, onAnswer }: InitiativePartsProps) {
  const { demand: { demands }, facts } = page;
  const [isOpen, setOpen] = useState(false);
  const parts = useMemo(() => (isOpen ? demands.filter(({ ticket }) => initiative.members.includes(ticket.key)) : []), [isOpen, demands, initiative]);
  return (
    <div className="gw-small gr-rk-parts">
      {initiativeWords(initiative)}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="gw-focus">Answer its {showCount(initiative.members.length, 'part', facts.locale)}</summary>
        <ul className="gr-rk-plain" data-testid={`ranking.parts.${initiative.key}`}>
          {parts.map((demand) => (
            <li key={demand.ticket.id}>
              <span><TicketLink ticketKey={demand.ticket.key} siteUrl={facts.siteUrl} /> {demand.ticket.summary}</span>
              <span className="gw-quiet">{demand.answer === undefined ? 'no answer yet' : ANSWER_CHOICES[demand.answer].toLowerCase()}</span>
              <AnswerButton demand={demand} page={page} onAnswer={onAnswer} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
