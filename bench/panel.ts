/** The panel: compressed JavaScript before first use, and the time until it is usable in a real browser, on an ordinary ticket. */

import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { launchChromium } from '../test/given/chromium';
import { openJira } from '../test/given/jira-screens';
import { startLocalJira } from '../test/given/local-jira';

const RUNS = 5;

async function measure(): Promise<void> {
  const [site, browser] = await Promise.all([startLocalJira(), launchChromium()]);
  const milliseconds: number[] = [];
  let bytes = 0;
  try {
    for (let run = 0; run < RUNS; run++) {
      const jira = await openJira({ as: 'tomasz-nowak', url: site.url, browser });
      let loaded = 0;
      jira.page.on('response', (response) => {
        if (response.url().startsWith(site.appUrl) && response.url().endsWith('.js') && !response.url().includes('global-bridge')) {
          void response.body().then((body) => { loaded += gzipSync(body).length; }).catch(() => undefined);
        }
      });
      const ticket = await jira.openTicket('BUYER-3');
      const started = performance.now();
      const frame = await ticket.panel();
      await frame.getByTestId('panel.why').waitFor();
      milliseconds.push(performance.now() - started);
      await jira.page.waitForTimeout(300);
      bytes = Math.max(bytes, loaded);
      await jira.close();
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  milliseconds.sort((a, b) => a - b);
  console.log(`panel: ${Math.round(bytes / 1000)} kB of compressed JavaScript before first use (at most 130), usable after ${Math.round(milliseconds[Math.floor(RUNS / 2)] ?? 0)} ms (median of ${RUNS}; at most 400)`);
}

void measure();
