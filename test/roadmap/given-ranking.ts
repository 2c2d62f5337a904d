/** The ranked subpages of the project page as their users open them. */

import type { FrameLocator } from 'playwright-core';
import type { JiraScreens } from '../given/jira-screens';

/** Resolves once chances, plan and sums are computed. */
export async function isComputed(frame: FrameLocator): Promise<void> {
  await frame.getByTestId('ranking.assumptions').waitFor();
  await isSettled(frame);
}

/** Resolves once nothing is being computed, also on pages that show no assumptions. */
export async function isSettled(frame: FrameLocator, most: { readonly timeout?: number } = {}): Promise<void> {
  await frame.getByText('The order is computed once the demand is loaded.').waitFor({ state: 'detached' });
  await frame.getByTestId('ranking.progress').waitFor({ state: 'detached', ...most });
}

/** A subpage of the running example that has settled; with large demand that may take a minute. */
export async function openSettled(jira: JiraScreens, route: string): Promise<FrameLocator> {
  const frame = await jira.openProjectPage('BUYER', route);
  await isSettled(frame, { timeout: 60_000 });
  return frame;
}
