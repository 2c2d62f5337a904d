import './conflicts.css';
import { useDeferredValue, useMemo, useState } from 'react';
import { countRepresentations } from '../../../src/domain/conflict/decisions/count-representations';
import { isInForce } from '../../../src/domain/conflict/decisions/decision';
import type { SharedModel } from '../../../src/domain/model/shared-model';
import { Notice } from '../../shared/notice';
import { ConsentNeeded, Empty, Failed, Loading } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { DecidePage } from '../decisions/decide-page';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import type { SubpageProps } from '../subpages';
import { CompatibleView } from './compatible-view';
import { ConflictCard } from './conflict-card';
import { ConflictFilters } from './conflict-filters';
import { conflictRows } from './conflict-rows';
import { CONFLICT_VIEWS, readConflictsAddress, writeConflictsAddress, type ConflictsAddress, type ConflictView } from './conflicts-address';
import type { SideContext } from './conflict-side';
import { NoClash, NoRequirements, notCheckedIn, notesOf, Summary } from './conflicts-summary';
import { filterConflicts } from './filter-conflicts';
import { MatrixView } from './matrix-view';
import { ModelsNotice } from './models-notice';
import { ProposedValues } from './proposed-values';
import type { ShownConflict } from './shown-conflicts';
import { AnsweredNotice } from './silences';
import { UnknownView } from './unknown-view';
import { noteRows, unknownRows } from './view-rows';
import { whyNot } from './why-not';
import { useNarrowing, type Narrowing } from './use-narrowing';
import { useShownConflicts } from './use-shown-conflicts';
import { useSharedData, type SharedData, type SharedDataAccess } from './use-shared-data';

const VIEW_WORDS: Readonly<Record<ConflictView, string>> = { list: 'Conflicts', matrix: 'Teams against elements', compatible: 'Different but compatible', unknown: 'Not known' };
const NO_MODELS: readonly SharedModel[] = [];
/** Cards drawn at once. */
const PAGE = 30;

/** The conflicts on shared data, worst first; the matrix; what goes together; what nobody knows; and deciding one. */
export function ConflictsView(props: SubpageProps) {
  const { demand, facts } = props;
  const [models, setModels] = useState(NO_MODELS);
  const access = useSharedData(demand, facts.today, models);
  switch (access.state.kind) {
    case 'loading': return <Loading what="the decisions of this project" />;
    case 'consent': return <ConsentNeeded onAllow={() => void access.reload()} />;
    case 'failed': return <Failed title="The decisions could not be read" words={`${access.state.words} Without them the conflicts would be wrong, so none are shown.`} onRetry={() => void access.reload()} />;
    case 'ready': return <ReadyConflicts {...props} access={access} data={access.state.data} models={models} onModels={setModels} />;
    default: return access.state satisfies never;
  }
}

interface ReadyConflictsProps extends SubpageProps {
  readonly access: SharedDataAccess;
  readonly data: SharedData;
  readonly models: readonly SharedModel[];
  readonly onModels: (models: readonly SharedModel[]) => void;
}

function ReadyConflicts(props: ReadyConflictsProps) {
  const { demand, place, facts, access, data, models, onModels } = props;
  const { settings } = demand;
  const query = place.search.toString();
  const address = useMemo(() => readConflictsAddress(new URLSearchParams(query)), [query]);
  const { shown, context } = useShownConflicts(props, data);
  const refine = (next: ConflictsAddress): void => place.refine(writeConflictsAddress(next));

  if (data.result === undefined) {
    if (data.checkFailed) return <Failed title="The conflicts could not be worked out" words="The part of this page that checks in the background ended unexpectedly. Nothing was changed in Jira." onRetry={access.recheck} />;
    return <Loading what="the conflicts" />;
  }
  const deciding = address.decide === undefined ? undefined : shown.find(({ conflict }) => conflict.id === address.decide);
  if (address.decide !== undefined && (deciding !== undefined || demand.end !== undefined)) {
    return (
      <DecidePage
        {...props} shown={deciding} context={context} back="Back to the conflicts"
        onBack={() => { const { decide: _left, ...rest } = address; place.go('conflicts', writeConflictsAddress(rest)); }}
        onDecided={({ number }) => place.go('decisions', new URLSearchParams({ number: String(number) }))}
      />
    );
  }
  const isComplete = demand.end?.kind === 'complete';
  return (
    <div className="gr-stack" data-testid="conflicts.ready">
      <Summary shown={shown} data={data} facts={facts} isComplete={isComplete} />
      {data.gap !== undefined && <Notice kind="warning" title="This is not the whole picture" live><p>{data.gap}</p><div><PlainButton onClick={() => void access.reload()}>Read again</PlainButton></div></Notice>}
      {data.checkFailed && <Notice kind="error" title="The last check ended unexpectedly" live><p>What is shown is what the check before it found.</p><div><PlainButton onClick={access.recheck}>Check again</PlainButton></div></Notice>}
      <ModelsNotice projectId={settings.project.id} models={models} onModels={onModels} />
      <ProposedValues page={props} data={data} />
      <nav className="gr-tabs" aria-label="Views of the conflicts">
        {CONFLICT_VIEWS.map((view) => (
          <PlainButton key={view} aria-pressed={address.view === view} onClick={() => refine({ ...address, view })} testId={`conflicts.view.${view}`}>{VIEW_WORDS[view]}{countOf(view, shown, data)}</PlainButton>
        ))}
      </nav>
      <View {...props} address={address} shown={shown} context={context} refine={refine} />
    </div>
  );
}

