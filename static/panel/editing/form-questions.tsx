import type { ContextContent, Grade } from '../../../src/domain/context/product-context';
import type { JiraCalls } from '../../shared/load-calls';
import type { Asked, Ticket } from '../load-panel';
import { useForm } from './form-context';
import { DateQuestion, LongTextQuestion } from './fields';
import { InfrastructureSection } from './infrastructure-section';
import { OutcomeSection } from './outcome-section';
import { SilverSection } from './silver-section';
import { ThresholdQuestion } from './threshold-question';
import { ValueQuestion } from './value-question';
import { WhoAsksQuestion } from './who-asks-question';

export interface FormQuestionsProps {
  readonly asked: Asked;
  readonly ticket: Ticket;
  /** May write infrastructure's part. */
  readonly mayAnswer: boolean;
  /** What stands in the form, as far as it can be read, and the grade it would have. */
  readonly content: ContextContent;
  readonly grade: Grade;
  readonly calls: JiraCalls;
}

/** What is asked depends on the question and the origin: an estimate or an incident is asked less. */
export function FormQuestions({ asked, ticket, mayAnswer, content, grade, calls }: FormQuestionsProps) {
  const { draft } = useForm();
  const isEstimate = draft.texts['question'] === 'estimate';
  const isIncident = draft.texts['origin'] === 'incident';
  const settings = asked.state === 'known' ? asked.settings : undefined;
  const users = <LongTextQuestion address="users" label="Whose users, and about how many?" example="Mobile buyers at checkout, about 1.2M sessions a month" checkWords />;
  const thresholds = <ThresholdQuestion asked={asked} ticket={ticket} content={content} calls={calls} />;
  const currency = settings?.currency ?? draft.texts['value.worth.currency'] ?? 'USD';
  return (
    <>
      <WhoAsksQuestion asked={asked} ticket={ticket} />
      <section className="gw-question" aria-labelledby="gw-q-need">
        <h3 id="gw-q-need">What do the users need?</h3>
        <LongTextQuestion address="need" label="Users’ need" help="One sentence, the need and not the solution." example="Buyers see the shipping cost before they give up" checkWords />
        {!isEstimate && !isIncident && users}
      </section>
      {isEstimate && <Estimate />}
      {isIncident && (
        <details className="gw-part" open={ticket.isDone}>
          <summary className="gw-focus">Before Done: the rest can wait until the incident is over</summary>
          {users}{thresholds}<ValueQuestion currency={currency} />
        </details>
      )}
      {!isEstimate && !isIncident && <>{thresholds}<ValueQuestion currency={currency} /></>}
      {!isEstimate && <SilverSection asked={asked} ticket={ticket} content={content} grade={grade} calls={calls} />}
      {mayAnswer && settings !== undefined && <InfrastructureSection settings={settings} />}
      {!isEstimate && <OutcomeSection isOpen={ticket.isDone} />}
    </>
  );
}

function Estimate() {
  return (
    <section className="gw-question" aria-labelledby="gw-q-decides">
      <h3 id="gw-q-decides">What is the answer for?</h3>
      <LongTextQuestion address="decides" label="What will you decide with the answer?" example="Whether to sign the partner with 460,000 products" />
      <DateQuestion address="delay.neededBy" label="Needed by" />
    </section>
  );
}
