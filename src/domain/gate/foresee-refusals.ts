import type { GatePolicy } from './gate-policy';
import { judgeTransition, type GatedTicket, type Verdict } from './judge-transition';

/** What a gate would do to these tickets if each were moved now. */
export interface Foresight<T extends GatedTicket> {
  readonly refused: readonly { readonly ticket: T; readonly words: string }[];
  readonly passing: Readonly<Record<Extract<Verdict, { passes: true }>['because'], number>>;
}

/** In the order of the tickets. */
export function foreseeRefusals<T extends GatedTicket>(policy: GatePolicy, tickets: readonly T[]): Foresight<T> {
  const refused: { readonly ticket: T; readonly words: string }[] = [];
  const passing = { complete: 0, 'other-type': 0, older: 0, bypassed: 0 };
  for (const ticket of tickets) {
    const verdict = judgeTransition(policy, ticket);
    if (verdict.passes) passing[verdict.because] += 1;
    else refused.push({ ticket, words: verdict.words });
  }
  return { refused, passing };
}
