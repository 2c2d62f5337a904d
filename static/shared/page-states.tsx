/** The states of a page that is not ready: loading, failed, empty, and "allow access". */

import './page-parts.css';
import Spinner from '@atlaskit/spinner';
import type { ReactNode } from 'react';
import { PlainButton } from './plain-button';

/** `what` completes "Loading …": "the context of BUYER-12". */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="gw-state gw-state--loading" role="status" data-testid="page.loading">
      <Spinner size="medium" />
      <span>Loading {what} …</span>
    </div>
  );
}

export interface FailedProps {
  readonly title: string;
  /** What happened, why, and what to do next. */
  readonly words: string;
  readonly details?: readonly string[];
  readonly onRetry?: () => void;
}

/** Something could not be loaded; nothing was lost, and it can be tried again. */
export function Failed({ title, words, details = [], onRetry }: FailedProps) {
  return (
    <div className="gw-state" role="alert" data-testid="page.failed">
      <h2>{title}</h2>
      <p>{words}</p>
      {details.length > 0 && <ul>{details.map((detail) => <li key={detail}>{detail}</li>)}</ul>}
      {onRetry !== undefined && <PlainButton look="primary" onClick={onRetry} testId="page.retry">Try again</PlainButton>}
    </div>
  );
}

export interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** The one thing to do from here. */
  readonly action?: ReactNode;
}

/** There is nothing yet: says what would stand here and what to do first. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="gw-state" data-testid="page.empty">
      <h2>{title}</h2>
      {children}
      {action}
    </div>
  );
}

/** Jira wants the user's consent; trying again makes Jira ask for it. `keeps` says what is not lost meanwhile. */
export function ConsentNeeded({ onAllow, keeps }: { readonly onAllow: () => void; readonly keeps?: string }) {
  return (
    <div className="gw-state" role="alert" data-testid="page.consent">
      <h2>Allow access</h2>
      <p>Groundwork works in your name, and Jira wants your consent for that first. Choose “Allow access” and confirm in Jira’s window.{keeps === undefined ? '' : ` ${keeps}`}</p>
      <PlainButton look="primary" onClick={onAllow} testId="page.allow">Allow access</PlainButton>
    </div>
  );
}
