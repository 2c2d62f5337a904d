import { PlainButton } from '../shared/plain-button';
import { Field, TextField } from './field';
import { newRowKey, Section, type SectionProps } from './section';
import type { DimensionRow } from './settings-draft';

/** In which respects requirements on shared data may differ, such as journey or market. */
export function ConditionsSection({ editor: { draft, change, complaintAbout }, isReadOnly }: SectionProps) {
  const { conditions } = draft;
  const set = (key: string, part: Partial<DimensionRow>) => change({ conditions: conditions.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  return (
    <Section id="conditions" title="Conditions" lead="Where a requirement on shared data holds: a dimension such as journey, and its values such as checkout and deals. Two teams clash only where both mean the same place.">
      <ul className="gs-rows">
        {conditions.map((row) => {
          const field = `conditions.${row.key}`;
          return (
            <li key={row.key} className="gs-row">
              <TextField id={`${field}.name`} label="Dimension" value={row.name} maxLength={60} isReadOnly={isReadOnly} complaint={complaintAbout(`${field}.name`)} onChange={(name) => set(row.key, { name })} />
              <Field id={`${field}.values`} label="Values, one a line">
                {(wiring) => <textarea {...wiring} className="gs-input gs-input--lines" rows={3} value={row.values} readOnly={isReadOnly} onChange={(event) => set(row.key, { values: event.target.value })} />}
              </Field>
              {!isReadOnly && <PlainButton look="subtle" aria-label={`Remove ${row.name.trim() === '' ? 'this dimension' : row.name}`} onClick={() => change({ conditions: conditions.filter(({ key }) => key !== row.key) })}>Remove</PlainButton>}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && <PlainButton onClick={() => change({ conditions: [...conditions, { key: newRowKey(), name: '', values: '' }] })}>Add a dimension</PlainButton>}
    </Section>
  );
}
