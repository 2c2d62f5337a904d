/** A local Jira and a browser for the tests of one file, and windows that end with the test that opened them. */

import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { openJira, type JiraScreens, type OpenOptions } from './jira-screens';
import { startLocalJira, type LocalJira, type StartOptions } from './local-jira';

/** What a window of this Jira may be told. */
export type WindowOptions = Omit<OpenOptions, 'url' | 'browser'>;

export interface GivenJira {
  readonly local: LocalJira;
  readonly browser: Browser;
  /** A window of its own. It ends with the test that opened it, unless that closes it before; one that was opened before all tests stays until the last. */
  open(options: WindowOptions): Promise<JiraScreens>;
}

/**
 * Starts both before the first test of the file and ends them after the last. Hooks run in the order in which they were written down: a
 * `beforeAll` or `beforeEach` that needs them stands below this call, an `afterAll` above it.
 */
export function givenJira(options: StartOptions = {}): GivenJira {
  let running: { readonly local: LocalJira; readonly browser: Browser } | undefined;
  let ofThisTest: JiraScreens[] | undefined;
  const started = (): { readonly local: LocalJira; readonly browser: Browser } => {
    if (running === undefined) throw new Error('The local Jira of this file does not run: it starts before the first test and ends after the last. Ask for it within a test or a hook.');
    return running;
  };

  beforeAll(async () => {
    const [local, browser] = await Promise.all([startLocalJira(options), launchChromium()]);
    running = { local, browser };
  }, 120_000);
  beforeEach(() => { ofThisTest = []; });
  afterEach(async () => {
    await Promise.all(ofThisTest?.map((jira) => jira.close()) ?? []);
    ofThisTest = undefined;
  });
  afterAll(async () => {
    const ending = running;
    running = undefined;
    await ending?.browser.close();
    await ending?.local.stop();
  });

  return {
    get local() { return started().local; },
    get browser() { return started().browser; },
    async open(window) {
      const { local, browser } = started();
      const jira = await openJira({ ...window, url: local.url, browser });
      ofThisTest?.push(jira);
      return jira;
    },
  };
}
