import { claimKey, type Claim } from '../../src/domain/conflict/claim';
import { detectConflicts, type DetectOptions } from '../../src/domain/conflict/detect-conflicts';
import { describeConflict } from '../../src/domain/conflict/describe-conflict';
import { describeNote } from '../../src/domain/conflict/describe-note';
import type { NoteCode } from '../../src/domain/conflict/codes';

const TEAMS: Readonly<Record<string, readonly [string, string, number]>> = {
  CART: ['cart', 'Shopping Cart', 1000], RECS: ['recs', 'Recommendations', 2000], MKT: ['mkt', 'Marketing', 3000],
  OSTAT: ['ostat', 'Order Status', 4000], LEGAL: ['legal', 'Legal Compliance', 5000], BUYER: ['buyer', 'Buyer Platform', 6000],
};

export const names = { team: (id: string) => Object.values(TEAMS).find(([team]) => team === id)?.[1] ?? id };

/** `CART-14 must`: the ticket's key and the level; the rest as a test needs it. */
export function aClaim(who: string, content: Partial<Claim> = {}): Claim {
  const [key = 'CART-1', level = 'must'] = who.split(' ');
  const [project = 'CART', number = '1'] = key.split('-');
  const [team, , base] = TEAMS[project] ?? [project.toLowerCase(), project, 9000];
  return {
    id: 'c1', model: 'buyer-profile', element: 'BuyerProfile.paymentMethods', facet: 'count', level: level as Claim['level'],
    ticket: { id: base + Number(number), key }, team, status: 'proposed', grade: 'bronze', ...content,
  };
}

export function conflictsOf(claims: readonly Claim[], options?: DetectOptions) {
  return detectConflicts(claims, options).conflicts;
}

export function sentences(claims: readonly Claim[], options?: DetectOptions): string[] {
  return conflictsOf(claims, options).map((conflict) => describeConflict(conflict, names));
}

export function noteSentences(claims: readonly Claim[], code: NoteCode, options?: DetectOptions): string[] {
  return detectConflicts(claims, options).notes.filter((note) => note.code === code).map((note) => describeNote(note, names));
}

/** `CART-14 yields, RECS-7 holds`: the roles in the first conflict; `!` marks tickets that it keeps from gold. */
export function roles(claims: readonly Claim[], options?: DetectOptions): string {
  const members = conflictsOf(claims, options)[0]?.sides.flatMap((side) => side.who) ?? [];
  return members.map((member) => `${member.ticket.key} ${member.role}${member.held ? '!' : ''}`).join(', ');
}

export { claimKey };
