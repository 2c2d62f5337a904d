import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { ContextContent } from './product-context';

/**
 * Hash of what an acceptance covers: need, users, thresholds, value (without evidence notes and credibility), delay and
 * claims (without why). 32 hexadecimal digits: the first 128 bits of SHA-256, so that two contents do not meet by chance and
 * the record stays short. The same in a browser and in Node, and synchronous, which the browser's own crypto is not.
 *
 * Strings are trimmed and in Unicode's composed form, keys are sorted, lists that carry ids are in the order of their ids, and
 * plain lists are sets. An empty text, list or object counts as absent, so that clearing a field equals never having filled it.
 */
export function contentHash(content: ContextContent): string {
  const covered = {
    need: content.need, users: content.users, thresholds: content.thresholds, value: coveredValue(content), delay: content.delay,
    claims: content.claims?.map((claim) => ({ ...claim, why: undefined })),
  };
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical(covered)) ?? ''))).slice(0, 32);
}

function coveredValue({ value }: ContextContent): unknown {
  if (value === undefined) return undefined;
  return { ...value, credibility: undefined, evidence: value.evidence?.map(({ url }) => url) };
}

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim() || undefined;
  if (typeof value === 'number') return Object.is(value, -0) ? 0 : value;
  if (Array.isArray(value)) return canonicalList(value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, part]) => [key, canonical(part)] as const)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => compare(a, b));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function canonicalList(list: readonly unknown[]): unknown {
  const written = list.map(canonical).filter((part) => part !== undefined)
    .map((part) => ({ part, key: idOf(part), text: JSON.stringify(part) }));
  const sorted = written.sort((a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  const distinct = sorted.filter((entry, at) => entry.text !== sorted[at - 1]?.text);
  return distinct.length === 0 ? undefined : distinct.map((entry) => entry.part);
}

function idOf(part: unknown): string {
  return typeof part === 'object' && part !== null && 'id' in part ? String(part.id) : '';
}

/** By code unit, not by locale: the hash must not depend on whose browser computes it. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
