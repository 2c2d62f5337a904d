import './panel.css';
import { ConsentNeeded, Failed, Loading } from '../shared/page-states';
import { PanelReady } from './panel-ready';
import { usePanel } from './use-panel';

/** The product context of one ticket: loading, failed, "allow access", or ready. */
export function Panel() {
  const [state, reload] = usePanel();
  switch (state.kind) {
    case 'loading': return <main className="gw-panel"><Loading what="the product context" /></main>;
    case 'failed': return <main className="gw-panel"><Failed title="The product context could not be loaded" words={state.words} onRetry={reload} /></main>;
    case 'consent': return <main className="gw-panel"><ConsentNeeded onAllow={reload} /></main>;
    case 'ready': return <PanelReady key={state.data.ticket.id} {...state} onReload={reload} />;
    default: return state satisfies never;
  }
}
