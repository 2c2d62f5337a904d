import './page-parts.css';
import type { ReactNode } from 'react';

export interface NoticeProps {
  readonly kind: 'information' | 'warning' | 'error' | 'success';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly testId?: string;
  /** Announce at once (errors and results of what the user just did). */
  readonly live?: boolean;
}

/** A message in the page. */
export function Notice({ kind, title, children, testId, live = false }: NoticeProps) {
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div className={`gw-notice gw-notice--${kind}`} role={role} data-testid={testId}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  );
}
