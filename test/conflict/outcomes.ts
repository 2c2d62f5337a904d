/** Every rule's requirements with the outcomes they allow, written out: what the checker finds is compared with trying them all. */

import fc from 'fast-check';
import type { Claim } from '../../src/domain/conflict/claim';
import type { ConflictCode } from '../../src/domain/conflict/codes';

type Content = Partial<Claim>;

export interface Family {
  readonly name: string;
  readonly code: ConflictCode;
  readonly content: fc.Arbitrary<Content>;
  /** Whether some outcome keeps all of them. */
  readonly holds: (some: readonly Claim[]) => boolean;
  /** Whether a core is this rule's finding; others are found by rules of their own. */
  readonly proves?: (core: readonly Claim[]) => boolean;
}

function one(facet: Claim['facet'], key: keyof Claim, values: readonly unknown[]): fc.Arbitrary<Content> {
  return fc.constantFrom(...values).map((value): Content => ({ facet, [key]: value }));
}

function some(facet: Claim['facet'], key: keyof Claim, values: readonly string[], more: Content = {}): fc.Arbitrary<Content> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }).map((list): Content => ({ facet, ...more, [key]: list }));
}

const within = (value: number, { min = -Infinity, max = Infinity, exclusiveMin = false, exclusiveMax = false }: Content) =>
  (exclusiveMin ? value > min : value >= min) && (exclusiveMax ? value < max : value <= max);

const HALVES = Array.from({ length: 27 }, (_, at) => at / 2 - 2);
const bounds = (facet: Claim['facet'], code: ConflictCode): Family => ({
  name: facet, code,
  content: fc.record({ low: fc.boolean(), bound: fc.integer({ min: 1, max: 8 }), open: fc.boolean(), both: fc.boolean() })
    .map(({ low, bound, open, both }): Content => ({
      facet, ...(low || both ? { min: bound, exclusiveMin: open } : {}), ...(!low ? { max: bound + (both ? 1 : 0), exclusiveMax: open } : {}),
    })),
  holds: (claims) => HALVES.some((value) => claims.every((claim) => within(value, claim))),
});

const choice = (facet: Claim['facet'], code: ConflictCode, key: keyof Claim, values: readonly unknown[], agree: (a: unknown, b: unknown) => boolean = (a, b) => a === b): Family => ({
  name: facet, code, content: one(facet, key, values),
  holds: (claims) => claims.every((a) => claims.every((b) => agree(a[key], b[key]))),
});

const inSet = (value: unknown, { oneOf, noneOf, json }: Content) => {
  const text = json === true ? JSON.stringify(value) : String(value);
  return (oneOf?.includes(text) ?? true) && noneOf?.includes(text) !== true;
};

const TYPES = ['integer', 'string', 'boolean'];
const DAYS = ['2026-01-01', '2026-06-01', '2027-01-01', '2027-06-01'];
const READERS = ['a', 'b', 'c'];
const subsets = (names: readonly string[]) => names.reduce<string[][]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]]);

/** Texts of up to four letters: enough for the patterns and lengths below. */
const TEXTS = ['', '1', 'a', '11', '1a', 'a1', 'aa', '111', 'aaa', '1aa', '11a', 'a1a', 'aa1', '1111', 'aaaa', '1aaa', '111a', 'a111', 'red', '7', '77'];
const PATTERNS = ['^[0-9]+$', '^[a-z]+$', '^.{2}$', '^.{3}$', 'a$', '^1'];

/** What a value of one element can be: a number, a text, or a list. */
const VALUES: readonly unknown[] = [...Array.from({ length: 13 }, (_, at) => at), ...HALVES.filter((half) => half % 1 !== 0), ...TEXTS, []];

function keeps(value: unknown, claim: Claim): boolean {
  const text = String(value);
  switch (claim.facet) {
    case 'type': return claim.is === 'array' ? Array.isArray(value) : claim.is === 'string' ? typeof value === 'string' : Number.isInteger(value);
    case 'values': return (typeof value === 'string' || typeof value === 'number') && (claim.oneOf?.includes(text) ?? true);
    case 'range': return typeof value === 'number' && within(value, claim);
    case 'length': return typeof value === 'string' && within(value.length, claim);
    case 'pattern': return typeof value === 'string' && new RegExp(claim.pattern ?? '', 'u').test(value);
    default: return true;
  }
}

