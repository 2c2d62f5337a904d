/** PRESENCE_CLASH: required, optional and forbidden exclude each other: each says what everybody has to live with. */

import { choiceRule } from './choice';

export const presenceRule = choiceRule({
  code: 'PRESENCE_CLASH', facet: 'presence', nothing: 'No rule about filling it in satisfies',
  choice: (claim) => claim.is,
  words: (claim) => (claim.is === 'required' ? 'it to be filled in' : claim.is === 'forbidden' ? 'it to be left out' : 'it to be optional'),
});
