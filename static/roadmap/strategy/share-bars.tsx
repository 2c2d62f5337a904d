import { DRIFT_TO_POINT_OUT, type Share } from '../../../src/domain/planning/allocation';
import { showPercent } from '../../../src/domain/ranking/show-number';

interface ShareBarsProps {
  readonly label: string;
  readonly shares: readonly Share[];
  readonly nameOf: (id: string) => string;
  readonly locale: string;
}

const STATES = ['planned', 'started', 'done'] as const;
const STATE_WORDS = { planned: 'planned', started: 'started', done: 'done' } as const;

/** Shares of the work on one scale from 0 to 100 %, each state a line, the target a mark across them; a table holds the same. */
export function ShareBars({ label, shares, nameOf, locale }: ShareBarsProps) {
  const words = (percent: number | undefined): string => (percent === undefined ? 'no work' : showPercent(Math.round(percent), locale));
  const hasTargets = shares.some(({ target }) => target !== undefined);
  return (
    <>
      <ul className="gr-st-shares" aria-label={label}>
        {shares.map((share) => (
          <li key={share.id}>
            <span className="gr-st-name">{nameOf(share.id)}{isOff(share) && <span className="gr-st-off">off its target</span>}</span>
            <div className="gr-st-bars">
              {STATES.map((state) => (
                <div className="gr-st-line" key={state}>
                  <span>{STATE_WORDS[state]}</span>
                  <span className="gr-st-track" aria-hidden="true">
                    <span className={`gr-st-fill gr-st-fill--${state}`} style={{ width: `${(share[state] ?? 0).toFixed(2)}%` }} />
                    {share.target !== undefined && <span className="gr-st-target" style={{ left: `${share.target.toFixed(2)}%` }} />}
                  </span>
                  <span>{words(share[state])}</span>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {hasTargets && <p className="gw-quiet gw-small">The upright mark is the target.</p>}
      <details>
        <summary className="gw-focus">These numbers as a table</summary>
        <div className="gr-scroll-x">
          <table className="gr-plain-table">
            <thead><tr><th scope="col">{label}</th><th scope="col">Planned</th><th scope="col">Started</th><th scope="col">Done</th>{hasTargets && <th scope="col">Target</th>}</tr></thead>
            <tbody>
              {shares.map((share) => (
                <tr key={share.id}><th scope="row">{nameOf(share.id)}</th><td>{words(share.planned)}</td><td>{words(share.started)}</td><td>{words(share.done)}</td>{hasTargets && <td>{share.target === undefined ? 'none' : words(share.target)}</td>}</tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function isOff({ drift }: Share): boolean {
  return drift !== undefined && Math.abs(drift) >= DRIFT_TO_POINT_OUT;
}
