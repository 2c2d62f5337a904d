import { route } from '@forge/api';
import { commentMark, commentReply, commentsReply } from '../contract/jira-replies';
import { COMMENT_PROPERTY } from '../contract/limits';
import type { Comments, Failure, MarkedComment, NewComment, Outcome } from '../usecases/ports';
import { askJira, type Actor } from './ask-jira';
import { invocationTime } from './invocation-time';
import { RESERVE } from './retry';

const PAGE = 100;
/** Most pages that are looked through: a ticket with more comments than this in two weeks is not a conversation. */
const PAGES = 10;
/** How far back a comment whose answer was lost can be, in milliseconds; clocks may differ a little. */
const JUST_NOW = 5 * 60_000;

/** Comments as the user `accountId`, marked with the comment property by which they are found again. */
export function commentsOf(accountId: string): Comments {
  return commentsAs('user', (author) => author === accountId);
}

/** Comments as the app. Its own account is not asked for: a mark of these kinds is the app's, whoever may have copied it. */
export const appComments: Comments = commentsAs('app', () => true);

function commentsAs(as: Actor, isActor: (author: string | undefined) => boolean): Comments {
  const comments: Comments = {
    async post(issueId, comment) {
      const posted = await postOnce(as, issueId, comment);
      if (posted.ok || !mayComeAgain(posted.failure)) return posted;
      if (posted.failure.kind === 'busy') await waitFor(posted.failure.retryAfterSeconds);
      const since = new Date(Date.now() - JUST_NOW);
      const found = await comments.listMarked(issueId, since);
      if (!found.ok) return posted;
      const { kind, hash } = comment.mark;
      const same = found.value.find((candidate) => candidate.byActor && candidate.kind === kind && candidate.hash === hash && candidate.created >= since);
      return same === undefined ? postOnce(as, issueId, comment) : { ok: true, value: same.id };
    },
    async listMarked(issueId, since) {
      const marked: MarkedComment[] = [];
      for (let page = 0; page < PAGES; page += 1) {
        const found = await readPage(as, issueId, page * PAGE);
        if (!found.ok) return found;
        const { comments: batch, startAt, total } = found.value;
        marked.push(...batch.flatMap((comment) => markOf(comment, isActor)));
        const oldest = batch.at(-1);
        if (oldest === undefined || startAt + batch.length >= total || new Date(oldest.created) < since) break;
      }
      return { ok: true, value: marked };
    },
  };
  return comments;
}

function mayComeAgain({ kind }: Failure): boolean {
  return kind === 'no-answer' || kind === 'outage' || kind === 'busy';
}

/** Waits only if there is time to post afterwards; without, the second attempt says so at once. */
async function waitFor(seconds: number): Promise<void> {
  await invocationTime.pause(Math.min(seconds * 1_000, Math.max(0, invocationTime.remaining() - RESERVE)));
}

/** Newest first. That `expand=properties` works here as it does for comment/list is to be verified on a site. */
function readPage(as: Actor, issueId: string, startAt: number) {
  return askJira({
    as, method: 'GET', reply: commentsReply,
    path: route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&expand=properties&startAt=${startAt}&maxResults=${PAGE}`,
  });
}

type FoundComment = ReturnType<typeof commentsReply.parse>['comments'][number];

function markOf({ id, created, author, properties = [] }: FoundComment, isActor: (author: string | undefined) => boolean): MarkedComment[] {
  const mark = commentMark.safeParse(properties.find(({ key }) => key === COMMENT_PROPERTY)?.value);
  return mark.success ? [{ ...mark.data, id, created: new Date(created), byActor: isActor(author?.accountId) }] : [];
}

async function postOnce(as: Actor, issueId: string, comment: NewComment): Promise<Outcome<string>> {
  const posted = await askJira({
    as, method: 'POST', path: route`/rest/api/3/issue/${issueId}/comment`, reply: commentReply,
    body: { body: documentOf(comment), properties: [{ key: COMMENT_PROPERTY, value: comment.mark }] },
  });
  return posted.ok ? { ok: true, value: posted.value.id } : posted;
}

/** Atlassian Document Format; subset of https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/. */
function documentOf({ paragraphs, to }: NewComment): unknown {
  const mention = [to ?? []].flat().flatMap(({ accountId, displayName }) => [{ type: 'mention', attrs: { id: accountId, text: `@${displayName}` } }, { type: 'text', text: ' ' }]);
  const content = paragraphs.map((text, at) => ({ type: 'paragraph', content: [...(at === 0 ? mention : []), { type: 'text', text }] }));
  return { type: 'doc', version: 1, content };
}
