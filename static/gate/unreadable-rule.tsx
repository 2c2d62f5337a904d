import { Notice } from '../shared/notice';
import { PlainButton } from '../shared/plain-button';
import type { StoredRule } from './read-rule';
import { useRuleSubmit } from './use-rule-submit';

const refuse = (): undefined => undefined;

interface UnreadableRuleProps {
  readonly stored: Extract<StoredRule, { state: 'malformed' }>;
  /** Absent where the rule is only looked at. */
  readonly onReplace: (() => void) | undefined;
}

/** A saved configuration that is not one of ours: shown as it is, replaced only when somebody says so. */
export function UnreadableRule({ stored, onReplace }: UnreadableRuleProps) {
  // Until somebody replaces it, nothing is saved over what stands there.
  useRuleSubmit(refuse, onReplace !== undefined);
  return (
    <main className="gw-gate" data-testid="gate.unreadable">
      <h1>This rule cannot be read</h1>
      <Notice kind="error">
        <p>Something else wrote this configuration, or an older version did. While it stays like this, the gate refuses every ticket on this transition.</p>
        <ul>{stored.complaints.map((complaint) => <li key={complaint}>{complaint}</li>)}</ul>
      </Notice>
      <h2>What stands there</h2>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long texts scroll, and the keyboard must be able to scroll them */}
      <pre className="gw-gate-raw" tabIndex={0} aria-label="The saved configuration">{stored.text}</pre>
      {onReplace === undefined
        ? <p>Open the rule for editing to replace it.</p>
        : <div><PlainButton look="primary" onClick={onReplace} testId="gate.replace">Replace it with a new one</PlainButton><p className="gw-quiet">What could be read is filled in. Nothing changes until you save the rule.</p></div>}
    </main>
  );
}
