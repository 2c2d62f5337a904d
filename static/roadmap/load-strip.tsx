import ProgressBar from '@atlaskit/progress-bar';
import { formatCount } from '../../src/domain/context/format-number';
import { showCount } from '../../src/domain/ranking/show-number';
import type { DemandStore, ReadyDemand } from '../shared/demand-store';
import { Notice } from '../shared/notice';
import { PlainButton } from '../shared/plain-button';

interface LoadStripProps {
  readonly demand: ReadyDemand;
  readonly store: DemandStore;
  readonly locale: string;
}

/** How far loading is, what is missing, and what the user can do about it. Rows are usable below it all the while. */
export function LoadStrip({ demand, store, locale }: LoadStripProps) {
  return (
    <div className="gr-load">
      {demand.end === undefined && <UnderWay demand={demand} store={store} locale={locale} />}
      {demand.leftByWorker > 0 && (
        <Notice kind="error" title="Working through the tickets stopped" live testId="roadmap.worker-died">
          <p>The part of this page that reads the contexts in the background ended unexpectedly, with {showCount(demand.leftByWorker, 'ticket', locale)} left. What is shown is right but not complete. Nothing was changed in Jira.</p>
          <div><PlainButton onClick={store.revive}>Go on with the rest</PlainButton></div>
        </Notice>
      )}
      {demand.end !== undefined && demand.leftByWorker === 0 && <Ended demand={demand} store={store} locale={locale} />}
    </div>
  );
}

function UnderWay({ demand: { progress, demands }, store, locale }: LoadStripProps) {
  const known = progress.found - progress.invisible - progress.failed.length;
  const words = progress.pause !== undefined
    ? `Jira asked for a pause of ${String(Math.ceil(progress.pause))} s; loading goes on by itself`
    : progress.found === 0 ? 'Searching for open tickets' : `${formatCount(demands.length, locale)} of ${formatCount(known, locale)}${progress.searching ? ' or more' : ''} tickets are here`;
  return (
    <div className="gr-load-line" data-testid="roadmap.loading">
      <div className="gr-load-bar"><ProgressBar value={known > 0 ? demands.length / known : 0} isIndeterminate={progress.found === 0} ariaLabel="Loading tickets" /></div>
      <span role="status">{words}</span>
      <PlainButton onClick={store.cancel} testId="roadmap.cancel">Stop loading</PlainButton>
    </div>
  );
}

function Ended({ demand, store, locale }: LoadStripProps) {
  const { end, progress, demands } = demand;
  if (end?.kind === 'failed') {
    return (
      <Notice kind={demands.length === 0 ? 'error' : 'warning'} title={demands.length === 0 ? 'The open tickets could not be found' : 'Not everything could be loaded'} live testId="roadmap.partial">
        <p>{end.words}{demands.length > 0 ? ` The ${formatCount(demands.length, locale)} tickets below are what was loaded until then.` : ''}</p>
        <div><PlainButton onClick={store.start}>Load again</PlainButton></div>
      </Notice>
    );
  }
  if (end?.kind === 'cancelled') {
    return (
      <Notice kind="warning" title="This is a part of the demand" live testId="roadmap.partial">
        <p>You stopped loading at {formatCount(demands.length, locale)} of {progress.searching ? 'at least ' : ''}{formatCount(progress.found, locale)} tickets. Sums and counts below cover these only.</p>
        <div><PlainButton onClick={store.start}>Load everything</PlainButton></div>
      </Notice>
    );
  }
  if (progress.failed.length > 0) {
    return (
      <Notice kind="warning" title={`${showCount(progress.failed.length, 'ticket', locale)} could not be loaded`} live testId="roadmap.partial">
        <p>{progress.words ?? 'Jira did not return them.'} Sums and counts below do not cover them.</p>
        <div><PlainButton onClick={store.start}>Load again</PlainButton></div>
      </Notice>
    );
  }
  return null;
}
