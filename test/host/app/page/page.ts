/** Gives the tests the real bridge packages, loaded in a real page of the app. */

import * as bridge from '@forge/bridge';
import * as jiraBridge from '@forge/jira-bridge';

declare global {
  interface Window {
    readonly packages: { readonly bridge: typeof bridge; readonly jiraBridge: typeof jiraBridge };
  }
}

Object.defineProperty(window, 'packages', { value: { bridge, jiraBridge } });
