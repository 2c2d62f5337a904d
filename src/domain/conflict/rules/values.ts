/** NO_COMMON_VALUE: lists of allowed and of excluded values; three lists can clash though every two agree. */

import { canonicalJson } from '../canonical-json';
import type { Claim } from '../claim';
import { listWords } from './amount-words';
import type { Rule } from './rule';
import { commonMembers, coreOfSets, readOnce } from './sets';

export const valuesRule: Rule = {
  code: 'NO_COMMON_VALUE', facet: 'values', nothing: 'No value satisfies',
  ask: (claim) => `${tokens(claim, claim.oneOf)?.sort().join('\n') ?? '*'}\n!\n${tokens(claim, claim.noneOf)?.sort().join('\n') ?? ''}`,
  asksSame, words, clashes,
  coreWith: (claim, others) => coreOfSets(claim, others, { allowed, empty: EMPTY }),
  instead: (claim, others) => {
    const member = [...(commonMembers(others.map(allowed)) ?? [])].sort()[0];
    if (member === undefined) return undefined;
    const isMissing = allowed(claim).allow?.has(member) === false;
    return { to: `${isMissing ? 'also allows' : 'no longer excludes'} ${shown(member)}`, change: 1, becomes: withMember(claim, member) };
  },
  common: (claims) => {
    const common = commonMembers(claims.map(allowed));
    return common === undefined ? undefined : listWords([...new Set([...common].map(shown))].sort(), 8, 'or');
  },
};

function asksSame(a: Claim, b: Claim): boolean {
  if (a.json === b.json && (a.oneOf?.length !== b.oneOf?.length || (a.noneOf?.length ?? 0) !== (b.noneOf?.length ?? 0))) return false;
  return sameList(a.oneOf, b.oneOf) && sameList(a.noneOf, b.noneOf) && a.json === b.json ? true : valuesRule.ask(a) === valuesRule.ask(b);
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((item, at) => item === b[at]));
}

/** Also where only null, [] or {} is left although somebody lists more: nothing useful satisfies all. */
function clashes(claims: readonly Claim[]): boolean {
  if (shareText(claims)) return false;
  const common = commonMembers(claims.map(allowed));
  if (common === undefined || common.size > EMPTY.size) return false;
  if (common.size === 0) return true;
  return [...common].every((token) => EMPTY.has(token)) && claims.some((claim) => [...(allowed(claim).allow ?? [])].some((token) => !EMPTY.has(token)));
}

/** The usual case, without building sets: plain lists that share a text, and nothing excluded. */
function shareText(claims: readonly Claim[]): boolean {
  const [first, ...others] = claims;
  if (first?.oneOf === undefined || claims.some((claim) => claim.json === true || claim.noneOf !== undefined)) return false;
  return first.oneOf.some((text) => others.every((claim) => claim.oneOf?.includes(text) ?? true));
}

/** The values of the claims that all allow; undefined where nobody lists any. */
export function commonValues(claims: readonly Claim[]): readonly ValueToken[] | undefined {
  const common = commonMembers(claims.map(allowed));
  return common === undefined ? undefined : [...common].map(readToken);
}

/** A value as the checker compares it. */
export type ValueToken = { readonly text: string } | { readonly json: unknown };

function readToken(token: string): ValueToken {
  return token.startsWith('j:') ? { json: JSON.parse(token.slice(2)) as unknown } : { text: token.slice(2) };
}

const EMPTY: ReadonlySet<string> = new Set(['j:null', 'j:[]', 'j:{}']);

const allowed = readOnce((claim) => {
  const allow = tokens(claim, claim.oneOf);
  const deny = tokens(claim, claim.noneOf);
  return { ...(allow === undefined ? {} : { allow: new Set(allow) }), ...(deny === undefined ? {} : { deny: new Set(deny) }) };
});

/** Plain text does not tell 1 from "1", so it stands for both; JSON text says which. */
function tokens(claim: Claim, values: readonly string[] | undefined): string[] | undefined {
  if (values === undefined) return undefined;
  return claim.json === true ? values.map(jsonToken) : values.flatMap(plainTokens);
}

function jsonToken(value: string): string {
  try {
    const parsed = JSON.parse(value) as unknown;
    return typeof parsed === 'string' ? `s:${parsed}` : `j:${canonicalJson(parsed)}`;
  } catch {
    return `s:${value}`;
  }
}

const NUMBER_OR_TRUTH = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function plainTokens(value: string): readonly string[] {
  const text = value.trim();
  return NUMBER_OR_TRUTH.test(text) ? [`s:${text}`, jsonToken(text)] : [`s:${text}`];
}

/** The claim with one more value that it allows. */
function withMember(claim: Claim, token: string): Claim {
  const text = claim.json === true && token.startsWith('s:') ? JSON.stringify(token.slice(2)) : token.slice(2);
  const { oneOf, noneOf } = claim;
  return {
    ...claim,
    ...(oneOf === undefined || allowed(claim).allow?.has(token) === true ? {} : { oneOf: [...oneOf, text] }),
    ...(noneOf === undefined ? {} : { noneOf: noneOf.filter((value) => tokens(claim, [value])?.includes(token) !== true) }),
  };
}

function shown(token: string): string {
  return token.slice(2) === '' ? '""' : token.slice(2);
}

function words(claim: Claim): string {
  const some = claim.oneOf === undefined ? [] : [`one of ${listWords(claim.oneOf, 8, 'or')}`];
  const none = claim.noneOf === undefined || claim.noneOf.length === 0 ? [] : [`none of ${listWords(claim.noneOf, 8, 'or')}`];
  return claim.oneOf?.length === 1 && none.length === 0 ? `the value ${claim.oneOf[0] ?? ''}` : [...some, ...none].join(' and ') || 'any value';
}
