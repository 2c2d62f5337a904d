import { Component, type ReactNode } from 'react';
import { Failed } from './page-states';

/** A fault while drawing shows words and a way out, never a blank page. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Failed
        title="This part of the page could not be shown" words="Something in it could not be drawn or loaded. Nothing was changed in Jira. Load the page again; if it stays like this, tell your Jira administrator."
        onRetry={() => { window.location.reload(); }}
      />
    );
  }
}
