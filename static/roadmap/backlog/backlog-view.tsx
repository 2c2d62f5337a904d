import ProgressBar from '@atlaskit/progress-bar';
import { useDeferredValue, useMemo, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { demandRows } from '../../../src/domain/demand/demand-rows';
import { planBulkChange, planRefresh } from '../../../src/domain/demand/plan-bulk-change';
import { progressWords, sortBacklog, UNTOUCHED_MONTHS } from '../../../src/domain/demand/sort-backlog';
import { Notice } from '../../shared/notice';
import { Empty } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import type { SubpageProps } from '../subpages';
import { BulkPanel } from './bulk-panel';
import { filterDesk, readDeskFilter } from './desk-filter';
import { DeskFilters } from './desk-filters';
import { DeskTable } from './desk-table';
import { Questions } from './questions';
import { SetFields } from './set-fields';
import { useBulk } from './use-bulk';
import { useDeskFields } from './use-desk-fields';

/** The first day with 400 tickets that nobody has explained: whose they are, for many at once, and what to ask whom. */
export function BacklogView(page: SubpageProps) {
  const { demand, store, place, facts } = page;
  const { settings } = demand;
  const demands = useDeferredValue(demand.demands);
  const backlog = useMemo(() => sortBacklog(demands, facts.today), [demands, facts.today]);
  const outdated = useMemo(() => planRefresh(demands), [demands]);
  const isUntouched = place.search.get('show') === 'untouched';
  const rows = isUntouched ? backlog.untouched : backlog.alive;
  const desk = useDeskFields(rows, demand.end !== undefined);
  const query = place.search.toString();
  const filter = useMemo(() => readDeskFilter(new URLSearchParams(query)), [query]);
  const shown = useMemo(() => filterDesk(rows, filter, desk.fields), [rows, filter, desk.fields]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => shown.filter((row) => chosen.has(row.ticket.id)), [shown, chosen]);
  const bulk = useBulk(store);
  const isBusy = bulk.state.step === 'running';

  const refine = (name: string, value: string): void => {
    const search = new URLSearchParams(place.search);
    if (value === '') search.delete(name);
    else search.set(name, value);
    place.refine(search);
  };
  if (demands.length === 0) {
    if (demand.end?.kind !== 'complete' || demand.demands.length > 0) return null;
    return <Empty title="The desk is clear"><p>Nothing open asks {facts.projectKey} at the moment.</p></Empty>;
  }
  return (
    <div className="gr-stack">
      <section className="gr-summary" aria-label="Progress of the backlog">
        <p className="gr-big" data-testid="backlog.progress">{progressWords(backlog, facts.locale)}</p>
        <div className="gr-progress"><ProgressBar value={backlog.total === 0 ? 0 : backlog.understood / backlog.total} ariaLabel="Share of tickets understood" /></div>
        <p className="gw-quiet gw-small">
          A ticket is understood from bronze on. Counts cover the tickets that you may see{backlog.covered.length > 0 ? `; ${formatCount(backlog.covered.length, facts.locale)} sub-tasks show their parent’s context and are left out` : ''}.
        </p>
      </section>
      {outdated.length > 0 && bulk.state.step === 'none' && (
        <Notice kind="information" title={`${formatCount(outdated.length, facts.locale)} saved contexts were judged by earlier rules or settings`} testId="backlog.outdated">
          <p>Gates and searches still see the old facts. Saving changes no answer; it only brings the facts up to date.</p>
          <div><PlainButton onClick={() => bulk.run('Bringing contexts up to date', outdated)}>Save for these tickets</PlainButton></div>
        </Notice>
      )}
      <div className="gr-tabs" role="group" aria-label="Which tickets">
        <PlainButton look={isUntouched ? 'subtle' : 'default'} aria-pressed={!isUntouched} onClick={() => refine('show', '')}>In use ({formatCount(backlog.alive.length, facts.locale)})</PlainButton>
        <PlainButton look={isUntouched ? 'default' : 'subtle'} aria-pressed={isUntouched} onClick={() => refine('show', 'untouched')} testId="backlog.untouched">
          Untouched for {UNTOUCHED_MONTHS} months ({formatCount(backlog.untouched.length, facts.locale)})
        </PlainButton>
      </div>
      {isUntouched && backlog.untouched.length > 0 && <p className="gw-quiet">Nobody has changed these for a year. Closing what nobody wants any more is quicker than explaining it.</p>}
      {desk.problem !== undefined && <Notice kind="warning" title="Components and labels could not be read"><p>{desk.problem} You can still choose by project and words.</p></Notice>}
      {rows.length === 0
        ? <Empty title={isUntouched ? 'No ticket lies untouched' : 'Everything in use is understood'}><p>{isUntouched ? 'Every ticket that is not understood was changed within the last 12 months.' : 'New tickets appear here until somebody explains them.'}</p></Empty>
        : (
          <>
            <DeskFilters rows={rows} fields={desk.fields} isReading={desk.isReading} filter={filter} settings={settings} locale={facts.locale} onChange={refine} />
            <SetFields
              selected={selected} shown={shown} settings={settings} locale={facts.locale} isBusy={isBusy}
              onPreview={(what, values) => {
                const plan = planBulkChange(selected, values, settings);
                bulk.preview(what, plan.changes, plan.same + plan.untouchable);
              }}
            />
            <BulkPanel bulk={bulk} locale={facts.locale} />
            <DeskTable rows={shown} settings={settings} facts={facts} chosen={chosen} onChoose={setChosen} isLocked={isBusy} />
            <ExportButtons file={exportFile(isUntouched ? 'untouched' : 'backlog', page)} what="the desk’s tickets" rows={() => demandRows(shown, settings)} />
            <Questions rows={selected.length > 0 ? selected : shown} isSelection={selected.length > 0} fields={desk.fields} facts={facts} projectName={demand.facts.name === '' ? facts.projectKey : demand.facts.name} />
          </>
        )}
      {rows.length === 0 && <BulkPanel bulk={bulk} locale={facts.locale} />}
    </div>
  );
}