function countOf(view: ConflictView, shown: readonly ShownConflict[], data: SharedData): string {
  switch (view) {
    case 'list': return ` (${String(shown.length)})`;
    case 'matrix': return '';
    case 'compatible': return ` (${String(notesOf(data).length)})`;
    case 'unknown': return ` (${String(data.gathered.unknown.length + data.gathered.waiting.length + notCheckedIn(data).length)})`;
    default: return view satisfies never;
  }
}

interface ViewProps extends ReadyConflictsProps {
  readonly address: ConflictsAddress;
  readonly shown: readonly ShownConflict[];
  readonly context: SideContext;
  readonly refine: (address: ConflictsAddress) => void;
}

function View(props: ViewProps) {
  const { address, data, facts, context } = props;
  switch (address.view) {
    case 'list': return <List {...props} />;
    case 'matrix': return <MatrixView {...props} teamName={context.teamName} />;
    case 'compatible': return (
      <>
        <CompatibleView notes={notesOf(data)} teamName={context.teamName} facts={facts} />
        <ExportButtons file={exportFile('compatible', props)} what="different but compatible" rows={() => noteRows(notesOf(data), context.teamName)} />
      </>
    );
    case 'unknown': return (
      <>
        <UnknownView unknown={data.gathered.unknown} waiting={data.gathered.waiting} notChecked={notCheckedIn(data)} teamName={context.teamName} facts={facts} />
        <ExportButtons file={exportFile('not-known', props)} what="what is not known" rows={() => unknownRows(data.gathered, notCheckedIn(data), context.teamName)} />
      </>
    );
    default: return address.view satisfies never;
  }
}

/** The answer that was saved last stays in view, also when its conflict was the last one. */
function List(props: ViewProps) {
  const narrowing = useNarrowing(props, props.shown);
  return (
    <>
      <AnsweredNotice narrowing={narrowing} siteUrl={props.facts.siteUrl} />
      <Cards {...props} narrowing={narrowing} />
    </>
  );
}

function Cards({ address, data, facts, demand, shown, context, narrowing, refine, place }: ViewProps & { readonly narrowing: Narrowing }) {
  const filter = useDeferredValue(address);
  const filtered = useMemo(() => filterConflicts(shown, filter, data.gathered.tickets), [shown, filter, data.gathered.tickets]);
  const [drawn, setDrawn] = useState(PAGE);
  if (shown.length === 0) {
    if (data.gathered.claims.length === 0) return <NoRequirements projectKey={facts.projectKey} />;
    return <NoClash data={data} />;
  }
  return (
    <>
      <ConflictFilters address={address} shown={shown} teamName={context.teamName} onChange={refine} />
      <div className="gc-list-head">
        <p role="status" className="gr-number" data-testid="conflicts.count">{filtered.length === shown.length ? `${String(shown.length)} ${shown.length === 1 ? 'conflict' : 'conflicts'}` : `${String(filtered.length)} of ${String(shown.length)} conflicts`}</p>
        {filtered.length > 0 && <ExportButtons file={exportFile('conflicts', { demand, place, facts })} what="conflicts" rows={() => conflictRows(filtered, context)} />}
      </div>
      {filtered.length === 0 && <Empty title="No conflict fits this filter" action={<PlainButton onClick={() => refine({ view: 'list' })}>Show all {shown.length}</PlainButton>} />}
      {filtered.slice(0, drawn).map((one) => (
        <ConflictCard
          key={one.conflict.id} shown={one} context={context} narrowing={narrowing} representations={countRepresentations(one.conflict.at, data.decisions, facts.today)}
          waitsFor={data.decisions.find((decision) => decision.kind === 'collaborate' && decision.conflict.code === one.conflict.code && decision.at.element === one.conflict.at.element && decision.at.model === one.conflict.at.model && isInForce(decision, facts.today))}
          cannotDecide={whyNot(one, demand.facts) ?? (data.isReading ? 'The tickets that take part are still being read.' : undefined)} onDecide={() => place.go('conflicts', writeConflictsAddress({ ...address, decide: one.conflict.id }))}
        />
      ))}
      {filtered.length > drawn && <div><PlainButton onClick={() => setDrawn(drawn + PAGE)}>Show {Math.min(PAGE, filtered.length - drawn)} more</PlainButton></div>}
    </>
  );
}
