import type { SettingsContent } from '../../src/contract/settings';
import { Notice } from '../shared/notice';
import { ConsentNeeded } from '../shared/page-states';
import { PlainButton } from '../shared/plain-button';
import type { Editor, SaveState } from './use-editor';

/** Stays at the bottom: what is not saved yet, the save and what became of it. */
export function SaveBar({ editor }: { readonly editor: Editor }) {
  const { save, isUnsaved, submit, discard, stored } = editor;
  const isSaving = save.state === 'saving';
  return (
    <div className="gs-bar">
      <Result save={save} onRetry={submit} onUndo={editor.undo} />
      <div className="gw-actions">
        <PlainButton look="primary" testId="settings.save" unavailable={isSaving ? 'Saving' : undefined} onClick={submit}>{isSaving ? 'Saving …' : stored === undefined ? 'Opt in' : 'Save'}</PlainButton>
        {isUnsaved && !isSaving && <PlainButton look="subtle" onClick={discard}>Discard changes</PlainButton>}
        <span role="status" className="gw-quiet">{isSaving ? 'Saving …' : isUnsaved ? 'Not saved yet' : ''}</span>
      </div>
    </div>
  );
}

interface ResultProps {
  readonly save: SaveState;
  readonly onRetry: () => void;
  readonly onUndo: (previous: SettingsContent) => void;
}

function Result({ save, onRetry, onUndo }: ResultProps) {
  switch (save.state) {
    case 'idle':
    case 'saving': return null;
    case 'saved': {
      const { previous } = save;
      return (
        <Notice kind="success" live testId="settings.saved">
          <div className="gs-line"><span>Saved.</span>{previous !== undefined && <PlainButton onClick={() => onUndo(previous)}>Undo this save</PlainButton>}</div>
        </Notice>
      );
    }
    case 'complained': return (
      <Notice kind="error" title="Not saved yet" live testId="settings.complaints">
        <ul>{save.complaints.map(({ field, words }) => <li key={field + words}><a href={`#${field}`} onClick={(event) => { event.preventDefault(); document.getElementById(field)?.focus(); }}>{words}</a></li>)}</ul>
      </Notice>
    );
    case 'failed': return (
      <Notice kind="error" title="Not saved" live testId="settings.failed">
        <p>{save.words}</p>
        {save.details.length > 0 && <ul>{save.details.map((detail) => <li key={detail}>{detail}</li>)}</ul>}
        <div><PlainButton onClick={onRetry}>Save again</PlainButton></div>
      </Notice>
    );
    case 'consent': return <ConsentNeeded onAllow={onRetry} keeps="What you changed is still here." />;
    default: return save satisfies never;
  }
}
