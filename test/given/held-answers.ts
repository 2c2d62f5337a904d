/** Answers that take their time, for what happens meanwhile. */

import type { Page } from 'playwright-core';

/** Holds what pages of the app ask of Jira with these words in the request; gives back what lets it go, from then on. */
export async function holdAnswers(page: Page, words: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const isLetGo = new Promise<void>((resolve) => { letGo = resolve; });
  await page.route('**/local/bridge/fetch', async (route) => {
    if ((route.request().postData() ?? '').includes(words)) await isLetGo;
    // The page may have gone meanwhile.
    await route.continue().catch(() => undefined);
  });
  return letGo;
}
