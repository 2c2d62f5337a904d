import type { MergeConflict } from '../../src/domain/context/three-way-merge';
import { Notice } from '../shared/notice';
import { PlainButton } from '../shared/plain-button';

interface ConflictsNoticeProps {
  readonly conflicts: readonly MergeConflict[];
  readonly onChoose: (conflict: MergeConflict, side: 'mine' | 'theirs') => void;
}

/** Both versions of what two people changed at once. Yours stands in the form until you choose theirs. */
export function ConflictsNotice({ conflicts, onChoose }: ConflictsNoticeProps) {
  return (
    <Notice kind="warning" title="Somebody else saved meanwhile" live testId="settings.conflicts">
      <p>What only one of you changed stands in the form already. For the rest, choose which to keep, then save again.</p>
      <table className="gs-table">
          <thead><tr><th scope="col">Setting</th><th scope="col">Yours</th><th scope="col">Theirs</th></tr></thead>
          <tbody>
            {conflicts.map((conflict) => (
              <tr key={conflict.field}>
                <th scope="row">{fieldWords(conflict.path)}</th>
                <td><Side value={conflict.mine} label={`Keep yours of ${fieldWords(conflict.path)}`} onChoose={() => onChoose(conflict, 'mine')} words="Keep yours" /></td>
                <td><Side value={conflict.theirs} label={`Take theirs of ${fieldWords(conflict.path)}`} onChoose={() => onChoose(conflict, 'theirs')} words="Take theirs" /></td>
              </tr>
            ))}
          </tbody>
      </table>
    </Notice>
  );
}

function Side({ value, label, words, onChoose }: { readonly value: unknown; readonly label: string; readonly words: string; readonly onChoose: () => void }) {
  return <div className="gs-side"><span>{valueWords(value)}</span><PlainButton aria-label={label} onClick={onChoose}>{words}</PlainButton></div>;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  teams: 'Team', themes: 'Theme', gates: 'Gate', conditions: 'Condition', currency: 'Currency', rates: 'Exchange rate', capacity: 'Capacity',
  interruptAllowance: 'Kept for interrupts', infraRole: 'Who writes infrastructure\'s part', enabled: 'Opted in', notBuilt: 'Closed without being built', project: 'Project', name: 'name',
  projects: 'Jira projects', colour: 'colour', share: 'share', free: 'what it has free', target: 'target', criteria: 'criteria', values: 'values',
};

function fieldWords(path: readonly string[]): string {
  return path.map((step) => FIELD_WORDS[step] ?? step).join(', ');
}

function valueWords(value: unknown): string {
  if (value === undefined) return 'removed';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(', ');
  if (typeof value === 'object' && value !== null) return 'name' in value ? String(value.name) : Object.values(value).map(String).join(' to ');
  return String(value);
}
