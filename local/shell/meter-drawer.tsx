import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { MeterEntry } from '../platform';
import { Loading } from './parts/loading';
import { ask } from './parts/server';
import { useSite } from './parts/site-context';
import { useAnswer } from './parts/use-answer';

interface Reading {
  readonly mark: number;
  readonly entries: readonly MeterEntry[];
}

/** The app's calls alone: what Jira's own screens ask costs the app nothing. */
export function meteredCalls(entries: readonly MeterEntry[]): readonly MeterEntry[] {
  return entries.filter(({ via }) => via !== 'http');
}

/** What the app has cost since the last reset. */
export function MeterDrawer({ onClose }: { readonly onClose: () => void }) {
  const { app } = useSite();
  const { answer, reload } = useAnswer<Reading>('/local/api/meter?since=0');
  const reset = (): void => void ask('/local/api/meter', { method: 'DELETE' }).then(reload);
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="large" shouldScrollInViewport>
        <ModalHeader hasCloseButton><ModalTitle>What the app costs</ModalTitle></ModalHeader>
        <ModalBody><Loading answer={answer} what="the meter">{(reading) => <ReadingTable entries={meteredCalls(reading.entries)} />}</Loading></ModalBody>
        <ModalFooter>
          {app.schedules.map((key) => <Button key={key} onClick={() => void ask(`/local/app/schedules/${key}`, { method: 'POST' }).then(reload)}>Run {key} now</Button>)}
          <Button onClick={reload}>Read again</Button>
          <Button onClick={reset}>Reset</Button>
          <Button appearance="primary" onClick={onClose}>Close</Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

const SHOWN = 200;

function ReadingTable({ entries }: { readonly entries: readonly MeterEntry[] }) {
  const sum = (value: (entry: MeterEntry) => number): number => entries.reduce((total, entry) => total + value(entry), 0);
  const invocations = entries.filter(({ kind }) => kind === 'invocation');
  return (
    <>
      <dl className="jira-sums">
        <div><dt>Invocations</dt><dd>{invocations.length}</dd></div>
        <div><dt>Points</dt><dd>{sum(({ points }) => points)}</dd></div>
        <div><dt>KVS units</dt><dd>{sum(({ kvsUnits }) => kvsUnits)}</dd></div>
        <div><dt>Time in functions</dt><dd>{Math.round(invocations.reduce((total, { milliseconds }) => total + milliseconds, 0))} ms</dd></div>
      </dl>
      {entries.length === 0 ? <p>The app has called nothing since the last reset.</p> : (
        <table className="jira-table">
          <caption>{entries.length > SHOWN ? `The last ${SHOWN} of ${entries.length} calls` : 'Calls, newest first'}</caption>
          <thead><tr><th scope="col">Call</th><th scope="col">By</th><th scope="col">Status</th><th scope="col">Points</th><th scope="col">KVS units</th><th scope="col">Time</th></tr></thead>
          <tbody>
            {entries.slice(-SHOWN).reverse().map((entry, at) => (
              <tr key={entries.length - at}>
                <td>{entry.what}</td><td>{entry.via === 'function' && entry.isAsync === true ? 'function, by queue or schedule' : entry.via}</td><td>{entry.status}</td><td>{entry.points}</td><td>{entry.kvsUnits}</td><td className="jira-whole">{Math.round(entry.milliseconds)} ms</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
