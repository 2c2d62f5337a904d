/**
 * Decisions on conflicts as they are kept: project properties `product-context.decisions.<n>` of the infrastructure project, n from
 * 0, each under 32,768 characters. Part 0 carries the revision and whatever changed last; its one PUT is the commit point. A part
 * above 0 holds older decisions, is written before part 0 counts it, and never changes: a decision that changes later stands in part 0
 * again, and counts from there.
 */

import * as z from 'zod';
import { CONFLICT_CODES, type ConflictCode } from '../domain/conflict/codes';
import { canonicalJson } from '../domain/conflict/canonical-json';
import type { Decision, DecisionStep } from '../domain/conflict/decisions/decision';
import { stableHash } from '../domain/conflict/stable-hash';
import { FACETS } from '../domain/context/product-context';
import type { CommentMark } from './jira-replies';
import { claimSchema, worthSchema } from './record';
import { revSchema } from './rev';

const optional = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);

export const DECISIONS_PROPERTY = 'product-context.decisions';

const day = z.iso.date();
/** More than one property can hold: it is the length of the whole that counts. */
const MOST_CLAIMS = 2_000;
const claimKeys = z.array(z.string().max(120)).max(MOST_CLAIMS);
const words = z.string().trim().max(1000);

const signature = optional(z.object({ ticket: z.number().int().positive(), comment: z.string().regex(/^\d{1,20}$/) }));
const price = z.object({
  givenUp: z.array(z.object({ team: z.string().max(100), worths: z.array(worthSchema), unstated: z.number().int().nonnegative() })),
  representations: z.object({ before: z.number(), after: z.number() }),
});

const decided = {
  number: z.number().int().min(1),
  conflict: z.object({ id: z.string().max(200), code: z.enum(Object.keys(CONFLICT_CODES) as [ConflictCode, ...ConflictCode[]]), facet: z.enum([...FACETS, 'several']) }),
  at: z.object({ model: z.string().max(100), element: z.string().max(300) }),
  asked: optional(z.array(z.string().max(8)).max(MOST_CLAIMS)),
  why: words.min(10), alternatives: optional(words), decidedOn: day, until: optional(day), lookAgain: optional(day), reversedOn: optional(day), reversedWhy: optional(words),
  confirmedOn: optional(day), price: optional(price), signed: optional(z.object({ made: signature, reversed: signature, confirmed: signature })),
};

const ticket = z.object({ id: z.number().int().nonnegative(), key: z.string().max(100) });

export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({ ...decided, kind: z.literal('standardise'), canon: claimSchema.omit({ id: true, model: true, element: true, level: true }), overruled: claimKeys }),
  z.object({
    ...decided, kind: z.literal('branch'), until: day, dimension: z.string().min(1).max(60),
    groups: z.array(z.object({ claims: claimKeys, values: z.array(z.string().min(1).max(100)).max(100) })).min(2).max(50),
  }),
  z.object({ ...decided, kind: z.literal('collaborate'), until: day, joint: ticket, members: claimKeys, personDays: z.number().positive().max(1000) }),
  z.object({ ...decided, kind: z.literal('separate ways'), teams: z.array(z.string().max(100)).min(1).max(200) }),
]) satisfies z.ZodType<Decision>;

/** The mark of the comments about one step of a decision: what they say is part of it, so that another decision's comment proves nothing. */
export function decisionMark(projectId: string, decision: Decision, step: DecisionStep): CommentMark {
  const { until, lookAgain, reversedOn: _on, reversedWhy, confirmedOn, signed: _signed, price: _price, ...made } = decision;
  const said = { made, reversed: reversedWhy, confirmed: [confirmedOn, until, lookAgain] }[step];
  return { kind: 'decision', hash: `${projectId}-${String(decision.number)}-${step}-${stableHash(canonicalJson(said))}` };
}

/** One part. */
export const decisionsPartSchema = z.object({
  v: z.literal(1), part: z.number().int().nonnegative(),
  /** Of part 0: revision of the whole, number of parts, token of the writer. */
  rev: optional(revSchema), parts: optional(z.number().int().min(1).max(100)), token: optional(z.string().max(100)), savedAt: optional(z.string()),
  decisions: z.array(decisionSchema),
});
export type DecisionsPart = z.infer<typeof decisionsPartSchema>;

/** All decisions of the parts 0, 1, 2, … in the order of their numbers; of two with one number the one in the lower part counts. */
export function joinDecisions(parts: readonly DecisionsPart[]): readonly Decision[] {
  const byNumber = new Map<number, Decision>();
  for (const { decisions } of parts) {
    for (const decision of decisions) if (!byNumber.has(decision.number)) byNumber.set(decision.number, decision);
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
