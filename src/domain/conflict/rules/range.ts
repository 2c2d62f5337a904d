/** RANGE_DISJOINT: numeric bounds, open or closed. */

import { amountWords, boundWords } from './amount-words';
import { boundedRule } from './bounded-rule';
import { boundsOf } from './bounds';

export const rangeRule = boundedRule({
  code: 'RANGE_DISJOINT', facet: 'range', nothing: 'No number satisfies',
  words: (claim) => boundWords(claim), bounds: boundsOf, amount: amountWords,
});
