import { contentHash } from '../../src/domain/context/content-hash';
import { deriveIndex } from '../../src/domain/context/derive-index';
import { assessDemand } from '../../src/domain/demand/assess-demand';
import { isUnderstood } from '../../src/domain/demand/demand';
import { someSettings } from '../context/given-context';
import { aDemand, aRecord, aTicket, TODAY } from './given-demand';

test('[DM1] a forged index changes nothing about the row', () => {
  const ticket = aTicket(1);
  const honest = aRecord(ticket, { need: '' });
  const forged = { ...honest, index: { ...deriveIndex(honest, someSettings(), ticket.id), grade: 'gold' as const, met: ['need'], missing: [] } };
  const row = assessDemand(ticket, { state: 'read', record: forged }, someSettings(), { today: TODAY });
  expect(row.grade).toBe('none');
  expect(row.missing).toContain('need');
  expect(row.freshness).toBe('edited-outside');
});

test('[DM1] the row says why in one sentence', () => {
  expect(aDemand(1, { record: {} }).why).toBe('Mobile buyers at checkout: time to display shipping cost from 3.5 s to 3.2 s (p95); checkout conversion +3 to 5 %, worth $6M to $10M a month, because of an A/B test');
});

test('[DM2] a ticket without a record lacks everything and is counted', () => {
  const row = aDemand(2);
  expect([row.standing, row.rev, row.grade, row.explained, row.why]).toEqual(['none', 0, 'none', false, undefined]);
  expect(row.missing).toEqual(expect.arrayContaining(['need', 'team', 'users', 'threshold', 'value']));
});

test('[DM3] a clone is a draft: the bypass and the agreement of the original do not count', () => {
  const original = aRecord(aTicket(1), { bypass: { gate: 'ready', hash: 'h', why: 'holiday fix', comment: '1' } });
  const row = aDemand(9, { found: { state: 'read', record: original } });
  expect([row.standing, row.freshness, row.bypass, row.grade]).toEqual(['copied', 'current', undefined, 'silver']);
  expect(aDemand(1, { found: { state: 'read', record: original } }).bypass).toEqual({ gate: 'ready', why: 'holiday fix' });
});

test('[DM4] edited outside under today’s rules, out of date under earlier ones', () => {
  const ticket = aTicket(1);
  const index = deriveIndex(aRecord(ticket), someSettings(), ticket.id);
  expect(aDemand(1, { record: { index } }).freshness).toBe('current');
  expect(aDemand(1, { record: { index, need: '' } }).freshness).toBe('edited-outside');
  expect(aDemand(1, { record: { index: { ...index, by: { ...index.by, settings: 1 } }, need: '' } }).freshness).toBe('out-of-date');
});

test('[DM5] what does not parse is salvaged and says so; what is newer is left alone', () => {
  const broken = aDemand(3, { found: { state: 'malformed', complaints: ['At need: expected a string, got 7'], salvaged: { team: 'order-status' }, rev: 4 } });
  expect([broken.standing, broken.rev, broken.team, broken.complaints]).toEqual(['unreadable', 4, 'order-status', ['At need: expected a string, got 7']]);
  const newer = aDemand(4, { found: { state: 'newer', version: 2, rev: 8 } });
  expect([newer.standing, newer.rev, isUnderstood(newer)]).toEqual(['newer', 8, false]);
  expect(newer.complaints).toEqual(['A newer Groundwork (version 2 of the record) wrote this; this version does not touch it.']);
});

test('[DM6] a ticket of another project is asked from outside', () => {
  expect(aDemand(1, { record: {} }).outside).toBe(false);
  expect(aDemand(1, { record: {}, ticket: { project: { id: '10002', key: 'CART', name: 'Shopping Cart' } } }).outside).toBe(true);
});

test('[DM27] requirements that no check has compared as they stand wait for it; what was compared, and who requires nothing, does not', () => {
  const claims = [{ id: 'c1', model: 'm', element: 'E.a', facet: 'count' as const, level: 'must' as const, min: 1 }];
  const ticket = aTicket(1);
  const record = aRecord(ticket, { touchesSharedData: true, claims });
  const row = (hash?: string) => assessDemand(ticket, { state: 'read', record }, someSettings(), { today: TODAY, ...(hash === undefined ? {} : { conflicts: { hash, met: ['conflicts'], blocking: 0, items: [] } }) });
  expect(row().waitsForCheck).toBe(true);
  expect(row('of-earlier-content').waitsForCheck).toBe(true);
  expect(row(contentHash(record)).waitsForCheck).toBeUndefined();
  expect(aDemand(2, { record: { touchesSharedData: true } }).waitsForCheck).toBeUndefined();
});
