import Heading from '@atlaskit/heading';
import { useCallback, useEffect, useState } from 'react';
import { addressOf } from '../parts/address';
import { AdfDocument } from '../parts/adf-document';
import type { ShownIssue } from '../parts/jira-shapes';
import { Loading } from '../parts/loading';
import { useAnswer } from '../parts/use-answer';
import { Comments } from './comments';
import { ContextGroups } from './context-groups';
import { IssueFields } from './issue-fields';
import { IssuePanels } from './issue-panels';
import { LinkedIssues } from './linked-issues';
import { Transitions } from './transitions';

/** One ticket as Jira shows it: what it is about, the app's panel, comments; status and fields beside. */
export function IssueView({ issueKey }: { readonly issueKey: string }) {
  const { answer, reload } = useAnswer<ShownIssue>(`/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=*all&expand=names`);
  return <Loading answer={answer} what="this ticket">{(issue) => <Ready issue={issue} reload={reload} />}</Loading>;
}

function Ready({ issue, reload }: { readonly issue: ShownIssue; readonly reload: () => void }) {
  const { fields } = issue;
  const [changes, setChanges] = useState(0);
  const onChanged = useCallback(() => {
    setChanges((count) => count + 1);
    reload();
  }, [reload]);
  useEffect(() => {
    document.title = `[${issue.key}] ${fields.summary} - Jira`;
  }, [issue.key, fields.summary]);
  return (
    <>
      <nav aria-label="Breadcrumbs" className="jira-crumbs">
        <a href={addressOf.list(fields.project.key)}>{fields.project.name}</a> / {fields.parent !== undefined && <><a href={addressOf.issue(fields.parent.key)}>{fields.parent.key}</a> / </>}<a href={addressOf.issue(issue.key)} aria-current="page">{issue.key}</a>
      </nav>
      <div className="jira-issue">
        <div className="jira-issue-main">
          <Heading as="h1" size="large">{fields.summary}</Heading>
          <section aria-labelledby="description-title">
            <h2 id="description-title" className="jira-section">Description</h2>
            <AdfDocument document={fields.description} />
          </section>
          <LinkedIssues issue={issue} />
          <IssuePanels issue={issue} onRefreshIssue={onChanged} />
          <Comments issueKey={issue.key} changes={changes} />
        </div>
        <aside className="jira-issue-side" aria-label="Status and details">
          <Transitions issue={issue} onMoved={onChanged} />
          <IssueFields issue={issue} />
          <ContextGroups issue={issue} onRefreshIssue={onChanged} />
        </aside>
      </div>
    </>
  );
}
