import ProgressBar from '@atlaskit/progress-bar';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import type { RankingView } from './use-ranking';

/** How far the computing is, what it lacks, and what the user can do about it. What is computed stays readable below it. */
export function RankingStrip({ view }: { readonly view: RankingView }) {
  return (
    <>
      <Phase view={view} />
      <AfterReading view={view} />
    </>
  );
}

/** The same for a page that needs no order: it waits for what is read, not for what is computed. */
export function ReadingStrip({ view }: { readonly view: RankingView }) {
  return (
    <>
      {view.phase === 'waiting' && <Phase view={view} />}
      <AfterReading view={view} />
    </>
  );
}

function AfterReading({ view }: { readonly view: RankingView }) {
  return (
    <>
      {view.reading?.state === 'stopped' && <Stopped onAgain={view.reading.again} />}
      {view.notes.map((note) => <Notice key={note} kind="warning"><p>{note}</p></Notice>)}
    </>
  );
}

function Phase({ view }: { readonly view: RankingView }) {
  switch (view.phase) {
    case 'waiting': return view.reading?.state === 'reading' ? <Reading {...view.reading} /> : <p role="status" className="gw-quiet">The order is computed once the demand is loaded.</p>;
    case 'ordering': return <Progress view={view} words="Ordering" isIndeterminate />;
    case 'drawing': return <Progress view={view} words="Drawing lots for the chances" isIndeterminate={false} />;
    case 'stopped': return (
      <Notice kind="warning" title="Computing was stopped" live testId="ranking.stopped">
        <p>{view.ranking === undefined ? 'There is no order yet.' : 'Order and plan below are complete; chances are missing.'}</p>
        <div><PlainButton onClick={view.again}>Compute again</PlainButton></div>
      </Notice>
    );
    case 'died': return (
      <Notice kind="error" title="Computing ended unexpectedly" live testId="ranking.died">
        <p>The part of this page that computes in the background is gone, perhaps for lack of memory. {view.ranking === undefined ? 'There is no order yet.' : 'What is shown below was computed before that.'} Nothing was changed in Jira.</p>
        <div><PlainButton onClick={view.again}>Compute again</PlainButton></div>
      </Notice>
    );
    case 'ready': return null;
    default: return view.phase satisfies never;
  }
}

function Reading({ pause, stop }: Pick<NonNullable<RankingView['reading']>, 'pause' | 'stop'>) {
  const words = pause === undefined ? 'Reading what is done, what blocks what and the saved plan …' : `Jira asked for a pause of ${String(Math.ceil(pause))} s; reading what is done goes on by itself`;
  return (
    <div className="gr-load-line" data-testid="ranking.progress">
      <div className="gr-load-bar"><ProgressBar isIndeterminate ariaLabel="Reading what is done" /></div>
      <span role="status">{words}</span>
      <PlainButton onClick={stop} testId="ranking.stop-reading">Stop reading</PlainButton>
    </div>
  );
}

function Stopped({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <Notice kind="warning" title="You stopped reading what else the order needs" live testId="ranking.reading-stopped">
      <p>What is done was not read, so estimates count as untrained and interrupts as unused; links that block were not read, and the saved plan is not shown.</p>
      <div><PlainButton onClick={onAgain}>Read it now</PlainButton></div>
    </Notice>
  );
}

function Progress({ view, words, isIndeterminate }: { readonly view: RankingView; readonly words: string; readonly isIndeterminate: boolean }) {
  return (
    <div className="gr-load-line" data-testid="ranking.progress">
      <div className="gr-load-bar"><ProgressBar value={view.drawn} isIndeterminate={isIndeterminate} ariaLabel={words} /></div>
      <span role="status">{words} …</span>
      <PlainButton onClick={view.stop} testId="ranking.stop">Stop computing</PlainButton>
    </div>
  );
}
