import type { Comment, Issue } from '../jira/issue';
import { propertiesOf } from '../jira/properties';
import type { SiteTables } from '../jira/site-tables';
import { showPerson } from './show-person';

interface View {
  readonly tables: SiteTables;
  readonly site: string;
}

/** A comment as REST shows it; with `properties` its entity properties too. */
export function showComment(comment: Comment, { tables, site }: View, withProperties = false): Record<string, unknown> {
  const author = comment.authorId === undefined ? undefined : tables.people.get(comment.authorId);
  const updater = comment.updateAuthorId === undefined ? author : tables.people.get(comment.updateAuthorId);
  return {
    self: `${site}/rest/api/3/issue/${comment.issueId}/comment/${comment.id}`, id: comment.id,
    ...(author === undefined ? {} : { author: showPerson(author, site) }),
    body: comment.body,
    ...(updater === undefined ? {} : { updateAuthor: showPerson(updater, site) }),
    created: comment.created, updated: comment.updated, jsdPublic: true,
    ...(withProperties ? { properties: propertiesOf(tables, 'comment', comment.id).map(({ key, value }) => ({ key, value })) } : {}),
  };
}

/** The field `comment` of an issue: all of its comments, oldest first. */
export function showComments(issue: Issue, view: View): Record<string, unknown> {
  const comments = [...view.tables.comments.of(issue.id)].sort((a, b) => (a.created < b.created ? -1 : 1)).map((comment) => showComment(comment, view));
  return { comments, self: `${view.site}/rest/api/3/issue/${issue.id}/comment`, maxResults: comments.length, total: comments.length, startAt: 0 };
}
