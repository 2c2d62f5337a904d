/** Writes the next revision of a ticket's context: what every change of it, by whatever call, has in common. */

import type { Problem, Reply } from '../contract/calls';
import type { Acceptance, Bypass, ProductContext } from '../domain/context/product-context';
import { contentOf } from '../domain/context/draft-from-copy';
import { isSameValue } from '../domain/context/same-value';
import type { ContextContent } from '../domain/context/product-context';
import { composeRecord, type ContextDraft } from './compose-record';
import { describeEarlyFailure, describeFailure, type Deed } from './describe-failure';
import { knowContext, type KnownContext } from './known-context';
import type { Ports } from './ports';
import { refuse } from './refuse';
import { writeRevision, type Standing } from './write-revision';

export const SAVE_DEED: Deed = {
  doing: "save this ticket's context",
  forbidden: 'You may not edit this ticket, so its context cannot be saved. Ask a project administrator for the permission "Edit issues", then save again.',
  gone: 'This ticket is not there any more, or you may no longer see it.',
  kept: 'What you typed is still here.',
};

const STALE_WORDS = "Somebody else saved this ticket's context while you were editing. Nothing was overwritten, and what you typed is still here. Compare the two versions, then save again.";
const NEWER_WORDS = "This ticket's context was written by a newer version of Groundwork. It was not changed, and what you typed is still here. Ask your Jira administrator to update the app, then save again.";

export interface ContextChange {
  readonly issueId: string;
  readonly startedFrom: number;
  /** The content that is saved, when it is known beforehand: a save that finds exactly it is done already. */
  readonly wanted?: ContextContent;
  /** What the next revision says, or why not; nothing was written yet. */
  prepare(known: KnownContext): Promise<Reply<ContextDraft>>;
  /** Runs once the revision is ours: for what must happen before the record says so. */
  settle?(draft: ContextDraft): Promise<Reply<{ readonly accepted?: Acceptance; readonly bypass?: Bypass }>>;
}

interface Stands extends Standing<ProductContext> {
  readonly known: KnownContext;
}

/** Returns the record as it now stands on the ticket. */
export function commitContext(ports: Ports, change: ContextChange): Promise<Reply<ProductContext>> {
  const { issueId, startedFrom, wanted } = change;
  return writeRevision<ProductContext, Stands, ContextDraft>(ports, {
    claimPrefix: `rev:${issueId}`, startedFrom, deed: SAVE_DEED, staleWords: STALE_WORDS,
    read: () => ports.contexts.read(issueId),
    write: (record) => ports.contexts.write(issueId, record),
    understand: (stored) => {
      const known = knowContext(stored, issueId);
      if (known === null) return refuse('NEWER_VERSION', NEWER_WORDS);
      return { ok: true, value: { rev: known.rev, shown: known.record, known } };
    },
    isDone: ({ shown }) => shown !== null && wanted !== undefined && isSameValue(contentOf(shown), wanted),
    explainAbsence: ({ known }) => explainAbsence(ports, issueId, known),
    prepare: ({ known }) => change.prepare(known),
    compose: async (draft, stamp) => {
      // What is surely too long must be refused before anything is posted.
      const sized = composeRecord(issueId, draft, stamp);
      if (!sized.ok || change.settle === undefined) return sized;
      const settled = await change.settle(draft);
      return settled.ok ? composeRecord(issueId, { ...draft, ...settled.value }, stamp) : settled;
    },
  });
}

/** Jira answers alike for a removed property and a ticket that the user may no longer see; the user is told which it is. */
async function explainAbsence(ports: Ports, issueId: string, known: KnownContext): Promise<Problem | undefined> {
  if (!known.isAbsent) return undefined;
  const browse = await ports.permissions.mayOnTicket(issueId, 'BROWSE_PROJECTS');
  if (!browse.ok) return describeEarlyFailure(browse.failure, SAVE_DEED);
  return browse.value ? undefined : describeFailure({ kind: 'not-found' }, SAVE_DEED);
}
