/** Who yields in a core. */

import { levelRank, type Claim } from './claim';
import type { Role } from './conflict';

/** Claims of the lowest level yield and the others hold; all of one level: all contested. */
export function roleIn(core: readonly Claim[], claim: Claim): Role {
  const ranks = core.map(levelRank);
  if (ranks.every((rank) => rank === ranks[0])) return 'contested';
  return levelRank(claim) === Math.max(...ranks) ? 'yields' : 'holds';
}
