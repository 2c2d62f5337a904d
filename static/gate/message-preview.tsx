import { describeRefusal } from '../../src/domain/gate/describe-refusal';
import type { GateDraft } from './gate-draft';

interface MessagePreviewProps {
  readonly draft: GateDraft;
  /** A ticket to name in the sentences. */
  readonly issueKey: string;
}

/** What a person reads whom this gate refuses; made by the function that a test compares with Jira's expression. */
export function MessagePreview({ draft, issueKey }: MessagePreviewProps) {
  const { criteria } = draft;
  if (criteria.length === 0) return <p className="gw-quiet">Choose what to ask for, and the message appears here.</p>;
  const policy = { ...draft, hint: draft.hint.trim(), criteria: criteria.map(({ code, label }) => ({ code, label: label.trim() })) };
  const lacking = (count: number) => describeRefusal(policy, { met: criteria.slice(count).map(({ code }) => code), hash: '' }, undefined, issueKey);
  const none = describeRefusal(policy, undefined, undefined, issueKey);
  return (
    <dl className="gw-gate-messages" data-testid="gate.preview" aria-live="polite">
      <dt>{criteria.length === 1 ? 'If it is missing' : 'If the first is missing'}</dt><dd>{lacking(1)}</dd>
      {criteria.length > 1 && <><dt>{criteria.length === 2 ? 'If both are missing' : 'If the first two are missing'}</dt><dd>{lacking(2)}</dd></>}
      <dt>If there is no product context, or a copied one</dt><dd>{none}</dd>
    </dl>
  );
}
