/** LATENCY_CLASH: how long an answer takes. */

import { amountWords, boundWords } from './amount-words';
import { boundedRule } from './bounded-rule';
import { boundsOf } from './bounds';

export const latencyRule = boundedRule({
  code: 'LATENCY_CLASH', facet: 'latency', nothing: 'No response time satisfies',
  words: (claim) => boundWords(claim), bounds: boundsOf, amount: amountWords,
});
