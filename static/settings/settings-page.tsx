import './settings.css';
import { PageFrame } from '../shared/page-frame';
import { ConsentNeeded, Failed, Loading } from '../shared/page-states';
import { SettingsReady } from './settings-ready';
import { useSettingsPage } from './use-settings-page';

/** Groundwork in the settings of a project: opting in, and everything that its team decides once. */
export function SettingsPage() {
  const [page, reload] = useSettingsPage();
  switch (page.state) {
    case 'loading': return <Loading what="the settings" />;
    case 'consent': return <ConsentNeeded onAllow={reload} />;
    case 'lost': return <Failed title="This page could not be opened" words="Jira did not say which project this is, or did not answer. Open Groundwork from the project's settings." onRetry={reload} />;
    case 'loaded': break;
    default: return page satisfies never;
  }
  const { found, locale, siteUrl, projectKey } = page;
  switch (found.kind) {
    case 'failed': return <Failed title="The settings could not be loaded" words={found.words} onRetry={reload} />;
    case 'forbidden': return <Failed title="You cannot see this project" words={`Jira does not let you read ${projectKey}. Ask one of its administrators for the permission Browse Projects.`} onRetry={reload} />;
    case 'newer': return <Failed title="A newer Groundwork wrote these settings" words={`They have version ${found.version}, and this one does not touch them. Reload the page; if that does not help, ask your Jira administrator to update the app.`} onRetry={reload} />;
    case 'found': return (
      <PageFrame title="Groundwork" lead={`Product context for the tickets that ask ${found.facts.project.name}.`}>
        <SettingsReady stored={found.stored} facts={found.facts} locale={locale} siteUrl={siteUrl} />
      </PageFrame>
    );
    default: return found satisfies never;
  }
}
