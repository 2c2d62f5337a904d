import ProgressBar from '@atlaskit/progress-bar';
import { formatCount } from '../../../src/domain/context/format-number';
import type { PlannedChange } from '../../../src/domain/demand/plan-bulk-change';
import { showCount } from '../../../src/domain/ranking/show-number';
import { Notice } from '../../shared/notice';
import { ConsentNeeded } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import type { BulkOutcome } from './run-bulk';
import type { Bulk } from './use-bulk';

/** A list longer than this is cut on screen: nobody reads 400 equal lines, but everybody wants to see what they are like. */
const TOLD_CHANGES = 200;

/** Preview, progress, result and undo of one bulk change. */
export function BulkPanel({ bulk, locale }: { readonly bulk: Bulk; readonly locale: string }) {
  const { state } = bulk;
  switch (state.step) {
    case 'none': return null;
    case 'preview': return <Preview what={state.what} changes={state.changes} same={state.same} bulk={bulk} locale={locale} />;
    case 'running': return <Running what={state.what} outcome={state.outcome} isUndo={state.isUndo} isStopping={state.isStopping} onStop={bulk.stop} locale={locale} />;
    case 'consent': return <ConsentNeeded onAllow={bulk.resume} keeps={`${showCount(state.outcome.saved.length, 'ticket', locale)} saved so far; the rest follows.`} />;
    case 'done': return <Done what={state.what} outcome={state.outcome} isUndo={state.isUndo} bulk={bulk} locale={locale} />;
    default: return state satisfies never;
  }
}

interface PreviewProps {
  readonly what: string;
  readonly changes: readonly PlannedChange[];
  readonly same: number;
  readonly bulk: Bulk;
  readonly locale: string;
}

function Preview({ what, changes, same, bulk, locale }: PreviewProps) {
  return (
    <section className="gr-panel" aria-label="Preview" data-testid="backlog.preview">
      <h2>This would change {showCount(changes.length, 'ticket', locale)}</h2>
      {same > 0 && <p className="gw-quiet">{showCount(same, 'ticket', locale)} of your selection already say so and stay as they are.</p>}
      <ChangeList changes={changes} locale={locale} />
      <div className="gw-actions">
        <PlainButton look="primary" onClick={() => bulk.run(what, changes)} unavailable={changes.length === 0 ? 'Nothing would change.' : undefined} testId="backlog.save">Save on {showCount(changes.length, 'ticket', locale)}</PlainButton>
        <PlainButton look="subtle" onClick={bulk.close}>Do not change anything</PlainButton>
      </div>
    </section>
  );
}

function ChangeList({ changes, locale }: Pick<PreviewProps, 'changes' | 'locale'>) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the list scrolls, so it must be reachable by keyboard
    <div className="gr-change-list gw-focus" tabIndex={0} role="region" aria-label="Changes, ticket by ticket">
      <ul>
        {changes.slice(0, TOLD_CHANGES).map((change) => <li key={change.issueId}><strong>{change.key}</strong> {change.fields.map(({ field, from, to }) => `${field}: ${from} → ${to}`).join('; ')}</li>)}
        {changes.length > TOLD_CHANGES && <li className="gw-quiet">and {showCount(changes.length - TOLD_CHANGES, 'ticket', locale)} more in the same way</li>}
      </ul>
    </div>
  );
}

interface RunningProps {
  readonly what: string;
  readonly outcome: BulkOutcome;
  readonly isUndo: boolean;
  readonly isStopping: boolean;
  readonly onStop: () => void;
  readonly locale: string;
}

function Running({ what, outcome, isUndo, isStopping, onStop, locale }: RunningProps) {
  const done = outcome.saved.length + outcome.failed.length;
  const total = done + outcome.waiting.length;
  return (
    <section className="gr-panel" aria-label="Progress" data-testid="backlog.running">
      <h2>{isUndo ? `Undoing: ${what}` : what}</h2>
      <ProgressBar value={total === 0 ? 0 : done / total} ariaLabel="Saving tickets" />
      <p role="status">{formatCount(done, locale)} of {showCount(total, 'ticket', locale)} done{outcome.failed.length > 0 ? `, ${formatCount(outcome.failed.length, locale)} not saved` : ''}{isStopping ? '; stopping after the ones under way' : ''}</p>
      <div className="gw-actions"><PlainButton onClick={onStop} unavailable={isStopping ? 'It stops after the tickets under way.' : undefined} testId="backlog.stop">Stop</PlainButton></div>
    </section>
  );
}

interface DoneProps {
  readonly what: string;
  readonly outcome: BulkOutcome;
  readonly isUndo: boolean;
  readonly bulk: Bulk;
  readonly locale: string;
}

function Done({ what, outcome, isUndo, bulk, locale }: DoneProps) {
  const { saved, failed, notices, waiting } = outcome;
  const open = failed.length + waiting.length;
  return (
    <div data-testid="backlog.done">
      <Notice kind={failed.length > 0 ? 'warning' : 'success'} live title={`${isUndo ? 'Undone' : what}: ${showCount(saved.length, 'ticket', locale)} saved${failed.length > 0 ? `, ${showCount(failed.length, 'ticket', locale)} not saved` : ''}${waiting.length > 0 ? `, ${showCount(waiting.length, 'ticket', locale)} not started` : ''}`}>
        {failed.length > 0 && (
          <ul className="gr-failed">{failed.slice(0, TOLD_CHANGES).map(({ change, words }) => <li key={change.issueId}><strong>{change.key}</strong>: {words}</li>)}</ul>
        )}
        {notices.map((words) => <p key={words}>{words}</p>)}
        <div className="gw-actions">
          {!isUndo && saved.some(({ change }) => change.fields.length > 0) && <PlainButton onClick={bulk.undo} testId="backlog.undo">Undo on {showCount(saved.length, 'ticket', locale)}</PlainButton>}
          {open > 0 && <PlainButton onClick={bulk.resume} testId="backlog.resume">{failed.length > 0 ? `Try again on ${showCount(open, 'ticket', locale)}` : `Go on with ${showCount(open, 'ticket', locale)}`}</PlainButton>}
          <PlainButton look="subtle" onClick={bulk.close}>Close</PlainButton>
        </div>
      </Notice>
    </div>
  );
}
