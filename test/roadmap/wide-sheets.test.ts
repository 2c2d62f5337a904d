import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { givenJira } from '../given/given-jira';
import type { JiraScreens } from '../given/jira-screens';
import { onScreen } from '../given/on-screen';
import { bigImport } from './given-big-import';
import { openSettled } from './given-ranking';

const ADA = 'ada-lindqvist';
const given = givenJira({ args: ['--import', bigImport(400, 200)] });
let jira: JiraScreens;

/** CSS pixels between the margins of a sheet. */
const PAPER_WIDTH = { A4: 695, Letter: 718 } as const;

/** Cells, and words of pictures, of which a part cannot be read. */
async function cutParts(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('.sheet th, .sheet td, .sheet p')].filter((cell) => cell.scrollWidth > cell.clientWidth || getComputedStyle(cell).textOverflow !== 'clip'),
    ...[...document.querySelectorAll('.sheet svg text')].filter((text) => {
      const [inner, outer] = [text.getBoundingClientRect(), text.closest('svg')?.getBoundingClientRect()];
      return outer === undefined || inner.left < outer.left - 1 || inner.right > outer.right + 1;
    }),
  ].map((cell) => cell.textContent));
}

test('200 teams, long titles and names without a blank: the sheets stay one page, no cell is cut, and the groups can be read', async () => {
  jira = await given.open({ as: ADA });
  const { body } = await given.local.rest(ADA, 'GET', '/rest/api/3/project/10001/properties/product-context.settings');
  const { value } = body as { value: { teams: unknown[] } };
  const teams = Array.from({ length: 30 }, (_, at) => ({ id: `team-${String(at)}`, name: `WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW${String(at)}`, projects: [], colour: 'blue' }));
  expect((await given.local.rest(ADA, 'PUT', '/rest/api/3/project/10001/properties/product-context.settings', { ...value, teams: [...value.teams, ...teams] })).status).toBeLessThan(300);
  for (const sheet of ['staffing', 'plan']) {
    const frame = await openSettled(jira, `meeting?sheet=${sheet}`);
    await frame.getByTestId('print.sheet').waitFor();
    const [file] = await Promise.all([jira.page.waitForEvent('download'), frame.getByTestId('print.download').click()]);
    for (const format of ['A4', 'Letter'] as const) {
      const page = await given.browser.newPage();
      await page.setContent(readFileSync(await file.path(), 'utf8'));
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: PAPER_WIDTH[format], height: 1_000 });
      expect([sheet, format, await cutParts(page)]).toEqual([sheet, format, []]);
      const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
      await page.close();
      expect([sheet, format, pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([sheet, format, 1]);
    }
  }
  const frame = await openSettled(jira, 'demand');
  await frame.getByRole('figure', { name: 'Demand by team' }).getByText('The numbers of this picture').click();
  await onScreen(frame.getByRole('region', { name: 'Numbers: Demand by team' }).getByRole('row').filter({ hasText: 'no longer in the settings' })).toHaveCount(170);
  expect(jira.errors()).toEqual([]);
}, 120_000);
