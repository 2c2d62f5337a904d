/** Conflicts as this viewer may see them: those the page found, and those in which a stored result names tickets that did not come back. */

import type { Facet } from '../../../src/domain/context/product-context';
import type { Claim } from '../../../src/domain/conflict/claim';
import { CONFLICT_CODES, type ConflictCode } from '../../../src/domain/conflict/codes';
import { SEVERITIES, type Conflict, type Side, type SideMember } from '../../../src/domain/conflict/conflict';
import { toMember } from '../../../src/domain/conflict/assemble-conflicts';
import { FACET_RULES } from '../../../src/domain/conflict/rules/all-rules';
import { askWords } from './conflict-words';
import type { HiddenConflict } from './gather-claims';

export interface ShownConflict {
  readonly conflict: Conflict;
  /** Tickets that take part and that the viewer cannot see. */
  readonly hidden: ReadonlySet<number>;
}

/** Worst first, as the checker sorts them; a conflict with tickets that cannot be seen keeps the severity that was stored. */
export function showConflicts(conflicts: readonly Conflict[], hidden: readonly HiddenConflict[], claims: readonly Claim[], teamName: (id: string) => string): readonly ShownConflict[] {
  const shown = new Map<Conflict, Set<number>>(conflicts.map((conflict) => [conflict, new Set()]));
  const alone = new Map<string, { first: HiddenConflict & { code: ConflictCode }; seen: Set<number>; ids: Set<number> }>();
  for (const item of hidden) {
    if (!Object.hasOwn(CONFLICT_CODES, item.code)) continue;
    const known = conflicts.find((conflict) => conflict.code === item.code && conflict.at.element === item.element && hasTicket(conflict, item.seen));
    const key = `${item.code} ${item.element}`;
    const group = alone.get(key) ?? { first: { ...item, code: item.code as ConflictCode }, seen: new Set<number>(), ids: new Set<number>() };
    const ids = known === undefined ? group.ids : shown.get(known);
    for (const id of item.hidden) ids?.add(id);
    if (known === undefined) alone.set(key, { ...group, seen: group.seen.add(item.seen) });
  }
  return [
    ...[...shown].map(([conflict, ids]): ShownConflict => ({ conflict: ids.size === 0 ? conflict : withHidden(conflict, ids), hidden: ids })),
    ...[...alone.values()].map(({ first, seen, ids }): ShownConflict => ({ conflict: withHidden(halfSeen(first, seen, claims, teamName), ids), hidden: ids })),
  ].sort((a, b) => SEVERITIES.indexOf(a.conflict.severity) - SEVERITIES.indexOf(b.conflict.severity));
}

function hasTicket(conflict: Conflict, id: number): boolean {
  return conflict.sides.some((side) => side.who.some((member) => member.ticket.id === id));
}

function withHidden(conflict: Conflict, ids: ReadonlySet<number>): Conflict {
  const who = [...ids].sort((a, b) => a - b).map((id): SideMember => ({
    claim: '', ticket: { id, key: '' }, team: '', level: 'wish', status: 'proposed', draft: false, role: 'contested', held: false,
  }));
  return { ...conflict, sides: [...conflict.sides, { ask: '', inCore: true, who }] };
}

/** The half of a conflict that can be seen: what the tickets at hand ask of the element, as far as the code is about it. */
function halfSeen(item: HiddenConflict & { readonly code: ConflictCode }, seen: ReadonlySet<number>, claims: readonly Claim[], teamName: (id: string) => string): Conflict {
  const facet = facetOf(item.code);
  const own = claims.filter((claim) => seen.has(claim.ticket.id) && (claim.element === item.element || claim.element.startsWith(`${item.element}.`))
    && (facet === 'several' || claim.facet === facet || claim.element !== item.element));
  const sides = new Map<string, Side>();
  for (const claim of own) {
    const ask = askWords(claim, teamName);
    const before = sides.get(ask);
    sides.set(ask, { ask, inCore: true, ...(claim.element === item.element ? {} : { element: claim.element }), who: [...(before?.who ?? []), toMember(claim, 'contested', false)] });
  }
  return {
    id: `unseen ${item.code} ${item.element}`, code: item.code, at: { model: own[0]?.model ?? '', element: item.element }, facet, sides: [...sides.values()],
    severity: item.severity, when: {}, silences: [], core: [], claims: own.length + 1, unlessLeftOut: false,
  };
}

function facetOf(code: ConflictCode): Facet | 'several' {
  if (code === 'STEP_CLASH') return 'step';
  if (code === 'REQUIRED_BUDGET_EXCEEDED' || code === 'SUM_BUDGET_EXCEEDED') return 'budget';
  return Object.values(FACET_RULES).find((rule) => rule.code === code)?.facet ?? 'several';
}
