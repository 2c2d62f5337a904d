import type { Demand } from '../../../src/domain/demand/demand';
import { PlainButton, type PlainButtonProps } from '../../shared/plain-button';
import type { SubpageProps } from '../subpages';
import { whyNotAnswer } from './why-not-answer';

interface AnswerButtonProps extends Pick<PlainButtonProps, 'look'> {
  readonly demand: Demand;
  readonly page: SubpageProps;
  readonly onAnswer: (demand: Demand) => void;
  /** The key stands on the button, too: several of them stand beside each other. */
  readonly isNamed?: boolean;
}

/** Answers a ticket where it is seen, or changes what was answered; unavailable, with its reason, to those whose answer would be refused. */
export function AnswerButton({ demand, page, onAnswer, look = 'subtle', isNamed = false }: AnswerButtonProps) {
  const { ticket: { key }, answer } = demand;
  const named = answer === undefined ? `Answer ${key}` : `Change answer to ${key}`;
  return (
    <PlainButton look={look} aria-label={named} unavailable={whyNotAnswer(page.demand)} onClick={() => onAnswer(demand)}>
      {isNamed ? named : answer === undefined ? 'Answer' : 'Change answer'}
    </PlainButton>
  );
}
