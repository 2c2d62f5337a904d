import './roadmap.css';
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { askJira, ConsentNeeded as ConsentError, openHistory, readPageContext, type PageContext } from '../shared/bridge';
import { createDemandStore, type DemandState, type DemandStore } from '../shared/demand-store';
import { PageFrame } from '../shared/page-frame';
import { ConsentNeeded, Failed, Loading } from '../shared/page-states';
import { LoadStrip } from './load-strip';
import { NotOptedIn } from './not-opted-in';
import { sheetOf } from './print/sheet-address';
import { RankingKeeper } from './ranking/ranking-keeper';
import { settingsAddress } from './settings-address';
import { subpageOf, type PageFacts, type Subpage } from './subpages';
import { usePlace, type Place } from './use-place';

const SheetPage = lazy(() => import('./print/sheet-page').then((module) => ({ default: module.SheetPage })));

type PageHistory = Awaited<ReturnType<typeof openHistory>>;
type Opening = { readonly context: PageContext; readonly history: PageHistory } | 'opening' | 'failed';

/** The project page: opens Jira's context and history once, then shows the subpage that the address names. */
export function RoadmapPage() {
  const [opening, setOpening] = useState<Opening>('opening');
  useEffect(() => {
    Promise.all([readPageContext(), openHistory()])
      .then(([context, history]) => setOpening({ context, history }))
      .catch(() => setOpening('failed'));
  }, []);
  if (opening === 'opening') return <Loading what="this page" />;
  const project = opening === 'failed' ? undefined : opening.context.extension.project;
  if (opening === 'failed' || project === undefined) {
    return <Failed title="This page could not be opened" words="Jira did not say which project this is. Open Groundwork from the project's own menu." onRetry={() => location.reload()} />;
  }
  return <OpenPage context={opening.context} history={opening.history} project={project} />;
}

function OpenPage({ context, history, project }: { readonly context: PageContext; readonly history: PageHistory; readonly project: { readonly id: string; readonly key: string } }) {
  const place = usePlace(history, ranks);
  const facts = useMemo<PageFacts>(() => ({
    projectKey: project.key, siteUrl: context.siteUrl.replace(/\/$/, ''), settingsUrl: settingsAddress(context), locale: context.locale, today: new Date().toISOString().slice(0, 10),
    ...(context.accountId === undefined ? {} : { accountId: context.accountId }),
  }), [context, project.key]);
  const store = useMemo(() => createDemandStore({
    ask: askJira, projectId: project.id, locale: facts.locale, today: facts.today, isConsentError: (error) => error instanceof ConsentError,
  }), [project.id, facts]);
  useEffect(() => {
    store.start();
    return () => store.close();
  }, [store]);
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  const subpage = subpageOf(place.route);
  return (
    <PageFrame title={subpage.title} lead={subpage.lead}>
      <PageBody state={state} store={store} subpage={subpage} place={place} facts={facts} />
    </PageFrame>
  );
}

function ranks(route: string): boolean {
  return subpageOf(route).need !== undefined;
}

interface PageBodyProps {
  readonly state: DemandState;
  readonly store: DemandStore;
  readonly subpage: Subpage;
  readonly place: Place;
  readonly facts: PageFacts;
}

function PageBody({ state, store, subpage, place, facts }: PageBodyProps) {
  const sheet = subpage.need === 'draws' ? sheetOf(place.search) : undefined;
  switch (state.state) {
    case 'loading': return <Loading what={`the demand on ${facts.projectKey}`} />;
    case 'consent': return <ConsentNeeded onAllow={store.start} />;
    case 'failed': return <Failed title="The demand could not be loaded" words={state.words} onRetry={store.start} />;
    case 'forbidden': return <Failed title="You cannot see this project's settings" words={`Jira does not let you read ${facts.projectKey}, so this page cannot show who asks it. Ask an administrator of the project for the permission Browse projects.`} />;
    case 'unreadable': return <Failed title="This project's Groundwork settings cannot be read" words={state.words} onRetry={store.start} />;
    case 'absent': return <NotOptedIn facts={facts} project={state.facts} />;
    case 'ready': return (
      <>
        <LoadStrip demand={state} store={store} locale={facts.locale} />
        <RankingKeeper demand={state} place={place} facts={facts} need={subpage.need}>
          <Suspense fallback={<Loading what={subpage.title} />}>
            {sheet === undefined ? <subpage.View demand={state} store={store} place={place} facts={facts} /> : <SheetPage demand={state} store={store} place={place} facts={facts} sheet={sheet} />}
          </Suspense>
        </RankingKeeper>
      </>
    );
    default: return state satisfies never;
  }
}
