import type { Acceptance } from '../../src/domain/context/product-context';
import type { JiraCalls } from '../shared/load-calls';
import { proveComment, type CommentProof } from '../shared/prove-comment';

export type { CommentProof } from '../shared/prove-comment';

/** Whether a comment on this ticket proves the acceptance that the record tells of. */
export function proveAcceptance(calls: JiraCalls, issueId: string, { comment, hash }: Acceptance): Promise<CommentProof> {
  return proveComment(calls, issueId, comment, { kind: 'accepted', hash });
}
