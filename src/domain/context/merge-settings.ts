import type { ProjectSettings } from './settings';
import { mergeThreeWays, PARTS, replaceAt, type MergeConflict, type Shape } from './three-way-merge';

/** What an administrator edits. */
export type EditableSettings = Omit<ProjectSettings, 'v' | 'rev' | 'savedAt'>;

export interface SettingsMerge {
  /** What both changed without disagreeing, and mine where they disagree. */
  readonly merged: EditableSettings;
  readonly conflicts: readonly MergeConflict[];
}

const SETTINGS: Shape = {
  kind: 'fields',
  of: {
    teams: { kind: 'list', key: 'id', entry: PARTS },
    themes: { kind: 'list', key: 'id', entry: PARTS },
    gates: { kind: 'list', key: 'gate', entry: PARTS },
    conditions: { kind: 'list', key: 'name', entry: PARTS },
    rates: PARTS,
  },
};

/** Three-way merge of two administrators' settings: teams, themes, gates and conditions entry by entry, the rest field by field. */
export function mergeSettings(base: EditableSettings, mine: EditableSettings, theirs: EditableSettings): SettingsMerge {
  const { merged, conflicts } = mergeThreeWays(SETTINGS, base, mine, theirs);
  return { merged: merged as EditableSettings, conflicts };
}

/** The merged settings with one conflict settled for a side. */
export function chooseSettingsSide(merged: EditableSettings, conflict: MergeConflict, side: 'mine' | 'theirs'): EditableSettings {
  return replaceAt(SETTINGS, merged, conflict.path, conflict[side]) as EditableSettings;
}
