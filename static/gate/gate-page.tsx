import './gate.css';
import { ConsentNeeded, Failed, Loading } from '../shared/page-states';
import { GateReady } from './gate-ready';
import { useGatePage } from './use-gate-page';

/** The configuration of one gate, in the workflow editor: view, edit and create. */
export function GatePage() {
  const [state, reload] = useGatePage();
  switch (state.kind) {
    case 'loading': return <main className="gw-gate"><Loading what="this rule" /></main>;
    case 'failed': return <main className="gw-gate"><Failed title="This rule could not be loaded" words={state.words} onRetry={reload} /></main>;
    case 'consent': return <main className="gw-gate"><ConsentNeeded onAllow={reload} /></main>;
    case 'ready': return <GateReady {...state.data} onReload={reload} />;
    default: return state satisfies never;
  }
}
