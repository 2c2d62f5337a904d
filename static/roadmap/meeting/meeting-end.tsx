import { useState } from 'react';
import { copyText } from '../../shared/copy-text';
import { downloadFile } from '../../shared/csv';
import { PlainButton } from '../../shared/plain-button';

interface MeetingEndProps {
  readonly markdown: string;
  readonly fileName: string;
  /** Why no snapshot can be kept now. */
  readonly cannotKeep: string | undefined;
  readonly isSaving: boolean;
  readonly onKeep: () => Promise<boolean>;
  readonly onPrint: (sheet: 'staffing' | 'plan') => void;
}

/** The end of a meeting: its summary to paste and to keep, a snapshot to compare with next time, and the staffing case. */
export function MeetingEnd({ markdown, fileName, cannotKeep, isSaving, onKeep, onPrint }: MeetingEndProps) {
  const [said, setSaid] = useState('');
  const [isShown, setShown] = useState(false);
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(markdown);
    setShown(!isCopied);
    setSaid(isCopied ? 'The summary is in the clipboard.' : 'This page may not use the clipboard here: copy the text below, or download it.');
  };
  return (
    <section className="gr-section" aria-labelledby="gr-mt-end">
      <h2 id="gr-mt-end">At the end</h2>
      <p className="gw-quiet">The summary says what changed, what was settled, what is open and what was put off. The snapshot is what the next meeting compares with.</p>
      <div className="gw-actions">
        <PlainButton look="primary" onClick={() => void copy()} testId="meeting.copy">Copy the summary</PlainButton>
        <PlainButton onClick={() => downloadFile(fileName, 'text/markdown', markdown)} testId="meeting.download">Download it</PlainButton>
        <PlainButton
          unavailable={isSaving ? 'Saving' : cannotKeep} testId="meeting.keep"
          onClick={() => void onKeep().then((kept) => setSaid(kept ? 'The snapshot is kept: the next meeting starts from here.' : ''))}
        >Keep a snapshot</PlainButton>
        <PlainButton look="subtle" onClick={() => onPrint('staffing')} testId="meeting.staffing">Staffing case to print</PlainButton>
        <PlainButton look="subtle" onClick={() => onPrint('plan')} testId="meeting.plan">Plan to print</PlainButton>
      </div>
      {cannotKeep !== undefined && <p className="gw-quiet gw-small">{cannotKeep}</p>}
      <p role="status" data-testid="meeting.said">{said}</p>
      <details open={isShown} onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
        <summary className="gw-focus">Read the summary</summary>
        <textarea className="gr-copy gr-mt-markdown" readOnly value={markdown} aria-label="Summary in Markdown" onFocus={({ target }) => target.select()} data-testid="meeting.markdown" />
      </details>
    </section>
  );
}
