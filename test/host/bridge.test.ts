import type { Browser, Frame } from 'playwright-core';
import { launchChromium } from '../given/chromium';
import { openJira, type JiraScreens } from '../given/jira-screens';
import { onScreen } from '../given/on-screen';
import { serveTestApp, type ServedApp } from './serve-test-app';

jest.setTimeout(60_000);
let app: ServedApp;
let browser: Browser;
let jira: JiraScreens;

beforeAll(async () => {
  [app, browser] = await Promise.all([serveTestApp(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});
beforeEach(async () => { jira = await openJira({ as: 'priya-raman', url: app.url, browser }); });
afterEach(async () => { await jira.close(); });

/** The page of the app's first panel on BUYER-12. */
async function openPanel(): Promise<Frame> {
  await jira.openTicket('BUYER-12');
  const add = jira.page.getByRole('button', { name: 'Test panel', exact: true });
  const shown = jira.page.locator('iframe[title="Test panel panel"]');
  await add.or(shown).first().waitFor();
  if (await add.isVisible()) await add.click();
  return frameNamed('Test panel panel');
}

async function frameNamed(title: string): Promise<Frame> {
  const frame = await (await jira.page.locator(`iframe[title="${title}"]`).elementHandle())?.contentFrame();
  if (frame === null || frame === undefined) throw new Error(`There is no frame called ${title}.`);
  await frame.waitForFunction(() => 'packages' in window);
  return frame;
}

describe('the frame', () => {
  test('stands on another origin, in Jira\'s sandbox, behind Atlassian\'s policy', async () => {
    const frame = await openPanel();
    expect(new URL(frame.url()).origin).toBe(app.appUrl);
    await onScreen(jira.page.locator('iframe[title="Test panel panel"]')).toHaveAttribute('sandbox', 'allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-pointer-lock');
    const policy = (await fetch(`${app.appUrl}/app/page/index.html`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors 'self' *.atlassian.net bitbucket.org *.jira.com *.atlassian.com *.frontend.public.atl-paas.net ${app.url} `);
    expect(policy).toContain('sandbox allow-popups');
    expect(policy).toMatch(/style-src [^;]*'unsafe-inline'/);
    expect(policy).not.toMatch(/script-src [^;]*'unsafe-inline'/);
    await expect(frame.evaluate(() => window.parent.document.title)).rejects.toThrow(/Blocked a frame with origin/);
  });

  test('a script put into the page does not run, and the violation is reported', async () => {
    const frame = await openPanel();
    const ran = await frame.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.body.append(script);
      await new Promise((resolve) => { setTimeout(resolve, 100); });
      return 'wasRun' in window;
    });
    expect(ran).toBe(false);
    expect(jira.errors().join('\n')).toContain('Content Security Policy');
    expect(app.site.log.lines().at(-1)?.text).toBe(`A page of the app broke its Content Security Policy: ${app.appUrl}/app/page/index.html script-src-elem inline `);
  });

  test('on the origin of the pages there is neither Jira\'s REST nor the shell', async () => {
    for (const path of ['/rest/api/3/myself', '/local/api/people', '/local/bridge/invoke', '/', '/app/page/..%2f..%2fdata/jira.sqlite', '/app/nowhere/index.html']) {
      expect([path, (await fetch(app.appUrl + path)).status]).toEqual([path, 404]);
    }
  });

  test('follows the height of its content, down again too', async () => {
    await jira.openTicket('BUYER-12');
    await jira.page.getByRole('button', { name: 'Hasty panel', exact: true }).click();
    const frame = await frameNamed('Hasty panel panel');
    const element = jira.page.locator('iframe[title="Hasty panel panel"]');
    const heightFor = async (pixels: number): Promise<number> => {
      await frame.evaluate((height) => { (document.getElementById('root') as HTMLElement).style.height = `${height}px`; }, pixels);
      await jira.page.waitForTimeout(150);
      return (await element.boundingBox())?.height ?? 0;
    };
    expect(await heightFor(700)).toBeGreaterThanOrEqual(700);
    expect(await heightFor(300)).toBeLessThan(340);
  });
});

describe('commands', () => {
  test('whoever has unsaved changes in a page is asked before Jira leaves it, and stays who he was', async () => {
    const frame = await openPanel();
    await frame.evaluate(() => { window.addEventListener('beforeunload', (event) => event.preventDefault()); });
    await frame.locator('#root').click();
    const asked: string[] = [];
    jira.page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await jira.page.getByRole('button', { name: 'Priya Raman' }).click();
    await jira.page.getByRole('menuitemradio', { name: /Ada Lindqvist/ }).click();
    await jira.page.waitForTimeout(300);
    expect(asked).toEqual(['beforeunload']);
    expect(await frame.evaluate(async () => ((await (await window.packages.bridge.requestJira('/rest/api/3/myself')).json()) as { accountId: string }).accountId)).toBe('priya-raman');
  });

  test('getContext says who and where', async () => {
    const frame = await openPanel();
    expect(await frame.evaluate(() => window.packages.bridge.view.getContext())).toMatchObject({
      accountId: 'priya-raman', moduleKey: 'panel', environmentType: 'DEVELOPMENT', siteUrl: app.url, locale: 'en-US',
      extension: { type: 'jira:issuePanel', issue: { id: '10113', key: 'BUYER-12', type: 'Story' }, project: { key: 'BUYER', type: 'software' } },
    });
  });

  test('invoke runs the resolver as the signed-in user, with the place that Jira knows', async () => {
    const frame = await openPanel();
    expect(await frame.evaluate(() => window.packages.bridge.invoke('echo', { n: 1 }))).toMatchObject({
      payload: { n: 1 }, context: { accountId: 'priya-raman', extension: { issue: { id: '10113' } } },
    });
    expect(await frame.evaluate(() => window.packages.bridge.invoke('echo', { n: 1 }, { rateLimitProperties: true } as never))).toMatchObject({ body: { payload: { n: 1 } }, metadata: {} });
    expect(await frame.evaluate(() => window.packages.bridge.invoke('throws').catch((error: Error) => error.message))).toBe('There was an error invoking the function - the reason');
  });

  test('no place is described, and no resolver run, for a ticket that the person may not see', async () => {
    await openPanel();
    await jira.resetMeter();
    const answers = await jira.page.evaluate(async () => {
      const place = { moduleKey: 'panel', issue: 'LEGAL-1', location: window.location.href };
      const post = async (endpoint: string, body: unknown): Promise<unknown> => {
        const response = await fetch(`/local/bridge/${endpoint}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
        return [response.status, await response.json()];
      };
      return [await post('context', { place }), await post('invoke', { place, functionKey: 'echo', payload: {} }), await post('invoke', { functionKey: 7 })];
    });
    expect(answers).toEqual([
      [404, { words: 'There is no such place, or you may not see it.' }], [404, { words: 'There is no such place, or you may not see it.' }],
      [400, { words: 'At place: expected an object, got nothing; At functionKey: expected a string, got 7' }],
    ]);
    expect(await jira.meter()).toMatchObject({ invocations: 0 });
  });

  test('requestJira asks as the user, within the app\'s scopes, and spends no points', async () => {
    const frame = await openPanel();
    await jira.resetMeter();
    const answer = await frame.evaluate(async () => {
      const read = await window.packages.bridge.requestJira('/rest/api/3/issue/BUYER-12?fields=summary');
      const write = await window.packages.bridge.requestJira('/rest/api/3/project/BUYER/properties/x', { method: 'PUT', body: '1' });
      const none = await window.packages.bridge.requestJira('/rest/api/3/issue/10113/properties/none-such', { method: 'DELETE' });
      return { summary: ((await read.json()) as { fields: { summary: string } }).fields.summary, write: write.status, refusal: await write.json() as unknown, none: none.status };
    });
    expect(answer).toEqual({
      summary: 'Faster response times on the shipping cost API', write: 401, refusal: { code: 401, message: 'Unauthorized; scope does not match' }, none: 404,
    });
    expect(await jira.meter()).toMatchObject({ invocations: 0, points: 0, calls: [{ via: 'bridge' }, { via: 'bridge' }, { via: 'bridge' }] });
  });

  test('without consent both ways say so, by the name that pages look for', async () => {
    const frame = await openPanel();
    app.host.consent.withdraw('priya-raman');
    const said = await frame.evaluate(async () => {
      const words = (error: Error): string => `${error.name}: ${error.message}`;
      return [await window.packages.bridge.requestJira('/rest/api/3/myself').catch(words), await window.packages.bridge.invoke('whoAmI', { wait: 0 }).catch(words)];
    });
    expect(said).toEqual(['NeedsAuthenticationError: Authentication Required', 'NeedsAuthenticationError: Authentication Required']);
    await jira.page.getByRole('button', { name: 'Allow this app to act for me' }).click();
    await jira.page.getByText('This app wants to act for you').waitFor({ state: 'detached' });
    expect(await frame.evaluate(async () => (await window.packages.bridge.requestJira('/rest/api/3/myself')).status)).toBe(200);
  });

  test('theme: the page takes Jira\'s tokens and follows a switch', async () => {
    const frame = await openPanel();
    const colour = (): Promise<string> => frame.evaluate(() => `${document.documentElement.dataset['colorMode'] ?? 'none'} ${getComputedStyle(document.documentElement).getPropertyValue('--ds-surface')}`);
    expect(await colour()).toBe('none ');
    await frame.evaluate(() => window.packages.bridge.view.theme.enable());
    const light = await colour();
    expect(light).toMatch(/^light #/i);
    await jira.page.getByRole('button', { name: 'Switch to dark mode' }).click();
    await frame.waitForFunction(() => document.documentElement.dataset['colorMode'] === 'dark');
    expect(await colour()).not.toBe(light);
  });

  test('flags are shown by Jira, their actions run in the page, and they can be closed', async () => {
    const frame = await openPanel();
    await frame.evaluate(() => {
      const flag = window.packages.bridge.showFlag({ id: 'saved', title: 'Saved', description: 'Two fields', type: 'success', actions: [{ text: 'Undo', onClick: () => { document.title = 'undone'; } }] });
      Object.assign(window, { flag });
    });
    await jira.page.getByRole('alert').filter({ hasText: 'Two fields' }).waitFor();
    await jira.page.getByRole('button', { name: 'Undo' }).click();
    await frame.waitForFunction(() => document.title === 'undone');
    await frame.evaluate(() => (window as unknown as { flag: { close: () => Promise<void> } }).flag.close());
    await jira.page.getByText('Two fields').waitFor({ state: 'detached' });
  });

  test('a dialog shows the page with its own context, and tells the opener what it was closed with', async () => {
    const frame = await openPanel();
    await frame.evaluate(() => new window.packages.bridge.Modal({ title: 'Choose one', context: { choices: 2 }, onClose: (payload: unknown) => { document.title = `closed with ${JSON.stringify(payload)}`; } }).open());
    const dialog = jira.page.getByRole('dialog', { name: 'Choose one' });
    await dialog.waitFor();
    const inside = await frameNamed('Choose one');
    expect(await inside.evaluate(async () => (await window.packages.bridge.view.getContext()).extension['modal'] as unknown)).toEqual({ choices: 2 });
    await inside.evaluate(async () => {
      await window.packages.bridge.view.onClose(async () => { localStorage.setItem('onClose', 'asked'); });
      void window.packages.bridge.view.close({ chosen: 1 });
    });
    await frame.waitForFunction(() => document.title === 'closed with {"chosen":1}');
    expect(await frame.evaluate(() => localStorage.getItem('onClose'))).toBe('asked');
    await dialog.waitFor({ state: 'detached' });
  });

  test('events reach other frames until they unsubscribe', async () => {
    const frame = await openPanel();
    const heard = await frame.evaluate(async () => {
      const { events } = window.packages.bridge;
      const got: unknown[] = [];
      const subscription = await events.on('saved', (payload) => got.push(payload));
      await events.emit('saved', { rev: 2 });
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      await subscription.unsubscribe();
      await events.emit('saved', { rev: 3 });
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      return got;
    });
    expect(heard).toEqual([{ rev: 2 }]);
  });

  test('a panel cannot be closed, and an unknown command is refused by its name', async () => {
    const frame = await openPanel();
    expect(await frame.evaluate(() => window.packages.bridge.view.close().catch((error: Error) => error.message))).toBe('this resource\'s view is not closable.');
    expect(await frame.evaluate(() => window.packages.bridge.view.onClose(async () => undefined).catch((error: Error) => error.message))).toBe('`onClose` failed because this resource\'s view is not closable.');
    expect(await frame.evaluate(() => (globalThis as unknown as { __bridge: { callBridge: (command: string) => Promise<unknown> } }).__bridge.callBridge('makeCoffee').catch((error: Error) => error.message)))
      .toBe('This local Jira does not know the bridge command "makeCoffee".');
    expect(await frame.evaluate(() => window.packages.bridge.requestConfluence('/wiki').catch((error: Error) => error.message))).toBe('This local Jira has no confluence.');
  });

  test('navigate goes elsewhere in Jira, asks before it leaves the site, and opens no script', async () => {
    const frame = await openPanel();
    const asked: string[] = [];
    jira.page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    expect(await frame.evaluate(() => (window.packages.bridge.router.navigate('javascript:alert(1)') as Promise<void>).catch((error: Error) => error.message))).toBe('Jira does not open addresses such as javascript:');
    await frame.evaluate(() => window.packages.bridge.router.navigate('https://example.com/x'));
    expect(asked).toEqual(['This leaves Jira and opens https://example.com/x. Continue?']);
    void frame.evaluate(() => window.packages.bridge.router.navigate({ target: 'issue', issueKey: 'BUYER-3' } as never)).catch(() => undefined);
    await jira.page.waitForURL(`${app.url}/browse/BUYER-3`);
  });
});

describe('a page with subpages', () => {
  test('its history is the part of Jira\'s address below its base, back and forward', async () => {
    await jira.openProjectPage('BUYER', 'first');
    const frame = await frameNamed('Test pages page');
    const seen = await frame.evaluate(async () => {
      const history = await window.packages.bridge.view.createHistory();
      Object.assign(window, { history2: history, moves: [] });
      history.listen((location, action) => { (window as unknown as { moves: string[] }).moves.push(`${String(action)} ${location.pathname}${location.search}`); });
      const start = history.location.pathname;
      history.push('/first/deep?x=1');
      return { start, now: `${history.location.pathname}${history.location.search}` };
    });
    expect(seen).toEqual({ start: '/first', now: '/first/deep?x=1' });
    await jira.page.waitForURL(/\/apps\/[^/]+\/[^/]+\/first\/deep\?x=1$/);
    await jira.page.goBack();
    await frame.waitForFunction(() => (window as unknown as { moves: string[] }).moves.includes('POP /first'));
    await jira.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Second' }).click();
    await frame.waitForFunction(() => (window as unknown as { moves: string[] }).moves.at(-1) === 'POP /second');
    await onScreen.poll(() => jira.page.url()).toMatch(/\/second$/);
    await frame.evaluate(() => window.packages.bridge.view.changeWindowTitle('Second - Test'));
    await onScreen(jira.page).toHaveTitle('Second - Test');
  });
});
