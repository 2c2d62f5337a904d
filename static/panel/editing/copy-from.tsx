import TextField from '@atlaskit/textfield';
import { lazy, Suspense, useId, useState } from 'react';
import { CONTEXT_PROPERTY } from '../../../src/contract/limits';
import { readStoredContext } from '../../../src/contract/record';
import { draftFromCopy } from '../../../src/domain/context/draft-from-copy';
import { INFRASTRUCTURE_FIELDS, type ContextContent } from '../../../src/domain/context/product-context';
import type { JiraCalls } from '../../shared/load-calls';
import { PlainButton } from '../../shared/plain-button';
import { issueReplySchema } from '../jira-replies';
import type { Draft } from './draft';

/** Loaded when somebody wants to see them. */
const ExampleList = lazy(() => import('../help/example-list').then((module) => ({ default: module.ExampleList })));

export interface CopyFromProps {
  readonly calls: JiraCalls;
  readonly ownKey: string;
  readonly hasText: boolean;
  readonly mayAnswer: boolean;
  readonly draft: Draft;
  readonly locale: string;
  readonly onCopied: (content: ContextContent) => void;
  readonly onUndo: (earlier: Draft) => void;
}

/** Fills the form from another ticket's context or a filled example; what stood there before comes back with one button. */
export function CopyFrom({ calls, ownKey, hasText, mayAnswer, draft, locale, onCopied, onUndo }: CopyFromProps) {
  const id = useId();
  const [key, setKey] = useState('');
  const [words, setWords] = useState<{ readonly isError: boolean; readonly text: string }>();
  const [earlier, setEarlier] = useState<Draft>();
  const [wantsExamples, setWantsExamples] = useState(false);
  const take = (content: ContextContent, from: string): void => {
    setEarlier(draft);
    onCopied(mayAnswer ? content : withoutInfrastructure(content));
    setWords({ isError: false, text: `Copied from ${from}. Check every answer, then save.` });
  };
  const copy = async (): Promise<void> => {
    setWords({ isError: false, text: 'Looking …' });
    const found = await findContext(calls, key.trim().toUpperCase(), ownKey);
    if (typeof found === 'string') {
      setWords({ isError: true, text: found });
      return;
    }
    take(found, key.trim().toUpperCase());
  };
  return (
    <details className="gw-part" data-testid="panel.copy">
      <summary className="gw-focus">Copy from another ticket or an example</summary>
      <div className="gw-field">
        <label htmlFor={id}>Key of the ticket</label>
        <div className="gw-actions">
          <div className="gw-key"><TextField id={id} value={key} placeholder="BUYER-12" isInvalid={words?.isError === true} aria-describedby={`${id}-words`} onChange={(event) => setKey(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); void copy(); } }} testId="panel.copy.key" /></div>
          <PlainButton onClick={() => { void copy(); }} testId="panel.copy.act">Copy</PlainButton>
          {earlier !== undefined && <PlainButton look="link" onClick={() => { onUndo(earlier); setEarlier(undefined); setWords({ isError: false, text: 'What you had typed is back.' }); }}>Undo the copy</PlainButton>}
        </div>
        <p id={`${id}-words`} role="status" className={words?.isError === true ? 'gw-error' : 'gw-help'}>{words?.text ?? (hasText ? 'It replaces what you typed; you can undo that.' : 'Nothing is saved until you save.')}</p>
      </div>
      <details onToggle={({ currentTarget }) => setWantsExamples((wanted) => wanted || currentTarget.open)} data-testid="panel.examples">
        <summary className="gw-focus">Five filled examples</summary>
        {wantsExamples && <Suspense fallback={<p className="gw-help">Loading …</p>}><ExampleList locale={locale} onTake={(content, title) => take(content, `the example “${title}”`)} /></Suspense>}
      </details>
    </details>
  );
}

/** The other ticket's content, or words about why there is none. */
async function findContext(calls: JiraCalls, key: string, ownKey: string): Promise<ContextContent | string> {
  if (!/^[A-Z][A-Z0-9_]*-\d+$/.test(key)) return 'Write the key of a ticket, such as BUYER-12.';
  if (key === ownKey) return 'That is this ticket. Write the key of another one.';
  const outcome = await calls.request(`/rest/api/3/issue/${key}?fields=summary,issuetype,project&properties=${CONTEXT_PROPERTY}`);
  if (outcome.kind !== 'answered') return 'Jira did not answer. Try again in a moment.';
  const reply = issueReplySchema.safeParse(outcome.body);
  if (outcome.status !== 200 || !reply.success) return `There is no ${key}, or you may not see it.`;
  const stored = readStoredContext(reply.data.properties?.[CONTEXT_PROPERTY]);
  switch (stored.state) {
    case 'absent': return `${key} has no product context to copy.`;
    case 'newer': return `The context of ${key} was written by a newer Groundwork and cannot be copied here.`;
    case 'read': return draftFromCopy(stored.record);
    case 'malformed': return stored.salvaged;
    default: return stored satisfies never;
  }
}

function withoutInfrastructure(content: ContextContent): ContextContent {
  return Object.fromEntries(Object.entries(content).filter(([field]) => !INFRASTRUCTURE_FIELDS.some((name) => name === field)));
}
