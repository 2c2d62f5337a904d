/** Text that travels between the project settings and the rule: what a gate asks, as JSON. */

import * as z from 'zod';
import { gateConfigurationSchema } from '../../src/contract/gate-configuration';
import { criterionLabel, isCriterionCode } from '../../src/domain/context/criteria';
import type { WantedCriterion } from '../../src/domain/gate/gate-policy';
import type { GateDraft } from './gate-draft';

const summarySchema = z.object({ gate: z.string().min(1), name: z.string().optional(), criteria: z.array(z.string()).min(1) });

export type PastedGate =
  | { readonly ok: true; readonly changes: Partial<GateDraft> }
  | { readonly ok: false; readonly words: string };

/** Takes the text of the settings page (`{ gate, name, criteria }`) or a whole configuration of another rule. */
export function readPastedGate(text: string, current: readonly WantedCriterion[]): PastedGate {
  if (text.trim() === '') return { ok: false, words: 'Nothing was pasted. Copy the text of a gate on the Groundwork settings page of the project and paste it here.' };
  const value = parseJson(text);
  if (value === undefined) return { ok: false, words: 'This is not the text of a gate. Copy it once more on the Groundwork settings page of the project; it begins with { and ends with }.' };
  const configuration = gateConfigurationSchema.safeParse(value);
  if (configuration.success) return { ok: true, changes: configuration.data };
  const summary = summarySchema.safeParse(value);
  if (!summary.success) return { ok: false, words: 'This text does not say what a gate asks: "gate" and a list of "criteria" are missing. Copy it once more on the Groundwork settings page of the project.' };
  const { gate, name, criteria } = summary.data;
  const unknown = criteria.filter((code) => !isCriterionCode(code));
  if (unknown.length > 0) return { ok: false, words: `This Groundwork does not know ${unknown.join(', ')}. The text may come from a newer version.` };
  return { ok: true, changes: { gate, ...(name === undefined ? {} : { name }), criteria: [...new Set(criteria)].map((code) => withLabel(code, current)) } };
}

/** The text to paste into the project settings, so that the panel and the project page know what this gate asks. */
export function textForSettings(draft: GateDraft): string {
  return JSON.stringify({ gate: draft.gate.trim(), name: draft.name.trim() || draft.gate.trim(), criteria: draft.criteria.map(({ code }) => code) });
}

function withLabel(code: string, current: readonly WantedCriterion[]): WantedCriterion {
  const known = current.find((criterion) => criterion.code === code);
  return known ?? { code, label: criterionLabel(code) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
