/** Windows of a browser, used again: a new one would load, parse and compile every script of Jira and of the app anew. */

import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Contexts that nobody sits at, by browser, each with one page in which nothing was opened yet. */
const free = new WeakMap<Browser, BrowserContext[]>();

/** A new page, as if nobody had sat at this browser before: of earlier windows only what the browser keeps by itself is left, its cache and its process. */
export async function takeWindow(browser: Browser): Promise<Page> {
  const context = free.get(browser)?.pop() ?? await browser.newContext({ locale: 'en-US' });
  const page = context.pages()[0] ?? await context.newPage();
  await forgetEverybody(page);
  return page;
}

/** Closes all pages of the window. The page for the next one is there before, or the process would end with the last. */
export async function putWindowBack(browser: Browser, context: BrowserContext): Promise<void> {
  const pages = context.pages();
  await context.newPage();
  await Promise.all(pages.map((page) => page.close()));
  free.set(browser, [...(free.get(browser) ?? []), context]);
}

/** Cookies, what any site has stored, also in frames of another, and permissions. What a page keeps for itself went with the page. */
async function forgetEverybody(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
  await session.detach();
  await page.context().clearPermissions();
}
