/** Conflicts, decisions and shared data in the words of the people who use them. */

import type { FrameLocator, Locator } from 'playwright-core';
import type { JiraScreens } from '../given/jira-screens';

export interface ConflictsPage {
  readonly frame: FrameLocator;
  /** "1 blocking work, 3 negotiable". */
  readonly summary: Locator;
  /** The card of a conflict; the element is enough where only one stands at it. */
  conflictOn(element: string, code?: string): Locator;
  /** The sentence of the conflict on this element. */
  sentence(element: string): Locator;
  show(view: 'list' | 'matrix' | 'compatible' | 'unknown'): Promise<void>;
}

export async function openConflicts(jira: JiraScreens, query = ''): Promise<ConflictsPage> {
  const frame = await jira.openProjectPage('BUYER', `conflicts${query}`);
  await frame.getByTestId('conflicts.ready').or(frame.getByTestId('page.failed')).first().waitFor();
  await frame.getByTestId('roadmap.loading').waitFor({ state: 'detached' });
  return conflictsPage(frame);
}

export function conflictsPage(frame: FrameLocator): ConflictsPage {
  const conflictOn = (element: string, code = '[A-Z_]+'): Locator => frame.getByTestId(new RegExp(`^conflict\\.${code}\\.${element.replaceAll('.', '\\.')}$`));
  return {
    frame, conflictOn,
    summary: frame.getByTestId('conflicts.summary'),
    sentence: (element) => conflictOn(element).getByTestId('conflict.sentence'),
    show: (view) => frame.getByTestId(`conflicts.view.${view}`).click(),
  };
}

export interface Deciding {
  readonly frame: FrameLocator;
  choose(way: 'standardise' | 'branch' | 'collaborate' | 'separate ways'): Promise<void>;
  fillIn(label: string, text: string): Promise<void>;
  /** The preview once it says these words. */
  preview(says: string | RegExp): Promise<string>;
  /** Records it and waits for its entry in the log. */
  record(): Promise<Locator>;
}

export async function decide(page: ConflictsPage, element: string): Promise<Deciding> {
  const { frame } = page;
  await page.conflictOn(element).getByTestId('conflict.decide').click();
  await frame.getByTestId('decide.form').waitFor();
  return {
    frame,
    choose: (way) => frame.getByTestId(`decide.way.${way}`).click(),
    fillIn: (label, text) => frame.getByLabel(label, { exact: true }).fill(text),
    async preview(says) {
      const preview = frame.getByTestId('decide.preview').filter({ hasText: says });
      await preview.waitFor();
      return preview.innerText();
    },
    async record() {
      await frame.getByTestId('decide.record').click();
      await frame.getByTestId('decisions.ready').waitFor();
      return frame.getByTestId(/^decision\.\d+$/).first();
    },
  };
}
