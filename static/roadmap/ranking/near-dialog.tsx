import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface NearDialogProps {
  readonly labelledBy: string;
  readonly testId: string;
  /** Height in the frame, in CSS pixels, of what opened it; without one, of the control that has the focus. */
  readonly near?: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Kept free above the dialog and below it. */
const GAP = 16;
const ABOVE = 80;

/**
 * A modal dialog beside what opened it. Jira makes a page's frame as tall as its content, so the middle of the frame, where
 * browsers put dialogs, may be far outside of what anybody sees.
 */
export function NearDialog({ labelledBy, testId, near, onClose, children }: NearDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown === null || shown.open) return;
    const height = near ?? document.activeElement?.getBoundingClientRect().top ?? 0;
    shown.showModal();
    const lowest = window.innerHeight - shown.offsetHeight - GAP;
    shown.style.top = `${String(window.scrollY + Math.max(GAP, Math.min(height - ABOVE, lowest)))}px`;
    // Scrolls Jira's page around the frame, too, which no page can do otherwise.
    shown.scrollIntoView({ block: 'nearest' });
    // Closed before it goes: that is how the focus returns to what opened it.
    return () => shown.close();
  }, [near]);
  return <dialog ref={dialog} className="gr-rk-dialog" aria-labelledby={labelledBy} onClose={onClose} data-testid={testId}>{children}</dialog>;
}
