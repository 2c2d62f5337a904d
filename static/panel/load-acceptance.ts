import { commentMark, propertyReply } from '../../src/contract/jira-replies';
import { COMMENT_PROPERTY } from '../../src/contract/limits';
import type { Acceptance } from '../../src/domain/context/product-context';
import type { JiraCalls } from '../shared/load-calls';
import { commentReplySchema } from './jira-replies';

/** Whether a comment on this ticket proves what the record says, and who wrote it. */
export type CommentProof =
  | { readonly state: 'proven'; readonly author: string; readonly created: string }
  | { readonly state: 'not-found' }
  | { readonly state: 'unknown' };

/** An acceptance is believed only if the comment stands on this ticket and carries this hash: anybody could write the record. */
export async function proveAcceptance(calls: JiraCalls, issueId: string, { comment, hash }: Acceptance): Promise<CommentProof> {
  if (!/^\d+$/.test(comment)) return { state: 'not-found' };
  const [found, property] = await Promise.all([
    calls.request(`/rest/api/3/issue/${issueId}/comment/${comment}`),
    calls.request(`/rest/api/3/comment/${comment}/properties/${COMMENT_PROPERTY}`),
  ]);
  if (found.kind !== 'answered' || property.kind !== 'answered') return { state: 'unknown' };
  if (found.status !== 200 || property.status !== 200) return { state: found.status === 404 || property.status === 404 ? 'not-found' : 'unknown' };
  const held = propertyReply.safeParse(property.body);
  const mark = commentMark.safeParse(held.data?.value);
  const reply = commentReplySchema.safeParse(found.body);
  if (!mark.success || !reply.success || mark.data.hash !== hash || mark.data.kind !== 'accepted') return { state: 'not-found' };
  return { state: 'proven', author: reply.data.author?.displayName ?? 'somebody', created: reply.data.created ?? '' };
}
