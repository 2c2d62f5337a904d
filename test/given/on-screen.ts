/** What a screen shows: asserted as soon as it does, for pages work on after their first words stand. */

import { expect as expectOnPage } from '@playwright/test';

/** Playwright's assertions of what a page shows. Each waits until it is so; the time is for a machine that has much else to do. */
export const onScreen = expectOnPage.configure({ timeout: 15_000 });

/** Texts as people read them: what is hidden does not count, and lines stay apart. */
export const AS_READ = { useInnerText: true } as const;
