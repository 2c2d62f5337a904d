import Textarea from '@atlaskit/textarea';
import { useState } from 'react';
import { PlainButton } from '../shared/plain-button';
import { Field } from './field';
import type { GateDraft } from './gate-draft';
import { readPastedGate, textForSettings } from './read-pasted-gate';

interface PasteGateProps {
  readonly draft: GateDraft;
  readonly onChange: (changes: Partial<GateDraft>) => void;
}

/** Takes what the project settings say this gate asks, and gives it back: Jira lets neither page read the other's. */
export function PasteGate({ draft, onChange }: PasteGateProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [taken, setTaken] = useState(false);
  const take = () => {
    const pasted = readPastedGate(text, draft.criteria);
    setProblem(pasted.ok ? undefined : pasted.words);
    setTaken(pasted.ok);
    if (pasted.ok) onChange(pasted.changes);
  };
  return (
    <details className="gw-gate-group">
      <summary>From and to the project settings</summary>
      <p className="gw-quiet gw-small">The panel cannot read workflow rules. So the project settings of Groundwork keep what each gate asks; bring it over here, or take this text there.</p>
      <Field label="Text from the project settings" error={problem}>
        {(wiring) => <Textarea {...wiring} value={text} minimumRows={3} isMonospaced onChange={(event) => { setText(event.currentTarget.value); setTaken(false); }} />}
      </Field>
      <div><PlainButton onClick={take} testId="gate.paste">Use this text</PlainButton></div>
      <p role="status">{taken ? 'Taken over. Save the rule to keep it.' : ''}</p>
      <Field label="Text for the project settings" error={undefined} help="Copy it into “Gates” on the Groundwork settings page of the project.">
        {({ id, 'aria-describedby': describedBy }) => <Textarea id={id} aria-describedby={describedBy} value={textForSettings(draft)} minimumRows={2} isMonospaced isReadOnly onFocus={(event) => event.currentTarget.select()} />}
      </Field>
    </details>
  );
}
