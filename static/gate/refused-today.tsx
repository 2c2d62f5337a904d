import Select from '@atlaskit/select';
import { useEffect, useMemo, useState } from 'react';
import { foreseeRefusals, type Foresight } from '../../src/domain/gate/foresee-refusals';
import { ConsentNeeded as ConsentError } from '../shared/bridge';
import type { JiraCalls } from '../shared/load-calls';
import { Notice } from '../shared/notice';
import { ConsentNeeded, Failed, Loading } from '../shared/page-states';
import type { GateDraft } from './gate-draft';
import { loadCandidates, MOST_CANDIDATES, type Candidate, type CandidatesFound } from './load-candidates';
import type { Loaded, ProjectChoice } from './load-choices';

interface RefusedTodayProps {
  readonly draft: GateDraft;
  readonly projects: Loaded<readonly ProjectChoice[]>;
  readonly project: ProjectChoice | undefined;
  readonly onChoose: (project: ProjectChoice) => void;
  /** Status before the transition, where the editor says it. */
  readonly fromStatus: string | undefined;
  readonly calls: JiraCalls;
  readonly onReload: () => void;
}

/** What this gate would refuse if every open ticket were moved now. */
export function RefusedToday({ draft, projects, project, onChoose, fromStatus, calls, onReload }: RefusedTodayProps) {
  if (!projects.ok) return <Failed title="The projects could not be loaded" words={`${projects.words} The rule itself can be saved all the same.`} onRetry={onReload} />;
  if (projects.value.length === 0) return <p className="gw-quiet">You can browse no project, so there is nothing to try this gate on.</p>;
  const options = projects.value.map((one) => ({ value: one.id, label: `${one.name} (${one.key})${one.optedIn ? ', opted in' : ''}` }));
  return (
    <>
      {projects.value.length > 1 && (
        <div className="gw-gate-field">
          <label htmlFor="gate-project">Try it on the project</label>
          <Select
            inputId="gate-project" options={options} value={options.find(({ value }) => value === project?.id) ?? null} placeholder="Choose a project"
            onChange={(option) => { const found = projects.value.find(({ id }) => id === option?.value); if (found) onChoose(found); }}
          />
        </div>
      )}
      {project !== undefined && <Trial key={project.id} project={project} draft={draft} fromStatus={fromStatus} calls={calls} />}
    </>
  );
}

type TrialState = { readonly kind: 'loading' } | { readonly kind: 'consent' } | CandidatesFound;

function Trial({ project, draft, fromStatus, calls }: Pick<RefusedTodayProps, 'draft' | 'fromStatus' | 'calls'> & { readonly project: ProjectChoice }) {
  const [state, setState] = useState<TrialState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    const tell = (next: TrialState) => { if (current) setState(next); };
    loadCandidates(calls, project.id).then(tell, (error: unknown) => tell(error instanceof ConsentError
      ? { kind: 'consent' } : { kind: 'failed', words: 'Something went wrong while the tickets were loaded. Try again.' }));
    return () => { current = false; };
  }, [calls, project.id, round]);
  const retry = () => { setState({ kind: 'loading' }); setRound((before) => before + 1); };
  switch (state.kind) {
    case 'loading': return <Loading what={`the open tickets of ${project.key}`} />;
    case 'consent': return <ConsentNeeded onAllow={retry} keeps="What you entered stays." />;
    case 'failed': return <Failed title="The tickets could not be loaded" words={`${state.words} The rule itself can be saved all the same.`} onRetry={retry} />;
    case 'ready': return <Result project={project} draft={draft} fromStatus={fromStatus} found={state} />;
    default: return state satisfies never;
  }
}

const SHOWN = 10;

function Result({ project, draft, fromStatus, found }: Pick<RefusedTodayProps, 'draft' | 'fromStatus'> & { readonly project: ProjectChoice; readonly found: Extract<CandidatesFound, { kind: 'ready' }> }) {
  const { candidates, more, unloaded } = found;
  const foresight = useMemo(() => foreseeRefusals({ ...draft, hint: draft.hint.trim() }, candidates), [draft, candidates]);
  if (candidates.length === 0) return <p data-testid="gate.today">{project.name} has no open ticket that you can see, so there is nothing to refuse today.</p>;
  if (draft.criteria.length === 0) return <p className="gw-quiet">Choose what to ask for first.</p>;
  const unreadable = foresight.refused.filter(({ ticket }) => ticket.unreadable).length;
  return (
    <div data-testid="gate.today">
      <p className="gw-gate-count" aria-live="polite">{sumUp(foresight, candidates.length, fromStatus)}</p>
      <p className="gw-quiet gw-small">{spared(foresight)}</p>
      {foresight.refused.length > 0 && (
        <ol className="gw-gate-refused">
          {foresight.refused.slice(0, SHOWN).map(({ ticket, words }) => <li key={ticket.key}><strong>{ticket.key}</strong> {ticket.summary}<span className="gw-quiet">{words}</span></li>)}
        </ol>
      )}
      {foresight.refused.length > SHOWN && <p className="gw-quiet gw-small">The newest {SHOWN} are shown.</p>}
      {more && <Notice kind="information"><p>{project.name} has more than {MOST_CANDIDATES} open tickets; the newest {candidates.length} were looked at.</p></Notice>}
      {unloaded > 0 && <p className="gw-quiet gw-small">{unloaded} of its tickets could not be loaded, or you may not see them.</p>}
      {unreadable > 0 && <p className="gw-quiet gw-small">{unreadable === 1 ? 'One of them has a product context' : `${unreadable} of them have a product context`} that cannot be read; Jira may show a more general message there.</p>}
      <p className="gw-quiet gw-small">Tickets of other projects that use this workflow are not counted.</p>
    </div>
  );
}

function sumUp({ refused }: Foresight<Candidate>, all: number, fromStatus: string | undefined): string {
  if (refused.length === 0) return `Of ${all} open tickets, none would be refused today.`;
  const waiting = fromStatus === undefined ? 0 : refused.filter(({ ticket }) => ticket.status === fromStatus).length;
  const before = waiting === 0 ? '' : `; ${waiting} of these ${waiting === 1 ? 'stands' : 'stand'} in “${String(fromStatus)}” now, right before this transition`;
  return `Of ${all} open ${all === 1 ? 'ticket' : 'tickets'}, ${refused.length} would be refused today${before}.`;
}

function spared({ passing, refused }: Foresight<Candidate>): string {
  const parts = [
    [passing.complete, 'have what it wants'], [passing.older, 'are older than the day'], [passing['other-type'], 'are of other types'], [passing.bypassed, 'pass by a recorded bypass'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return said.length === 0 ? 'No ticket would pass.' : `${refused.length === 0 ? 'Of these' : 'Of the others'}, ${said.join(', ')}.`;
}
