/** The panel in the words of the people who use it. */

import type { FrameLocator, Locator } from 'playwright-core';
import type { JiraScreens, TicketScreen } from '../given/jira-screens';

export interface Panel {
  readonly frame: FrameLocator;
  readonly ticket: TicketScreen;
  /** Opens the form, from an empty panel or from the card. */
  write(): Promise<void>;
  /** Types into the field with this label, as a person would; the first one unless a place is given. */
  fillIn(label: string, text: string, within?: Locator): Promise<void>;
  choose(label: string, option: string): Promise<void>;
  /** Presses the button or radio with this name. */
  press(name: string): Promise<void>;
  /** Opens a part that is folded away. */
  unfold(summary: string): Promise<void>;
  /** What is said beside the field with this label. */
  saidBeside(label: string): Promise<string>;
  /** Saves and waits until the panel shows the result. */
  save(): Promise<void>;
  /** Saves where something is expected to go wrong: waits for nothing. */
  trySave(): Promise<void>;
  /** The result line after a save. */
  readonly result: Locator;
  readonly why: Locator;
  readonly grade: Locator;
  /** All of the panel. */
  readonly main: Locator;
}

/** Opens the ticket and its panel, in the main column or in the right one, and waits until it has loaded. */
export async function openPanel(jira: JiraScreens, key: string, where: 'panel' | 'group' = 'panel'): Promise<Panel> {
  const ticket = await jira.openTicket(key);
  return panelIn(where === 'panel' ? await ticket.panel() : await ticket.contextGroup(), ticket);
}

/** The driver over a frame that is already there. */
export async function panelIn(frame: FrameLocator, ticket: TicketScreen): Promise<Panel> {
  const main = frame.locator('main.gw-panel');
  await frame.locator('main.gw-panel:not(:has([data-testid="page.loading"]))').waitFor();
  const field = (label: string, within?: Locator): Locator => (within ?? main).getByLabel(label, { exact: true }).first();
  return {
    frame, ticket, main,
    async write() {
      await frame.getByTestId('panel.start').or(frame.getByTestId('panel.edit')).first().click();
      await frame.getByTestId('panel.form').waitFor();
    },
    fillIn: (label, text, within) => field(label, within).fill(text),
    choose: async (label, option) => { await field(label).selectOption({ label: option }); },
    press: (name) => main.getByRole('button', { name, exact: true }).or(main.getByRole('radio', { name, exact: true })).first().click(),
    unfold: (summary) => main.locator('summary', { hasText: summary }).first().click(),
    async saidBeside(label) {
      const ids = (await field(label).getAttribute('aria-describedby') ?? '').split(' ');
      const texts = await Promise.all(ids.map((id) => frame.locator(`[id="${id}"]`).innerText()));
      return texts.join('\n').replaceAll(/\n+/g, '\n').trim();
    },
    async save() {
      await frame.getByTestId('panel.save').click();
      await frame.getByTestId('panel.result').waitFor();
    },
    trySave: () => frame.getByTestId('panel.save').click(),
    result: frame.getByTestId('panel.result'),
    why: frame.getByTestId('panel.why'),
    grade: frame.getByTestId('panel.grade').getByRole('heading'),
  };
}

/** Answers the five questions of bronze with the running example; returns how many inputs that took. */
export async function answerFiveQuestions(panel: Panel): Promise<number> {
  await panel.fillIn('Users’ need', 'Buyers see the shipping cost before they give up');
  await panel.fillIn('Whose users, and about how many?', 'Mobile buyers at checkout, about 1.2M sessions a month');
  await panel.fillIn('What is measured', 'time to display shipping cost');
  await panel.fillIn('Unit', 's');
  await panel.choose('Direction', 'lower is better');
  await panel.fillIn('Goal', '3,2');
  await panel.fillIn('What changes for the business?', 'checkout conversion');
  await panel.fillIn('less than', '$6M');
  await panel.fillIn('or more than', '10m');
  return 9;
}
