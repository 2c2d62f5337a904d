import { askJira } from '../../shared/bridge';
import { wordsOfRefusal } from '../../shared/load-replies';

export type Posted = { readonly ok: true } | { readonly ok: false; readonly words: string };

/**
 * Posts a comment as the user: no function runs. It is sent once, because a comment that was sent again stands there twice.
 * Throws `ConsentNeeded`.
 */
export async function postComment(ticket: { readonly id: number; readonly key: string }, text: string): Promise<Posted> {
  const content = text.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '').map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
  const { status, body } = await askJira(`/rest/api/3/issue/${String(ticket.id)}/comment`, { method: 'POST', body: { body: { type: 'doc', version: 1, content } } });
  if (status === 201) return { ok: true };
  if (status === 401 || status === 403 || status === 404) return { ok: false, words: `You may not comment on ${ticket.key}, or it is not there any more. Choose another ticket, or ask a project administrator for the permission "Add comments".` };
  if (status === 429) return { ok: false, words: 'Jira is limiting requests at the moment. Wait a minute and post it again.' };
  if (status >= 500) return { ok: false, words: `Jira did not answer, so it is not known whether your comment was posted. Look at ${ticket.key} before you post it again.` };
  return { ok: false, words: wordsOfRefusal(status, body) };
}
