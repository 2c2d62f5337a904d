/** The ranked subpages of the project page as their users open them. */

import type { FrameLocator } from 'playwright-core';

/** Resolves once chances, plan and sums are computed. */
export async function isComputed(frame: FrameLocator): Promise<void> {
  await frame.getByTestId('ranking.assumptions').waitFor();
  await frame.getByText('The order is computed once the demand is loaded.').waitFor({ state: 'detached' });
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached' });
}
