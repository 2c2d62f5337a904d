import { useId, useState } from 'react';
import { ConsentNeeded } from '../../shared/bridge';
import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import { useUnsavedGuard } from '../../shared/use-unsaved-guard';
import { TextField } from '../decisions/field';
import { TicketLink } from '../ticket-link';
import { CODE_WORDS } from './conflict-words';
import { postComment } from './post-comment';
import type { ShownConflict } from './shown-conflicts';

type State = { readonly kind: 'idle' } | { readonly kind: 'posting' } | { readonly kind: 'failed'; readonly words: string } | { readonly kind: 'posted'; readonly key: string };

/** Whoever sees a conflict can speak on it, also who does not decide it: a comment in their name on one of its tickets. */
export function ConflictComment({ shown: { conflict, hidden }, siteUrl }: { readonly shown: ShownConflict; readonly siteUrl: string }) {
  const id = useId();
  const tickets = [...new Map(conflict.sides.flatMap(({ who }) => who.map(({ ticket }) => ticket)).filter((ticket) => ticket.id > 0 && !hidden.has(ticket.id)).map((ticket) => [ticket.key, ticket])).values()];
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [key, setKey] = useState('');
  const [state, setState] = useState<State>({ kind: 'idle' });
  useUnsavedGuard(text.trim() !== '');
  const chosen = tickets.find((ticket) => ticket.key === key) ?? tickets[0];
  if (chosen === undefined) return null;
  const about = `About the conflict on the shared data ${conflict.at.element} (${CODE_WORDS[conflict.code].toLowerCase()}):`;
  const post = async (): Promise<void> => {
    setState({ kind: 'posting' });
    const posted = await postComment(chosen, `${about}\n${text}`).catch((error: unknown) => ({
      ok: false as const, words: error instanceof ConsentNeeded
        ? 'Jira wants your consent before Groundwork may comment in your name. Post it again and confirm in Jira’s window.'
        : `Jira could not be reached, so it is not known whether your comment was posted. Look at ${chosen.key} before you post it again.`,
    }));
    setState(posted.ok ? { kind: 'posted', key: chosen.key } : { kind: 'failed', words: posted.words });
    if (!posted.ok) return;
    setText('');
    setOpen(false);
  };
  return (
    <div className="gc-comment" data-testid="conflict.comment">
      {state.kind === 'posted' && <p role="status">Your comment stands on <TicketLink ticketKey={state.key} siteUrl={siteUrl} />.</p>}
      {!isOpen && <PlainButton look="link" onClick={() => setOpen(true)} testId="conflict.comment.open">{text.trim() === '' ? 'Comment on it' : 'Go on with your comment'}</PlainButton>}
      {isOpen && (
        <form onSubmit={(event) => { event.preventDefault(); if (state.kind !== 'posting' && text.trim() !== '') void post(); }}>
          <div className="gr-field">
            <label htmlFor={id}>On which ticket</label>
            <select id={id} className="gw-focus" value={chosen.key} onChange={(event) => setKey(event.target.value)}>
              {tickets.map((ticket) => <option key={ticket.key} value={ticket.key}>{ticket.key}</option>)}
            </select>
          </div>
          <TextField label="Your comment" type="area" most={2000} hint={`It is posted in your name and begins with “${about}”`} value={text} onChange={setText} />
          {state.kind === 'failed' && <Notice kind="error" title="Your comment was not posted, as far as is known" live><p>{state.words} What you wrote is still here.</p></Notice>}
          <div className="gw-actions">
            <PlainButton type="submit" unavailable={text.trim() === '' ? 'Write something first' : state.kind === 'posting' ? 'It is being posted' : undefined} testId="conflict.comment.post">{state.kind === 'posting' ? 'Posting …' : 'Post the comment'}</PlainButton>
            <PlainButton look="subtle" onClick={() => setOpen(false)}>Close</PlainButton>
          </div>
        </form>
      )}
    </div>
  );
}
