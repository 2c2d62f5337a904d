import { contentHash } from '../domain/context/content-hash';
import { rangesToKeep } from '../domain/outcome/calibrate';
import type { CallPayload, CallReplies, Reply } from '../contract/calls';
import { commitContext, SAVE_DEED } from './commit-context';
import { describeEarlyFailure, describeFailure, type Deed } from './describe-failure';
import { findSettings } from './find-settings';
import { postOnce } from './post-once';
import type { Ports } from './ports';
import { refuse } from './refuse';

const DEED: Deed = { ...SAVE_DEED, doing: 'record the agreement', kept: 'Nothing was changed.' };

/** Infrastructure agrees to what stands there: a comment by the person who agrees, its id and the ranges of that moment in the record. */
export async function acceptContext(ports: Ports, { issueId, startedFrom, hash }: CallPayload<'acceptContext'>): Promise<Reply<CallReplies['acceptContext']>> {
  const saved = await commitContext(ports, {
    issueId, startedFrom,
    prepare: async (known) => {
      const { content } = known;
      if (known.isCopy) return refuse('INVALID', 'This context was copied from another ticket. Check it and save it here first, then agree to it.');
      if (contentHash(content) !== hash) return refuse('CHANGED', 'What stands on the ticket is no longer what you read. Nothing was agreed. Read it again, then agree.');
      if (content.infra === undefined) return refuse('INVALID', 'This ticket asks no infrastructure project yet, so nobody can agree for it. Choose the infrastructure project and save, then agree.');
      const settings = await findSettings(ports, content.infra.id, DEED);
      if (!settings.ok) return settings;
      const allowed = await ports.permissions.mayInProject(content.infra.id, 'EDIT_ISSUES');
      if (!allowed.ok) return { ok: false, problem: describeEarlyFailure(allowed.failure, DEED) };
      if (!allowed.value) return refuse('FORBIDDEN', `Only people who may edit tickets of ${settings.value.project.key} can agree for infrastructure. Nothing was changed. Ask one of them.`);
      return { ok: true, value: { known, content, settings: settings.value, ...(known.bypass === undefined ? {} : { bypass: known.bypass }) } };
    },
    settle: async ({ content }) => {
      const comment = await postOnce(ports, issueId, {
        mark: { kind: 'accepted', hash },
        paragraphs: ["Agreed as written: infrastructure agrees to this ticket's product context.", 'The agreement lapses when the need, the users, the thresholds, the value, the cost of waiting or the requirements on shared data change.'],
      });
      if (!comment.ok) return { ok: false, problem: describeFailure(comment.failure, COMMENT_DEED) };
      const ranges = rangesToKeep(content);
      return { ok: true, value: { accepted: { hash, comment: comment.value, ...(ranges === undefined ? {} : { ranges }) } } };
    },
  });
  return saved.ok ? { ok: true, value: { record: saved.value } } : saved;
}

const COMMENT_DEED: Deed = {
  ...DEED, doing: 'post the comment that proves the agreement', forbidden: 'You may not comment on this ticket, and an agreement needs a comment by you. Ask a project administrator for the permission "Add comments", then agree again.',
};
