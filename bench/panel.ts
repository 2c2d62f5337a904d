/** The panel: compressed JavaScript before first use, and the time until it is usable in a real browser, on an ordinary ticket. */

import { gzipSync } from 'node:zlib';
import type { Frame } from 'playwright-core';
import { launchChromium } from '../test/given/chromium';
import { openJira } from '../test/given/jira-screens';
import { startLocalJira } from '../test/given/local-jira';

const RUNS = 5;
/** A part that everybody can read and use. */
const USABLE = 'panel.why';

interface Script {
  readonly url: string;
  readonly bytes: number;
}

async function measure(): Promise<void> {
  const [site, browser] = await Promise.all([startLocalJira(), launchChromium()]);
  const milliseconds: number[] = [];
  let before = 0;
  let after = 0;
  try {
    for (let run = 0; run < RUNS; run++) {
      const jira = await openJira({ as: 'tomasz-nowak', url: site.url, browser });
      const scripts: Promise<Script>[] = [];
      jira.page.on('response', (response) => {
        const url = response.url();
        if (url.startsWith(site.appUrl) && url.endsWith('.js') && !url.includes('global-bridge')) scripts.push(response.body().then((body) => ({ url, bytes: gzipSync(body).length })));
      });
      await jira.page.addInitScript(noteWhenUsable, USABLE);
      const ticket = await jira.openTicket('BUYER-3');
      const started = performance.now();
      const frame = await ticket.panel();
      await frame.getByTestId(USABLE).waitFor();
      milliseconds.push(performance.now() - started);
      await jira.page.waitForLoadState('networkidle');
      const early = await loadedBefore(jira.page.frames().find((one) => one.url().startsWith(site.appUrl)));
      const loaded = await Promise.all(scripts);
      before = Math.max(before, total(loaded.filter(({ url }) => early.has(url))));
      after = Math.max(after, total(loaded.filter(({ url }) => !early.has(url))));
      // Not kept for the next run: each is somebody's first visit, who has no script of the app yet.
      await jira.page.context().close();
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  milliseconds.sort((a, b) => a - b);
  console.log(`panel: ${kilobytes(before)} of compressed JavaScript before first use (at most 130), usable after ${Math.round(milliseconds[Math.floor(RUNS / 2)] ?? 0)} ms (median of ${RUNS}; at most 400); ${kilobytes(after)} follow, most of it the worker that checks what the ticket requires of shared data`);
}

/** Runs in each frame before its own scripts: the clock at which the usable part first stands in the document. */
function noteWhenUsable(testId: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(`[data-testid="${testId}"]`) === null) return;
    performance.mark('usable');
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Addresses of what had arrived when the panel became usable. */
async function loadedBefore(frame: Frame | undefined): Promise<ReadonlySet<string>> {
  if (frame === undefined) throw new Error('The panel has no frame.');
  return new Set(await frame.evaluate(() => {
    const [usable] = performance.getEntriesByName('usable');
    if (usable === undefined) throw new Error('The panel never became usable.');
    return (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ responseEnd }) => responseEnd <= usable.startTime).map(({ name }) => name);
  }));
}

function total(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

void measure();
