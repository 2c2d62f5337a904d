import { useMemo, useState } from 'react';
import { settingsContentSchema, type SettingsContent } from '../../src/contract/settings';
import { chooseSettingsSide, mergeSettings, type EditableSettings } from '../../src/domain/context/merge-settings';
import { isSameValue } from '../../src/domain/context/same-value';
import type { MergeConflict } from '../../src/domain/context/three-way-merge';
import { call, ConsentNeeded } from '../shared/bridge';
import { useUnsavedGuard } from '../shared/use-unsaved-guard';
import type { StoredState } from './load-settings-page';
import { draftOf, readDraft, type Complaint, type DraftPlace, type SettingsDraft } from './settings-draft';

/** What became of the last save. */
export type SaveState =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly previous?: SettingsContent; readonly wasFirst: boolean }
  | { readonly state: 'complained'; readonly complaints: readonly Complaint[] }
  | { readonly state: 'failed'; readonly words: string; readonly details: readonly string[] }
  | { readonly state: 'consent' };

export interface Editor {
  readonly draft: SettingsDraft;
  readonly save: SaveState;
  /** What somebody else saved differently meanwhile; the draft holds this user's side until another is chosen. */
  readonly conflicts: readonly MergeConflict[];
  readonly isUnsaved: boolean;
  /** What is stored as far as this page knows; absent until somebody opts in. */
  readonly stored: SettingsContent | undefined;
  readonly change: (part: Partial<SettingsDraft>) => void;
  readonly submit: () => void;
  readonly undo: (previous: SettingsContent) => void;
  readonly discard: () => void;
  readonly choose: (conflict: MergeConflict, side: 'mine' | 'theirs') => void;
  readonly complaintAbout: (field: string) => string | undefined;
}

/** Nothing at all: what two first opt-ins at the same time have in common. */
const NOTHING = {} as EditableSettings;

/** One administrator's editing: nothing that was typed is lost by a failed or a stale save. */
export function useEditor(start: StoredState, first: SettingsDraft, place: DraftPlace): Editor {
  const [base, setBase] = useState({ content: start.content, rev: start.rev });
  const [draft, setDraft] = useState(() => (start.content === undefined ? first : draftOf(start.content, place.locale)));
  const [save, setSave] = useState<SaveState>({ state: 'idle' });
  const [conflicts, setConflicts] = useState<readonly MergeConflict[]>([]);
  const read = useMemo(() => readDraft(draft, place, base.content), [draft, place, base.content]);
  const isUnsaved = base.content === undefined ? draft !== first : !read.ok || !isSameValue(read.content, base.content);
  useUnsavedGuard(isUnsaved);

  async function write(content: SettingsContent): Promise<void> {
    setSave({ state: 'saving' });
    const reply = await call('saveSettings', { projectId: place.project.id, startedFrom: base.rev, content });
    if (reply.ok) {
      const saved = settingsContentSchema.parse(reply.value.settings);
      setBase({ content: saved, rev: reply.value.settings.rev });
      setDraft(draftOf(saved, place.locale));
      setConflicts([]);
      setSave({ state: 'saved', wasFirst: base.content?.enabled !== true && saved.enabled, ...(base.content === undefined ? {} : { previous: base.content }) });
      return;
    }
    const { problem } = reply;
    if (problem.code === 'STALE' && 'theirs' in problem && mergeWith(problem.theirs, content)) return setSave({ state: 'failed', words: problem.words, details: [] });
    setSave({ state: 'failed', words: problem.words, details: 'details' in problem ? (problem.details ?? []) : [] });
  }

  function mergeWith(stored: unknown, mine: SettingsContent): boolean {
    const theirs = settingsContentSchema.safeParse(stored);
    const rev = typeof stored === 'object' && stored !== null && 'rev' in stored && typeof stored.rev === 'number' ? stored.rev : undefined;
    if (!theirs.success || rev === undefined) return false;
    const merge = mergeSettings(base.content ?? NOTHING, mine, theirs.data);
    setBase({ content: theirs.data, rev });
    setDraft(draftOf(settingsContentSchema.parse(merge.merged), place.locale));
    setConflicts(merge.conflicts);
    return true;
  }

  function run(content: SettingsContent): void {
    write(content).catch((error: unknown) => setSave(error instanceof ConsentNeeded
      ? { state: 'consent' }
      : { state: 'failed', words: 'The page ran into an error of its own while saving. What you changed is still here. Try again; if that does not help, reload the page.', details: [] }));
  }

  const complaints = save.state === 'complained' ? save.complaints : [];
  return {
    draft, save, conflicts, isUnsaved, stored: base.content,
    change: (part) => {
      setDraft((last) => ({ ...last, ...part }));
      setSave((last) => (last.state === 'saved' ? { state: 'idle' } : last));
    },
    submit: () => (read.ok ? run(read.content) : setSave({ state: 'complained', complaints: read.complaints })),
    undo: run,
    discard: () => {
      setDraft(base.content === undefined ? first : draftOf(base.content, place.locale));
      setConflicts([]);
      setSave({ state: 'idle' });
    },
    choose: (conflict, side) => {
      if (!read.ok) return setSave({ state: 'complained', complaints: read.complaints });
      setDraft(draftOf(settingsContentSchema.parse(chooseSettingsSide(read.content, conflict, side)), place.locale));
    },
    complaintAbout: (field) => complaints.find((complaint) => complaint.field === field)?.words,
  };
}
