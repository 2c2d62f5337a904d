/**
 * Measures how fast the project page loads, in a real browser against the local Jira at 100 ms a platform call, beside the
 * plain way (50 tickets a page of a search, with all fields), in one run. Usage: npx tsx bench/load-demand.ts [tickets …]
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { openJira, type JiraScreens } from '../test/given/jira-screens';
import { startLocalJira } from '../test/given/local-jira';
import { anImportedTicket } from './imported-ticket';
import { measureUse } from './measure-use';

const LATENCY = 100;
const COUNTS = process.argv.slice(2).map(Number);

/** Milliseconds since the first request to Jira, calls, and megabytes of the frame's heap. */
interface Measured {
  readonly firstRows: number;
  readonly complete: number;
  readonly calls: number;
  readonly megabytes: number;
}

interface MeasuredPage extends Measured {
  /** Milliseconds from the frame's own start (its files, Jira's context) to the first request. */
  readonly start: number;
  /** Longest task of the page's main thread; 0: none over 50 ms. */
  readonly longestBlock: number;
}

void measureAll(COUNTS.length > 0 ? COUNTS : [1_000, 10_000]);

async function measureAll(counts: readonly number[]): Promise<void> {
  for (const count of counts) await measure(count);
}

async function measure(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'tickets.jsonl');
  writeFileSync(file, Array.from({ length: count }, (_, at) => JSON.stringify(anImportedTicket(at + 1))).join('\n'));
  const local = await startLocalJira({ args: ['--import', file, '--latency', String(LATENCY)] });
  const jira = await openJira({ as: 'ada-lindqvist', url: local.url });
  try {
    // Once to warm the browser's cache of the page's own files; the second opening is what a user has every day.
    await measurePage(jira);
    const page = await measurePage(jira);
    const felt = await measureUse(jira, appFrame);
    await jira.page.goto('about:blank');
    await jira.openProjectPage('CART', 'demand');
    const plain = await measurePlainWay(jira);
    console.log(`\n${count.toLocaleString('en-US')} open tickets, ${String(LATENCY)} ms a platform call`);
    console.table({
      'this page': rounded(page), 'plain paging': rounded(plain),
      'plain / this': { firstRows: ratio(plain.firstRows, page.firstRows), complete: ratio(plain.complete, page.complete), calls: ratio(plain.calls, page.calls), megabytes: ratio(plain.megabytes, page.megabytes) },
    });
    console.log(`this page from its own start: first rows ${seconds(page.start + page.firstRows)}, complete ${seconds(page.start + page.complete)}; longest block of its main thread ${page.longestBlock === 0 ? 'under 50 ms' : `${page.longestBlock.toFixed(0)} ms`}`);
    console.log('in use, milliseconds; a block of 0 means none over 50');
    console.table(Object.fromEntries(Object.entries(felt).map(([what, { longestBlock, longestFrame }]) => [what, { longestBlock: Math.round(longestBlock), longestFrame: longestFrame === undefined ? '' : Math.round(longestFrame) }])));
  } finally {
    await jira.close();
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rounded({ firstRows, complete, calls, megabytes }: Measured): Record<string, number> {
  return Object.fromEntries(Object.entries({ firstRows, complete, calls, megabytes }).map(([name, value]) => [name, Math.round(value)]));
}

function ratio(a: number, b: number): string {
  return b === 0 ? '-' : `${(a / b).toFixed(1)} x`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

async function measurePage(jira: JiraScreens): Promise<MeasuredPage> {
  await jira.page.goto('about:blank');
  await jira.resetMeter();
  await jira.openProjectPage('BUYER', 'demand');
  const frame = await appFrame(jira);
  const seen = await frame.evaluate(async () => {
    let longestBlock = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) longestBlock = Math.max(longestBlock, entry.duration); }).observe({ type: 'longtask', buffered: true });
    const until = (isThere: () => boolean): Promise<number> => new Promise((resolve) => {
      const look = (): void => {
        if (isThere()) resolve(Date.now());
        else setTimeout(look, 5);
      };
      look();
    });
    const firstRows = await until(() => document.querySelector('[role=row] a') !== null);
    const complete = await until(() => /open tickets$/.test(document.querySelector('[data-testid="roadmap.count"]')?.textContent ?? ''));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { firstRows, complete, longestBlock, opened: performance.timeOrigin };
  });
  const { calls } = await jira.meter();
  const first = Math.min(...calls.map((call) => call.at - call.milliseconds));
  return {
    start: first - seen.opened, firstRows: seen.firstRows - first, complete: seen.complete - first, longestBlock: seen.longestBlock,
    calls: calls.length, megabytes: await heap(jira),
  };
}

/** The same tickets by the bridge from the same frame, 50 at a time with all fields and the property. */
async function measurePlainWay(jira: JiraScreens): Promise<Measured> {
  const frame = await appFrame(jira);
  const { firstRows, complete, calls } = await frame.evaluate(async () => {
    const bridge = (globalThis as unknown as { __bridge: { callBridge(command: string, payload: unknown): Promise<{ body: string }> } }).__bridge;
    const kept: unknown[] = [];
    const start = performance.now();
    let token: string | undefined;
    let first = 0;
    let requests = 0;
    do {
      const body = JSON.stringify({ jql: 'statusCategory != Done AND (project = 10001 OR productContextInfra = 10001)', maxResults: 50, fields: ['*all'], properties: ['product-context'], ...(token === undefined ? {} : { nextPageToken: token }) });
      const answer = await bridge.callBridge('fetchProduct', {
        product: 'jira', restPath: '/rest/api/3/search/jql', isMultipartFormData: false,
        fetchRequestInit: { method: 'POST', body, headers: [['content-type', 'application/json'], ['accept', 'application/json'], ['x-atlassian-token', 'no-check']] },
      });
      const page = JSON.parse(answer.body) as { issues: unknown[]; nextPageToken?: string };
      kept.push(...page.issues);
      token = page.nextPageToken;
      requests += 1;
      if (first === 0) first = performance.now() - start;
    } while (token !== undefined);
    (window as unknown as { kept: unknown[] }).kept = kept;
    return { firstRows: first, complete: performance.now() - start, calls: requests };
  });
  return { firstRows, complete, calls, megabytes: await heap(jira) };
}

async function appFrame(jira: JiraScreens): Promise<Frame> {
  const handle = await jira.page.locator('iframe.jira-app-frame').first().elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The app’s frame is not there.');
  await frame.waitForLoadState('domcontentloaded');
  // tsx names functions by a helper of its own, which a page does not have.
  await frame.evaluate('globalThis.__name = (named) => named');
  return frame;
}

/** What Jira's screen and the frame in it hold after a collection, in MB; a worker's heap is its own. */
async function heap(jira: JiraScreens): Promise<number> {
  const devtools = await jira.page.context().newCDPSession(jira.page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize / 1e6;
}
