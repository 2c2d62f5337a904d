import { useState } from 'react';
import { GateEditor } from './gate-editor';
import { GateView } from './gate-view';
import { startDraft, type GateDraft } from './gate-draft';
import { UnreadableRule } from './unreadable-rule';
import type { GatePageData } from './use-gate-page';

/** Decides what the page is about: a rule to read, a rule to edit, or one that cannot be read and may be replaced. */
export function GateReady({ place, types, projects, calls, onReload }: GatePageData & { readonly onReload: () => void }) {
  const [replaced, setReplaced] = useState(false);
  const { stored, mode } = place;
  const known = stored.state === 'read' ? stored.configuration : stored.state === 'malformed' ? stored.salvaged : {};
  const begin = (): GateDraft => startDraft(known, new Date().toISOString().slice(0, 10), place.toStatus, types.ok ? types.value : []);
  if (stored.state === 'malformed' && !replaced) {
    return <UnreadableRule stored={stored} onReplace={mode === 'view' ? undefined : () => setReplaced(true)} />;
  }
  if (mode === 'view') return <GateView draft={begin()} types={types.ok ? types.value : []} isNew={stored.state === 'none'} />;
  return <GateEditor begin={begin} place={place} types={types} projects={projects} calls={calls} onReload={onReload} />;
}
