import type { Acceptance, Bypass } from '../../../src/domain/context/product-context';
import { formatDay } from '../../../src/domain/context/why-sentence';
import type { CommentProof } from '../load-acceptance';

export interface AgreementLineProps {
  readonly accepted?: Acceptance | undefined;
  readonly proof?: CommentProof | undefined;
  /** Hash of what stands here now. */
  readonly hash: string;
  readonly bypass?: Bypass | undefined;
  readonly gates: readonly { readonly gate: string; readonly name: string }[];
  readonly locale: string;
}

/** Whether infrastructure agreed to what stands here, and whether a gate was bypassed. */
export function AgreementLine({ accepted, proof, hash, bypass, gates, locale }: AgreementLineProps) {
  if (accepted === undefined && bypass === undefined) return null;
  return (
    <div className="gw-section" data-testid="panel.agreement">
      {accepted !== undefined && <p>{agreementWords(accepted, proof, hash, locale)}</p>}
      {bypass !== undefined && <p>May pass “{gates.find(({ gate }) => gate === bypass.gate)?.name ?? bypass.gate}” without meeting it, because: {bypass.why}</p>}
    </div>
  );
}

function agreementWords(accepted: Acceptance, proof: CommentProof | undefined, hash: string, locale: string): string {
  if (proof === undefined) return 'Looking for the comment that proves the agreement …';
  switch (proof.state) {
    case 'not-found': return 'The record says it was agreed, but no comment on this ticket proves that, so it does not count.';
    case 'unknown': return 'The record says it was agreed; Jira did not answer whether the comment that proves it is there.';
    case 'proven': {
      const when = proof.created === '' ? '' : ` on ${formatDay(proof.created.slice(0, 10), locale)}`;
      return accepted.hash === hash ? `Agreed as written by ${proof.author}${when}.` : `${proof.author} agreed${when}, but what stands here has changed since.`;
    }
    default: return proof satisfies never;
  }
}
