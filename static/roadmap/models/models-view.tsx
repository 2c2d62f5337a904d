import '../conflicts/conflicts.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ModelSummary } from '../../../src/contract/models';
import { ConsentNeeded, Empty, Failed, Loading } from '../../shared/page-states';
import { useCall } from '../../shared/use-call';
import { teamNames } from '../conflicts/conflict-words';
import { gatherClaims } from '../conflicts/gather-claims';
import type { SubpageProps } from '../subpages';
import { CheckAgain } from './check-again';
import { ImportPanel } from './import-panel';
import { ModelEntry } from './model-entry';

const NONE: ReadonlyMap<string, number> = new Map();

/** The shared data models of this project: imported from files, searched, exported, removed. */
export function ModelsView({ demand, facts }: SubpageProps) {
  const projectId = demand.settings.project.id;
  const { administers } = demand.facts;
  const { run, state } = useCall('listModels');
  const [models, setModels] = useState<readonly ModelSummary[]>();
  const load = useCallback(() => { void run({ projectId }).then((reply) => { if (reply !== undefined) setModels(reply.models); }); }, [run, projectId]);
  useEffect(load, [load]);
  const claims = useMemo(() => gatherClaims(demand.demands, [], undefined).claims, [demand.demands]);
  const counts = useMemo(() => {
    const byModel = new Map<string, Map<string, number>>();
    for (const { model, element } of claims) {
      const paths = byModel.get(model) ?? new Map<string, number>();
      byModel.set(model, paths.set(element, (paths.get(element) ?? 0) + 1));
    }
    return byModel;
  }, [claims]);

  if (state.kind === 'consent') return <ConsentNeeded onAllow={load} />;
  if (models === undefined) {
    if (state.kind === 'failed') return <Failed title="The shared data models could not be read" words={state.problem.words} onRetry={load} />;
    return <Loading what="the shared data models" />;
  }
  return (
    <div className="gr-stack" data-testid="models.ready">
      {models.length === 0 && (
        <Empty title="No shared data model yet">
          <p>{administers ? 'Import the model that several teams share: its elements can then be picked in tickets, and what a team asks is checked against it.' : `Whoever administers ${demand.facts.name}${demand.facts.lead === undefined ? '' : `, for instance ${demand.facts.lead},`} can import the model that several teams share.`}</p>
        </Empty>
      )}
      {models.map((model) => <ModelEntry key={`${model.id} ${model.upload}`} projectId={projectId} model={model} administers={administers} claims={counts.get(model.id) ?? NONE} locale={facts.locale} onRemoved={load} />)}
      {administers && <ImportPanel projectId={projectId} models={models} claims={claims} areTicketsRead={demand.end !== undefined} teamName={teamNames(demand.settings)} locale={facts.locale} onSaved={load} />}
      {administers && <CheckAgain projectId={projectId} />}
      {!administers && models.length > 0 && <p className="gw-quiet">Only who administers {demand.facts.name} imports and removes models.</p>}
    </div>
  );
}
