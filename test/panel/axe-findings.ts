import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds inside the app's frames, one line a finding; WCAG 2.2 AA and good practice. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('iframe.jira-app-frame').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.filter(({ target }) => target.length > 1).map(({ target, html }) => `${id}: ${target.slice(1).join(' ')} ${html.slice(0, 160)}`));
}
