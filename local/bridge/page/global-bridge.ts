/**
 * The script that Jira puts first into every page of an app: `globalThis.__bridge.callBridge` over a port to Jira's page.
 * Built into one file and served as /global-bridge.js; nothing of the app's build is needed for it.
 */

import { openWire, type Wire } from '../wire';
import { createPageHistory, type HistoryStart } from './page-history';
import { applyTheme, type PageTheme } from './page-theme';
import { followHeight } from './follow-height';

/** First word to Jira's page; carries the port over which everything else goes. */
const HELLO = 'groundwork-local-jira:page-ready';

function connect(): Wire {
  const channel = new MessageChannel();
  // Who may stand around this page is fixed by its frame-ancestors; the greeting itself holds nothing secret.
  window.parent.postMessage(HELLO, '*', [channel.port2]);
  return openWire(channel.port1, (target, values) => {
    if (target === 'applyTheme') return applyTheme(values[0] as PageTheme);
    throw new Error(`Jira asked the page for "${target}", which is not known here.`);
  });
}

const wire = connect();

async function callBridge(command: string, payload?: unknown): Promise<unknown> {
  const answer = await wire.call(command, payload);
  if (command === 'enableTheming') return applyTheme(answer as PageTheme);
  if (command === 'createHistory') return createPageHistory(answer as HistoryStart);
  return answer;
}

Object.defineProperty(globalThis, '__bridge', { value: Object.freeze({ callBridge }), enumerable: true });

// Not at beforeunload: the person may still choose to stay.
window.addEventListener('pagehide', () => wire.close());
followHeight((height) => void wire.call('resize', { height }));
