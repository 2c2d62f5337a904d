import ProgressBar from '@atlaskit/progress-bar';
import { useId, useRef, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { Problem } from '../../../src/contract/calls';
import { MOST_CHARACTERS } from '../../../src/domain/model/shared-model';
import { ConsentNeeded, tell } from '../../shared/bridge';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { runImport } from '../../shared/run-import';
import { TextField } from '../decisions/field';
import { fileFromText } from './file-from-text';
import { ImportReview, type ImportSurroundings, type Reviewed } from './import-review';
import { fitElements } from './model-parts';
import { saveModel } from './save-model';

const ACCEPTED = '.json,.yaml,.yml,.graphql,.graphqls,.gql,.sql,.ddl,.csv,.tsv';

interface ImportPanelProps extends ImportSurroundings {
  readonly onSaved: () => void;
}

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'refused'; readonly file: string; readonly words: string }
  | { readonly kind: 'review'; readonly reviewed: Reviewed }
  | { readonly kind: 'saving'; readonly reviewed: Reviewed; readonly sent: number; readonly parts: number }
  | { readonly kind: 'failed'; readonly reviewed: Reviewed; readonly problem: Problem };

/** Import of a shared data model: choose a file, see what was taken, compare with what is stored, save in parts. */
export function ImportPanel({ onSaved, ...surroundings }: ImportPanelProps) {
  const { projectId, locale } = surroundings;
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const stopper = useRef(new AbortController());
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    stopper.current = new AbortController();
    setStep({ kind: 'reading', file: file.name });
    const outcome = await runImport(file, stopper.current.signal);
    if (input.current !== null) input.current.value = '';
    if (outcome === undefined) setStep({ kind: 'choose' });
    else if (!outcome.ok) setStep({ kind: 'refused', file: file.name, words: outcome.words });
    else {
      const fitted = fitElements(outcome.report.elements);
      setStep({ kind: 'review', reviewed: { file: file.name, report: outcome.report, elements: fitted.elements, skipped: [...outcome.report.skipped, ...fitted.skipped] } });
    }
  };
  const save = async (reviewed: Reviewed, named: { readonly id: string; readonly name: string; readonly owner: string }): Promise<void> => {
    stopper.current = new AbortController();
    setStep({ kind: 'saving', reviewed, sent: 0, parts: 1 });
    try {
      const saved = await saveModel({
        projectId, elements: reviewed.elements, signal: stopper.current.signal,
        summary: { id: named.id, name: named.name, format: reviewed.report.format, source: reviewed.file.slice(0, 200), ...(named.owner === '' ? {} : { owner: named.owner }) },
        onProgress: (sent, parts) => setStep({ kind: 'saving', reviewed, sent, parts }),
      });
      if (saved.kind === 'cancelled') setStep({ kind: 'review', reviewed });
      else if (saved.kind === 'failed') setStep({ kind: 'failed', reviewed, problem: saved.problem });
      else {
        setStep({ kind: 'choose' });
        tell(`${named.name} is saved`, `${formatCount(reviewed.elements.length, locale)} elements can now be picked in tickets.`);
        onSaved();
      }
    } catch (error) {
      if (!(error instanceof ConsentNeeded)) throw error;
      setStep({ kind: 'failed', reviewed, problem: { code: 'FORBIDDEN', words: 'Jira wants your consent before Groundwork may act for you. Save again and confirm in Jira’s window.' } });
    }
  };
  const isBusy = step.kind === 'reading' || step.kind === 'saving';
  const [pasted, setPasted] = useState('');
  return (
    <section className="gr-panel gr-stack" aria-label="Import a model" data-testid="models.import">
      <div>
        <h2>Import a model</h2>
        <p>From a file: JSON Schema, OpenAPI, GraphQL, SQL, a data contract (ODCS), a dbt schema file, or CSV. It is read in your browser; nothing is fetched or sent until you save.</p>
        <label htmlFor={id} className="gw-hidden">File with the model</label>
        <input id={id} ref={input} type="file" className="gw-focus" accept={ACCEPTED} disabled={isBusy} onChange={(event) => void choose(event.target.files?.[0])} data-testid="models.file" />
        <details className="gc-paste">
          <summary className="gw-focus">Or paste it</summary>
          <TextField label="Text of the model" type="area" most={MOST_CHARACTERS} value={pasted} onChange={setPasted} />
          <PlainButton unavailable={pasted.trim() === '' ? 'Paste the text of a model first' : isBusy ? 'Something is being read or saved' : undefined} onClick={() => void choose(fileFromText(pasted))} testId="models.read-pasted">Read what is pasted</PlainButton>
        </details>
      </div>
      {step.kind === 'reading' && <div className="gw-actions" role="status"><span>Reading {step.file} …</span><PlainButton onClick={() => stopper.current.abort()} testId="models.cancel">Cancel</PlainButton></div>}
      {step.kind === 'refused' && <Notice kind="error" title={`${step.file} was not taken`} live testId="models.refused"><p>{step.words}</p><p>Nothing was changed.</p></Notice>}
      {(step.kind === 'review' || step.kind === 'failed' || step.kind === 'saving') && (
        <ImportReview
          {...surroundings} key={step.reviewed.file} reviewed={step.reviewed} isSaving={step.kind === 'saving'}
          onSave={(named) => void save(step.reviewed, named)} onDrop={() => setStep({ kind: 'choose' })}
        />
      )}
      {step.kind === 'saving' && (
        <div className="gr-load-line" role="status" data-testid="models.saving">
          <div className="gr-load-bar"><ProgressBar value={step.sent / step.parts} ariaLabel="Saving the model" /></div>
          <span>{step.sent} of {step.parts} parts are saved</span>
          <PlainButton onClick={() => stopper.current.abort()}>Cancel</PlainButton>
        </div>
      )}
      {step.kind === 'failed' && <ProblemNotice title="The model was not saved; what was stored before is unchanged" problem={step.problem} />}
    </section>
  );
}
