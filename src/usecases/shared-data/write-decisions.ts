/** Writes a project's decisions as the user: Jira lets only its administrators do that, and one PUT of part 0 commits. */

import { formatCount } from '../../domain/context/format-number';
import type { RecordedDecisions, Reply } from '../../contract/calls';
import { decisionsPartSchema, type DecisionsPart } from '../../contract/decisions';
import { PROPERTY_CHARACTERS } from '../../contract/limits';
import type { Decision } from '../../domain/conflict/decisions/decision';
import type { Deed } from '../describe-failure';
import type { Outcome, Ports } from '../ports';
import { refuse } from '../refuse';
import { writeRevision, type Stamp, type Standing } from '../write-revision';
import { readDecisions, type StoredDecisions } from './read-decisions';

/** What is said when any of it cannot be done. */
export const DECISION_DEED: Deed = {
  doing: 'record the decision', kept: 'Nothing was decided.',
  forbidden: 'Only administrators of the infrastructure project decide conflicts on its shared data. Ask one of them, or say what you think in a comment on the ticket.',
  gone: 'The project is not there any more, or you may no longer see it.',
};

const STALE_WORDS = 'Somebody else recorded a decision in the meantime. Yours was not recorded, and what you entered is still here. Look at what was decided, then decide again.';

/** A decision that is added, or put in the place of the one with its number. */
export interface DecisionChange {
  readonly projectId: string;
  readonly startedFrom: number;
  /** Whether exactly this was recorded already by a call whose answer got lost. */
  isDone(standing: RecordedDecisions): boolean;
  prepare(standing: RecordedDecisions): Promise<Reply<Decision>>;
  /** Adds the comment of who decides, once it is certain that it is this decision which is written. */
  sign(decision: Decision): Promise<Reply<Decision>>;
}

/** As long as a comment's place can be. */
const ROOM = { ticket: Number.MAX_SAFE_INTEGER, comment: '9'.repeat(20) };

type Recorded = RecordedDecisions & Partial<Stamp>;

/** Returns all decisions as they now stand. */
export async function writeDecisions(ports: Ports, { projectId, startedFrom, isDone, prepare, sign }: DecisionChange): Promise<Reply<RecordedDecisions>> {
  let stored: StoredDecisions = { rev: 0, decisions: [], parts: [] };
  let parts: readonly DecisionsPart[] = [];
  const saved = await writeRevision<Recorded, Standing<Recorded>, Decision>(ports, {
    claimPrefix: `decisions:${projectId}`, startedFrom, deed: DECISION_DEED, staleWords: STALE_WORDS,
    async read() {
      const found = await readDecisions(ports.decisions, projectId);
      if (!found.ok) return found;
      if (found.value.state === 'read') stored = found.value.decisions;
      return { ok: true, value: found.value.state === 'read' ? found.value.decisions : null };
    },
    understand: (value) => (value === null
      ? refuse('NEWER_VERSION', 'The decisions of this project were written by a newer version of Groundwork, or by hand. They were not changed. Ask your Jira administrator to update the app, or to restore them from an export.')
      : { ok: true, value: { rev: stored.rev, shown: { rev: stored.rev, decisions: stored.decisions } } }),
    isDone: ({ shown }) => shown !== null && isDone(shown),
    explainAbsence: async () => undefined,
    prepare: ({ shown }) => prepare(shown ?? { rev: 0, decisions: [] }),
    async compose(unsigned, stamp) {
      const fitting = pack(stored.parts, { ...unsigned, signed: { ...unsigned.signed, made: ROOM } }, stamp);
      if (fitting === undefined) return refuse('TOO_LARGE', `One decision has at most ${formatCount(PROPERTY_CHARACTERS)} characters. ${DECISION_DEED.kept} Let it name fewer requirements, and name the rest in a second decision of the same kind; or shorten its reason.`);
      const signed = await sign(unsigned);
      if (!signed.ok) return signed;
      const decision = signed.value;
      parts = pack(stored.parts, decision, stamp) ?? [];
      return { ok: true, value: { ...stamp, decisions: withDecision(stored.decisions, decision) } };
    },
    write: () => writeParts(ports, projectId, parts),
  });
  return saved.ok ? { ok: true, value: { rev: saved.value.rev, decisions: saved.value.decisions } } : saved;
}

function withDecision(decisions: readonly Decision[], decision: Decision): readonly Decision[] {
  return [...decisions.filter(({ number }) => number !== decision.number), decision].sort((a, b) => a.number - b.number);
}

/** The parts to write, part 0 last. When it is full, what stood there becomes a part of its own that never changes again. */
function pack(before: readonly DecisionsPart[], decision: Decision, stamp: Stamp): readonly DecisionsPart[] | undefined {
  const earlier = before[0]?.decisions.filter(({ number }) => number !== decision.number) ?? [];
  const head = (decisions: readonly Decision[], parts: number) => decisionsPartSchema.parse({ v: 1, part: 0, ...stamp, parts, decisions });
  const count = Math.max(1, before.length);
  const together = head([...earlier, decision], count);
  if (fits(together)) return [together];
  const alone = head([decision], count + 1);
  return fits(alone) ? [{ v: 1, part: count, decisions: earlier }, alone] : undefined;
}

function fits(part: DecisionsPart): boolean {
  return JSON.stringify(part).length <= PROPERTY_CHARACTERS;
}

async function writeParts(ports: Ports, projectId: string, parts: readonly DecisionsPart[]): Promise<Outcome<null>> {
  for (const part of parts) {
    const written = await ports.decisions.write(projectId, part.part, part);
    if (!written.ok) return written;
  }
  return { ok: true, value: null };
}
