/** Conflicts as this viewer may see them: those the page found, and those in which a stored result names tickets that did not come back. */

import type { Facet } from '../../../src/domain/context/product-context';
import { MODEL_TICKET, type Claim } from '../../../src/domain/conflict/claim';
import { CONFLICT_CODES, type ConflictCode } from '../../../src/domain/conflict/codes';
import { SEVERITIES, type Conflict, type Severity, type Side, type SideMember } from '../../../src/domain/conflict/conflict';
import { toMember } from '../../../src/domain/conflict/assemble-conflicts';
import { FACET_RULES } from '../../../src/domain/conflict/rules/all-rules';
import { askWords } from './conflict-words';
import type { StoredConflict } from './gather-claims';

export interface ShownConflict {
  readonly conflict: Conflict;
  /** Tickets that take part and are not at hand. */
  readonly hidden: ReadonlySet<number>;
  /** Those of them that Jira failed to give; the others the viewer cannot see. */
  readonly unread: ReadonlySet<number>;
  /** It clashes with an imported model, whose elements nobody has asked for yet. */
  readonly needsModels: boolean;
}

interface HalfSeen { readonly first: StoredConflict & { readonly code: ConflictCode }; severity: Severity; readonly seen: Set<number>; readonly ids: Set<number> }

/** Worst first, as the checker sorts them. A conflict with tickets that are not at hand is as severe as the worse of its half at hand and what was stored. */
export function showConflicts(
  conflicts: readonly Conflict[], { stored, unread }: { readonly stored: readonly StoredConflict[]; readonly unread: ReadonlySet<number> }, claims: readonly Claim[], teamName: (id: string) => string,
): readonly ShownConflict[] {
  const joined = new Map(conflicts.map((conflict) => [conflict, { severity: conflict.severity, ids: new Set<number>() }]));
  const alone = new Map<string, HalfSeen>();
  for (const item of stored) {
    if (!Object.hasOwn(CONFLICT_CODES, item.code)) continue;
    const known = conflicts.find((conflict) => conflict.code === item.code && conflict.at.element === item.element && hasTicket(conflict, item.seen));
    // What this page worked out with everything at hand is newer than what was stored.
    if (known !== undefined && item.hidden.length === 0) continue;
    const key = `${item.code} ${item.element}`;
    const half = alone.get(key) ?? { first: { ...item, code: item.code as ConflictCode }, severity: item.severity, seen: new Set<number>(), ids: new Set<number>() };
    const whole = known === undefined ? half : joined.get(known) ?? half;
    whole.severity = worse(whole.severity, item.severity);
    for (const id of item.hidden) whole.ids.add(id);
    if (known === undefined) alone.set(key, { ...half, seen: half.seen.add(item.seen) });
  }
  const show = (conflict: Conflict, severity: Severity, ids: ReadonlySet<number>, needsModels: boolean): ShownConflict => ({
    conflict: ids.size === 0 ? conflict : { ...withHidden(conflict, ids), severity }, hidden: ids, unread: new Set([...ids].filter((id) => unread.has(id))), needsModels,
  });
  return [
    ...[...joined].map(([conflict, { severity, ids }]) => show(conflict, severity, ids, false)),
    ...[...alone.values()].map(({ first, severity, seen, ids }) => {
      const half = halfSeen({ ...first, severity }, seen, claims, teamName);
      return ids.size === 0 ? show(withModel(half), severity, ids, true) : show(half, severity, ids, false);
    }),
  ].sort((a, b) => SEVERITIES.indexOf(a.conflict.severity) - SEVERITIES.indexOf(b.conflict.severity));
}

function worse(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b;
}

/** What an imported model says stays with the backend until somebody asks for it. */
function withModel(half: Conflict): Conflict {
  const member: SideMember = { claim: '', ticket: { id: MODEL_TICKET, key: half.at.model }, team: '', level: 'must', status: 'in force', draft: false, role: 'contested', held: false };
  return { ...half, sides: [...half.sides, { ask: 'something that does not go with it', inCore: true, who: [member] }] };
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
function halfSeen(item: StoredConflict & { readonly code: ConflictCode }, seen: ReadonlySet<number>, claims: readonly Claim[], teamName: (id: string) => string): Conflict {
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
