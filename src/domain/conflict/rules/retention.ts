/** RETENTION_CLASH: `min` keeps at least so long, `max` deletes within. */

import { amountWords, boundWords } from './amount-words';
import { boundedRule } from './bounded-rule';
import { boundsOf } from './bounds';

export const retentionRule = boundedRule({
  code: 'RETENTION_CLASH', facet: 'retention', nothing: 'No time of keeping satisfies',
  words: (claim) => boundWords(claim, 'keeping it for at least', 'deleting it within'), bounds: boundsOf, amount: amountWords,
});
