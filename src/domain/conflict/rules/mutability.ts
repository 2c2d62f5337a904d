/** MUTABILITY_CLASH: whether, and how, a value may change after it was written. */

import { choiceRule } from './choice';

export const mutabilityRule = choiceRule({
  code: 'MUTABILITY_CLASH', facet: 'mutability', nothing: 'No rule about changing it satisfies',
  choice: (claim) => claim.is?.trim().toLowerCase(),
  words: (claim) => `it to be ${claim.is?.trim() ?? 'unchanged'}`,
});
