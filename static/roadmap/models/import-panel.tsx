import ProgressBar from '@atlaskit/progress-bar';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { Problem } from '../../../src/contract/calls';
import type { ModelSummary } from '../../../src/contract/models';
import type { Claim } from '../../../src/domain/conflict/claim';
import { MOST_CHARACTERS, type ImportReport, type ModelElement, type SkippedPart } from '../../../src/domain/model/shared-model';
import { call, ConsentNeeded, tell } from '../../shared/bridge';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { runImport } from '../../shared/run-import';
import { useUnsavedGuard } from '../../shared/use-unsaved-guard';
import { TextField } from '../decisions/field';
import { ImportDifference } from './import-difference';
import { FORMAT_WORDS } from './format-words';
import { fileFromText } from './file-from-text';
import { fitElements, modelIdFrom } from './model-parts';
import { namedByTickets } from './named-by-tickets';
import { saveModel } from './save-model';

const ACCEPTED = '.json,.yaml,.yml,.graphql,.graphqls,.gql,.sql,.ddl,.csv,.tsv';
const SHOWN_SKIPPED = 200;

interface ImportPanelProps {
  readonly projectId: string;
  readonly models: readonly ModelSummary[];
  readonly claims: readonly Claim[];
  readonly teamName: (id: string) => string;
  readonly locale: string;
  readonly onSaved: () => void;
}

interface Reviewed {
  readonly file: string;
  readonly report: ImportReport;
  readonly elements: readonly ModelElement[];
  readonly skipped: readonly SkippedPart[];
}

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'refused'; readonly file: string; readonly words: string }
  | { readonly kind: 'review'; readonly reviewed: Reviewed }
  | { readonly kind: 'saving'; readonly reviewed: Reviewed; readonly sent: number; readonly parts: number }
  | { readonly kind: 'failed'; readonly reviewed: Reviewed; readonly problem: Problem };

