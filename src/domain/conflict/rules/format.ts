/** FORMAT_CLASH: formats known to exclude each other. What is not known is said, not guessed. */

import { listWords } from './amount-words';
import { choiceRule } from './choice';
import type { Rule } from './rule';

/**
 * Formats of JSON Schema of which no text satisfies two, as far as their grammars tell; those of one family may overlap. Each with
 * a pattern that all its texts match, and perhaps others, too: what clashes with the pattern clashes with the format.
 */
const FAMILIES: Readonly<Record<string, { readonly family: string; readonly like: string }>> = {
  date: { family: 'date', like: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  'date-time': { family: 'date-time', like: '^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt\\s].{8}' },
  time: { family: 'time', like: '^[0-9]{2}:[0-9]{2}:[0-9]{2}' },
  duration: { family: 'duration', like: '^P[0-9]|^PT[0-9]' },
  email: { family: 'email', like: '^.+@.+$' }, 'idn-email': { family: 'email', like: '^.+@.+$' },
  ipv4: { family: 'ipv4', like: '^[0-9.]{7,15}$' }, ipv6: { family: 'ipv6', like: '^[0-9A-Fa-f:.]{2,45}$' },
  uuid: { family: 'uuid', like: '^(?:[Uu][Rr][Nn]:[Uu][Uu][Ii][Dd]:)?[0-9A-Fa-f-]{36}$' },
  uri: { family: 'uri', like: '^[A-Za-z][A-Za-z0-9+.-]*:' }, iri: { family: 'uri', like: '^[A-Za-z][A-Za-z0-9+.-]*:' },
};
/** Formats that texts have but whose grammar excludes nothing we could prove: almost any word is one. */
const WIDE = new Set(['hostname', 'idn-hostname', 'uri-reference', 'iri-reference', 'uri-template', 'regex', 'json-pointer', 'relative-json-pointer', 'password', 'byte', 'binary']);
/** `fe80::1`, `a:b@c` and `urn:uuid:…` are URIs, too: they have a word and a colon in front. */
const MAY_BE_URI = new Set(['email', 'ipv6', 'uuid']);

/** A pattern that every text of the format matches; undefined where the grammar is too wide to say, or not known. */
export function patternLike(format: string | undefined): string | undefined {
  const name = choice(format === undefined ? {} : { is: format });
  return name !== undefined && Object.hasOwn(FAMILIES, name) ? FAMILIES[name]?.like : undefined;
}

/** Whether the format is one of texts; `int32` and the like are formats of numbers, and of others nobody knows. */
export function isOfTexts(format: string | undefined): boolean {
  const name = choice(format === undefined ? {} : { is: format }) ?? '';
  return Object.hasOwn(FAMILIES, name) || WIDE.has(name);
}

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

function familyOf(name: string): string | undefined {
  return Object.hasOwn(FAMILIES, name) ? FAMILIES[name]?.family : undefined;
}

function excludes(a: string, b: string): boolean {
  const [one, other] = [familyOf(a), familyOf(b)];
  if (one === undefined || other === undefined || one === other) return false;
  return !(one === 'uri' && MAY_BE_URI.has(other)) && !(other === 'uri' && MAY_BE_URI.has(one));
}

function sameFamily(a: string, b: string): boolean {
  return familyOf(a) !== undefined && familyOf(a) === familyOf(b);
}
