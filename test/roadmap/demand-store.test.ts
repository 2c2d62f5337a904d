import { createDemandStore, type DemandState, type DemandStore } from '../../static/shared/demand-store';
import { judgeLoaded } from '../../static/shared/judge-loaded';
import type { WorkerJudge, WorkerJudgeOptions } from '../../static/shared/judge-in-worker';
import { slices, type LoadedTicket } from '../../static/shared/load-tickets';
import type { AskJira } from '../../static/shared/load-calls';
import { someSettings } from '../context/given-context';
import { aWire } from './given-wire';

class WantsConsent extends Error {}

/** The worker's work without a worker: parts of 250, one after the other; it dies once after `diesAfter` tickets. */
function judgeHere(diesAfter = Number.POSITIVE_INFINITY) {
  return ({ settings, today, locale, onJudged, onDeath }: WorkerJudgeOptions): WorkerJudge => {
    let waiting: LoadedTicket[][] = [];
    let judged = 0;
    let isDead = false;
    let working = Promise.resolve();
    async function work(): Promise<void> {
      for (;;) {
        const part = isDead ? undefined : waiting.shift();
        if (part === undefined) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (judged + part.length > diesAfter) {
          isDead = true;
          waiting.unshift(part);
          onDeath(waiting.flat().length);
          return;
        }
        judged += part.length;
        onJudged(judgeLoaded({ tickets: part, settings, today, locale }));
      }
    }
    const go = (): void => { working = working.then(work); };
    return {
      add: (tickets) => { waiting.push(...slices(tickets, 250)); go(); },
      cancel: () => { waiting = []; }, idle: () => working, close: () => { waiting = []; },
      revive: () => { isDead = false; diesAfter = Number.POSITIVE_INFINITY; go(); },
    };
  };
}

interface Site {
  readonly settings?: unknown;
  readonly settingsStatus?: number;
  readonly projectStatus?: number;
  readonly administers?: boolean;
}

function aStore(count: number, { settings = someSettings(), settingsStatus = 200, projectStatus = 200, administers = false }: Site = {}, options: { ask?: AskJira; diesAfter?: number } = {}): DemandStore {
  const wire = aWire(count);
  const reply = (status: number, body: unknown) => Promise.resolve({ status, headers: new Headers(), body });
  return createDemandStore({
    projectId: '10001', locale: 'en-US', today: '2026-11-22', isConsentError: (error) => error instanceof WantsConsent, openJudge: judgeHere(options.diesAfter),
    ask: options.ask ?? ((path, init) => {
      if (path.includes('/properties/')) return reply(settingsStatus, { key: 'product-context.settings', value: settings });
      if (path.includes('/mypermissions')) return reply(200, { permissions: { ADMINISTER_PROJECTS: { havePermission: administers } } });
      if (path.includes('/project/')) return reply(projectStatus, { name: 'Buyer Platform', lead: { displayName: 'Ada Lindqvist' } });
      return wire.ask(path, init);
    }),
  });
}

/** Waits until the store's state fits. */
function until(store: DemandStore, fits: (state: DemandState) => boolean): Promise<DemandState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!fits(store.snapshot())) return;
      stop();
      resolve(store.snapshot());
    };
    const stop = store.subscribe(look);
    look();
  });
}

const isOver = (state: DemandState): boolean => state.state !== 'loading' && (state.state !== 'ready' || state.end !== undefined);

async function finish(store: DemandStore): Promise<DemandState> {
  store.start();
  return until(store, isOver);
}

test('rows come while the rest loads, and the end is told', async () => {
  const store = aStore(1_200);
  store.start();
  const early = await until(store, (state) => state.state === 'ready' && state.demands.length > 0);
  expect(early).toMatchObject({ state: 'ready' });
  expect('end' in early).toBe(false);
  expect(await until(store, isOver)).toMatchObject({ end: { kind: 'complete' }, progress: { found: 1_200, loaded: 1_200 }, leftByWorker: 0 });
  const last = store.snapshot();
  expect(last.state === 'ready' ? last.demands.length : 0).toBe(1_200);
});

