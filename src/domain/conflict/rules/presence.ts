/** PRESENCE_CLASH: required, optional and forbidden exclude each other: each says what everybody has to live with. */

import type { Claim } from '../claim';
import { choiceRule } from './choice';

export const presenceRule = choiceRule({
  code: 'PRESENCE_CLASH', facet: 'presence', nothing: 'No rule about filling it in satisfies',
  choice: (claim) => claim.is,
  words: (claim) => `it to be ${state(claim)}`, state,
});

function state({ is }: Claim): string {
  return is === 'required' ? 'filled in' : is === 'forbidden' ? 'left out' : 'optional';
}
