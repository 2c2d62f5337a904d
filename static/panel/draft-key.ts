/** Where this tab keeps what was typed about a ticket. */
export function draftKey(issueId: string): string {
  return `groundwork.draft.${issueId}`;
}

/** Whether something typed earlier waits to be continued. */
export function hasKeptDraft(issueId: string): boolean {
  try {
    return sessionStorage.getItem(draftKey(issueId)) !== null;
  } catch {
    return false;
  }
}

/** Forgets it: it was saved or given up. */
export function dropKeptDraft(issueId: string): void {
  try {
    sessionStorage.removeItem(draftKey(issueId));
  } catch {
    // Where nothing can be kept, there is nothing to forget.
  }
}
