/** MUTABILITY_CLASH: whether, and how, a value may change after it was written. */

import { choiceRule } from './choice';

/** What can be changed and erased can be changed: whoever asks for the one gets it from the other. */
const WEAKER: Readonly<Record<string, string>> = { changeable: 'erasable' };

export const mutabilityRule = choiceRule({
  code: 'MUTABILITY_CLASH', facet: 'mutability', nothing: 'No rule about changing it satisfies',
  choice: (claim) => claim.is?.trim().toLowerCase(),
  words: (claim) => `it to be ${claim.is?.trim() ?? 'unchanged'}`,
  excludes: (a, b) => WEAKER[a] !== b && WEAKER[b] !== a,
});
