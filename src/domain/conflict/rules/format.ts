/** FORMAT_CLASH: formats known to exclude each other. What is not known is said, not guessed. */

import { listWords } from './amount-words';
import { choiceRule } from './choice';
import type { Rule } from './rule';

/** Formats of JSON Schema of which no text satisfies two, as far as their grammars tell; those of one family may overlap. */
const FAMILIES: Readonly<Record<string, string>> = {
  date: 'date', 'date-time': 'date-time', time: 'time', duration: 'duration', email: 'email', 'idn-email': 'email',
  ipv4: 'ipv4', ipv6: 'ipv6', uuid: 'uuid', uri: 'uri', iri: 'uri',
};
/** Of these grammars nothing is excluded that we could prove: almost any word is one. */
const WIDE = new Set(['hostname', 'idn-hostname', 'uri-reference', 'iri-reference', 'uri-template', 'regex', 'json-pointer', 'relative-json-pointer', 'password', 'byte', 'binary']);
/** `1.2.3.4` is an IPv4 address only; a URI needs a scheme and a colon, which `::1`, `12:30:00Z` and `a:b@c` come close to. */
const MAY_OVERLAP = new Set(['email|uri', 'uri|email']);

const known = choiceRule({
  code: 'FORMAT_CLASH', facet: 'format', nothing: 'No text satisfies',
  choice, words: (claim) => `the format ${claim.is?.trim() ?? 'of any text'}`, excludes,
});

export const formatRule: Rule = {
  ...known,
  doubts: (claims) => {
    const formats = [...new Set(claims.map(choice).filter((name) => name !== undefined))].sort();
    const unsure = formats.filter((a) => formats.some((b) => a !== b && !sameFamily(a, b) && !excludes(a, b)));
    if (unsure.length === 0) return [];
    return [{ code: 'NOT_CHECKED', claims, detail: `whether one text can have the formats ${listWords(unsure)}` }];
  },
};

function choice(claim: { readonly is?: string }): string | undefined {
  return claim.is?.trim().toLowerCase();
}

function excludes(a: string, b: string): boolean {
  const one = FAMILIES[a];
  const other = FAMILIES[b];
  if (one === undefined || other === undefined || WIDE.has(a) || WIDE.has(b)) return false;
  return one !== other && !MAY_OVERLAP.has(`${one}|${other}`);
}

function sameFamily(a: string, b: string): boolean {
  return FAMILIES[a] !== undefined && FAMILIES[a] === FAMILIES[b];
}
