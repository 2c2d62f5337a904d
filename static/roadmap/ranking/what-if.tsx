import { useEffect, useState } from 'react';
import { settingsContentSchema } from '../../../src/contract/settings';
import { MONTHS_AHEAD } from '../../../src/domain/ranking/saved-plan';
import { isSameValue } from '../../../src/domain/context/same-value';
import { showCapacity, showPercent } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';
import { ConsentNeeded } from '../../shared/page-states';
import { readNumber, numberAsTyped } from '../../shared/read-number';
import type { SubpageProps } from '../subpages';
import type { RankingView } from './use-ranking';

/** The plan's date, how far it looks ahead and the capacity it counts on; a capacity that is tried is visibly not saved. */
export function WhatIf({ view, page }: { readonly view: RankingView; readonly page: SubpageProps }) {
  const { address, settings } = view;
  const { locale } = page.facts;
  return (
    <section className="gr-rk-what-if" aria-label="What the plan counts on">
      <div className="gr-filters">
        <div className="gr-field">
          <label htmlFor="rk-from">Plan counts from</label>
          <input id="rk-from" type="date" value={address.planDate} onChange={({ target }) => { if (target.value !== '') view.change({ planDate: target.value }); }} />
        </div>
        <div className="gr-field">
          <label htmlFor="rk-months">The line looks ahead</label>
          <select id="rk-months" value={address.months} onChange={({ target }) => view.change({ months: Number(target.value) })}>
            {MONTHS_AHEAD.map((months) => <option key={months} value={months}>{months === 1 ? '1 month' : `${String(months)} months`}</option>)}
          </select>
        </div>
        <CapacityFields view={view} locale={locale} />
        <p className="gw-quiet gr-rk-kept">{showPercent(settings.interruptAllowance, locale)} of it is kept for interrupts.</p>
      </div>
      {address.capacity !== undefined && <Tried view={view} page={page} />}
    </section>
  );
}

function CapacityFields({ view, locale }: { readonly view: RankingView; readonly locale: string }) {
  const { capacity } = view.settings;
  const [low, setLow] = useState(numberAsTyped(capacity?.low, locale));
  const [high, setHigh] = useState(numberAsTyped(capacity?.high, locale));
  const [words, setWords] = useState('');
  useEffect(() => {
    setLow(numberAsTyped(capacity?.low, locale));
    setHigh(numberAsTyped(capacity?.high, locale));
  }, [capacity?.low, capacity?.high, locale]);
  const take = (): void => {
    const [from, to] = [readNumber(low, { locale }), readNumber(high, { locale })];
    if (from.state === 'empty' && to.state === 'empty') return setWords('');
    if (from.state !== 'number' || to.state !== 'number') return setWords('Give both ends of the range as numbers.');
    if (from.value < 0 || from.value > to.value) return setWords('The lowest capacity must be at least 0 and at most the highest.');
    setWords('');
    if (from.value !== capacity?.low || to.value !== capacity.high) view.change({ capacity: { low: from.value, high: to.value, per: capacity?.per ?? 'month' } });
  };
  const onKey = ({ key }: { readonly key: string }): void => { if (key === 'Enter') take(); };
  return (
    <>
      <div className="gr-field">
        <label htmlFor="rk-low">Person-weeks, at least</label>
        <input id="rk-low" inputMode="decimal" value={low} aria-invalid={words !== ''} aria-describedby="rk-capacity-words" onChange={({ target }) => setLow(target.value)} onBlur={take} onKeyDown={onKey} />
      </div>
      <div className="gr-field">
        <label htmlFor="rk-high">at most, a {capacity?.per ?? 'month'}</label>
        <input id="rk-high" inputMode="decimal" value={high} aria-invalid={words !== ''} aria-describedby="rk-capacity-words" onChange={({ target }) => setHigh(target.value)} onBlur={take} onKeyDown={onKey} />
      </div>
      <span id="rk-capacity-words" role="status" className="gr-rk-error">{words}</span>
    </>
  );
}

function Tried({ view, page }: { readonly view: RankingView; readonly page: SubpageProps }) {
  const { demand: { settings, facts: project }, store, facts } = page;
  const saving = useCall('saveSettings');
  const { capacity } = view.address;
  const stated = settings.capacity === undefined ? 'none' : showCapacity(settings.capacity, facts.locale);
  const save = async (): Promise<void> => {
    const saved = await saving.run({ projectId: settings.project.id, startedFrom: settings.rev, content: settingsContentSchema.parse({ ...settings, capacity }) });
    if (saved === undefined) return;
    view.dropCapacity();
    store.start();
  };
  if (capacity === undefined) return null;
  if (view.kept.ok && isSameValue(view.kept.plan?.capacity, capacity)) return <p className="gw-quiet">The saved plan counts on {showCapacity(capacity, facts.locale)}; the settings say {stated}.</p>;
  return (
    <div className="gr-rk-tried" data-testid="ranking.what-if">
      <p role="status"><strong>What if, not saved:</strong> {showCapacity(capacity, facts.locale)} instead of {stated}. The address of this page holds it: share it as a link.</p>
      <div className="gw-actions">
        <PlainButton onClick={view.dropCapacity} testId="ranking.drop">Put back</PlainButton>
        <PlainButton
          onClick={() => void save()} testId="ranking.save"
          unavailable={project.administers ? (saving.state.kind === 'running' ? 'Saving' : undefined) : `Only administrators of ${settings.project.key} change its capacity`}
        >
          {saving.state.kind === 'running' ? 'Saving …' : 'Save as our capacity'}
        </PlainButton>
      </div>
      {saving.state.kind === 'failed' && <ProblemNotice title="The capacity was not saved" problem={saving.state.problem} onRetry={() => void save()} />}
      {saving.state.kind === 'consent' && <ConsentNeeded onAllow={() => void save()} keeps="The capacity you tried stays." />}
    </div>
  );
}