test('stopped loading keeps what is there and is partial', async () => {
  const store = aStore(10_000);
  store.start();
  await until(store, (state) => state.state === 'ready' && state.demands.length > 0);
  store.cancel();
  const state = await until(store, isOver);
  expect(state).toMatchObject({ state: 'ready', end: { kind: 'cancelled' } });
  const count = state.state === 'ready' ? state.demands.length : 0;
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(10_000);
});

test('stopping when all is loaded but not worked through is partial, too', async () => {
  const store = aStore(2_000);
  store.start();
  await until(store, (state) => state.state === 'ready' && state.progress.loaded === 2_000);
  store.cancel();
  const state = await until(store, isOver);
  const count = state.state === 'ready' ? state.demands.length : 0;
  expect(count).toBeLessThan(2_000);
  expect(state).toMatchObject({ state: 'ready', end: { kind: 'cancelled' } });
});

test('a worker that dies leaves the rest to its successor', async () => {
  const store = aStore(1_000, {}, { diesAfter: 400 });
  const state = await finish(store);
  if (state.state !== 'ready') throw new Error(state.state);
  expect(state.demands.length + state.leftByWorker).toBe(1_000);
  expect(state.leftByWorker).toBeGreaterThan(0);
  store.revive();
  const healed = await until(store, (now) => now.state === 'ready' && now.demands.length === 1_000);
  expect(healed).toMatchObject({ leftByWorker: 0 });
});

test('without settings the page says who may opt in', async () => {
  expect(await finish(aStore(5, { settingsStatus: 404, administers: true }))).toEqual({ state: 'absent', facts: { name: 'Buyer Platform', lead: 'Ada Lindqvist', administers: true } });
  expect(await finish(aStore(5, { settings: { ...someSettings(), enabled: false } }))).toMatchObject({ state: 'absent', facts: { administers: false } });
});

test('settings that cannot be seen, or not be read, are told apart', async () => {
  expect(await finish(aStore(5, { projectStatus: 404, settingsStatus: 404 }))).toEqual({ state: 'forbidden' });
  expect(await finish(aStore(5, { settings: { ...someSettings(), v: 2 } }))).toMatchObject({ state: 'unreadable', words: 'A newer Groundwork (version 2 of the settings) wrote them. Reload the page; if that does not help, ask your Jira administrator to update the app.' });
  expect(await finish(aStore(5, { settings: { ...someSettings(), teams: 'none' } }))).toMatchObject({ state: 'unreadable', words: 'At teams: expected an array, got "none". Saving them once on the settings page repairs this.' });
});

test('consent that Jira wants is a state of its own, and starting again goes on', async () => {
  let isAllowed = false;
  const working = aWire(3);
  const store = aStore(3, {}, {
    ask: (path, init) => {
      if (!isAllowed) return Promise.reject(new WantsConsent());
      if (path.includes('/properties/')) return Promise.resolve({ status: 200, headers: new Headers(), body: { value: someSettings() } });
      return path.includes('/project/') || path.includes('mypermissions') ? Promise.resolve({ status: 200, headers: new Headers(), body: {} }) : working.ask(path, init);
    },
  });
  expect(await finish(store)).toEqual({ state: 'consent' });
  isAllowed = true;
  expect(await finish(store)).toMatchObject({ state: 'ready', end: { kind: 'complete' } });
});

test('tickets that were changed are read again without loading everything', async () => {
  const store = aStore(300);
  await finish(store);
  const before = store.snapshot();
  await store.reload(['7']);
  const after = store.snapshot();
  if (before.state !== 'ready' || after.state !== 'ready') throw new Error('not ready');
  expect(after.demands).toHaveLength(300);
  expect(after.demands.find((row) => row.ticket.id === '7')).not.toBe(before.demands.find((row) => row.ticket.id === '7'));
  expect(after.demands.find((row) => row.ticket.id === '8')).toBe(before.demands.find((row) => row.ticket.id === '8'));
});
