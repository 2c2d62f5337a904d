/** The project page in the words of the people who use it. */

import type { FrameLocator, Locator } from 'playwright-core';
import type { JiraScreens } from '../given/jira-screens';

export interface ProjectPage {
  readonly frame: FrameLocator;
  /** "26 of 47 understood", once everything is loaded. */
  readonly understood: Locator;
  /** "49 open tickets" above the table. */
  readonly count: Locator;
  choose(label: string, option: string): Promise<void>;
  typeWords(words: string): Promise<void>;
  /** Keys of the tickets whose rows are drawn, from the top. */
  keys(): Promise<string[]>;
  /** The row of one ticket. */
  ticket(key: string): Locator;
}

export async function openDemand(jira: JiraScreens, project: string, route = 'demand'): Promise<ProjectPage> {
  const frame = await jira.openProjectPage(project, route);
  const page = projectPage(frame);
  await frame.getByTestId('roadmap.understood').or(frame.getByTestId('backlog.progress')).or(frame.getByTestId('page.empty')).or(frame.getByTestId('page.failed')).first().waitFor();
  await frame.getByTestId('roadmap.loading').waitFor({ state: 'detached' });
  return page;
}

export function projectPage(frame: FrameLocator): ProjectPage {
  return {
    frame,
    understood: frame.getByTestId('roadmap.understood').or(frame.getByTestId('backlog.progress')),
    count: frame.getByTestId('roadmap.count').or(frame.getByTestId('backlog.count')),
    async choose(label, option) {
      await frame.getByLabel(label, { exact: true }).selectOption({ label: option });
    },
    async typeWords(words) {
      await frame.getByLabel('Words').fill(words);
    },
    keys: () => frame.getByRole('row').getByRole('link').allInnerTexts(),
    ticket: (key) => frame.getByRole('row').filter({ has: frame.getByRole('link', { name: key, exact: true }) }),
  };
}
