import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { ReactNode } from 'react';
import type { Answer } from './server';

export interface LoadingProps<T> {
  readonly answer: Answer<T> | undefined;
  /** What is being loaded, for the screen reader: "the ticket". */
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}

/** Loading, refused in Jira's words, or ready. */
export function Loading<T>({ answer, what, children }: LoadingProps<T>) {
  if (answer === undefined) return <div className="jira-loading"><Spinner size="large" label={`Loading ${what}`} /></div>;
  if (!answer.ok) return <Refusal title={`Jira does not show ${what}.`} words={answer.words} />;
  return <>{children(answer.value)}</>;
}

export function Refusal({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={title}>
        {words.map((sentence) => <p key={sentence}>{sentence}</p>)}
      </SectionMessage>
    </div>
  );
}
