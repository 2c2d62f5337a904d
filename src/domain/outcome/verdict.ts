/** What was delivered, against what was promised. Rules: OC1 to OC4. */

import type { ContextContent, DeliveredLevel, Threshold } from '../context/product-context';

export const VERDICTS = ['missed', 'tolerable', 'goal', 'stretch'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The verdict on one delivered level; undefined where the threshold lacks direction or goal. */
export function verdictOn(threshold: Threshold, level: number): Verdict | undefined {
  const { better, goal, tolerable, stretch } = threshold;
  if (better === undefined || goal === undefined) return undefined;
  const reaches = (wanted: number) => (better === 'lower' ? level <= wanted : level >= wanted);
  if (stretch !== undefined && reaches(stretch)) return 'stretch';
  if (reaches(goal)) return 'goal';
  return tolerable !== undefined && reaches(tolerable) ? 'tolerable' : 'missed';
}

export interface ThresholdVerdict {
  readonly threshold: Threshold;
  readonly delivered: DeliveredLevel & { readonly level: number };
  readonly verdict: Verdict;
}

/** Every threshold with a delivered level and a verdict, in the order of the thresholds. */
export function verdictsOf({ thresholds = [], outcome }: ContextContent): ThresholdVerdict[] {
  return thresholds.flatMap((threshold) => {
    const delivered = outcome?.levels?.find(({ threshold: id, level }) => id === threshold.id && level !== undefined);
    if (delivered?.level === undefined) return [];
    const verdict = verdictOn(threshold, delivered.level);
    return verdict === undefined ? [] : [{ threshold, delivered: { ...delivered, level: delivered.level }, verdict }];
  });
}

/** The ticket is as good as its worst threshold; undefined before every threshold is measured. */
export function overallVerdict(content: ContextContent): Verdict | undefined {
  const verdicts = verdictsOf(content);
  if (verdicts.length === 0 || verdicts.length < (content.thresholds?.length ?? 0)) return undefined;
  return VERDICTS.find((candidate) => verdicts.some(({ verdict }) => verdict === candidate));
}
