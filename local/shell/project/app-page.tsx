import { AppFrame } from '../frame/app-frame';
import { MOVED } from '../frame/frame-history';
import { addressOf } from '../parts/address';
import type { ShownProject } from '../parts/jira-shapes';
import { Loading, Refusal } from '../parts/loading';
import { useSite } from '../parts/site-context';
import { useAnswer } from '../parts/use-answer';

export interface AppPageProps {
  readonly project: string;
  /** Address below the module's base: `/demand`; empty at the base. */
  readonly route: string;
  readonly kind: 'project' | 'settings';
}

/** A full page of the app in a project, with the subpages of its manifest. */
export function AppPage({ project, route, kind }: AppPageProps) {
  const { app } = useSite();
  const { answer } = useAnswer<ShownProject>(`/rest/api/3/project/${encodeURIComponent(project)}`);
  const [module] = kind === 'project' ? app.projectPages : app.projectSettingsPages;
  if (module === undefined) return <Refusal title="The app has no page here." words={['Its manifest declares none.']} />;
  const basePath = kind === 'project' ? addressOf.projectPage(project, app) : addressOf.projectSettingsPage(project, app);
  return (
    <Loading answer={answer} what="this project">
      {({ id, name }) => (
        <>
          <nav aria-label="Breadcrumbs" className="jira-crumbs">
            <a href={addressOf.list(project)}>{name}</a> / {kind === 'settings' && <><a href={addressOf.projectSettings(project)}>Project settings</a> / </>}{module.title}
          </nav>
          {module.pages.length > 0 && <Subpages basePath={basePath} route={route} pages={module.pages} />}
          <AppFrame title={`${module.title} page`} resource={module.resource} appOrigin={app.appOrigin} place={{ moduleKey: module.key, project: id }} minHeight={480} basePath={basePath} />
        </>
      )}
    </Loading>
  );
}

interface SubpagesProps {
  readonly basePath: string;
  readonly route: string;
  readonly pages: readonly { readonly title: string; readonly route: string }[];
}

/** The subpages as Jira lists them; a click moves the page without loading it anew. */
function Subpages({ basePath, route, pages }: SubpagesProps) {
  const current = pages.find((page) => route === `/${page.route}` || route.startsWith(`/${page.route}/`)) ?? (route === '' || route === '/' ? pages[0] : undefined);
  return (
    <nav aria-label="Pages" className="jira-subpages">
      {pages.map((page) => (
        <a
          key={page.route} href={`${basePath}/${page.route}`} {...(page === current ? { 'aria-current': 'page' as const } : {})}
          onClick={(event) => {
            event.preventDefault();
            window.history.pushState(null, '', `${basePath}/${page.route}`);
            window.dispatchEvent(new Event(MOVED));
            window.dispatchEvent(new PopStateEvent('popstate'));
          }}
        >
          {page.title}
        </a>
      ))}
    </nav>
  );
}
