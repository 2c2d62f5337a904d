import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { criterionLabel } from '../../src/domain/context/criteria';
import type { GateSummary } from '../../src/domain/context/settings';
import type { Demand } from '../../src/domain/demand/demand';
import { forecastGate, type GateForecast } from '../../src/domain/demand/forecast-gates';
import { codesOf, GATE_PRESETS } from '../../src/domain/gate/presets';
import { askJira, ConsentNeeded as ConsentError, openInJira } from '../shared/bridge';
import { createDemandStore, type ReadyDemand } from '../shared/demand-store';
import { Notice } from '../shared/notice';
import { ConsentNeeded, Failed, Loading } from '../shared/page-states';
import { PlainButton } from '../shared/plain-button';
import { PRESET_WORDS } from './gates-section';

/** How many refused tickets are named; the project page has them all. */
const NAMED_TICKETS = 5;

interface ForecastProps {
  readonly projectId: string;
  readonly projectKey: string;
  readonly siteUrl: string;
  readonly locale: string;
  readonly today: string;
}

/** The advisory stage: what gates would refuse among today's open tickets, before any rule stands in a workflow. */
export function Forecast({ projectId, projectKey, siteUrl, locale, today }: ForecastProps) {
  const store = useMemo(() => createDemandStore({
    ask: askJira, projectId, locale, today, isConsentError: (error) => error instanceof ConsentError,
  }), [projectId, locale, today]);
  useEffect(() => {
    store.start();
    return () => store.close();
  }, [store]);
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  switch (state.state) {
    case 'ready': return <ReadyForecast demand={state} projectKey={projectKey} siteUrl={siteUrl} onRetry={store.start} />;
    case 'loading': return <Loading what={`the open tickets of ${projectKey}`} />;
    case 'consent': return <ConsentNeeded onAllow={store.start} />;
    case 'failed': return <Failed title="The tickets could not be loaded" words={state.words} onRetry={store.start} />;
    case 'unreadable': return <Failed title="The settings cannot be read" words={state.words} onRetry={store.start} />;
    case 'forbidden':
    case 'absent': return <Failed title="There is nothing to check yet" words="Opt in and save first; then this shows what a gate would refuse." onRetry={store.start} />;
    default: return state satisfies never;
  }
}

function ReadyForecast({ demand, projectKey, siteUrl, onRetry }: { readonly demand: ReadyDemand; readonly projectKey: string; readonly siteUrl: string; readonly onRetry: () => void }) {
  const { demands, end, settings } = demand;
  if (end === undefined) return <Loading what={`the open tickets of ${projectKey}: ${demands.length} so far`} />;
  const gates: GateSummary[] = [...settings.gates, ...GATE_PRESETS.filter((preset) => preset !== 'outcome').map((preset) => ({ gate: preset, name: PRESET_WORDS[preset], criteria: codesOf(preset) }))];
  const forecasts = gates.map((gate) => forecastGate(demands, gate));
  return (
    <>
      {end.kind !== 'complete' && (
        <Notice kind="warning" title="Not all tickets could be loaded">
          <p>{end.kind === 'failed' ? end.words : 'Loading was stopped.'} The numbers cover {demands.length} tickets.</p>
          <div><PlainButton onClick={onRetry}>Load again</PlainButton></div>
        </Notice>
      )}
      {forecasts[0]?.looksAt === 0 && <p>{projectKey} has no open ticket that you can see, so no gate would refuse anything today.</p>}
      {(forecasts[0]?.looksAt ?? 0) > 0 && <ForecastTable forecasts={forecasts} siteUrl={siteUrl} />}
    </>
  );
}

function ForecastTable({ forecasts, siteUrl }: { readonly forecasts: readonly GateForecast[]; readonly siteUrl: string }) {
  return (
    <table className="gs-table" data-testid="settings.forecast.table">
      <caption className="gw-hidden">What each gate would refuse today</caption>
      <thead><tr><th scope="col">A gate that wants</th><th scope="col">would refuse</th><th scope="col">most often for lack of</th><th scope="col">for instance</th></tr></thead>
      <tbody>
        {forecasts.map(({ gate, refused, looksAt, lacking }) => (
          <tr key={gate.gate + gate.name}>
            <th scope="row">{gate.name}</th>
            <td>{refused.length} of {looksAt}</td>
            <td>{lacking.slice(0, 3).map(({ code, tickets }) => `${criterionLabel(code)} (${tickets})`).join(', ')}</td>
            <td>{refused.slice(0, NAMED_TICKETS).map((refusal) => <TicketLink key={refusal.ticket.id} demand={refusal} siteUrl={siteUrl} />)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TicketLink({ demand: { ticket }, siteUrl }: { readonly demand: Demand; readonly siteUrl: string }) {
  const address = `${siteUrl}/browse/${encodeURIComponent(ticket.key)}`;
  return <><a href={address} title={ticket.summary} onClick={(event) => { event.preventDefault(); void openInJira(address, 'new-tab'); }}>{ticket.key}</a>{' '}</>;
}

/** The way from advice to a rule that holds tickets. */
export function HowToAddAGate() {
  return (
    <ol className="gs-steps">
      <li>Below, under “What your gates ask”, add a gate and save. Every ticket then says what that gate will want; nothing is blocked yet.</li>
      <li>When the lists look right, open the workflow of this project in the workflow editor (a Jira administrator may have to do this) and choose the transition that should be held, such as the one to “Ready for build”.</li>
      <li>Add the rule “Product context is ready”, paste the text that stands here with your gate, and publish the workflow. Tickets created before the day you choose there are spared.</li>
      <li>Before you ever uninstall Groundwork, remove its rules first: without the app, Jira holds every guarded transition.</li>
    </ol>
  );
}
