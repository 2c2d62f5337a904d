/** UNIQUE_CLASH: no duplicates against duplicates possible. */

import { choiceRule } from './choice';

export const uniqueRule = choiceRule({
  code: 'UNIQUE_CLASH', facet: 'unique', nothing: 'No list satisfies',
  choice: (claim) => (claim.unique === undefined ? undefined : String(claim.unique)),
  words: (claim) => (claim.unique === true ? 'no duplicates' : 'duplicates to be possible'),
  state: (claim) => (claim.unique === true ? 'no duplicates' : 'duplicates'),
});
