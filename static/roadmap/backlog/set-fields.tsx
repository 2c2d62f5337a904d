import { useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { ORIGINS } from '../../../src/domain/context/product-context';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { Demand } from '../../../src/domain/demand/demand';
import { ORIGIN_WORDS } from '../../../src/domain/demand/demand-words';
import { DESK_FIELDS, type DeskField, type DeskValues } from '../../../src/domain/demand/plan-bulk-change';
import { PlainButton } from '../../shared/plain-button';
import { Choice } from '../demand/demand-filters';

/** The choice that clears a field. */
const REMOVE = '-';

interface SetFieldsProps {
  readonly selected: readonly Demand[];
  readonly shown: readonly Demand[];
  readonly settings: ProjectSettings;
  readonly isBusy: boolean;
  readonly locale: string;
  /** `what` names the change: "Team to Shopping Cart". */
  readonly onPreview: (what: string, values: DeskValues) => void;
}

/** What to set on the selected tickets; nothing is written before the preview is confirmed. */
export function SetFields({ selected, shown, settings, isBusy, locale, onPreview }: SetFieldsProps) {
  const [values, setValues] = useState<Readonly<Record<DeskField, string>>>({ team: '', origin: '', theme: '' });
  const choices: Record<DeskField, readonly { id: string; name: string }[]> = {
    team: settings.teams, theme: settings.themes, origin: ORIGINS.map((id) => ({ id, name: ORIGIN_WORDS[id] })),
  };
  const names: Record<DeskField, string> = { team: 'Set team', origin: 'Set origin', theme: 'Set theme' };
  const set = DESK_FIELDS.filter((field) => values[field] !== '');
  const why = isBusy ? 'A change is under way.'
    : selected.length === 0 ? `Select tickets first, for instance all ${formatCount(shown.length, locale)} shown.`
      : set.length === 0 ? 'Choose a team, an origin or a theme first.' : undefined;
  const preview = (): void => {
    const words = set.map((field) => {
      const name = values[field] === REMOVE ? 'nothing' : choices[field].find((choice) => choice.id === values[field])?.name ?? values[field];
      return `${field} to ${name}`;
    });
    onPreview(`Set ${words.join(', ')}`, Object.fromEntries(set.map((field) => [field, values[field] === REMOVE ? null : values[field]])));
  };
  return (
    <div className="gr-filters gr-set" role="group" aria-label="Set for the selected tickets">
      {DESK_FIELDS.map((field) => (
        <Choice key={field} label={names[field]} value={values[field]} onChange={(value) => setValues({ ...values, [field]: value })}>
          <option value="">Leave as it is</option>
          {choices[field].map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          <option value={REMOVE}>Remove</option>
        </Choice>
      ))}
      <PlainButton look="primary" onClick={preview} unavailable={why} testId="backlog.preview-button">
        Preview on {formatCount(selected.length, locale)} selected
      </PlainButton>
    </div>
  );
}
