import { useEffect, useState } from 'react';
import type { ShellApp } from '../bridge/app-endpoints';
import { FlagsProvider } from './frame/flags';
import { MOVED } from './frame/frame-history';
import { readAddress, type Screen } from './parts/address';
import { Loading, Refusal } from './parts/loading';
import { ask, type Answer } from './parts/server';
import { openSession } from './parts/session';
import { SiteProvider, type SiteView } from './parts/site-context';
import { ColorModeProvider } from './parts/use-color-mode';
import { TopBar } from './top-bar';
import { IssueView } from './issue/issue-view';
import { TicketList } from './list/ticket-list';
import { AppPage } from './project/app-page';
import { ProjectSettings } from './project/project-settings';
import { WorkflowPage } from './workflow/workflow-page';

/** Jira: signs in, then shows the screen of the address. */
export function Shell() {
  const [site, setSite] = useState<Answer<SiteView> | undefined>(undefined);
  useEffect(() => void openSite().then(setSite), []);
  return (
    <ColorModeProvider>
      <FlagsProvider>
        <Loading answer={site} what="this site">
          {(view) => <SiteProvider value={view}><Frame /></SiteProvider>}
        </Loading>
      </FlagsProvider>
    </ColorModeProvider>
  );
}

async function openSite(): Promise<Answer<SiteView>> {
  const session = await openSession();
  if (!session.ok) return session;
  const app = await ask<ShellApp>('/local/app');
  return app.ok ? { ok: true, value: { session: session.value, app: app.value } } : app;
}

function Frame() {
  const screen = useScreen();
  return (
    <>
      <a className="jira-skip" href="#content">Skip to content</a>
      <TopBar screen={screen} />
      <main id="content" className="jira-content" tabIndex={-1}><ScreenOf screen={screen} /></main>
    </>
  );
}

/** The screen of the address, also after back, forward and a page's own moves. */
function useScreen(): Screen {
  const [screen, setScreen] = useState(() => readAddress(window.location));
  useEffect(() => {
    const read = (): void => setScreen(readAddress(window.location));
    window.addEventListener('popstate', read);
    window.addEventListener(MOVED, read);
    return () => {
      window.removeEventListener('popstate', read);
      window.removeEventListener(MOVED, read);
    };
  }, []);
  return screen;
}

function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen.kind) {
    case 'list': return <TicketList project={screen.project} jql={screen.jql} />;
    case 'issue': return <IssueView issueKey={screen.issue} />;
    case 'project-page': return <AppPage project={screen.project} route={screen.route} kind="project" />;
    case 'project-settings-page': return <AppPage project={screen.project} route={screen.route} kind="settings" />;
    case 'project-settings': return <ProjectSettings project={screen.project} />;
    case 'workflow': return <WorkflowPage project={screen.project} />;
    case 'unknown': return <Refusal title="There is no such page." words={['This local Jira has tickets, project pages of the app, project settings and workflows. Use the menus above.']} />;
    default: {
      const never: never = screen;
      return never;
    }
  }
}
