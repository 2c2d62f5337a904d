import { criterionLabel, CRITERION_CODES } from '../../src/domain/context/criteria';
import { codesOf, GATE_PRESETS, presetOf, type GatePreset } from '../../src/domain/gate/presets';
import { PlainButton } from '../shared/plain-button';
import { ChoiceField, TextField } from './field';
import { RuleText, TakeFromRule } from './rule-texts';
import { newRowKey, Section, type SectionProps } from './section';
import type { GateRow } from './settings-draft';

/** How the presets are called on screen. */
export const PRESET_WORDS: Readonly<Record<GatePreset, string>> = {
  bronze: 'Bronze: we understand it', silver: 'Silver: we can measure it', gold: 'Gold: we can commit', outcome: 'Outcome: it was measured afterwards',
};

const OPTIONS: readonly { readonly value: GatePreset | 'own'; readonly label: string }[] = [
  ...GATE_PRESETS.map((value) => ({ value, label: PRESET_WORDS[value] })), { value: 'own', label: 'A set of your own' },
];

/** What the gates in this project's workflows ask. The panel cannot read workflow rules, so they are kept here, too. */
export function GatesSection({ editor: { draft, change, complaintAbout }, isReadOnly, today }: SectionProps & { readonly today: string }) {
  const { gates } = draft;
  const set = (key: string, part: Partial<GateRow>) => change({ gates: gates.map((gate) => (gate.key === key ? { ...gate, ...part } : gate)) });
  return (
    <Section id="gates" title="What your gates ask" lead="List what the rules in your workflows want, so that every ticket can say it before somebody is refused. Listing a gate here blocks nothing; the rule in the workflow does.">
      <ul className="gs-rows">
        {gates.map((gate) => (
          <li key={gate.key} className="gs-row gs-row--block">
            <div className="gs-row">
              <TextField id={`gates.${gate.key}.name`} label="Gate" value={gate.name} maxLength={60} isReadOnly={isReadOnly} complaint={complaintAbout(`gates.${gate.key}.name`)} onChange={(name) => set(gate.key, { name })} />
              <ChoiceField
                id={`gates.${gate.key}.preset`} label="Wants" value={presetOf(gate.criteria) ?? 'own'} options={OPTIONS} isReadOnly={isReadOnly}
                complaint={complaintAbout(`gates.${gate.key}.criteria`)} onChange={(preset) => { if (preset !== 'own') set(gate.key, { criteria: codesOf(preset) }); }}
              />
              {!isReadOnly && <PlainButton look="subtle" aria-label={`Remove ${gate.name.trim() === '' ? 'this gate' : gate.name}`} onClick={() => change({ gates: gates.filter(({ key }) => key !== gate.key) })}>Remove</PlainButton>}
            </div>
            <GateDetails gate={gate} isReadOnly={isReadOnly} today={today} onCriteria={(criteria) => set(gate.key, { criteria })} />
          </li>
        ))}
      </ul>
      {!isReadOnly && <PlainButton testId="settings.gates.add" onClick={() => change({ gates: [...gates, { key: newRowKey(), name: gates.length === 0 ? 'Ready for build' : '', criteria: codesOf('bronze') }] })}>Add a gate</PlainButton>}
      {!isReadOnly && <TakeFromRule gates={gates} onTake={(taken) => change({ gates: taken })} />}
    </Section>
  );
}

interface GateDetailsProps {
  readonly gate: GateRow;
  readonly isReadOnly: boolean;
  readonly today: string;
  readonly onCriteria: (criteria: readonly string[]) => void;
}

function GateDetails({ gate, isReadOnly, today, onCriteria }: GateDetailsProps) {
  const unknown = gate.criteria.filter((code) => !CRITERION_CODES.some((known) => known === code));
  return (
    <>
      <details className="gs-details">
        <summary>Single criteria ({gate.criteria.length})</summary>
        <fieldset className="gs-checks" disabled={isReadOnly}>
          <legend className="gw-hidden">What {gate.name || 'this gate'} wants</legend>
          {[...CRITERION_CODES, ...unknown].map((code) => (
            <label key={code}>
              <input
                type="checkbox" checked={gate.criteria.includes(code)}
                onChange={(event) => onCriteria(event.target.checked ? inOrder([...gate.criteria, code]) : gate.criteria.filter((wanted) => wanted !== code))}
              />
              {' '}{criterionLabel(code)}
            </label>
          ))}
        </fieldset>
      </details>
      <RuleText gate={gate} today={today} />
    </>
  );
}

function inOrder(codes: readonly string[]): string[] {
  const rank = (code: string) => CRITERION_CODES.findIndex((known) => known === code);
  return [...codes].sort((a, b) => rank(a) - rank(b));
}
