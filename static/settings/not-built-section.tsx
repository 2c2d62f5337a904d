import { RESOLUTIONS_NOT_BUILT } from '../../src/domain/context/settings';
import { Field } from './field';
import { Section, type SectionProps } from './section';

/** Which of Jira's resolutions say that a closed ticket was not built: what it required then binds nobody. */
export function NotBuiltSection({ editor: { draft, change, complaintAbout }, isReadOnly }: SectionProps) {
  return (
    <Section id="not-built" title="Closed without being built" lead="What a ticket requires of shared data counts as built once it is done, unless its resolution says otherwise. Jira sites rename and translate resolutions, so name yours. What is stored on tickets follows with the daily check.">
      <Field id="notBuilt" label="Resolutions that mean “not built”, one a line" help={`Left empty, these count: ${RESOLUTIONS_NOT_BUILT.join(', ')}.`} complaint={complaintAbout('notBuilt')}>
        {(wiring) => <textarea {...wiring} className="gs-input gs-input--lines" rows={4} value={draft.notBuilt} readOnly={isReadOnly} onChange={(event) => change({ notBuilt: event.target.value })} />}
      </Field>
    </Section>
  );
}
