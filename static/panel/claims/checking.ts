/** What the panel and its checking worker say to each other. The worker also makes the sentences, so that the page stays light. */

import type { ConditionDimension } from '../../../src/domain/context/settings';
import { claimKey, type Claim } from '../../../src/domain/conflict/claim';
import type { Conflict, Note } from '../../../src/domain/conflict/conflict';
import { applyDecisions } from '../../../src/domain/conflict/decisions/apply-decisions';
import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import { describeConflict } from '../../../src/domain/conflict/describe-conflict';
import { describeNote } from '../../../src/domain/conflict/describe-note';
import { detectConflicts, type DetectOptions } from '../../../src/domain/conflict/detect-conflicts';
import { entityOf } from '../../../src/domain/conflict/element-path';
import { teamNaming, type NamedTeam } from '../../../src/domain/context/name-teams';

export interface CheckRequest {
  /** Id of the ticket that is looked at. */
  readonly ticket: number;
  readonly own: readonly Claim[];
  readonly others: readonly Claim[];
  readonly decisions: readonly Decision[];
  /** ISO date. */
  readonly today: string;
  readonly dimensions: readonly ConditionDimension[];
  readonly teams: readonly NamedTeam[];
  /** Paths of the elements that each model at hand has near the ticket's own, by the model's id. */
  readonly elements: Readonly<Record<string, readonly string[]>>;
  /** Tell of each conflict only what clashes with the ticket's own requirements, not what clashes among the others. */
  readonly isOwnView: boolean;
}

/** One conflict with its sentence, without the code, which is for machines. */
export interface CheckedConflict {
  readonly conflict: Conflict;
  readonly words: string;
  /** The smallest change that removes it, as a sentence; empty where there is none. */
  readonly change: string;
}

/** What concerns the ticket. */
export interface CheckReply {
  readonly conflicts: readonly CheckedConflict[];
  readonly notes: readonly { readonly note: Note; readonly words: string }[];
}

/** Runs in the worker. Only claims on the models that the ticket speaks of can meet its own; the same entity in another model is noted. */
export function answerCheck({ ticket, own, others, decisions, today, dimensions, teams, elements, isOwnView }: CheckRequest): CheckReply {
  const models = new Set(own.map(({ model }) => model));
  const entities = new Set(own.map(({ element }) => entityOf(element)));
  const { claims } = applyDecisions([...others.filter(({ model, element }) => models.has(model) || entities.has(entityOf(element))), ...own], decisions, today);
  const known = new Map(Object.entries(elements).map(([model, paths]) => [model, new Set(paths)]));
  // Of a model that is not at hand nothing is known, and of other tickets' elements nothing is said here.
  const spoken = new Set(own.map(({ model, element }) => `${model} ${element}`));
  const options = { today, dimensions, teams, knows: (model: string, element: string) => !spoken.has(`${model} ${element}`) || (known.get(model)?.has(element) ?? true) };
  const findings = detectConflicts(claims, options);
  const naming = teamNaming(teams);
  const team = (id: string): string => (id === '' ? 'a team that is not named' : naming(id));
  const concerning = findings.conflicts.filter((conflict) => membersOf(conflict).some((member) => member.ticket.id === ticket));
  const byKey = new Map(claims.map((claim) => [claimKey(claim), claim]));
  return {
    conflicts: concerning.flatMap((conflict) => (isOwnView ? ownView(conflict, ticket, byKey, options) : [conflict])).map((conflict) => checkedConflict(conflict, team)),
    notes: findings.notes.filter(({ claims: about }) => about.some((claim) => claim.ticket.id === ticket))
      .map((note) => ({ note, words: withoutCode(describeNote(note, { team })) })),
  };
}

function membersOf({ sides }: Conflict) {
  return sides.flatMap(({ who }) => who);
}

/** More members than this are not tried one by one. */
const MOST_TRIED = 200;

/**
 * A conflict joins all that hang together, and proves itself by whichever claims clash worst. Whoever types wants to know what
 * clashes with *this*: those that cannot hold together with it two by two. Where it takes more than two, the whole is told.
 */
function ownView(conflict: Conflict, ticket: number, byKey: ReadonlyMap<string, Claim>, options: DetectOptions): readonly Conflict[] {
  const members = membersOf(conflict).flatMap(({ claim }) => byKey.get(claim) ?? []);
  const own = members.filter((claim) => claim.ticket.id === ticket);
  const sees = (found: Conflict): boolean => found.code === conflict.code && membersOf(found).some((member) => member.ticket.id === ticket);
  const against = members.filter((claim) => claim.ticket.id !== ticket).slice(0, MOST_TRIED)
    .filter((claim) => own.some((mine) => detectConflicts([mine, claim], options).conflicts.some(sees)));
  const told = against.length === 0 ? [] : detectConflicts([...own, ...against], options).conflicts.filter(sees);
  return told.length === 0 ? [conflict] : told;
}

function checkedConflict(conflict: Conflict, team: (id: string) => string): CheckedConflict {
  const { smallestChange: _change, ...rest } = conflict;
  const words = describeConflict(rest, { team });
  return { conflict, words: withoutCode(words), change: describeConflict(conflict, { team }).slice(words.length).trim() };
}

function withoutCode(sentence: string): string {
  return sentence.replace(/^[A-Z_]+ /, '');
}