const FIELDS = ['E.a', 'E.b', 'E.c'];
const TAKEN = FIELDS.reduce<number[][]>((all) => all.flatMap((list) => [0, 2, 2.1, 4, 4.1, 8, 8.1].map((low) => [...list, low])), [[]]);

export const FAMILIES: readonly Family[] = [
  bounds('count', 'COUNT_CLASH'), bounds('range', 'RANGE_DISJOINT'), bounds('length', 'LENGTH_DISJOINT'), bounds('freshness', 'FRESHNESS_CLASH'),
  bounds('latency', 'LATENCY_CLASH'), bounds('retention', 'RETENTION_CLASH'),
  choice('presence', 'PRESENCE_CLASH', 'is', ['required', 'optional', 'forbidden']),
  choice('owner', 'TWO_OWNERS', 'is', ['a', 'b', 'c']),
  choice('unique', 'UNIQUE_CLASH', 'unique', [true, false]),
  choice('mutability', 'MUTABILITY_CLASH', 'is', ['unchanged', 'append-only', 'changeable', 'erasable'], (a, b) => a === b || [a, b].every((is) => is === 'changeable' || is === 'erasable')),
  choice('format', 'FORMAT_CLASH', 'is', ['date', 'email', 'hostname', 'uuid'], (a, b) => a === b || a === 'hostname' || b === 'hostname'),
  {
    // Where only null is left although somebody wants more, nothing useful is left.
    name: 'type', code: 'TYPE_CLASH', content: some('type', 'oneOf', [...TYPES, 'null']),
    holds: (claims) => TYPES.some((type) => claims.every(({ oneOf }) => oneOf?.includes(type))) || claims.every(({ oneOf }) => oneOf?.every((type) => type === 'null')),
  },
  {
    name: 'values', code: 'NO_COMMON_VALUE', content: fc.oneof(some('values', 'oneOf', ['a', 'b', 'c']), some('values', 'noneOf', ['a', 'b', 'c'])),
    holds: (claims) => ['a', 'b', 'c', 'other'].some((value) => claims.every((claim) => inSet(value, claim))),
  },
  {
    name: 'values with null', code: 'NO_COMMON_VALUE', content: some('values', 'oneOf', ['null', '[]', '"a"', '"b"', '1'], { json: true }),
    holds: (claims) => ['a', 'b', 1].some((value) => claims.every((claim) => inSet(value, claim)))
      || (claims.every(({ oneOf }) => oneOf?.every((text) => text === 'null' || text === '[]')) && [null, []].some((value) => claims.every((claim) => inSet(value, claim)))),
  },
  {
    name: 'access', code: 'ACCESS_CLASH', content: fc.oneof(some('access', 'mustRead', READERS), some('access', 'mustNotRead', READERS)),
    holds: (claims) => subsets(READERS).some((read) => claims.every(({ mustRead = [], mustNotRead = [] }) => mustRead.every((who) => read.includes(who)) && !mustNotRead.some((who) => read.includes(who)))),
  },
  {
    name: 'lifecycle', code: 'LIFECYCLE_CLASH',
    content: fc.record({ is: fc.constantFrom('used', 'retired'), until: fc.constantFrom(...DAYS) }).map((content): Content => ({ facet: 'lifecycle', ...content })),
    holds: (claims) => DAYS.some((day) => claims.every(({ is, until = '' }) => (is === 'used' ? day >= until : day <= until))),
  },
  {
    name: 'pattern', code: 'PATTERN_CLASH', content: one('pattern', 'pattern', PATTERNS),
    holds: (claims) => TEXTS.some((text) => claims.every((claim) => keeps(text, claim))),
  },
  {
    name: 'step', code: 'STEP_CLASH',
    content: fc.oneof(one('step', 'step', [2, 3, 5, 7]), one('range', 'min', [1, 4, 8]), one('range', 'max', [3, 5, 11])),
    holds: (claims) => Array.from({ length: 421 }, (_, at) => at - 210).some((value) => claims.every((claim) => (claim.facet === 'step' ? value % (claim.step ?? 1) === 0 : within(value, claim)))),
    proves: (core) => core.some(({ facet }) => facet === 'step'),
  },
  {
    name: 'cross', code: 'CROSS_FACET_CLASH',
    content: fc.oneof(
      one('type', 'is', ['integer', 'string', 'array']), some('values', 'oneOf', ['1', 'red', '7']), one('range', 'min', [2, 5]), one('range', 'max', [3, 9]),
      one('length', 'min', [2, 4]), one('pattern', 'pattern', ['^.{3}$', '^[a-z]+$']),
    ),
    holds: (claims) => VALUES.some((value) => claims.every((claim) => keeps(value, claim))),
    proves: (core) => new Set(core.map(({ facet }) => facet)).size > 1,
  },
  {
    name: 'required budget', code: 'REQUIRED_BUDGET_EXCEEDED',
    content: fc.oneof(
      fc.constantFrom(0, 1, 2).map((max): Content => ({ facet: 'budget', element: 'E', max })),
      fc.constantFrom(...FIELDS).map((element): Content => ({ facet: 'presence', is: 'required', element })),
    ),
    holds: (claims) => subsets(FIELDS).some((asked) => claims.every(({ facet, element, max = 9 }) => (facet === 'budget' ? asked.length <= max : asked.includes(element)))),
  },
  {
    name: 'sum', code: 'SUM_BUDGET_EXCEEDED',
    content: fc.oneof(
      fc.record({ max: fc.constantFrom(5, 10, 13, 20), exclusiveMax: fc.boolean() }).map((content): Content => ({ facet: 'budget', is: 'latency', element: 'E', ...content })),
      fc.record({ element: fc.constantFrom(...FIELDS), min: fc.constantFrom(2, 4, 8), exclusiveMin: fc.boolean() }).map((content): Content => ({ facet: 'latency', ...content })),
    ),
    holds: (claims) => TAKEN.some((taken) => claims.every((claim) => within(claim.facet === 'budget' ? taken.reduce((sum, low) => sum + low, 0) : taken[FIELDS.indexOf(claim.element)] ?? 0, claim))),
  },
];

