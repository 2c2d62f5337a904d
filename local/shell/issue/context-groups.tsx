import { useState } from 'react';
import type { ShellModule } from '../../bridge/app-endpoints';
import { AppFrame } from '../frame/app-frame';
import { useSite } from '../parts/site-context';
import type { IssuePartProps } from './issue-panels';

/** The app's groups in the right column: closed at first, loaded when opened. */
export function ContextGroups({ issue, onRefreshIssue }: IssuePartProps) {
  const { app } = useSite();
  return <>{app.issueContexts.map((module) => <ContextGroup key={module.key} module={module} issue={issue} onRefreshIssue={onRefreshIssue} />)}</>;
}

function ContextGroup({ module, issue, onRefreshIssue }: IssuePartProps & { readonly module: ShellModule }) {
  const { app } = useSite();
  const [isOpen, setOpen] = useState(false);
  // Closing only hides the page: what was typed in it stays.
  const [wasOpened, setOpened] = useState(false);
  const toggle = (): void => {
    setOpened(true);
    setOpen(!isOpen);
  };
  return (
    <section className="jira-group" data-testid="issue.context">
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={toggle}><span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {module.title}</button>
      </h2>
      {wasOpened && (
        <div hidden={!isOpen}>
          <AppFrame
            title={`${module.title} in the right column`} resource={module.resource} appOrigin={app.appOrigin} minHeight={112}
            place={{ moduleKey: module.key, issue: issue.id }} onRefreshIssue={onRefreshIssue}
          />
        </div>
      )}
    </section>
  );
}
