import { useMemo } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { criterionLabel } from '../../../src/domain/context/criteria';
import type { Demand } from '../../../src/domain/demand/demand';
import { adviseGates, forecastGate, type GateForecast } from '../../../src/domain/demand/forecast-gates';
import { PlainButton } from '../../shared/plain-button';
import { writeDemandAddress } from '../demand-address';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import type { SubpageProps } from '../subpages';
import type { Place } from '../use-place';
import { upperFirst } from '../../shared/upper-first';
import { forecastRows } from './demand-export-rows';

interface GateForecastsProps {
  readonly demands: readonly Demand[];
  readonly page: SubpageProps;
}

/** What each gate would refuse if its rule stood in the workflow today: known before anybody is stopped. */
export function GateForecasts({ demands, page }: GateForecastsProps) {
  const { demand: { settings }, place } = page;
  const isAdvice = settings.gates.length === 0;
  const forecasts = useMemo(() => adviseGates(settings).map((gate) => forecastGate(demands, gate)), [demands, settings]);
  return (
    <section className="gr-section" aria-labelledby="gr-gates">
      <h2 id="gr-gates">What a gate would refuse today</h2>
      <p className="gw-quiet">
        {isAdvice
          ? 'This project has no gate in its settings yet, so these are the three usual ones. Nothing is refused until an administrator adds the rule to a workflow.'
          : 'By the gates in this project’s settings. A rule that looks at some issue types only, or spares old tickets, refuses fewer.'}
      </p>
      <div className="gr-cards">
        {forecasts.map((forecast) => <ForecastCard key={forecast.gate.gate} forecast={forecast} place={place} locale={page.facts.locale} />)}
      </div>
      <ExportButtons file={exportFile('gates', page)} what="what a gate would refuse" rows={() => forecastRows(forecasts)} />
    </section>
  );
}

function ForecastCard({ forecast, place, locale }: { readonly forecast: GateForecast; readonly place: Place; readonly locale: string }) {
  const { gate, refused, looksAt, bypassed, lacking } = forecast;
  return (
    <div className="gr-card" data-testid={`roadmap.gate.${gate.gate}`}>
      <h3>{gate.name}</h3>
      <p><strong className="gr-number">{formatCount(refused.length, locale)}</strong> of {formatCount(looksAt, locale)} open tickets would be refused{bypassed > 0 ? `; ${formatCount(bypassed, locale)} more pass by a bypass` : ''}.</p>
      {lacking.length > 0 && (
        <ul className="gr-lacking">
          {lacking.slice(0, 4).map(({ code, tickets }) => (
            <li key={code}>
              <PlainButton look="link" onClick={() => place.go('demand', writeDemandAddress({ by: 'team', filter: { missing: code } }))}>
                {upperFirst(criterionLabel(code))}
              </PlainButton>
              <span className="gw-quiet"> missing on {formatCount(tickets, locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
