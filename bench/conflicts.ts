/**
 * The checker's figures (design.md, section 10), and what two general tools do with the same claims in the same run.
 * Usage: npm run bench -- conflicts
 */

import mergeAllOf from 'json-schema-merge-allof';
import { init } from 'z3-solver';
import type { Claim } from '../src/domain/conflict/claim';
import { detectConflicts } from '../src/domain/conflict/detect-conflicts';
import { makeClaims, makeSchemaClaims } from './make-claims';

/** Best of several runs, in milliseconds: what the code costs, not what else the machine is doing. */
function best(runs: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** As they come over the wire. */
function received(claims: readonly Claim[]): Claim[] {
  return JSON.parse(JSON.stringify(claims)) as Claim[];
}

function scale(): void {
  console.log('claims     elements   ms        µs a claim   conflicts   with notes, ms   notes');
  for (const count of [1_000, 10_000, 100_000, 1_000_000]) {
    const claims = received(makeClaims(count, count / 10, 50, 0.02));
    const found = detectConflicts(claims);
    const runs = count > 100_000 ? 2 : 15;
    const ms = best(runs, () => { detectConflicts(claims); });
    const withNotes = best(runs, () => detectConflicts(claims).notes);
    console.log([count, count / 10, ms.toFixed(1), ((ms / count) * 1000).toFixed(2), found.conflicts.length, withNotes.toFixed(1), found.notes.length].map((cell, at) => String(cell).padEnd([11, 11, 10, 13, 12, 17, 0][at] ?? 0)).join(''));
  }
  const opposed = received(Array.from({ length: 500 }, (_, at): Claim => ({
    id: 'c', model: 'm', element: 'E.a', facet: 'count', level: 'must', team: `t${String(at % 50)}`, grade: 'bronze', status: 'proposed',
    ticket: { id: at + 1, key: `T-${String(at)}` }, ...(at % 2 === 0 ? { max: at } : { min: 1_000 + at }),
  })));
  console.log(`250 against 250 different bounds on one element: ${best(5, () => { detectConflicts(opposed); }).toFixed(1)} ms, ${String(detectConflicts(opposed).conflicts.length)} conflict`);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function elementsOf(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  return groupBy(claims, (claim) => claim.element);
}

/** The same requirement as the merger reads it. */
function asSchema(claim: Claim): object {
  const { min, max } = claim;
  const bounds = (low: string, high: string) => ({ ...(min === undefined ? {} : { [low]: min }), ...(max === undefined ? {} : { [high]: max }) });
  switch (claim.facet) {
    case 'count': return { type: 'array', ...bounds('minItems', 'maxItems') };
    case 'length': return { type: 'string', ...bounds('minLength', 'maxLength') };
    case 'range': return { type: 'number', ...bounds('minimum', 'maximum') };
    case 'values': return { enum: claim.oneOf };
    case 'type': return { type: claim.is };
    default: throw new Error(`${claim.facet} has no keyword`);
  }
}

/** What each team would send: one schema of the entity with the fields it cares about. */
function teamSchemas(claims: readonly Claim[]): readonly object[] {
  const teams = new Map<string, Record<string, object>>();
  for (const claim of claims) {
    const fields = teams.get(claim.team) ?? {};
    fields[claim.element.slice(claim.element.indexOf('.') + 1)] = asSchema(claim);
    teams.set(claim.team, fields);
  }
  return [...teams.values()].map((properties) => ({ type: 'object', properties }));
}

/** The merger stops at the first contradiction, so an entity says yes or no, not where. */
function merges(schemas: readonly object[]): boolean {
  try {
    mergeAllOf({ allOf: [...schemas] });
    return true;
  } catch {
    return false;
  }
}

function againstMerger(): void {
  const claims = received(makeSchemaClaims(20_000, 2_000, 0));
  const entities = [...groupBy(claims, (claim) => claim.element.split('.')[0] ?? '').values()].map(teamSchemas);
  const ours = best(7, () => { detectConflicts(claims); });
  const theirs = best(2, () => { for (const schemas of entities) merges(schemas); });
  console.log(`json-schema-merge-allof, 20,000 claims on 2,000 elements by 50 teams, nothing contradicts: ${theirs.toFixed(0)} ms against ${ours.toFixed(1)} ms, ratio ${(theirs / ours).toFixed(0)}`);

  const wild = received(makeSchemaClaims(20_000, 2_000, 0.3));
  const groups = elementsOf(wild);
  const found = new Set(detectConflicts(wild).conflicts.map((conflict) => conflict.at.element));
  const merged = new Set([...groups].filter(([, group]) => !merges(group.map(asSchema))).map(([element]) => element));
  const missed = [...found].filter((element) => !merged.has(element));
  const extra = [...merged].filter((element) => !found.has(element));
  const kinds = groupBy(missed, (element) => groups.get(element)?.[0]?.facet ?? '');
  console.log(`  asked element by element where some contradict: ${String(found.size)} found here, ${String(merged.size)} by the merger, ${String(extra.length)} by the merger alone; `
    + `it misses ${String(missed.length)}: ${[...kinds].map(([facet, elements]) => `${String(elements.length)} ${facet}`).join(', ')}`);
}

async function againstSolver(): Promise<void> {
  const claims = received(makeSchemaClaims(240, 40, 0.3).filter((claim) => ['count', 'length', 'range'].includes(claim.facet)));
  const groups = elementsOf(claims);
  const ours = best(50, () => { detectConflicts(claims); });
  const { Context } = await init();
  const z3 = Context('bench');
  const x = z3.Real.const('x');
  let asked = 0;
  const unsatisfiable = new Set<string>();
  const start = performance.now();
  for (const [element, group] of groups) {
    for (const [at, a] of group.entries()) {
      for (const b of group.slice(at + 1)) {
        const solver = new z3.Solver();
        for (const { min, max } of [a, b]) {
          if (min !== undefined) solver.add(x.ge(min));
          if (max !== undefined) solver.add(x.le(max));
        }
        asked++;
        if (await solver.check() === 'unsat') unsatisfiable.add(element);
      }
    }
  }
  const theirs = performance.now() - start;
  const found = new Set(detectConflicts(claims).conflicts.map((conflict) => conflict.at.element));
  const same = found.size === unsatisfiable.size && [...found].every((element) => unsatisfiable.has(element));
  console.log(`z3-solver, ${String(claims.length)} claims on ${String(groups.size)} elements, ${String(asked)} pairs: ${theirs.toFixed(0)} ms against ${ours.toFixed(2)} ms, ratio ${(theirs / ours).toFixed(0)}; `
    + `${same ? 'the same verdicts' : 'DIFFERENT verdicts'} (${String(found.size)} elements in conflict)`);
}

scale();
againstMerger();
// The solver's threads would keep the process alive.
void againstSolver().then(() => process.exit(0), (error: unknown) => { console.error(error); process.exit(1); });
