import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { CRITERIA, criteriaOf, isCriterionCode, type CriterionCode, type CriterionGrade } from '../../src/domain/context/criteria';
import type { WantedCriterion } from '../../src/domain/gate/gate-policy';
import { codesOf, GATE_PRESETS, inRegisterOrder, presetOf } from '../../src/domain/gate/presets';
import { FieldError } from './field';
import type { DraftErrors } from './gate-draft';
import { PRESET_WORDS } from './preset-words';

interface CriteriaPickerProps {
  readonly criteria: readonly WantedCriterion[];
  readonly errors: DraftErrors;
  readonly onChange: (criteria: readonly WantedCriterion[]) => void;
}

const GROUPS: readonly { readonly grade: CriterionGrade; readonly title: string }[] = [
  { grade: 'bronze', title: 'Bronze' }, { grade: 'silver', title: 'Silver' }, { grade: 'gold', title: 'Gold' }, { grade: 'closing', title: 'Before Done' },
];

/** What the gate asks for: a ready-made set, or any set; every item with the words of the message. */
export function CriteriaPicker({ criteria, errors, onChange }: CriteriaPickerProps) {
  const [own, setOwn] = useState(false);
  const preset = own ? undefined : presetOf(criteria.map(({ code }) => code));
  const choose = (codes: readonly CriterionCode[]) => onChange(codes.map((code) => criteria.find((known) => known.code === code) ?? withUsualWords(code)));
  const foreign = criteria.filter(({ code }) => !isCriterionCode(code));
  return (
    <fieldset className="gw-gate-group">
      <legend>What it wants</legend>
      {GATE_PRESETS.map((one) => <SetChoice key={one} id={`gate-set-${one}`} {...PRESET_WORDS[one]} isChosen={preset === one} onChoose={() => { setOwn(false); choose(codesOf(one)); }} />)}
      <SetChoice id="gate-set-own" name="A set of its own" purpose="Tick and untick below." isChosen={preset === undefined} onChoose={() => setOwn(true)} />
      <FieldError words={errors['criteria']} />
      <details open={preset === undefined || Object.keys(errors).some((field) => field.startsWith('label.'))}>
        <summary>Items and their words ({criteria.length} chosen)</summary>
        <p className="gw-quiet gw-small">The words complete “this ticket lacks …”. An item that does not apply to a ticket, such as the sponsor where nobody asks for an estimate, counts as met.</p>
        {GROUPS.map(({ grade, title }) => (
          <fieldset key={grade} className="gw-gate-items">
            <legend>{title}</legend>
            {criteriaOf(grade).map((code) => <CriterionItem key={code} code={code} criteria={criteria} error={errors[`label.${code}`]} onChange={onChange} />)}
          </fieldset>
        ))}
        {foreign.length > 0 && (
          <fieldset className="gw-gate-items">
            <legend>Not known to this version</legend>
            {foreign.map(({ code, label }) => <Checkbox key={code} isChecked label={`${label} (${code})`} onChange={() => onChange(criteria.filter((one) => one.code !== code))} />)}
          </fieldset>
        )}
      </details>
    </fieldset>
  );
}

interface SetChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function SetChoice({ id, name, purpose, isChosen, onChoose }: SetChoiceProps) {
  return (
    <div className="gw-gate-choice">
      <input type="radio" name="gate-set" id={id} checked={isChosen} onChange={onChoose} aria-describedby={`${id}-purpose`} />
      <div><label htmlFor={id} className="gw-gate-strong">{name}</label><p id={`${id}-purpose`} className="gw-quiet gw-small">{purpose}</p></div>
    </div>
  );
}

interface CriterionItemProps {
  readonly code: CriterionCode;
  readonly criteria: readonly WantedCriterion[];
  readonly error: string | undefined;
  readonly onChange: (criteria: readonly WantedCriterion[]) => void;
}

function CriterionItem({ code, criteria, error, onChange }: CriterionItemProps) {
  const chosen = criteria.find((one) => one.code === code);
  const { label: usual, purpose } = CRITERIA[code];
  const toggle = () => onChange(chosen ? criteria.filter((one) => one.code !== code) : inRegisterOrder([...criteria, withUsualWords(code)]));
  const rename = (label: string) => onChange(criteria.map((one) => (one.code === code ? { code, label } : one)));
  return (
    <div className="gw-gate-item">
      <Checkbox isChecked={chosen !== undefined} label={usual} onChange={toggle} />
      <p className="gw-quiet gw-small">{purpose}</p>
      {chosen !== undefined && (
        <>
          <Textfield aria-label={`Words for “${usual}”`} value={chosen.label} maxLength={200} isInvalid={error !== undefined} isCompact onChange={(event) => rename(event.currentTarget.value)} />
          <FieldError words={error} />
        </>
      )}
    </div>
  );
}

function withUsualWords(code: CriterionCode): WantedCriterion {
  return { code, label: CRITERIA[code].label };
}
