import { useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { ConsentNeeded } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { ProblemNotice } from '../../shared/problem-notice';
import { useCall } from '../../shared/use-call';

interface AskFormProps {
  readonly demand: Demand;
  readonly question: string;
  readonly onAsked: (words: string) => void;
  readonly onCancel: () => void;
}

/** Asks the reporter on the ticket, in words that can be changed before they are posted. */
export function AskForm({ demand: { ticket }, question, onAsked, onCancel }: AskFormProps) {
  const [text, setText] = useState(`Our planning meeting needs to know more about ${ticket.key}. ${question} Please add it under "Product context" on this ticket.`);
  const asking = useCall('askReporters');
  const [words, setWords] = useState('');
  const ask = async (): Promise<void> => {
    if (text.trim() === '') return setWords('Write what you want to know.');
    setWords('');
    const reply = await asking.run({ questions: [{ issueId: ticket.id, text: text.trim() }] });
    const result = reply?.results[0];
    if (result?.outcome === 'asked') onAsked(`${ticket.key}: its reporter was asked.`);
    if (result?.outcome === 'asked-recently') onAsked(`${ticket.key}: its reporter was asked on ${result.on.slice(0, 10)} already.`);
    if (result?.outcome === 'failed') setWords(result.problem.words);
  };
  return (
    <form className="gr-mt-form" onSubmit={(event) => { event.preventDefault(); if (asking.state.kind !== 'running') void ask(); }}>
      <label htmlFor={`ask-${ticket.id}`} className="gw-small">Comment on {ticket.key}, in your name{ticket.reporter === undefined ? '' : `, to ${ticket.reporter.name}`}</label>
      <textarea id={`ask-${ticket.id}`} className="gr-copy gr-mt-ask" value={text} maxLength={2000} onChange={({ target }) => setText(target.value)} />
      <p role="alert" className="gr-mt-error">{words}</p>
      {asking.state.kind === 'failed' && <ProblemNotice title="Nobody was asked" problem={asking.state.problem} />}
      {asking.state.kind === 'consent' && <ConsentNeeded onAllow={() => void ask()} keeps="What you typed is still here." />}
      <div className="gw-actions">
        <PlainButton look="primary" type="submit" unavailable={asking.state.kind === 'running' ? 'Posting' : undefined}>{asking.state.kind === 'running' ? 'Posting …' : 'Post the question'}</PlainButton>
        <PlainButton look="subtle" onClick={onCancel}>Cancel</PlainButton>
      </div>
    </form>
  );
}
