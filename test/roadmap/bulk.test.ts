import type { BulkChange, BulkResult } from '../../src/contract/calls';
import { planBulkChange } from '../../src/domain/demand/plan-bulk-change';
import { readDemandAddress, writeDemandAddress } from '../../static/roadmap/demand-address';
import { settingsAddress } from '../../static/roadmap/settings-address';
import { runBulk, type BulkOutcome, type BulkRun } from '../../static/roadmap/backlog/run-bulk';
import { someSettings } from '../context/given-context';
import { aDemand } from '../demand/given-demand';

const rows = Array.from({ length: 50 }, (_, at) => aDemand(at + 1));
const { changes } = planBulkChange(rows, { team: 'order-status' }, someSettings());
const saved = ({ issueId, startedFrom }: BulkChange): BulkResult => ({ issueId, ok: true, rev: startedFrom + 1, before: {} });

async function run(send: BulkRun['send'], stopAfter = Number.POSITIVE_INFINITY): Promise<{ outcome: BulkOutcome; slept: number[] }> {
  const stop = new AbortController();
  const slept: number[] = [];
  const outcome = await runBulk({
    changes, signal: stop.signal, send,
    onProgress: ({ saved: done }) => { if (done.length >= stopAfter) stop.abort(); },
    sleep: (milliseconds) => { slept.push(milliseconds); return Promise.resolve(); },
  });
  return { outcome, slept };
}

test('50 changes go in calls of 20, each ticket with the revision it started from', async () => {
  const calls: BulkChange[][] = [];
  const { outcome } = await run((part) => { calls.push(part); return Promise.resolve({ ok: true, value: { results: part.map(saved) } }); });
  expect(calls.map((part) => part.length)).toEqual([20, 20, 10]);
  expect(calls[0]?.[0]).toEqual({ issueId: '20001', startedFrom: 0, set: { team: 'order-status', infra: { id: '10001', key: 'BUYER' } } });
  expect([outcome.saved.length, outcome.failed.length, outcome.waiting.length]).toEqual([50, 0, 0]);
});

test('stopping takes effect after the call under way', async () => {
  const { outcome } = await run((part) => Promise.resolve({ ok: true, value: { results: part.map(saved) } }), 20);
  expect([outcome.saved.length, outcome.waiting.length]).toEqual([20, 30]);
});

test('tickets fail one by one, with their words; a ticket nobody spoke of is told, too', async () => {
  const { outcome } = await run((part) => Promise.resolve({ ok: true, value: {
    results: part.slice(1).map((change) => (change.issueId === '20003' ? { issueId: '20003', ok: false, problem: { code: 'FORBIDDEN', words: 'You may not edit BUYER-3.' } } : saved(change))),
  } }));
  expect(outcome.failed.map(({ change, words }) => [change.key, words])).toEqual([
    ['BUYER-1', 'Groundwork did not say what became of this ticket. Load the page again to see.'], ['BUYER-3', 'You may not edit BUYER-3.'],
    ['BUYER-21', 'Groundwork did not say what became of this ticket. Load the page again to see.'], ['BUYER-41', 'Groundwork did not say what became of this ticket. Load the page again to see.'],
  ]);
  expect(outcome.saved).toHaveLength(46);
});

test('a busy Jira is waited for as long as it asks, then given up', async () => {
  let calls = 0;
  const { outcome, slept } = await run((part) => {
    calls += 1;
    return Promise.resolve(calls === 1 || calls > 3 ? { ok: false, problem: { code: 'BUSY', words: 'Jira is busy.', ...(calls === 1 ? { retryAfterSeconds: 7 } : {}) } } : { ok: true, value: { results: part.map(saved) } });
  });
  expect(slept).toEqual([7_000, 2_000, 4_000, 8_000, 16_000]);
  expect([outcome.saved.length, outcome.failed.length, outcome.failed[0]?.words]).toEqual([40, 10, 'Jira is busy.']);
});

test('an address says the filter and gives it back; what it does not know is left out', () => {
  const address = { by: 'origin', filter: { team: '', grade: 'silver', missing: 'meter', origin: '', text: 'shipping cost', mark: 'bypassed' } } as const;
  expect(writeDemandAddress(address).toString()).toBe('by=origin&team=-&grade=silver&missing=meter&origin=-&text=shipping+cost&mark=bypassed');
  expect(readDemandAddress(writeDemandAddress(address))).toEqual(address);
  expect(readDemandAddress(new URLSearchParams('by=constructor&grade=platinum&missing=toString&origin=x&mark=y'))).toEqual({ by: 'team', filter: {} });
});

test('the settings page of the same project is found from the page’s own address', () => {
  const project = { id: '10001', key: 'BUYER' };
  expect(settingsAddress({ siteUrl: 'https://shop.example/', extension: { project, location: 'https://shop.example/jira/software/c/projects/BUYER/apps/1-2/3-4/demand?team=cart' } }))
    .toBe('https://shop.example/jira/software/c/projects/BUYER/settings/apps/1-2/3-4');
  expect(settingsAddress({ siteUrl: 'https://shop.example/', extension: { project } })).toBe('https://shop.example/plugins/servlet/project-config/BUYER');
});
