/** Jira's screens in a real browser, in the words of the people who use them. */

import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { MeterEntry } from '../../local/platform';
import { launchChromium } from './chromium';
import { putWindowBack, takeWindow } from './used-windows';

export interface OpenOptions {
  /** Account id or e-mail address of the person at the screen. */
  readonly as: string;
  /** `http://localhost:PORT` of a running local Jira. */
  readonly url: string;
  readonly theme?: 'light' | 'dark';
  /** Width of the window in pixels; 1360 unless said otherwise. */
  readonly width?: number;
  /** A browser to use; one is started, and ended by `close`, when none is given. */
  readonly browser?: Browser;
}

/** What became of a transition: the new status, or Jira's words why not. */
export type Move = { readonly moved: true; readonly status: string } | { readonly moved: false; readonly refusal: string };

/** What pages of the app have cost since a point in time; what queues and schedules do meanwhile is not caused by who looks. */
export interface Reading {
  readonly invocations: number;
  readonly points: number;
  readonly kvsUnits: number;
  /** The app's own calls, oldest first; those of queues and schedules are among them. */
  readonly calls: readonly MeterEntry[];
}

export interface TicketScreen {
  readonly page: Page;
  /** The status shown now. */
  status(): Promise<string>;
  /** Chooses a transition by its name and waits for what becomes of it. */
  moveTo(transition: string): Promise<Move>;
  /** The app's panel, added under Apps if it is not on the ticket yet. */
  panel(): Promise<FrameLocator>;
  /** The app's group in the right column, opened. */
  contextGroup(): Promise<FrameLocator>;
  /** Texts of the comments, oldest first. */
  comments(): Promise<string[]>;
}

export interface JiraScreens {
  readonly page: Page;
  /** The browser's side of the window. What else it could be told would outlive the window, for the next one uses it again. */
  readonly context: Pick<BrowserContext, 'request' | 'grantPermissions'>;
  openTicket(key: string): Promise<TicketScreen>;
  /** The app's page of a project; `route` names a subpage. */
  openProjectPage(project: string, route?: string): Promise<FrameLocator>;
  /** The app's page in the settings of a project. */
  openProjectSettings(project: string): Promise<FrameLocator>;
  openWorkflow(project: string): Promise<Page>;
  /** The page of the rule that the workflow screen shows in its dialog. */
  ruleConfiguration(): FrameLocator;
  search(jql: string): Promise<Page>;
  /** What the app cost since `resetMeter`, or since the local Jira started. */
  meter(): Promise<Reading>;
  resetMeter(): Promise<void>;
  /** What pages and frames wrote to the console as errors, and exceptions nobody caught. */
  errors(): readonly string[];
  /** Closes its pages; nothing of what was done at it is seen in a later window. */
  close(): Promise<void>;
}

/** Opens Jira in a window in which nobody has been before, signed in as `as`. */
export async function openJira({ as, url, theme = 'light', width = 1360, browser }: OpenOptions): Promise<JiraScreens> {
  const ownBrowser = browser ?? await launchChromium();
  const page = await takeWindow(ownBrowser);
  const context = page.context();
  await page.setViewportSize({ width, height: 900 });
  await context.addCookies([{ name: 'as', value: encodeURIComponent(as), url }]);
  await page.addInitScript((chosen) => {
    if (window.location.hostname === 'localhost' && localStorage.getItem('jira.colorMode') === null) localStorage.setItem('jira.colorMode', chosen);
  }, theme);
  const errors: string[] = [];
  let isClosed = false;
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  const appAddress = async (project: string, settings: string): Promise<string> => {
    const { appId, environmentId } = await read<{ appId: string; environmentId: string }>(context, `${url}/local/app`);
    return `${url}/jira/software/c/projects/${project}${settings}/apps/${appId}/${environmentId}`;
  };

  return {
    page, context,
    async openTicket(key) {
      await page.goto(`${url}/browse/${key}`);
      await page.getByTestId('issue.status').waitFor();
      return ticketScreen(page);
    },
    async openProjectPage(project, route) {
      await page.goto(`${await appAddress(project, '')}${route === undefined ? '' : `/${route}`}`);
      return frameOf(page.locator('main'));
    },
    async openProjectSettings(project) {
      await page.goto(await appAddress(project, '/settings'));
      return frameOf(page.locator('main'));
    },
    async openWorkflow(project) {
      await page.goto(`${url}/jira/software/c/projects/${project}/settings/workflows`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    ruleConfiguration: () => page.getByRole('dialog').frameLocator('iframe.jira-app-frame'),
    async search(jql) {
      await page.goto(`${url}/issues/?jql=${encodeURIComponent(jql)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    async meter() {
      const { entries } = await read<{ entries: MeterEntry[] }>(context, `${url}/local/api/meter?since=0`);
      const calls = entries.filter(({ via }) => via !== 'http');
      const ofPages = calls.filter(({ isAsync }) => isAsync !== true);
      return {
        calls, invocations: ofPages.filter(({ kind }) => kind === 'invocation').length,
        points: ofPages.reduce((total, call) => total + call.points, 0), kvsUnits: ofPages.reduce((total, call) => total + call.kvsUnits, 0),
      };
    },
    async resetMeter() {
      await context.request.delete(`${url}/local/api/meter`, { headers: { origin: url } });
    },
    errors: () => [...errors],
    async close() {
      if (isClosed) return;
      isClosed = true;
      if (browser === undefined) await ownBrowser.close();
      else await putWindowBack(browser, context);
    },
  };
}

async function read<T>(context: BrowserContext, address: string): Promise<T> {
  return (await (await context.request.get(address)).json()) as T;
}

async function frameOf(part: Locator): Promise<FrameLocator> {
  await part.locator('iframe.jira-app-frame').first().waitFor();
  return part.frameLocator('iframe.jira-app-frame').first();
}

function ticketScreen(page: Page): TicketScreen {
  const statusPart = page.getByTestId('issue.status');
  const shownStatus = statusPart.getByTestId('issue.status.name');
  return {
    page,
    status: () => shownStatus.innerText(),
    async moveTo(transition) {
      const answered = page.waitForResponse((response) => response.url().includes('/transitions') && response.request().method() === 'POST');
      await statusPart.getByRole('button', { name: 'Move to' }).click();
      await page.getByRole('menuitem').filter({ has: page.getByText(transition, { exact: true }) }).click();
      const answer = await answered;
      if (!answer.ok()) {
        const words = statusPart.getByRole('alert').locator('p');
        await words.first().waitFor();
        return { moved: false, refusal: (await words.allInnerTexts()).join(' ') };
      }
      const issue = answer.url().replace(/\/transitions.*$/, '?fields=status');
      const { fields } = await read<{ fields: { status: { name: string } } }>(page.context(), issue);
      await shownStatus.getByText(fields.status.name, { exact: true }).waitFor();
      return { moved: true, status: fields.status.name };
    },
    async panel() {
      const panel = page.getByTestId('issue.panel');
      const add = page.getByRole('region', { name: 'Apps' }).getByRole('button', { name: 'Product context' });
      await panel.or(add).first().waitFor();
      if (await add.isVisible()) await add.click();
      return frameOf(panel);
    },
    async contextGroup() {
      const group = page.getByTestId('issue.context');
      await group.getByRole('button').first().waitFor();
      const open = group.getByRole('button', { expanded: false });
      if (await open.count() > 0) await open.first().click();
      return frameOf(group);
    },
    async comments() {
      return page.getByRole('region', { name: 'Comments' }).locator('.jira-document').allInnerTexts();
    },
  };
}
