import type { CriterionGrade } from '../../../src/domain/context/criteria';
import { CRITERIA } from '../../../src/domain/context/criteria';
import type { Finding } from '../../../src/domain/context/finding';
import type { Judgement } from '../../../src/domain/context/judge-context';
import { joinWords } from '../../../src/domain/context/join-words';
import type { GateOutlook } from '../../../src/domain/gate/foresee-gate';
import { PlainButton } from '../../shared/plain-button';
import { GRADE_WORDS, NEXT_GRADE_WORDS } from '../words';

export interface GradeSectionProps {
  readonly judgement: Judgement;
  readonly isDone: boolean;
  /** What the gates of the infrastructure project would say, by name. */
  readonly gates: readonly { readonly name: string; readonly outlook: GateOutlook }[];
  /** The way to where this user can do what a finding says; undefined: nothing that this user could do here. */
  readonly wayTo: (finding: Finding) => (() => void) | undefined;
}

/** The grade, and what the next one wants, each with the way to the field. */
export function GradeSection({ judgement, isDone, gates, wayTo }: GradeSectionProps) {
  const next = nextGrade(judgement, isDone);
  const wanted = judgement.findings.filter(({ blocks, criterion }) => blocks && CRITERIA[criterion].grade === next);
  const advice = judgement.findings.filter(({ blocks }) => !blocks);
  return (
    <div className="gw-section" data-testid="panel.grade">
      <h3><span className={`gw-grade gw-grade--${judgement.grade}`}>{GRADE_WORDS[judgement.grade]}</span></h3>
      {next !== undefined && wanted.length > 0 && (
        <>
          <p className="gw-next">{NEXT_GRADE_WORDS[next]}:</p>
          <FindingList findings={wanted} wayTo={wayTo} />
        </>
      )}
      {advice.length > 0 && <><p className="gw-next">Worth a look:</p><FindingList findings={advice} wayTo={wayTo} /></>}
      <Gates gates={gates} />
    </div>
  );
}

function FindingList({ findings, wayTo }: { readonly findings: readonly Finding[]; readonly wayTo: GradeSectionProps['wayTo'] }) {
  return (
    <ul className="gw-findings">
      {findings.map((finding) => {
        const { path, words, code, criterion } = finding;
        const go = wayTo(finding);
        return <li key={`${criterion}-${code}-${path}`}>{go === undefined ? words : <PlainButton look="link" onClick={go}>{words}</PlainButton>}</li>;
      })}
    </ul>
  );
}

/** What each gate would say today, before and whether or not a rule is installed. */
function Gates({ gates }: { readonly gates: GradeSectionProps['gates'] }) {
  if (gates.length === 0) return null;
  return (
    <>
      <p className="gw-next">At the gates:</p>
      <ul className="gw-gates" aria-label="Gates">{gates.map(({ name, outlook }) => <li key={name}>{outlookWords(name, outlook)}</li>)}</ul>
    </>
  );
}

function outlookWords(name: string, outlook: GateOutlook): string {
  switch (outlook.says) {
    case 'pass': return `“${name}” would let it pass.`;
    case 'pass-by-bypass': return `“${name}” would let it pass by the bypass, although it lacks ${joinWords(outlook.lacks)}.`;
    case 'refuse': return `“${name}” would refuse it: it lacks ${joinWords(outlook.lacks)}.`;
    case 'no-context': return `“${name}” would refuse it: it has no context of its own yet.`;
    default: return outlook satisfies never;
  }
}

function nextGrade({ grade, missing }: Judgement, isDone: boolean): CriterionGrade | undefined {
  if (isDone && missing.includes('outcome')) return 'closing';
  switch (grade) {
    case 'none': return 'bronze';
    case 'bronze': return 'silver';
    case 'silver': return 'gold';
    case 'gold': return missing.includes('outcome') ? 'closing' : undefined;
    default: return grade satisfies never;
  }
}
