/** What a gate would refuse today: the advisory stage before any rule stands in a workflow. */

import type { GateSummary, ProjectSettings } from '../context/settings';
import { codesOf } from '../gate/presets';
import type { Demand } from './demand';
import { GRADE_WORDS } from './demand-words';

export interface GateForecast {
  readonly gate: GateSummary;
  /** Open tickets of this project: the ones that its workflow holds. */
  readonly looksAt: number;
  readonly refused: readonly Demand[];
  /** Tickets that would be refused but for a recorded bypass of this gate. */
  readonly bypassed: number;
  /** How many refused tickets lack each criterion, the most frequent first. */
  readonly lacking: readonly { readonly code: string; readonly tickets: number }[];
}

/**
 * The gate looks at the record's own met criteria, so a ticket without a record of its own (none, or a copy) lacks them all.
 * Tickets elsewhere that ask this project pass through other workflows and are left out.
 */
export function forecastGate(demands: readonly Demand[], gate: GateSummary): GateForecast {
  const inside = demands.filter((demand) => !demand.outside);
  const lacks = new Map<string, number>();
  const refused: Demand[] = [];
  let bypassed = 0;
  for (const demand of inside) {
    const missing = demand.standing === 'own' ? gate.criteria.filter((code) => !demand.met.includes(code)) : gate.criteria;
    if (missing.length === 0) continue;
    if (demand.standing === 'own' && demand.bypass?.gate === gate.gate) {
      bypassed += 1;
      continue;
    }
    refused.push(demand);
    for (const code of missing) lacks.set(code, (lacks.get(code) ?? 0) + 1);
  }
  const lacking = [...lacks].map(([code, tickets]) => ({ code, tickets })).sort((a, b) => b.tickets - a.tickets || gate.criteria.indexOf(a.code) - gate.criteria.indexOf(b.code));
  return { gate, looksAt: inside.length, refused, bypassed, lacking };
}

/** The gates of the settings; before there are any, one for each grade, as advice. */
export function adviseGates(settings: Pick<ProjectSettings, 'gates'>): readonly GateSummary[] {
  if (settings.gates.length > 0) return settings.gates;
  return (['bronze', 'silver', 'gold'] as const).map((preset) => ({ gate: preset, name: GRADE_WORDS[preset], criteria: codesOf(preset) }));
}
