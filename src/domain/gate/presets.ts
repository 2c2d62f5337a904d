/** Ready-made sets of criteria for a gate. */

import { CRITERIA, CRITERION_CODES, criteriaOf, type CriterionCode, type CriterionGrade } from '../context/criteria';
import type { WantedCriterion } from './gate-policy';

export const GATE_PRESETS = ['bronze', 'silver', 'gold', 'outcome'] as const;
export type GatePreset = (typeof GATE_PRESETS)[number];

/** Grades are cumulative; `outcome` stands alone, for the way to Done. */
const GRADES_OF: Readonly<Record<GatePreset, readonly CriterionGrade[]>> = {
  bronze: ['bronze'], silver: ['bronze', 'silver'], gold: ['bronze', 'silver', 'gold'], outcome: ['closing'],
};

/** The codes of a preset, in the order of the register. A criterion that does not apply to a ticket counts as met there. */
export function codesOf(preset: GatePreset): readonly CriterionCode[] {
  return GRADES_OF[preset].flatMap((grade) => criteriaOf(grade));
}

/** The criteria of a preset with their usual words. */
export function criteriaOfPreset(preset: GatePreset): readonly WantedCriterion[] {
  return codesOf(preset).map((code) => ({ code, label: CRITERIA[code].label }));
}

/** Which preset wants exactly these codes, in any order; undefined for a set of one's own. Labels do not matter. */
export function presetOf(codes: readonly string[]): GatePreset | undefined {
  return GATE_PRESETS.find((preset) => sameCodes(codesOf(preset), codes));
}

/** The codes in the order of the register, each once; codes of other versions keep their place at the end. */
export function inRegisterOrder(criteria: readonly WantedCriterion[]): readonly WantedCriterion[] {
  const rank = (code: string) => {
    const at = CRITERION_CODES.findIndex((known) => known === code);
    return at === -1 ? CRITERION_CODES.length : at;
  };
  return [...criteria].sort((a, b) => rank(a.code) - rank(b.code));
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  const wanted = new Set(a);
  return wanted.size === new Set(b).size && b.every((code) => wanted.has(code));
}
