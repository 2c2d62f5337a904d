/** Saying where a requirement applies: what ends a clash through a dimension that nobody answered. */

import type { ClaimContent, ContextContent } from '../context/product-context';
import { joinWords } from '../context/join-words';

/** Where the requirement applies: at these values of the dimension, or everywhere for certain. */
export type SilenceAnswer = readonly string[] | 'everywhere';

/** The content with the answer on that requirement; undefined when it is not there any more, or was answered meanwhile. */
export function answerSilence(content: ContextContent, claimId: string, dimension: string, answer: SilenceAnswer): ContextContent | undefined {
  const claim = content.claims?.find(({ id }) => id === claimId);
  if (claim === undefined || (claim.when?.[dimension] ?? []).length > 0 || claim.everywhere?.includes(dimension) === true) return undefined;
  return { ...content, claims: (content.claims ?? []).map((one) => (one === claim ? answered(one, dimension, answer) : one)) };
}

function answered(claim: ClaimContent, dimension: string, answer: SilenceAnswer): ClaimContent {
  if (answer !== 'everywhere') return { ...claim, when: { ...claim.when, [dimension]: answer } };
  return { ...claim, everywhere: [...(claim.everywhere ?? []), dimension] };
}

/** "Only when market is US or UK", "Everywhere, whatever the market": what a button says and what was answered. */
export function answerWords(dimension: string, answer: SilenceAnswer): string {
  return answer === 'everywhere' ? `Everywhere, whatever the ${dimension}` : `Only when ${dimension} is ${joinWords(answer, 'or')}`;
}
