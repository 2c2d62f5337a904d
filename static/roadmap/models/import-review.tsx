import { useId, useMemo, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { ModelSummary } from '../../../src/contract/models';
import type { Claim } from '../../../src/domain/conflict/claim';
import { showCount } from '../../../src/domain/ranking/show-number';
import type { ImportReport, ModelElement, SkippedPart } from '../../../src/domain/model/shared-model';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useUnsavedGuard } from '../../shared/use-unsaved-guard';
import { TextField } from '../decisions/field';
import { ImportDifference } from './import-difference';
import { FORMAT_WORDS } from './format-words';
import { modelIdFrom } from './model-parts';
import { namedByTickets } from './named-by-tickets';
import { useStoredElements } from './use-stored-elements';

const SHOWN_SKIPPED = 200;

export interface Reviewed {
  readonly file: string;
  readonly report: ImportReport;
  readonly elements: readonly ModelElement[];
  readonly skipped: readonly SkippedPart[];
}

/** What an import is compared with, and for whom. */
export interface ImportSurroundings {
  readonly projectId: string;
  readonly models: readonly ModelSummary[];
  readonly claims: readonly Claim[];
  /** Whether `claims` are all there will be: before, what the file should be saved as is not known. */
  readonly areTicketsRead: boolean;
  readonly teamName: (id: string) => string;
  readonly locale: string;
}

interface ReviewProps extends ImportSurroundings {
  readonly reviewed: Reviewed;
  readonly isSaving: boolean;
  readonly onSave: (named: { readonly id: string; readonly name: string; readonly owner: string }) => void;
  readonly onDrop: () => void;
}

/** How the choice of a model that only tickets name is told from that of a stored one. */
const NAMED = 'named:';
const TICKETS_FIRST = 'The tickets are still being read: what it should be saved as, and which of them it touches, shows when they are';

/** What was taken of a file, what it would be saved as, and what that changes for tickets. */
export function ImportReview({ reviewed, projectId, models, claims, areTicketsRead, teamName, locale, isSaving, onSave, onDrop }: ReviewProps) {
  const id = useId();
  const named = useMemo(() => namedByTickets(claims, models, reviewed.elements), [claims, models, reviewed.elements]);
  const known = models.find((model) => model.source === reviewed.file);
  const [chosen, choose] = useState<string>();
  const as = chosen ?? known?.id ?? (named[0] !== undefined && named[0].found > 0 ? `${NAMED}${named[0].id}` : '');
  const [name, setName] = useState(known?.name ?? reviewed.file.replace(/\.[^.]+$/, '').slice(0, 100));
  const [owner, setOwner] = useState(known?.owner ?? '');
  useUnsavedGuard(true);
  const replaces = as.startsWith(NAMED) ? '' : as;
  const before = useStoredElements(projectId, replaces);
  const modelId = as.startsWith(NAMED) ? as.slice(NAMED.length) : as !== '' ? as : modelIdFrom(name, new Set(models.map((model) => model.id)));
  const sameId = as === '' ? named.find((one) => one.id === modelId) : undefined;
  const entities = reviewed.elements.filter((element) => element.kind === 'entity').length;
  const unavailable = isSaving ? 'It is being saved' : !areTicketsRead ? TICKETS_FIRST : name.trim() === '' ? 'Give the model a name first' : reviewed.elements.length === 0 ? 'No element fits' : undefined;
  return (
    <div className="gr-stack" data-testid="models.review">
      <p role="status"><strong>{reviewed.file}</strong>: {FORMAT_WORDS[reviewed.report.format]} with {formatCount(entities, locale)} {entities === 1 ? 'entity' : 'entities'} and {showCount(reviewed.elements.length - entities, 'field', locale)}. {reviewed.skipped.length === 0 ? 'Everything was taken.' : `${showCount(reviewed.skipped.length, 'part', locale)} ${reviewed.skipped.length === 1 ? 'was' : 'were'} skipped.`}</p>
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
            const replaced = models.find((model) => model.id === event.target.value);
            choose(event.target.value);
            if (replaced !== undefined) {
              setName(replaced.name);
              setOwner(replaced.owner ?? '');
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
      {!areTicketsRead && <p role="status" className="gw-quiet">{TICKETS_FIRST}.</p>}
      <div className="gw-actions">
        <PlainButton look="primary" unavailable={unavailable} onClick={() => onSave({ id: modelId, name: name.trim(), owner: owner.trim() })} testId="models.save">{replaces === '' ? 'Save the model' : 'Replace the model'}</PlainButton>
        <PlainButton look="subtle" unavailable={isSaving ? 'It is being saved' : undefined} onClick={onDrop}>Do not save</PlainButton>
      </div>
    </div>
  );
}