export const JOURNEYS = ['x', 'y'] as const;

/** Up to seven claims on one element, everywhere or on one journey, with the silence answered. */
export function claimsOf({ content }: Family, most = 7): fc.Arbitrary<Claim[]> {
  const one = fc.record({ content, level: fc.constantFrom('limit', 'must', 'goal', 'wish'), journey: fc.option(fc.constantFrom(...JOURNEYS)) });
  return fc.array(one, { maxLength: most }).map((list) => list.map(({ content: asked, level, journey }, at): Claim => ({
    id: 'c', model: 'm', element: 'E.a', facet: 'count', level: level as Claim['level'], authority: 'law', team: `t${String(at)}`,
    ticket: { id: at + 1, key: `T-${String(at + 1)}` }, status: 'proposed', grade: 'bronze', everywhere: ['journey'],
    ...(journey === null ? {} : { when: { journey: [journey] } }), ...asked,
  })));
}

/** All minimal sets that meet somewhere and hold together nowhere. */
export function coresOf({ holds, proves = () => true }: Family, list: readonly Claim[]): readonly (readonly Claim[])[] {
  const cores: (readonly Claim[])[] = [];
  for (let mask = 1; mask < 1 << list.length; mask++) {
    const subset = list.filter((_, at) => (mask >> at) & 1);
    if (new Set(subset.flatMap((claim) => claim.when?.['journey'] ?? [])).size > 1 || holds(subset)) continue;
    if (subset.every((claim) => holds(subset.filter((other) => other !== claim))) && proves(subset)) cores.push(subset);
  }
  return cores;
}
