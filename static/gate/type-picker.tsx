import Checkbox from '@atlaskit/checkbox';
import { Notice } from '../shared/notice';
import { PlainButton } from '../shared/plain-button';
import type { TypeChoice } from './gate-draft';
import type { Loaded } from './load-choices';

interface TypePickerProps {
  readonly types: Loaded<readonly TypeChoice[]>;
  readonly chosen: readonly string[];
  readonly onChange: (types: readonly string[]) => void;
  readonly onReload: () => void;
}

/** Which issue types the gate looks at; none ticked means all. */
export function TypePicker({ types, chosen, onChange, onReload }: TypePickerProps) {
  return (
    <fieldset className="gw-gate-group">
      <legend>Which tickets</legend>
      {types.ok ? <TypeBoxes types={types.value} chosen={chosen} onChange={onChange} /> : (
        <Notice kind="error" title="The issue types could not be loaded" live>
          <p>{types.words} What this rule already has stays as it is.</p>
          <div><PlainButton onClick={onReload}>Load again</PlainButton></div>
        </Notice>
      )}
      <p className="gw-quiet gw-small">{chosen.length === 0 ? 'None is ticked, so the gate looks at tickets of every type.' : 'Tickets of other types pass.'}</p>
    </fieldset>
  );
}

function TypeBoxes({ types, chosen, onChange }: Pick<TypePickerProps, 'chosen' | 'onChange'> & { readonly types: readonly TypeChoice[] }) {
  const gone = chosen.filter((id) => !types.some((type) => type.id === id)).map((id) => ({ id, name: `Type ${id}, which is not here any more`, level: 0 }));
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className="gw-gate-types">
      {[...types, ...gone].map(({ id, name, level }) => (
        <Checkbox key={id} isChecked={chosen.includes(id)} label={level < 0 && !/sub-?task/i.test(name) ? `${name} (sub-task)` : name} onChange={() => toggle(id)} />
      ))}
    </div>
  );
}
