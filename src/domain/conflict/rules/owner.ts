/** TWO_OWNERS: an element has one system of record. */

import { choiceRule } from './choice';

export const ownerRule = choiceRule({
  code: 'TWO_OWNERS', facet: 'owner', nothing: 'No system of record satisfies',
  choice: (claim) => claim.is?.trim().toLowerCase(),
  words: (claim) => `${claim.is?.trim() ?? 'nobody'} as the system of record`,
});
