import './page-parts.css';
import type { ReactNode } from 'react';

export interface PageFrameProps {
  readonly title: string;
  /** One sentence below the title: what this page is for. */
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a full page: title, what it is for, its actions, its content. */
export function PageFrame({ title, lead, actions, children }: PageFrameProps) {
  return (
    <main className="gw-page">
      <div className="gw-page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="gw-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="gw-actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
}
