import { contentHash } from '../domain/context/content-hash';
import type { CallPayload, CallReplies, Reply } from '../contract/calls';
import { commitContext, SAVE_DEED } from './commit-context';
import { describeEarlyFailure, describeFailure, type Deed } from './describe-failure';
import { findSettings } from './find-settings';
import type { Ports } from './ports';
import { refuse } from './refuse';

const DEED: Deed = {
  ...SAVE_DEED, doing: 'record the bypass', kept: 'Nothing was changed.',
  forbidden: 'You may not edit this ticket, so no bypass can be recorded on it. Ask a project administrator for the permission "Edit issues", or somebody who has it.',
};

/** Lets a ticket pass one gate as it is, with a reason that everybody can read in a comment by the person who decided it. */
export async function recordBypass(ports: Ports, { issueId, startedFrom, gate, why }: CallPayload<'recordBypass'>): Promise<Reply<CallReplies['recordBypass']>> {
  let hash = '';
  const saved = await commitContext(ports, {
    issueId, startedFrom,
    prepare: async (known) => {
      const { content } = known;
      if (known.isCopy) return refuse('INVALID', 'This context was copied from another ticket. Check it and save it here first, then record the bypass.');
      const allowed = await ports.permissions.mayOnTicket(issueId, 'TRANSITION_ISSUES');
      if (!allowed.ok) return { ok: false, problem: describeEarlyFailure(allowed.failure, DEED) };
      if (!allowed.value) return refuse('FORBIDDEN', 'Only people who may move this ticket can record a bypass. Nothing was changed. Ask one of them.');
      const settings = content.infra === undefined ? undefined : await findSettings(ports, content.infra.id, DEED);
      if (settings?.ok === false) return settings;
      hash = contentHash(content);
      return { ok: true, value: { known, content, settings: settings?.value ?? null, ...(known.accepted === undefined ? {} : { accepted: known.accepted }) } };
    },
    settle: async () => {
      const comment = await ports.comments.post(issueId, { mark: { kind: 'bypass', hash }, paragraphs: [`Bypass of the gate "${gate}": ${why}`] });
      return comment.ok ? { ok: true, value: { bypass: { gate, hash, why, comment: comment.value } } } : { ok: false, problem: describeFailure(comment.failure, COMMENT_DEED) };
    },
  });
  return saved.ok ? { ok: true, value: { record: saved.value } } : saved;
}

const COMMENT_DEED: Deed = {
  ...DEED, doing: 'post the comment that explains the bypass', forbidden: 'You may not comment on this ticket, and a bypass needs a comment by you. Ask a project administrator for the permission "Add comments", then try again.',
};
