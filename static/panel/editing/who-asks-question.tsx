import { ORIGINS, QUESTIONS } from '../../../src/domain/context/product-context';
import type { Asked, Ticket } from '../load-panel';
import { ORIGIN_WORDS, QUESTION_WORDS } from '../words';
import { ChoiceQuestion, TextQuestion } from './fields';
import { useForm } from './form-context';

/** Question 1: which team asks, and what kind of request it is. */
export function WhoAsksQuestion({ asked, ticket }: { readonly asked: Asked; readonly ticket: Ticket }) {
  const { draft } = useForm();
  const isEstimate = draft.texts['question'] === 'estimate';
  const looksUrgent = /bug|incident|outage/i.test(ticket.typeName) && (draft.texts['origin'] ?? '') === '';
  const teams = asked.state === 'known' ? asked.settings.teams.map(({ id, name }) => ({ value: id, words: name })) : [];
  return (
    <section className="gw-question" aria-labelledby="gw-q-team">
      <h3 id="gw-q-team">Who asks?</h3>
      {asked.state === 'known'
        ? <ChoiceQuestion address="team" label="Team that asks" choices={teams} help={teams.length === 0 ? `The settings of ${asked.project.key} list no team yet. Its project administrator adds them under Project settings, Groundwork.` : undefined} />
        : <p className="gw-help">The teams cannot be listed, because the settings of the infrastructure project cannot be read.</p>}
      <div className="gw-row">
        <ChoiceQuestion address="origin" label="Where it comes from" none="Not said" choices={ORIGINS.map((value) => ({ value, words: ORIGIN_WORDS[value] }))} help={looksUrgent ? 'Is something broken right now? Choose “An incident”: then only the need and the team are asked before work starts.' : undefined} />
        <ChoiceQuestion address="question" label="What is wanted" none="Not said" choices={QUESTIONS.map((value) => ({ value, words: QUESTION_WORDS[value] }))} />
      </div>
      {(isEstimate || draft.texts['origin'] === 'executive' || draft.texts['sponsor'] !== undefined) && (
        <TextQuestion address="sponsor" label="Role or department behind it" example="Sales, partner business" />
      )}
    </section>
  );
}
