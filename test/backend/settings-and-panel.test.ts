import { SETTINGS_PROPERTY } from '../../src/contract/limits';
import type { SettingsContent } from '../../src/contract/settings';
import { ENVIRONMENT_ID } from '../../local/forge/app-identity';
import { BUYER, CART, someSettings, startBackend, type Backend } from './given-backend';

let backend: Backend;
beforeEach(() => {
  backend = startBackend();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

function content(changed: Partial<SettingsContent> = {}): SettingsContent {
  const { v: _v, rev: _rev, savedAt: _savedAt, ...rest } = someSettings();
  return structuredClone({ ...rest, ...changed }) as SettingsContent;
}
const save = (as: string, startedFrom: number, of = content()) => backend.call(as, 'saveSettings', { projectId: BUYER, startedFrom, content: of });

test('an administrator of the project saves its settings as the next revision', async () => {
  expect(await save('lead', 4, content({ currency: 'EUR' }))).toEqual({ ok: true, value: { settings: backend.settings() } });
  expect(backend.settings()).toMatchObject({ v: 1, rev: 5, currency: 'EUR' });
});

test('opting in for the first time starts from nothing', async () => {
  backend.jira.projects.get(BUYER)?.clear();
  expect(await save('lead', 0)).toMatchObject({ ok: true, value: { settings: { rev: 1, enabled: true } } });
});

test('somebody who does not administer the project changes nothing, and the revision stays free', async () => {
  expect(await save('engineer', 4)).toEqual({
    ok: false, problem: { code: 'FORBIDDEN', words: 'Only administrators of this project may change its Groundwork settings. What you changed is still here.' },
  });
  expect(backend.settings().rev).toBe(4);
  expect([...backend.kvs.keys()]).toEqual([]);
});

test('settings that somebody else saved meanwhile are shown instead of overwritten', async () => {
  await save('lead', 4, content({ currency: 'EUR' }));
  expect(await save('lead', 4, content({ currency: 'GBP' }))).toEqual({
    ok: false,
    problem: {
      code: 'STALE', theirs: backend.settings(),
      words: 'Somebody else saved these settings while you were editing. Nothing was overwritten, and what you changed is still here. Compare the two versions, then save again.',
    },
  });
});

test('settings of a newer Groundwork are left alone; malformed ones are repaired', async () => {
  backend.jira.projects.get(BUYER)?.set(SETTINGS_PROPERTY, { v: 9, rev: 4 });
  expect(await save('lead', 4)).toMatchObject({ ok: false, problem: { code: 'NEWER_VERSION' } });
  backend.jira.projects.get(BUYER)?.set(SETTINGS_PROPERTY, { v: 1, rev: 'many', teams: 7 });
  expect(await save('lead', 0)).toMatchObject({ ok: true, value: { settings: { rev: 1 } } });
});

test('settings of another project, and ids that stand there twice, are refused', async () => {
  expect(await save('lead', 4, content({ project: { id: CART, key: 'CART' } }))).toMatchObject({
    ok: false, problem: { words: 'These are the settings of another project (CART). Nothing was saved. Reload the page and try again.' },
  });
  const team = { id: 'cart', name: 'Cart', projects: [], colour: 'red' as const };
  expect(await save('lead', 4, content({ teams: [team, { ...team, name: 'Other' }] }))).toMatchObject({
    ok: false, problem: { words: 'Every team, theme and gate needs an id of its own, and these stand there twice: cart. Nothing was saved. Change one of each and save again.' },
  });
});

test('settings that Jira would not take are refused before they are sent', async () => {
  const conditions = Array.from({ length: 10 }, (_, at) => ({ name: `dimension ${at}`, values: Array.from({ length: 50 }, (__, value) => `${'v'.repeat(90)}${value}`) }));
  expect(await save('lead', 4, content({ conditions }))).toMatchObject({ ok: false, problem: { code: 'TOO_LARGE' } });
  expect(backend.settings().rev).toBe(4);
});

test('a Jira administrator pins the panel of this very installation', async () => {
  backend.jira.grants['admin'] = ['ADMINISTER'];
  expect(await backend.call('admin', 'pinPanel', { projectIds: [BUYER, CART], action: 'PIN' })).toEqual({ ok: true, value: { taskId: '10100' } });
  expect(backend.jira.seen.at(-1)?.body).toEqual({
    moduleId: `ari:cloud:ecosystem::extension/8f3d2a54-6c1b-4f0e-9a37-0d5b7c2e9a11/${ENVIRONMENT_ID}/static/product-context-panel`,
    projectList: [{ projectIdOrKey: BUYER, action: 'PIN' }, { projectIdOrKey: CART, action: 'PIN' }],
  });
});

test('anybody else is told who may, and how it goes by hand', async () => {
  expect(await backend.call('lead', 'pinPanel', { projectIds: [BUYER], action: 'PIN' })).toEqual({
    ok: false,
    problem: {
      code: 'FORBIDDEN',
      words: 'Only Jira administrators may show the panel on every ticket of a project, and you are not one. Nothing was changed. On a ticket, anybody can open Apps and choose "Product context"; the panel\'s menu then has "Show for all work items" for administrators.',
    },
  });
});
