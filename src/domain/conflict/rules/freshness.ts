/** FRESHNESS_CLASH: how old the data may be, or has to be. */

import { amountWords, boundWords } from './amount-words';
import { boundedRule } from './bounded-rule';
import { boundsOf } from './bounds';

export const freshnessRule = boundedRule({
  code: 'FRESHNESS_CLASH', facet: 'freshness', nothing: 'No age of the data satisfies',
  words: (claim) => boundWords(claim, 'an age of at least', 'an age of at most'), bounds: boundsOf, amount: amountWords,
});
