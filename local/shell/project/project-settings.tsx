import Heading from '@atlaskit/heading';
import { addressOf } from '../parts/address';
import { useSite } from '../parts/site-context';

/** Project settings: the workflow, and the app's page. */
export function ProjectSettings({ project }: { readonly project: string }) {
  const { app } = useSite();
  return (
    <>
      <nav aria-label="Breadcrumbs" className="jira-crumbs"><a href={addressOf.list(project)}>{project}</a> / Project settings</nav>
      <Heading as="h1" size="large">Project settings</Heading>
      <ul className="jira-links">
        <li><a href={addressOf.workflow(project)}>Workflow</a></li>
        {app.projectSettingsPages.map(({ key, title }) => <li key={key}><a href={addressOf.projectSettingsPage(project, app)}>{title}</a></li>)}
      </ul>
    </>
  );
}
