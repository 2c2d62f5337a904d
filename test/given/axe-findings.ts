import axe, { type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/**
 * What axe finds inside the app's frames, one line a finding; WCAG 2.2 AA and good practice. axe runs in each frame by itself: the
 * package for Playwright also walks Jira's own screen around it and joins the parts in a window of its own, which takes thrice as long.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const app = page.frames().filter((frame) => new URL(frame.url()).hostname === '127.0.0.1');
  if (app.length === 0) throw new Error(`No frame of the app is on ${page.url()}.`);
  return (await Promise.all(app.map((frame) => findingsIn(frame, {})))).flat();
}

/** What axe finds on Jira's own screen, without what the app shows in it; WCAG 2.2 AA. */
export async function axeFindingsAround(page: Page): Promise<string[]> {
  return findingsIn(page.mainFrame(), { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], iframes: false });
}

async function findingsIn(frame: Frame, options: RunOptions): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async (chosen) => {
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, { ...chosen, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary = '' }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary}`));
  }, options);
}
