/** ACCESS_CLASH: somebody must read what the same somebody must not read. */

import { listWords } from './amount-words';
import type { Claim } from '../claim';
import type { Rule } from './rule';

export const accessRule: Rule = {
  code: 'ACCESS_CLASH', facet: 'access', nothing: 'No rule about reading satisfies',
  ask: (claim) => `${audiences(claim.mustRead).join('\n')}\n!\n${audiences(claim.mustNotRead).join('\n')}`,
  words,
  clashes,
  coreWith: (claim, others) => {
    if (opposed(claim, claim)) return [claim];
    const other = others.find((candidate) => !opposed(candidate, candidate) && (opposed(claim, candidate) || opposed(candidate, claim)));
    return other === undefined ? undefined : [claim, other];
  },
  instead: (claim, others) => {
    const refused = new Set(others.flatMap((other) => audiences(other.mustNotRead)));
    const reading = audiences(claim.mustRead).filter((audience) => refused.has(audience));
    if (reading.length > 0) return { to: `no longer asks that ${listWords(asTyped(reading, claim.mustRead))} can read it`, change: 1, becomes: { ...claim, mustRead: without(claim.mustRead, refused) } };
    const readers = new Set(others.flatMap((other) => audiences(other.mustRead)));
    const refusing = audiences(claim.mustNotRead).filter((audience) => readers.has(audience));
    return refusing.length === 0 ? undefined : { to: `lets ${listWords(asTyped(refusing, claim.mustNotRead))} read it`, change: 1, becomes: { ...claim, mustNotRead: without(claim.mustNotRead, readers) } };
  },
};

function clashes(claims: readonly Claim[]): boolean {
  const readers = new Set<string>();
  for (const { mustRead } of claims) if (mustRead !== undefined) for (const name of mustRead) readers.add(spelled(name));
  if (readers.size === 0) return false;
  for (const { mustNotRead } of claims) if (mustNotRead?.some((name) => readers.has(spelled(name))) === true) return true;
  return false;
}

function without(names: readonly string[] | undefined, gone: ReadonlySet<string>): readonly string[] {
  return (names ?? []).filter((name) => !gone.has(spelled(name)));
}

function spelled(name: string): string {
  return name.trim().toLowerCase();
}

function audiences(names: readonly string[] | undefined): readonly string[] {
  return names === undefined ? [] : [...new Set(names.map(spelled))].sort();
}

/** The audiences, compared in one spelling, as the claim spells them. */
function asTyped(some: readonly string[], typed: readonly string[] | undefined): readonly string[] {
  return some.map((audience) => typed?.find((name) => name.trim().toLowerCase() === audience)?.trim() ?? audience);
}

function opposed(reader: Claim, guard: Claim): boolean {
  const refused = audiences(guard.mustNotRead);
  return audiences(reader.mustRead).some((audience) => refused.includes(audience));
}

function words(claim: Claim): string {
  const may = (claim.mustRead ?? []).length > 0 ? [`access for ${listWords(claim.mustRead ?? [])}`] : [];
  const mayNot = (claim.mustNotRead ?? []).length > 0 ? [`no access for ${listWords(claim.mustNotRead ?? [])}`] : [];
  return [...may, ...mayNot].join(' and ') || 'no rule about access';
}
