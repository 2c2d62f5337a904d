/** COUNT_CLASH: how many items a list has. */

import { amountWords, boundWords } from './amount-words';
import { boundedRule } from './bounded-rule';
import { boundsOf } from './bounds';

export const countRule = boundedRule({
  code: 'COUNT_CLASH', facet: 'count', nothing: 'No count satisfies',
  words: (claim) => boundWords(claim), bounds: boundsOf, amount: amountWords,
});
