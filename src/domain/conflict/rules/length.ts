/** LENGTH_DISJOINT: how long a text is, in characters. */

import { amountWords, boundWords } from './amount-words';
import { boundedRule } from './bounded-rule';
import { boundsOf } from './bounds';

export const lengthRule = boundedRule({
  code: 'LENGTH_DISJOINT', facet: 'length', nothing: 'No length satisfies',
  words: (claim) => boundWords(claim), bounds: boundsOf, amount: amountWords,
});
