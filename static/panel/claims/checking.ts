/** What the panel and its checking worker say to each other. The worker also makes the sentences, so that the page stays light. */

import type { ConditionDimension } from '../../../src/domain/context/settings';
import type { Claim } from '../../../src/domain/conflict/claim';
import type { Conflict, Note } from '../../../src/domain/conflict/conflict';
import { applyDecisions } from '../../../src/domain/conflict/decisions/apply-decisions';
import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import { describeConflict } from '../../../src/domain/conflict/describe-conflict';
import { describeNote } from '../../../src/domain/conflict/describe-note';
import { detectConflicts } from '../../../src/domain/conflict/detect-conflicts';

export interface CheckRequest {
  /** Id of the ticket that is looked at. */
  readonly ticket: number;
  readonly own: readonly Claim[];
  readonly others: readonly Claim[];
  readonly decisions: readonly Decision[];
  /** ISO date. */
  readonly today: string;
  readonly dimensions: readonly ConditionDimension[];
  /** Ids and names of the consuming teams. */
  readonly teams: readonly (readonly [string, string])[];
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

/** Runs in the worker. Only claims on the models that the ticket speaks of can meet its own. */
export function answerCheck({ ticket, own, others, decisions, today, dimensions, teams }: CheckRequest): CheckReply {
  const models = new Set(own.map(({ model }) => model));
  const { claims } = applyDecisions([...others.filter(({ model }) => models.has(model)), ...own], decisions, today);
  const findings = detectConflicts(claims, { today, dimensions });
  const names = new Map(teams);
  const team = (id: string): string => names.get(id) ?? (id === '' ? 'a team that is not named' : id);
  return {
    conflicts: findings.conflicts.filter(({ sides }) => sides.some(({ who }) => who.some((member) => member.ticket.id === ticket)))
      .map((conflict) => checkedConflict(conflict, team)),
    notes: findings.notes.filter(({ claims: about }) => about.some((claim) => claim.ticket.id === ticket))
      .map((note) => ({ note, words: withoutCode(describeNote(note, { team })) })),
  };
}

function checkedConflict(conflict: Conflict, team: (id: string) => string): CheckedConflict {
  const { smallestChange: _change, ...rest } = conflict;
  const words = describeConflict(rest, { team });
  return { conflict, words: withoutCode(words), change: describeConflict(conflict, { team }).slice(words.length).trim() };
}

function withoutCode(sentence: string): string {
  return sentence.replace(/^[A-Z_]+ /, '');
}
