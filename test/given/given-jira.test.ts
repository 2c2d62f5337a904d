import type { Frame, Page } from 'playwright-core';
import { openPanel } from '../panel/panel-driver';
import { givenJira } from './given-jira';

const given = givenJira();
const early = ((): unknown => {
  try {
    return given.local;
  } catch (error) {
    return error;
  }
})();
const MARK = 'left by somebody';

/** Leaves something wherever this frame can. */
async function leave(frame: Frame): Promise<void> {
  await frame.evaluate(async (mark) => {
    localStorage.setItem(mark, mark);
    sessionStorage.setItem(mark, mark);
    document.cookie = `${encodeURIComponent(mark)}=1`;
    await (await caches.open(mark)).put('/', new Response(mark));
    await new Promise((resolve, reject) => { Object.assign(indexedDB.open(mark), { onsuccess: resolve, onerror: reject }); });
    console.error(mark);
  }, MARK);
}

/** What a frame finds of it, by the place where it stood. */
async function found(frame: Frame): Promise<unknown> {
  return frame.evaluate(async (mark) => ({
    local: localStorage.getItem(mark), session: sessionStorage.getItem(mark), cookie: document.cookie.includes(encodeURIComponent(mark)),
    cache: await caches.keys(), database: (await indexedDB.databases()).map(({ name }) => name),
  }), MARK);
}

const clipboard = (page: Page): Promise<string> => page.evaluate(async () => (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state);

test('nothing that somebody left in a window is in the next one, although the browser’s side of it is used again', async () => {
  const first = await given.open({ as: 'priya-raman', theme: 'dark', width: 900 });
  const typing = await openPanel(first, 'BUYER-12');
  await typing.write();
  await typing.fillIn('Users’ need', 'Buyers see the shipping cost');
  const frames = first.page.frames();
  expect(frames.map((frame) => new URL(frame.url()).hostname)).toEqual(['localhost', '127.0.0.1']);
  for (const frame of frames) await leave(frame);
  await first.context.grantPermissions(['clipboard-read'], { origin: given.local.url });
  expect(await clipboard(first.page)).toBe('granted');
  const drafts = (frame: Frame | undefined): Promise<string[]> | undefined => frame?.evaluate(() => Object.values(sessionStorage).filter((text) => String(text).includes('shipping cost')).map(String));
  for (const end = Date.now() + 10_000; (await drafts(frames[1]))?.length === 0 && Date.now() < end;) await first.page.waitForTimeout(50);
  expect(await drafts(frames[1])).toHaveLength(1);
  expect(first.errors()).toEqual([MARK, MARK]);
  await first.close();

  const second = await given.open({ as: 'priya-raman' });
  expect(second.page.context()).toBe(first.page.context());
  const panel = await openPanel(second, 'BUYER-12');
  for (const frame of second.page.frames()) expect(await found(frame)).toEqual({ local: null, session: null, cookie: false, cache: [], database: [] });
  expect(await drafts(second.page.frames()[1])).toEqual([]);
  await panel.write();
  expect(await panel.frame.getByLabel('Users’ need', { exact: true }).inputValue()).toBe('');
  expect((await second.page.context().cookies()).map(({ name }) => name)).toEqual(['as']);
  expect(await clipboard(second.page)).not.toBe('granted');
  expect(await second.page.locator('html').getAttribute('data-color-mode')).toBe('light');
  expect(second.page.viewportSize()).toEqual({ width: 1360, height: 900 });
  expect(await second.page.goBack({ timeout: 1_000 })).toBeNull();
  expect(second.errors()).toEqual([]);
});

test('two windows at once are two people’s, and one that was closed twice is used by one', async () => {
  const [priya, ada] = await Promise.all([given.open({ as: 'priya-raman' }), given.open({ as: 'ada-lindqvist' })]);
  await Promise.all([priya.openTicket('BUYER-12'), ada.openTicket('BUYER-12')]);
  await priya.page.getByRole('button', { name: 'Priya Raman' }).waitFor();
  await ada.page.getByRole('button', { name: 'Ada Lindqvist' }).waitFor();
  await ada.close();
  await ada.close();
  const [third, fourth] = [await given.open({ as: 'ada-lindqvist' }), await given.open({ as: 'ada-lindqvist' })];
  expect(third.page.context()).not.toBe(fourth.page.context());
});

test('what asks for it before it runs is told when it does', () => {
  expect(early).toEqual(new Error('The local Jira of this file does not run: it starts before the first test and ends after the last. Ask for it within a test or a hook.'));
});
