/** Jira's side of the bridge: one app page in a frame, and the commands that it may give. Runs in the shell. */

import { answerCommand, type HostScreen, type FrameCallbacks } from './host-commands';
import type { Place } from './place';
import { openWire, type Wire } from './wire';

/** First word of a page's bridge script. */
const HELLO = 'groundwork-local-jira:page-ready';

/** The sandbox in which Jira itself puts apps' pages. */
export const FRAME_SANDBOX = 'allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-pointer-lock';

export interface PageFrame {
  /** Tells the page to change its look. */
  applyTheme(colorMode: 'light' | 'dark'): void;
  /** Asks the page's onClose callback, if it set one; what the page answers. */
  readonly callbacks: FrameCallbacks;
  disconnect(): void;
}

/** Waits for the page in `frame` and serves its commands. */
export function connectPageFrame(frame: HTMLIFrameElement, place: Place, pagesOrigin: string, screen: HostScreen): PageFrame {
  const callbacks: FrameCallbacks = { releases: [] };
  let wire: Wire | undefined;
  let wantsTheme = false;

  const greet = (event: MessageEvent): void => {
    const port = event.ports[0];
    if (event.source !== frame.contentWindow || event.origin !== pagesOrigin || event.data !== HELLO || port === undefined) return;
    release(callbacks);
    wire?.close();
    wire = openWire(port, (command, values) => {
      if (command === 'enableTheming') wantsTheme = true;
      return answerCommand({ place, screen, callbacks, command, payload: values[0] });
    });
  };
  window.addEventListener('message', greet);

  return {
    callbacks,
    applyTheme(colorMode) {
      if (wantsTheme) void wire?.call('applyTheme', { colorMode });
    },
    disconnect() {
      window.removeEventListener('message', greet);
      release(callbacks);
      wire?.close();
    },
  };
}

/** A page that goes, or loads anew, leaves no callback and no subscription behind. */
function release(callbacks: FrameCallbacks): void {
  for (const stop of callbacks.releases.splice(0)) stop();
  delete callbacks.onClose;
  delete callbacks.onConfigure;
}
