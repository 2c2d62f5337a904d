/** Saying where a requirement applies: what ends a clash through a dimension that nobody answered. */

import type { ClaimContent, ContextContent } from '../context/product-context';
import { joinWords } from '../context/join-words';

/** Where the requirement applies: at these values of the dimension, or everywhere for certain. */
export type SilenceAnswer = readonly string[] | 'everywhere';

/** The content with the answer on these requirements; undefined when one is not there any more, or was answered meanwhile. */
export function answerSilence(content: ContextContent, claimIds: readonly string[], dimension: string, answer: SilenceAnswer): ContextContent | undefined {
  const { claims = [] } = content;
  const silent = new Set(claimIds.flatMap((id) => claims.find((claim) => claim.id === id && isSilent(claim, dimension)) ?? []));
  if (silent.size < new Set(claimIds).size) return undefined;
  return { ...content, claims: claims.map((claim) => (silent.has(claim) ? answered(claim, dimension, answer) : claim)) };
}

function isSilent({ when, everywhere }: ClaimContent, dimension: string): boolean {
  return (when?.[dimension] ?? []).length === 0 && everywhere?.includes(dimension) !== true;
}

function answered(claim: ClaimContent, dimension: string, answer: SilenceAnswer): ClaimContent {
  if (answer !== 'everywhere') return { ...claim, when: { ...claim.when, [dimension]: answer } };
  return { ...claim, everywhere: [...(claim.everywhere ?? []), dimension] };
}

/** "Only when market is US or UK", "Everywhere, whatever the market": what a button says and what was answered. */
export function answerWords(dimension: string, answer: SilenceAnswer): string {
  return answer === 'everywhere' ? `Everywhere, whatever the ${dimension}` : `Only when ${dimension} is ${joinWords(answer, 'or')}`;
}
