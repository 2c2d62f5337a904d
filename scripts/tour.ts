/** Walks through the three-minute tour of the README in a real browser and takes its pictures into docs/tour/. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../test/given/chromium';
import { openJira, type JiraScreens } from '../test/given/jira-screens';
import { startLocalJira } from '../test/given/local-jira';
import { answerFiveQuestions, openPanel } from '../test/panel/panel-driver';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'tour');
const WIDTH = 1280;

async function picture(jira: JiraScreens, name: string): Promise<void> {
  // Pages grow to their content a moment after they have drawn it.
  await jira.page.waitForTimeout(800);
  // A picture of more than the window may show frames as they were before it grew: so the window itself is as high as the page.
  const height = await jira.page.evaluate(() => document.documentElement.scrollHeight);
  await jira.page.setViewportSize({ width: WIDTH, height });
  await jira.page.waitForTimeout(500);
  await jira.page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/tour/${name}.png`);
}

async function openPage(jira: JiraScreens, route: string): Promise<void> {
  const frame = await jira.openProjectPage('BUYER', route);
  await frame.getByRole('heading', { level: 1 }).first().waitFor();
  await frame.locator('[data-testid="page.loading"]').waitFor({ state: 'detached' });
}

async function takeTour(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const [site, browser] = await Promise.all([startLocalJira(), launchChromium()]);
  try {
    const priya = await openJira({ as: 'priya-raman', url: site.url, browser, width: WIDTH });
    const panel = await openPanel(priya, 'BUYER-12');
    await panel.ticket.moveTo('Ready for build');
    await picture(priya, '1-refused');
    await panel.write();
    await answerFiveQuestions(panel);
    await picture(priya, '2-filled-in');
    await panel.save();
    await panel.ticket.moveTo('Ready for build');
    await picture(priya, '3-moved');
    const ada = await openJira({ as: 'ada-lindqvist', url: site.url, browser, width: WIDTH });
    for (const [route, name] of [['demand', '4-demand'], ['backlog', '5-backlog'], ['conflicts', '6-conflicts'], ['order', '7-order'], ['meeting', '8-meeting']] as const) {
      await openPage(ada, route);
      await picture(ada, name);
    }
  } finally {
    await browser.close();
    await site.stop();
  }
}

void takeTour();
