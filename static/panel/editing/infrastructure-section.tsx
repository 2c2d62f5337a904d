import { ANSWER_STATES, HORIZONS, RULINGS } from '../../../src/domain/context/product-context';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import { ANSWER_WORDS, HORIZON_WORDS, RULING_WORDS } from '../words';
import { CheckQuestion, ChoiceQuestion, LongTextQuestion, NumberQuestion, TextQuestion } from './fields';
import { useForm } from './form-context';

/** What only the infrastructure team writes. */
export function InfrastructureSection({ settings }: { readonly settings: ProjectSettings }) {
  const { draft } = useForm();
  const asksArchitect = draft.texts['shared.answer'] === 'ask' || draft.texts['shared.answer'] === 'some' || draft.texts['architectLooked'] !== undefined;
  return (
    <details className="gw-part" data-testid="panel.infrastructure">
      <summary className="gw-focus">Part of {settings.project.key}: effort, whose work, theme, our answer</summary>
      <p className="gw-label" id="gw-effort">Effort in person-weeks; you would be surprised by …</p>
      <div className="gw-row" role="group" aria-labelledby="gw-effort">
        <NumberQuestion address="effort.low" label="less than" example="4" />
        <NumberQuestion address="effort.high" label="or more than" example="9" />
      </div>
      <div className="gw-row">
        <ChoiceQuestion address="boundary.ruling" label="Whose work" none="Not said" choices={RULINGS.map((value) => ({ value, words: RULING_WORDS[value] }))} />
        <TextQuestion address="boundary.why" label="because" example="three teams need the same price service" />
      </div>
      <div className="gw-row">
        <ChoiceQuestion address="theme" label="Theme" none="None" choices={settings.themes.map(({ id, name }) => ({ value: id, words: name }))} />
        <ChoiceQuestion address="horizon" label="Horizon" none="Not said" choices={HORIZONS.map((value) => ({ value, words: HORIZON_WORDS[value] }))} />
      </div>
      {asksArchitect && <CheckQuestion address="architectLooked" label="The architect has looked at the shared data" />}
      <ChoiceQuestion address="answer.state" label="Our answer" none="Not given yet" choices={ANSWER_STATES.map((value) => ({ value, words: ANSWER_WORDS[value] }))} />
      <LongTextQuestion address="answer.why" label="Reason of the answer" example="Yes, after the holiday freeze" help="A new or another answer is posted on this ticket as a comment in your name, with this reason." />
    </details>
  );
}
