/** Synthetic claims for the benchmark: seeded, with every facet, conditions, units and some clashes, as a busy project has them. */

import type { Claim } from '../src/domain/conflict/claim';
import { LEVELS, type Facet } from '../src/domain/context/product-context';

/** Deterministic numbers from 0 up to (not including) 1: the linear congruential generator of Numerical Recipes. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Facets that one kind of element has: a list, a number, a choice, a service, a person's data, a text. */
const KINDS: readonly (readonly Facet[])[] = [
  ['presence', 'count', 'unique'], ['range', 'type', 'presence', 'step'], ['values', 'presence', 'owner', 'mutability'],
  ['latency', 'freshness', 'owner'], ['retention', 'access', 'presence', 'lifecycle'], ['length', 'presence', 'access', 'format', 'pattern'],
];
const JOURNEYS = ['checkout', 'deals', 'account', 'returns'];
const VALUES = ['card', 'invoice', 'wallet', 'transfer', 'voucher', 'cash'];
/** What is asked of an entity as a whole; with ten claims on each, two are budgets. */
const OF_WHOLE: readonly Facet[] = ['retention', 'access', 'lifecycle', 'owner', 'budget'];
/** Elements of an entity: its fields, and the entity itself. */
const OF_ENTITY = 20;
/** One claim on an entity in so many is a shape: alternatives are pasted, not typed. */
const SHAPES = 200;

/** `count` claims on `elements` elements by `teams` teams, with every facet and level; about `clashing` of the elements (0..1) hold a contradiction. */
export function makeClaims(count: number, elements: number, teams: number, clashing: number): Claim[] {
  const random = seeded(42);
  const claims: Claim[] = [];
  for (let at = 0; at < count; at++) {
    const element = at % elements;
    const isEntity = element % OF_ENTITY === OF_ENTITY - 1;
    const kind = isEntity ? OF_WHOLE : KINDS[element % KINDS.length] ?? [];
    const some = random();
    const facet = isEntity && some < 1 / SHAPES ? 'shape' : kind[Math.floor(some * kind.length)] ?? 'count';
    const wild = element < elements * clashing;
    const team = Math.floor(random() * teams);
    const entity = `Entity${String(Math.floor(element / OF_ENTITY))}`;
    const base = {
      id: `c${String(at)}`, model: 'shop', element: isEntity ? entity : `${entity}.field${String(element)}`, facet,
      ...levelOf(random()), team: `team-${String(team)}`, grade: 'bronze' as const, status: 'proposed' as const,
      ticket: { id: 10_000 + Math.floor(at / 3), key: `T${String(team)}-${String(Math.floor(at / 3))}` },
      ...(random() < 0.3 ? { when: { journey: [JOURNEYS[Math.floor(random() * 4)] ?? 'deals'] } } : {}),
    };
    claims.push({ ...base, ...contentOf(facet, wild, random) });
  }
  return claims;
}

/** One claim in ten is law or contract. */
function levelOf(some: number): Pick<Claim, 'level' | 'authority'> {
  if (some < 0.1) return { level: 'limit', authority: 'GDPR' };
  return { level: LEVELS[1 + Math.floor(((some - 0.1) / 0.9) * 3)] ?? 'goal' };
}

function contentOf(facet: Facet, wild: boolean, random: () => number): Partial<Claim> {
  const small = Math.floor(random() * 5);
  const lower = random() < 0.5;
  const other = wild && random() < 0.2;
  switch (facet) {
    case 'presence': return { is: other ? 'forbidden' : 'required' };
    case 'type': return { is: other ? 'string' : 'integer' };
    case 'unique': return { unique: !other };
    case 'owner': return { is: other ? 'crm' : 'buyer-platform' };
    case 'mutability': return { is: other ? 'unchanged' : 'changeable' };
    case 'lifecycle': return lower ? { is: 'used', until: `2026-0${String(small + 1)}-15` } : { is: 'retired', until: wild ? '2026-03-01' : '2027-01-31' };
    case 'values': return { oneOf: wild ? [VALUES[small] ?? 'card', VALUES[(small + 1) % 6] ?? 'card'] : ['card', ...VALUES.slice(small)] };
    case 'access': return lower ? { mustRead: [`audience-${String(small)}`] } : { mustNotRead: [`audience-${String(wild ? small : small + 10)}`] };
    case 'latency': return lower ? { max: 200 + small * (wild ? 10 : 100), unit: 'ms' } : { min: wild ? 0.24 : 0.05, unit: 's' };
    case 'retention': return lower ? { min: 30 + small, unit: 'days' } : { max: wild ? 0.085 : 2, unit: 'years' };
    case 'step': return { step: lower ? 1 : other ? 9 : 0.5 };
    case 'format': return { is: other ? 'uuid' : 'email' };
    case 'pattern': return { pattern: other ? '^[0-9]+$' : '@' };
    case 'length': return lower ? { min: small } : { max: wild ? 2 + small : 60 + small };
    case 'range': return lower ? { min: small } : { max: wild ? 2 + small : 50 + small };
    case 'budget': return lower ? { max: wild ? 3 + small : OF_ENTITY + small } : { is: 'latency', max: wild ? 0.1 : 2 + small, unit: 's' };
    case 'shape': return { schema: JSON.stringify({ anyOf: VALUES.slice(0, 2 + small).map((name) => ({ required: [name] })) }) };
    default: return lower ? { min: small } : { max: wild ? 2 + small : 5 + small };
  }
}

/** Claims that JSON Schema has keywords for: one kind of element, one facet. In three elements of ten claims contradict with this chance. */
export function makeSchemaClaims(count: number, elements: number, chance: number): Claim[] {
  const random = seeded(7);
  const facets: readonly Facet[] = ['count', 'range', 'length', 'values', 'type'];
  return Array.from({ length: count }, (_, at): Claim => {
    const element = at % elements;
    const facet = facets[element % facets.length] ?? 'count';
    const wild = element % 10 < 1 || element % 10 === 3 || element % 10 === 9 ? random() < chance : false;
    return {
      id: 'c1', model: 'shop', element: `Entity${String(element % 50)}.field${String(element)}`, facet, level: 'must', team: `team-${String((Math.floor(at / elements) * 5 + (element % 5)) % 50)}`, grade: 'bronze', status: 'proposed',
      ticket: { id: at + 1, key: `T-${String(at + 1)}` }, ...schemaContent(facet, wild, random),
    };
  });
}

function schemaContent(facet: Facet, wild: boolean, random: () => number): Partial<Claim> {
  const small = Math.floor(random() * 5);
  if (facet === 'values') return { oneOf: wild ? ['cash'] : ['card', ...VALUES.slice(1, 2 + small)] };
  if (facet === 'type') return { is: wild ? 'string' : 'integer' };
  return random() < 0.5 ? { min: wild ? 30 : small } : { max: wild ? -1 : 10 + small };
}
