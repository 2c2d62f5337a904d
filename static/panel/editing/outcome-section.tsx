import { DateQuestion, NumberQuestion, TextQuestion } from './fields';
import { useForm } from './form-context';

/** What was reached: asked before the ticket is closed. */
export function OutcomeSection({ isOpen }: { readonly isOpen: boolean }) {
  const { draft } = useForm();
  return (
    <details className="gw-part" open={isOpen} data-testid="panel.outcome">
      <summary className="gw-focus">Afterwards: what was reached</summary>
      <p className="gw-quiet">What you measured is posted on this ticket as a comment in your name: who built it hears what came of it.</p>
      {draft.thresholds.map((id, at) => {
        const name = draft.texts[`thresholds.${id}.scale`] ?? `Threshold ${at + 1}`;
        const unit = draft.texts[`thresholds.${id}.unit`];
        return (
          <fieldset key={id} className="gw-card">
            <legend>{name}</legend>
            <div className="gw-row">
              <NumberQuestion address={`outcome.levels.${id}.level`} label={unit === undefined ? 'Delivered' : `Delivered, in ${unit}`} unit={unit} example="3.1" />
              <DateQuestion address={`outcome.levels.${id}.on`} label="Measured on" />
            </div>
            <TextQuestion address={`outcome.levels.${id}.source`} label="Source" example="real-user monitoring, week 3" />
          </fieldset>
        );
      })}
      <div className="gw-row">
        <NumberQuestion address="outcome.worth.level" label="Worth that was measured" example="$7.1M" />
        <TextQuestion address="outcome.worth.source" label="Source of the worth" example="finance report of January" />
      </div>
      <div className="gw-row">
        <NumberQuestion address="outcome.effort.level" label="Person-weeks it took" example="7" />
        <TextQuestion address="outcome.effort.source" label="Source of the effort" example="sprint reports" />
      </div>
      <DateQuestion address="outcome.reviewDue" label="Look back on" />
    </details>
  );
}
