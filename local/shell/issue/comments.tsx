import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useEffect, useState } from 'react';
import { AdfDocument } from '../parts/adf-document';
import type { ShownComment } from '../parts/jira-shapes';
import { Loading, Refusal } from '../parts/loading';
import { ask } from '../parts/server';
import { textDocument } from '../parts/text-document';
import { useAnswer } from '../parts/use-answer';

export interface CommentsProps {
  readonly issueKey: string;
  /** Grows when something else may have commented. */
  readonly changes: number;
}

/** What people and the app wrote under the ticket, and a field to add to it. */
export function Comments({ issueKey, changes }: CommentsProps) {
  const path = `/rest/api/3/issue/${encodeURIComponent(issueKey)}/comment`;
  const { answer, reload } = useAnswer<{ comments: ShownComment[] }>(path);
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<readonly string[] | undefined>(undefined);
  useEffect(reload, [changes, reload]);

  async function add(): Promise<void> {
    const added = await ask(path, { method: 'POST', body: { body: textDocument(text) } });
    if (!added.ok) return setRefusal(added.words);
    setRefusal(undefined);
    setText('');
    reload();
  }

  return (
    <section aria-labelledby="comments-title">
      <h2 id="comments-title" className="jira-section">Comments</h2>
      <Loading answer={answer} what="the comments">
        {({ comments }) => (comments.length === 0 ? <p className="jira-quiet">No comments yet.</p> : (
          <ul className="jira-comments">
            {comments.map(({ id, author, body, created }) => (
              <li key={id}>
                <p className="jira-quiet"><strong>{author?.displayName ?? 'Somebody'}</strong> {new Date(created).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })}</p>
                <AdfDocument document={body} />
              </li>
            ))}
          </ul>
        ))}
      </Loading>
      {refusal !== undefined && <Refusal title="Jira did not take the comment." words={refusal} />}
      <form
        className="jira-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label htmlFor="comment">Add a comment</label>
        <TextArea id="comment" value={text} onChange={(event) => setText(event.currentTarget.value)} minimumRows={2} />
        <div><Button type="submit" isDisabled={text.trim() === ''}>Comment</Button></div>
      </form>
    </section>
  );
}
