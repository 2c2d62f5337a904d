import type { Problem } from '../../src/contract/calls';
import { Notice } from './notice';
import { PlainButton } from './plain-button';

export interface ProblemNoticeProps {
  readonly title: string;
  readonly problem: Problem;
  readonly onRetry?: () => void;
}

/** Why a call did not do what was asked, in its own words, announced at once. */
export function ProblemNotice({ title, problem, onRetry }: ProblemNoticeProps) {
  const details = 'details' in problem ? (problem.details ?? []) : [];
  return (
    <Notice kind="error" title={title} live testId="page.problem">
      <p>{problem.words}</p>
      {details.length > 0 && <ul>{details.map((detail) => <li key={detail}>{detail}</li>)}</ul>}
      {onRetry !== undefined && <div><PlainButton onClick={onRetry} testId="page.problem.retry">Try again</PlainButton></div>}
    </Notice>
  );
}
