/** What somebody feels who uses the loaded page: the longest blocks of its main thread, and frames that came late while scrolling. */

import type { Frame } from 'playwright-core';
import type { JiraScreens } from '../test/given/jira-screens';

/** Milliseconds; a block of 0 means none over 50 ms, which is what browsers report. */
export interface Felt {
  readonly longestBlock: number;
  /** Longest time between two frames while scrolling. */
  readonly longestFrame?: number;
}

type FrameOf = (jira: JiraScreens) => Promise<Frame>;

/** Regroups, filters and scrolls the demand, then opens the other subpages of the same project and scrolls the order. */
export async function measureUse(jira: JiraScreens, frameOf: FrameOf): Promise<Record<string, Felt>> {
  const felt: Record<string, Felt> = {};
  const demand = await frameOf(jira);
  felt['demand: group by sponsor, origin, grade, team'] = await regroup(demand);
  felt['demand: type a filter and clear it'] = await filter(demand);
  felt['demand: scroll through all rows'] = await scroll(demand, 'Table of tickets, scrolls');
  for (const route of ['order', 'plan', 'meeting', 'conflicts', 'strategy', 'backlog']) {
    felt[`${route}: open and load`] = await open(jira, frameOf, route);
    if (route === 'order') felt['order: scroll through all rows'] = await scroll(await frameOf(jira), 'Table of the order, scrolls');
  }
  return felt;
}

/** Longest task since the page watches; to be called in the frame after `watch`. */
const WATCH = `
  globalThis.__blocks = [];
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.__blocks.push(entry.duration); }).observe({ type: 'longtask', buffered: true });
`;

async function blocksDuring(frame: Frame, deed: () => Promise<unknown>): Promise<Felt> {
  await frame.evaluate('globalThis.__blocks === undefined ? undefined : void (globalThis.__blocks.length = 0)');
  await deed();
  return { longestBlock: await longest(frame) };
}

async function longest(frame: Frame): Promise<number> {
  return frame.evaluate('new Promise((resolve) => setTimeout(() => resolve(Math.max(0, ...(globalThis.__blocks ?? []))), 600))');
}

async function regroup(frame: Frame): Promise<Felt> {
  await frame.evaluate(WATCH);
  await frame.waitForTimeout(500);
  return blocksDuring(frame, async () => {
    for (const by of ['sponsor', 'origin', 'grade', 'team']) {
      await frame.getByLabel('Group by').selectOption(by);
      await frame.waitForTimeout(700);
    }
  });
}

async function filter(frame: Frame): Promise<Felt> {
  return blocksDuring(frame, async () => {
    const words = frame.getByRole('searchbox', { name: 'Words' });
    await words.pressSequentially('checkout', { delay: 60 });
    await frame.waitForTimeout(500);
    await words.fill('');
    await frame.waitForTimeout(700);
  });
}

/** From the first row to the last in 200 frames. */
async function scroll(frame: Frame, region: string): Promise<Felt> {
  let longestFrame = 0;
  const felt = await blocksDuring(frame, async () => {
    longestFrame = await frame.evaluate(`new Promise((resolve) => {
      const region = document.querySelector('[aria-label="${region}"]');
      const steps = 200;
      let step = 0, longest = 0, before = performance.now();
      const next = (now) => {
        if (step > 0) longest = Math.max(longest, now - before);
        before = now;
        step += 1;
        region.scrollTop = (region.scrollHeight - region.clientHeight) * step / steps;
        if (step < steps) requestAnimationFrame(next);
        else resolve(longest);
      };
      requestAnimationFrame(next);
    })`);
  });
  return { ...felt, longestFrame };
}

async function open(jira: JiraScreens, frameOf: FrameOf, route: string): Promise<Felt> {
  await jira.page.goto('about:blank');
  const page = await jira.openProjectPage('BUYER', route);
  const frame = await frameOf(jira);
  await frame.evaluate(WATCH);
  await page.getByText('not everything is loaded').or(page.getByTestId('ranking.progress')).first().waitFor({ state: 'detached' });
  await frame.waitForTimeout(6_000);
  return { longestBlock: await longest(frame) };
}
