import type { StoredContext } from '../../../src/contract/record';
import type { IndexState } from '../../../src/domain/context/check-index';
import { Notice } from '../../shared/notice';

export interface RecordNoticesProps {
  readonly stored: StoredContext;
  readonly indexState: IndexState | undefined;
  readonly inheritedFrom?: string | undefined;
  /** Whether this user can repair it by saving. */
  readonly mayEdit: boolean;
}

/** Says what is unusual about the stored record: malformed, newer, copied, edited outside, out of date, inherited. */
export function RecordNotices({ stored, indexState, inheritedFrom, mayEdit }: RecordNoticesProps) {
  return (
    <>
      {inheritedFrom !== undefined && (
        <Notice kind="information" testId="panel.inherited"><p>This ticket has no context of its own. It shows the one of {inheritedFrom}.</p></Notice>
      )}
      <StoredNotice stored={stored} mayEdit={mayEdit} />
      <IndexNotice state={indexState} mayEdit={mayEdit} />
    </>
  );
}

function StoredNotice({ stored, mayEdit }: { readonly stored: StoredContext; readonly mayEdit: boolean }) {
  switch (stored.state) {
    case 'absent': case 'read': return null;
    case 'newer': return (
      <Notice kind="warning" title="Written by a newer Groundwork" testId="panel.newer">
        <p>This context has version {stored.version}, and this page knows version 1. It is left as it is, so that nothing is lost. Reload the page; if that does not help, ask your Jira administrator to update the app.</p>
      </Notice>
    );
    case 'malformed': return (
      <Notice kind="warning" title="Parts of this context cannot be read" testId="panel.malformed">
        <p>Somebody or something wrote it without Groundwork. What could be kept is shown below. {mayEdit ? 'Check it and save: the next save repairs the rest.' : 'Somebody who may edit this ticket can repair it by saving.'}</p>
        <ul>{stored.complaints.slice(0, SHOWN_COMPLAINTS).map((complaint, at) => <li key={at}>{complaint}</li>)}</ul>
        {stored.complaints.length > SHOWN_COMPLAINTS && <p>And {stored.complaints.length - SHOWN_COMPLAINTS} more.</p>}
      </Notice>
    );
    default: return stored satisfies never;
  }
}

const SHOWN_COMPLAINTS = 8;

function IndexNotice({ state, mayEdit }: { readonly state: IndexState | undefined; readonly mayEdit: boolean }) {
  const repair = mayEdit ? ' The next save puts it right.' : '';
  switch (state) {
    case undefined: case 'as stored': return null;
    case 'copied from another ticket': return (
      <Notice kind="warning" title="Copied from another ticket: a draft to check" testId="panel.copied">
        <p>This record was written for another ticket, so gates do not count it here. Agreement, bypass and outcome are not taken over.{mayEdit ? ' Check it, change what differs, and save.' : ''}</p>
      </Notice>
    );
    case 'edited outside Groundwork': return (
      <Notice kind="warning" title="Edited outside Groundwork" testId="panel.edited-outside">
        <p>What gates and searches read does not fit what stands here. The grade below is judged afresh.{repair}</p>
      </Notice>
    );
    case 'out of date': return (
      <Notice kind="information" title="Out of date" testId="panel.out-of-date">
        <p>The rules or the settings have changed since this was saved. The grade below is by today’s rules; gates still read the old one.{repair}</p>
      </Notice>
    );
    default: return state satisfies never;
  }
}
