import { addressOf } from '../parts/address';
import type { LinkedIssue, ShownIssue } from '../parts/jira-shapes';
import { StatusLozenge } from '../parts/status-lozenge';

interface Row {
  readonly how: string;
  readonly to: LinkedIssue;
}

/** Sub-tasks and links of a ticket; nothing when there are none. */
export function LinkedIssues({ issue }: { readonly issue: ShownIssue }) {
  const subtasks: Row[] = (issue.fields.subtasks ?? []).map((to) => ({ how: 'sub-task', to }));
  const links: Row[] = (issue.fields.issuelinks ?? []).flatMap(({ type, inwardIssue, outwardIssue }) => {
    if (outwardIssue !== undefined) return [{ how: type.outward, to: outwardIssue }];
    return inwardIssue === undefined ? [] : [{ how: type.inward, to: inwardIssue }];
  });
  const rows = [...subtasks, ...links];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="links-title">
      <h2 id="links-title" className="jira-section">Linked tickets</h2>
      <ul className="jira-links">
        {rows.map(({ how, to }) => (
          <li key={`${how} ${to.id}`}>
            <span className="jira-quiet">{how}</span> <a href={addressOf.issue(to.key)}>{to.key}</a> {to.fields?.summary ?? ''} {to.fields?.status !== undefined && <StatusLozenge status={to.fields.status} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
