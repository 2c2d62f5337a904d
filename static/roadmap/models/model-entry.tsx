import { useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { ModelSummary } from '../../../src/contract/models';
import type { SharedModel } from '../../../src/domain/model/shared-model';
import { showCount } from '../../../src/domain/ranking/show-number';
import { tell } from '../../shared/bridge';
import { downloadFile, writeCsv } from '../../shared/csv';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';
import { elementRows } from './element-rows';
import { ElementTable } from './element-table';
import { FORMAT_WORDS } from './format-words';

interface ModelEntryProps {
  readonly projectId: string;
  readonly model: ModelSummary;
  readonly administers: boolean;
  /** How many requirements tickets make on its elements, by path. */
  readonly claims: ReadonlyMap<string, number>;
  readonly locale: string;
  readonly onRemoved: () => void;
}

/** One stored model: what it is, its elements when somebody wants them, export, removal. */
export function ModelEntry({ projectId, model, administers, claims, locale, onRemoved }: ModelEntryProps) {
  const read = useCall('readModel');
  const remove = useCall('removeModel');
  const [found, setFound] = useState<SharedModel>();
  const [isOpen, setOpen] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const load = async (): Promise<SharedModel | undefined> => {
    if (found !== undefined) return found;
    const reply = await read.run({ projectId, modelId: model.id });
    if (reply !== undefined) setFound(reply.model);
    return reply?.model;
  };
  const claimed = [...claims.values()].reduce((sum, count) => sum + count, 0);
  return (
    <article className="gc-card" aria-label={model.name} data-testid={`model.${model.id}`}>
      <div className="gc-card-head"><h2>{model.name}</h2><span className="gw-quiet gw-small">{FORMAT_WORDS[model.format]}</span></div>
      <p>{formatCount(model.count, locale)} elements from {model.source}, imported on {model.importedAt.slice(0, 10)}{model.owner === undefined ? '' : `; owner: ${model.owner}`}. {claimed === 0 ? 'No ticket you can see asks anything of it.' : `Tickets you can see make ${showCount(claimed, 'requirement', locale)} on it.`}</p>
      <div className="gw-actions">
        <PlainButton aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); if (!isOpen) void load(); }} testId="model.elements">{isOpen ? 'Hide the elements' : 'Show the elements'}</PlainButton>
        <PlainButton onClick={() => void load().then((whole) => { if (whole !== undefined) downloadFile(`${model.id}.json`, 'application/json', JSON.stringify(whole, null, 2)); })} testId="model.export">Export as JSON</PlainButton>
        <PlainButton onClick={() => void load().then((whole) => { if (whole !== undefined) downloadFile(`${model.id}.csv`, 'text/csv', writeCsv(elementRows(whole.elements, claims))); })} testId="model.export-csv">Export as CSV</PlainButton>
        {administers && <PlainButton look="subtle" onClick={() => setRemoving(true)} testId="model.remove">Remove</PlainButton>}
      </div>
      {read.state.kind === 'running' && <p role="status">Reading the elements …</p>}
      {read.state.kind === 'failed' && <ProblemNotice title="The elements could not be read" problem={read.state.problem} onRetry={() => void load()} />}
      {(read.state.kind === 'consent' || remove.state.kind === 'consent') && <Notice kind="warning" live><p>Jira wants your consent before Groundwork may act for you. Press the button again and confirm in Jira’s window.</p></Notice>}
      {isOpen && found !== undefined && <ElementTable elements={found.elements} label={`Elements of ${model.name}`} claims={claims} locale={locale} />}
      {isRemoving && (
        <Notice kind="warning" title={`Remove ${model.name}?`} live testId="model.removing">
          <p>Its elements can no longer be picked. Requirements that tickets make on them stay{claimed === 0 ? '' : ` (${formatCount(claimed, locale)} of them)`}, and so do decisions. Export it first if you may want it back.</p>
          <div className="gw-actions">
            <PlainButton look="primary" unavailable={remove.state.kind === 'running' ? 'It is being removed' : undefined} onClick={() => void remove.run({ projectId, modelId: model.id }).then((reply) => { if (reply !== undefined) { tell(`${model.name} is removed`, ''); onRemoved(); } })} testId="model.remove.confirm">Remove the model</PlainButton>
            <PlainButton look="subtle" onClick={() => setRemoving(false)}>Keep it</PlainButton>
          </div>
        </Notice>
      )}
      {remove.state.kind === 'failed' && <ProblemNotice title="The model was not removed" problem={remove.state.problem} />}
    </article>
  );
}
