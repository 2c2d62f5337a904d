import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { contentOf, draftFromCopy, isCopied } from '../../src/domain/context/draft-from-copy';
import type { ContextContent, ProductContext } from '../../src/domain/context/product-context';
import type { JiraCalls } from '../shared/load-calls';
import { PageBoundary } from '../shared/page-boundary';
import { Loading } from '../shared/page-states';
import { contentIn, mayForInfrastructure, type Asked, type MayForInfrastructure, type PanelData } from './load-panel';
import { ReadingView } from './reading/reading-view';
import { SaveResult, type SavedChange } from './reading/save-result';

const Editor = lazy(() => import('./editing/editor').then((module) => ({ default: module.Editor })));
const AcceptTask = lazy(() => import('./tasks/accept-task').then((module) => ({ default: module.AcceptTask })));
const ConflictsSection = lazy(() => import('./claims/conflicts-section').then((module) => ({ default: module.ConflictsSection })));
const BypassTask = lazy(() => import('./tasks/bypass-task').then((module) => ({ default: module.BypassTask })));

export interface PanelReadyProps {
  readonly data: PanelData;
  readonly locale: string;
  readonly calls: JiraCalls;
  /** Stands in the right column, where the same page may be open twice: its landmark needs another name. */
  readonly isBeside: boolean;
  readonly onReload: () => void;
}

type Mode =
  | { readonly kind: 'reading' }
  | { readonly kind: 'editing'; readonly goTo?: string; readonly restore?: boolean }
  | { readonly kind: 'accepting' }
  | { readonly kind: 'bypassing' };

/** One ticket's panel: reads first; form and tasks are loaded when they are wanted. */
export function PanelReady({ data: loaded, locale, calls, isBeside, onReload }: PanelReadyProps) {
  const [data, setData] = useState(loaded);
  const [mode, setMode] = useState<Mode>({ kind: 'reading' });
  const [saved, setSaved] = useState<SavedChange>();
  useFormAhead(data.may.edit);
  useInfrastructureRights(calls, loaded.asked, (may) => setData((known) => ({ ...known, may: { ...known.may, ...may } })));
  const read = (): void => setMode({ kind: 'reading' });
  const show = (record: ProductContext, change: SavedChange): void => {
    setData((before) => withRecord(before, record));
    setSaved(change);
    read();
  };
  const before = undoContent(data);
  return (
    <main className="gw-panel" aria-label={isBeside ? 'Product context beside the ticket' : 'Product context'}>
      <h1 className="gw-hidden">Product context of {data.ticket.key}</h1>
      {mode.kind === 'reading' && saved !== undefined && (
        <SaveResult key={saved.rev} change={saved} issueId={data.ticket.id} onUndone={(record) => show(record, { title: 'The save was undone', rev: record.rev })} onReload={onReload} />
      )}
      <PageBoundary>
        <Suspense fallback={<Loading what="the form" />}>
          {mode.kind === 'reading' && (
            <ReadingView
              data={data} locale={locale} calls={calls} onEdit={(goTo, restore) => setMode({ kind: 'editing', ...(goTo === undefined ? {} : { goTo }), ...(restore === undefined ? {} : { restore }) })}
              onAccept={() => setMode({ kind: 'accepting' })} onBypass={() => setMode({ kind: 'bypassing' })} onReload={onReload}
            />
          )}
          {mode.kind === 'reading' && speaksOfSharedData(data) && (
            <Suspense fallback={null}>
              <ConflictsSection ticket={data.ticket} record={data.stored.record} asked={data.asked} conflicts={data.conflicts} locale={locale} calls={calls} onConflicts={(conflicts) => setData((known) => ({ ...known, conflicts }))} />
            </Suspense>
          )}
          {mode.kind === 'editing' && (
            <Editor
              data={data} locale={locale} calls={calls} goTo={mode.goTo} restore={mode.restore === true} onCancel={read}
              onSaved={({ record, notice, asked, may }) => {
                setData((known) => ({ ...known, asked, may: { ...known.may, ...may } }));
                show(record, { title: 'Saved', rev: record.rev, before, ...(notice === undefined ? {} : { notice }) });
              }}
            />
          )}
          {mode.kind === 'accepting' && <AcceptTask data={data} onDone={(record) => show(record, { title: 'Agreed as written', rev: record.rev })} onCancel={read} onReload={onReload} />}
          {mode.kind === 'bypassing' && <BypassTask data={data} onDone={(record) => show(record, { title: 'Bypass recorded', rev: record.rev })} onCancel={read} onReload={onReload} />}
        </Suspense>
      </PageBoundary>
    </main>
  );
}

/** Whether the ticket's own record requires something of shared data, or a check of it found something. */
function speaksOfSharedData(data: PanelData): data is PanelData & { readonly stored: { readonly state: 'read'; readonly record: ProductContext } } {
  if (data.stored.state !== 'read' || data.inherited !== undefined || isCopied(data.stored.record, data.ticket.id)) return false;
  const { claims = [], touchesSharedData } = data.stored.record;
  return claims.length > 0 || touchesSharedData === true || (data.conflicts?.items.length ?? 0) > 0;
}

/** What an undo writes back; a copied record goes back to its draft, not to the other ticket's outcome. */
function undoContent({ stored, ticket }: PanelData): ContextContent {
  if (stored.state !== 'read') return contentIn(stored);
  return isCopied(stored.record, ticket.id) ? draftFromCopy(stored.record) : contentOf(stored.record);
}

/** After a save the ticket has a context of its own. */
function withRecord({ inherited: _inherited, ...data }: PanelData, record: ProductContext): PanelData {
  return { ...data, stored: { state: 'read', record, salvaged: [] } };
}

/** Asks after the first paint what this user may do for infrastructure; until it is known, that is not offered. */
function useInfrastructureRights(calls: JiraCalls, asked: Asked, onKnown: (may: MayForInfrastructure) => void): void {
  const latest = useRef(onKnown);
  latest.current = onKnown;
  useEffect(() => {
    let isCurrent = true;
    mayForInfrastructure(calls, asked).then((may) => { if (isCurrent) latest.current(may); }, () => undefined);
    return () => { isCurrent = false; };
  }, [calls, asked]);
}

/** Fetches the form once the browser is idle, so that "Edit" opens at once and the first view waits for nothing. */
function useFormAhead(mayEdit: boolean): void {
  useEffect(() => {
    if (!mayEdit) return undefined;
    const timer = setTimeout(() => { void import('./editing/editor').catch(() => undefined); }, 1500);
    return () => clearTimeout(timer);
  }, [mayEdit]);
}