/** Import of a shared data model: choose a file, see what was taken, compare with what is stored, save in parts. */
export function ImportPanel({ projectId, models, claims, teamName, locale, onSaved }: ImportPanelProps) {
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
        <Review
          key={step.reviewed.file} reviewed={step.reviewed} projectId={projectId} models={models} claims={claims} teamName={teamName} locale={locale} isSaving={step.kind === 'saving'}
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

interface ReviewProps {
  readonly reviewed: Reviewed;
  readonly projectId: string;
  readonly models: readonly ModelSummary[];
  readonly claims: readonly Claim[];
  readonly teamName: (id: string) => string;
  readonly locale: string;
  readonly isSaving: boolean;
  readonly onSave: (named: { readonly id: string; readonly name: string; readonly owner: string }) => void;
  readonly onDrop: () => void;
}

/** How the choice of a model that only tickets name is told from that of a stored one. */
const NAMED = 'named:';

function Review({ reviewed, projectId, models, claims, teamName, locale, isSaving, onSave, onDrop }: ReviewProps) {
  const id = useId();
  const named = useMemo(() => namedByTickets(claims, models, reviewed.elements), [claims, models, reviewed.elements]);
  const known = models.find((model) => model.source === reviewed.file);
  const [as, setAs] = useState(known?.id ?? (named[0] !== undefined && named[0].found > 0 ? `${NAMED}${named[0].id}` : ''));
  const [name, setName] = useState(known?.name ?? reviewed.file.replace(/\.[^.]+$/, '').slice(0, 100));
  const [owner, setOwner] = useState(known?.owner ?? '');
  useUnsavedGuard(true);
  const replaces = as.startsWith(NAMED) ? '' : as;
  const before = useStoredElements(projectId, replaces);
  const modelId = as.startsWith(NAMED) ? as.slice(NAMED.length) : as !== '' ? as : modelIdFrom(name, new Set(models.map((model) => model.id)));
  const sameId = as === '' ? named.find((one) => one.id === modelId) : undefined;
  const entities = reviewed.elements.filter((element) => element.kind === 'entity').length;
  const unavailable = isSaving ? 'It is being saved' : name.trim() === '' ? 'Give the model a name first' : reviewed.elements.length === 0 ? 'No element fits' : undefined;
  return (
    <div className="gr-stack" data-testid="models.review">
      <p role="status"><strong>{reviewed.file}</strong>: {FORMAT_WORDS[reviewed.report.format]} with {formatCount(entities, locale)} {entities === 1 ? 'entity' : 'entities'} and {formatCount(reviewed.elements.length - entities, locale)} fields. {reviewed.skipped.length === 0 ? 'Everything was taken.' : `${formatCount(reviewed.skipped.length, locale)} ${reviewed.skipped.length === 1 ? 'part was' : 'parts were'} skipped.`}</p>
      {reviewed.skipped.length > 0 && (
        <details>
          <summary className="gw-focus">What was skipped, and why</summary>
          <ul className="gc-plain gc-scroll-list">
            {reviewed.skipped.slice(0, SHOWN_SKIPPED).map(({ at, why }, number) => <li key={`${at} ${String(number)}`}><code>{at}</code>: {why}</li>)}
            {reviewed.skipped.length > SHOWN_SKIPPED && <li>And {formatCount(reviewed.skipped.length - SHOWN_SKIPPED, locale)} more.</li>}
          </ul>
        </details>
      )}
      <div className="gr-filters gc-top">
        <div className="gr-field">
          <label htmlFor={id}>Save as</label>
          <select id={id} className="gw-focus" value={as} onChange={(event) => {
            const chosen = models.find((model) => model.id === event.target.value);
            setAs(event.target.value);
            if (chosen !== undefined) {
              setName(chosen.name);
              setOwner(chosen.owner ?? '');
            }
          }}>
            <option value="">A new model</option>
            {named.map((one) => <option key={`${NAMED}${one.id}`} value={`${NAMED}${one.id}`}>The model that tickets call {one.id} ({one.found} of {one.requirements} requirements fit)</option>)}
            {models.map((model) => <option key={model.id} value={model.id}>The next version of {model.name}</option>)}
          </select>
        </div>
        <TextField label="Name" value={name} onChange={setName} />
        <TextField label="Owner (optional)" value={owner} onChange={setOwner} />
      </div>
      {as.startsWith(NAMED) && <p className="gw-quiet">It is kept as “{modelId}”, as tickets call it, so their requirements are compared with it and with those that are picked from now on.</p>}
      {sameId !== undefined && <p className="gw-quiet">Tickets already make requirements on a model called “{modelId}”; they will find their elements here.</p>}
      {as === '' && sameId === undefined && named.some(({ found }) => found > 0) && <p className="gw-quiet">As a new model it is called “{modelId}”. What tickets require of {named.filter(({ found }) => found > 0).map((one) => `“${one.id}”`).join(' and ')} is not compared with it, though elements have the same names.</p>}
      {before.state === 'loading' && <p role="status" className="gw-quiet">Comparing with what is stored …</p>}
      {before.state === 'failed' && <ProblemNotice title="What is stored could not be read, so the difference cannot be shown" problem={before.problem} />}
      {before.state === 'read' && <ImportDifference before={before.elements} after={reviewed.elements} claims={claims.filter((claim) => claim.model === modelId)} teamName={teamName} locale={locale} />}
      <div className="gw-actions">
        <PlainButton look="primary" unavailable={unavailable} onClick={() => onSave({ id: modelId, name: name.trim(), owner: owner.trim() })} testId="models.save">{replaces === '' ? 'Save the model' : 'Replace the model'}</PlainButton>
        <PlainButton look="subtle" unavailable={isSaving ? 'It is being saved' : undefined} onClick={onDrop}>Do not save</PlainButton>
      </div>
    </div>
  );
}

type Stored = { readonly state: 'none' } | { readonly state: 'loading' } | { readonly state: 'failed'; readonly problem: Problem } | { readonly state: 'read'; readonly elements: readonly ModelElement[] };

/** The elements of the model that would be replaced: one invocation, when one is chosen. */
function useStoredElements(projectId: string, modelId: string): Stored {
  const [stored, setStored] = useState<{ readonly of: string; readonly found: Stored }>({ of: '', found: { state: 'none' } });
  useEffect(() => {
    if (modelId === '') return undefined;
    const wish = { isCurrent: true };
    const take = (found: Stored): void => { if (wish.isCurrent) setStored({ of: modelId, found }); };
    call('readModel', { projectId, modelId })
      .then((reply) => take(reply.ok ? { state: 'read', elements: reply.value.model.elements } : { state: 'failed', problem: reply.problem }))
      .catch(() => take({ state: 'failed', problem: { code: 'FORBIDDEN', words: 'Jira wants your consent first. Choose the model again and confirm in Jira’s window.' } }));
    return () => { wish.isCurrent = false; };
  }, [projectId, modelId]);
  if (modelId === '') return { state: 'none' };
  return stored.of === modelId ? stored.found : { state: 'loading' };
}
