import { useState } from 'react';
import { copyText } from '../shared/copy-text';
import { PlainButton } from '../shared/plain-button';
import { Field } from './field';
import { ruleText, takeRuleText } from './rule-text';
import { newRowKey } from './section';
import type { GateRow } from './settings-draft';

/** What to paste into the rule of a workflow, and how. */
export function RuleText({ gate, today }: { readonly gate: GateRow; readonly today: string }) {
  const [said, setSaid] = useState('');
  const text = ruleText(gate, today);
  const id = `gates.${gate.key}.text`;
  const copy = (): void => {
    void copyText(text).then((isCopied) => setSaid(isCopied ? 'Copied.' : 'Your browser did not allow copying: select the text and copy it by hand.'));
  };
  return (
    <details className="gs-details">
      <summary>Text for the rule</summary>
      <p>In the workflow editor, add the rule “Product context is ready” to the transition, open “From and to the project settings” there, and paste this text.</p>
      <label className="gw-hidden" htmlFor={id}>Configuration of the rule for {gate.name || 'this gate'}</label>
      <textarea id={id} className="gs-input gs-code" readOnly rows={8} value={text} onFocus={(event) => event.target.select()} />
      <div className="gs-line"><PlainButton onClick={copy}>Copy the text</PlainButton><span role="status">{said}</span></div>
    </details>
  );
}

/** Takes what a rule asks from the text that the rule's page offers. */
export function TakeFromRule({ gates, onTake }: { readonly gates: readonly GateRow[]; readonly onTake: (gates: readonly GateRow[]) => void }) {
  const [text, setText] = useState('');
  const [complaint, setComplaint] = useState<string>();
  const take = (): void => {
    const taken = takeRuleText(text, gates, newRowKey());
    setComplaint(taken.ok ? undefined : taken.words);
    if (!taken.ok) return;
    onTake(taken.gates);
    setText('');
  };
  return (
    <details className="gs-details">
      <summary>Take over from a rule</summary>
      <Field id="gates.paste" label="Text from the rule's page" complaint={complaint}>
        {(wiring) => <textarea {...wiring} className="gs-input gs-code" rows={3} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <PlainButton onClick={take}>Take it over</PlainButton>
    </details>
  );
}
