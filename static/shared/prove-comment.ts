import * as z from 'zod';
import { commentMark, propertyReply, type CommentMark } from '../../src/contract/jira-replies';
import { COMMENT_PROPERTY } from '../../src/contract/limits';
import type { JiraCalls } from './load-calls';

/** Whether a comment proves what a record says, and who wrote it. */
export type CommentProof =
  | { readonly state: 'proven'; readonly author: string; readonly created: string }
  | { readonly state: 'not-found' }
  | { readonly state: 'unknown' };

const commentReplySchema = z.object({ author: z.object({ displayName: z.string() }).nullish(), created: z.string().nullish() });

/** A comment is believed only if it stands on this ticket and carries this mark: anybody could write the record. Its author is asked for now and kept nowhere. */
export async function proveComment(calls: JiraCalls, issueId: string, comment: string, { kind, hash }: CommentMark): Promise<CommentProof> {
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
  if (!mark.success || !reply.success || mark.data.hash !== hash || mark.data.kind !== kind) return { state: 'not-found' };
  return { state: 'proven', author: reply.data.author?.displayName ?? 'somebody', created: reply.data.created ?? '' };
}
