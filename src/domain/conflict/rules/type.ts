/**
 * TYPE_CLASH: types have nothing in common. `integer` is a part of `number`; common spellings of databases and languages are
 * read as JSON's types; any other name is a type of its own. Where only null is left although somebody wants more, that is a
 * clash, too: nothing useful satisfies all.
 */

import type { Claim } from '../claim';
import { listWords } from './amount-words';
import type { Rule } from './rule';
import { commonMembers, coreOfSets } from './sets';

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  number: ['integer', 'fraction'], integer: ['integer'],
  int: ['integer'], int32: ['integer'], int64: ['integer'], bigint: ['integer'], smallint: ['integer'], long: ['integer'], short: ['integer'],
  decimal: ['integer', 'fraction'], numeric: ['integer', 'fraction'], float: ['integer', 'fraction'], double: ['integer', 'fraction'], real: ['integer', 'fraction'],
  string: ['string'], text: ['string'], varchar: ['string'], char: ['string'],
  boolean: ['boolean'], bool: ['boolean'], object: ['object'], record: ['object'], struct: ['object'], array: ['array'], list: ['array'], null: ['null'],
};

export const typeRule: Rule = {
  code: 'TYPE_CLASH', facet: 'type', nothing: 'No type satisfies',
  ask,
  asksSame: (a, b) => (a.is === b.is && a.oneOf === b.oneOf) || ask(a) === ask(b),
  words: (claim) => `the type ${listWords(typeNames(claim), 8, 'or')}`,
  clashes,
  coreWith: (claim, others) => coreOfSets(claim, others, { allowed: (one) => ({ allow: typesOf(one) }), empty: NOTHING }),
  instead: (claim, others) => {
    const target = others.find((other) => clashes([claim, other])) ?? others[0];
    if (target === undefined) return undefined;
    return { from: listWords(typeNames(claim), 8, 'or'), to: listWords(typeNames(target), 8, 'or'), change: 1, becomes: { ...claim, oneOf: typeNames(target) } };
  },
  common: (claims) => {
    const common = commonTypes(claims);
    return common === undefined ? undefined : listWords(typeWords(common), 8, 'or');
  },
};

const NOTHING: ReadonlySet<string> = new Set(['null']);

/** The types all these claims allow (`number` as `integer` and `fraction`); undefined where no claim names a type. */
export function commonTypes(claims: readonly Claim[]): ReadonlySet<string> | undefined {
  const [first] = claims;
  if (first !== undefined && claims.every((claim) => claim.oneOf === first.oneOf && claim.is === first.is)) return typesOf(first);
  return commonMembers(claims.map((claim) => ({ allow: typesOf(claim) })));
}

function clashes(claims: readonly Claim[]): boolean {
  const [first] = claims;
  if (first?.oneOf === undefined && claims.every((claim) => claim.oneOf === undefined && claim.is === first?.is)) return false;
  const common = commonTypes(claims);
  if (common === undefined || common.size > 1 || (common.size === 1 && !common.has('null'))) return false;
  return common.size === 0 || claims.some((claim) => typesOf(claim).size > 1);
}

function ask(claim: Claim): string {
  return [...typesOf(claim)].sort().join('\n');
}

function typeNames(claim: Claim): readonly string[] {
  return claim.oneOf ?? (claim.is === undefined ? [] : [claim.is]);
}

const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(SPELLINGS).map(([name, types]) => [name, new Set(types)]));

function typesOf(claim: Claim): ReadonlySet<string> {
  const known = claim.oneOf === undefined && claim.is !== undefined ? KNOWN.get(claim.is) : undefined;
  if (known !== undefined) return known;
  return new Set(typeNames(claim).flatMap((name) => {
    const spelled = name.trim().toLowerCase();
    return Object.hasOwn(SPELLINGS, spelled) ? (SPELLINGS[spelled] ?? [spelled]) : [spelled];
  }));
}

function typeWords(types: ReadonlySet<string>): readonly string[] {
  const names = [...types].filter((name) => name !== 'fraction' && !(name === 'integer' && types.has('fraction')));
  return types.has('fraction') ? ['number', ...names] : names;
}
