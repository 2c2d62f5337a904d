import fc from 'fast-check';
import { filterDemand } from '../../src/domain/demand/filter-demand';
import { groupDemand, GROUPINGS } from '../../src/domain/demand/group-demand';
import { adviseGates, forecastGate } from '../../src/domain/demand/forecast-gates';
import { shareCheapAnswers } from '../../src/domain/demand/share-cheap-answers';
import { someSettings } from '../context/given-context';
import { aDemand } from './given-demand';

const settings = someSettings();
const rows = [
  aDemand(1), aDemand(12, { record: { team: 'shopping-cart', sponsor: 'Sales', theme: 'europe' } }), aDemand(2, { record: { team: 'order-status' } }),
  aDemand(3, { record: { team: 'order-status', need: '' } }), aDemand(4, { record: { team: 'left-team', origin: 'executive' } }),
];

test('[DM11] groups follow the settings, strangers come after, "not stated" is last', () => {
  const groups = groupDemand(rows, 'team', settings);
  expect(groups.map(({ label, demands }) => [label, demands.map((row) => row.ticket.key)])).toEqual([
    ['Order Status', ['BUYER-2', 'BUYER-3']], ['Shopping Cart', ['BUYER-12']], ['left-team', ['BUYER-4']], ['No team stated', ['BUYER-1']],
  ]);
  expect(groups[0]).toMatchObject({ understood: 1, byGrade: { none: 1, bronze: 0, silver: 1, gold: 0 } });
});

test('[DM11] every ticket is in exactly one group, whatever is grouped by', () => {
  for (const by of GROUPINGS) {
    const keys = groupDemand(rows, by, settings).flatMap((group) => group.demands.map((row) => row.ticket.key));
    expect(keys.sort()).toEqual(rows.map((row) => row.ticket.key).sort());
  }
});

test('[DM11] an initiative’s own ticket stands with its parts', () => {
  const parts = [aDemand(1, { record: { initiative: 'BUYER-9' } }), aDemand(9, { record: {} }), aDemand(2)];
  expect(groupDemand(parts, 'initiative', settings).map(({ label, demands }) => [label, demands.map((row) => row.ticket.key)])).toEqual([['BUYER-9', ['BUYER-1', 'BUYER-9']], ['In no initiative', ['BUYER-2']]]);
});

test('[DM12] the order of input never matters', () => {
  fc.assert(fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.constantFrom(...GROUPINGS), (shuffled, by) => {
    expect(groupDemand(shuffled, by, settings)).toEqual(groupDemand(rows, by, settings));
  }));
});

test('[DM13] a team that left the settings keeps its tickets, marked', () => {
  expect(groupDemand(rows, 'team', settings).map(({ id, isUnlisted }) => [id, isUnlisted])).toEqual([['order-status', false], ['shopping-cart', false], ['left-team', true], ['', false]]);
});

test('[DM14] every part of a filter must hold', () => {
  const keys = (filter: Parameters<typeof filterDemand>[1]): string[] => filterDemand(rows, filter).map((row) => row.ticket.key);
  expect(keys({})).toHaveLength(5);
  expect(keys({ team: 'order-status' })).toEqual(['BUYER-2', 'BUYER-3']);
  expect(keys({ team: '' })).toEqual(['BUYER-1']);
  expect(keys({ team: 'order-status', missing: 'need' })).toEqual(['BUYER-3']);
  expect(keys({ grade: 'silver', origin: 'team' })).toEqual(['BUYER-12', 'BUYER-2']);
  expect(keys({ text: 'SHIPPING sales' })).toEqual(['BUYER-12']);
  const answered = [aDemand(1, { record: { answer: { state: 'declined', why: 'w' } } }), aDemand(2, { record: { answer: { state: 'accepted' } } }), aDemand(3)];
  expect((['declined', ''] as const).map((answer) => filterDemand(answered, { answer }).map((row) => row.ticket.key))).toEqual([['BUYER-1'], ['BUYER-3']]);
  expect(keys({ text: 'buyer-12' })).toEqual(['BUYER-12']);
});

test('[DM14] marks are found: bypassed, copied, asked from outside', () => {
  const marked = [
    aDemand(1, { record: { bypass: { gate: 'ready', hash: 'h', why: 'w', comment: '1' } } }),
    aDemand(2, { record: {}, ticket: { project: { id: '10002', key: 'CART', name: 'Cart' } } }),
  ];
  expect(filterDemand(marked, { mark: 'bypassed' }).map((row) => row.ticket.key)).toEqual(['BUYER-1']);
  expect(filterDemand(marked, { mark: 'outside' }).map((row) => row.ticket.key)).toEqual(['BUYER-2']);
  expect(filterDemand(marked, { mark: 'copied' })).toEqual([]);
});

test('[DM15] a gate refuses what lacks a criterion, unless it was bypassed for exactly this gate', () => {
  const gate = { gate: 'ready', name: 'Ready', criteria: ['need', 'meter'] };
  const bypass = { hash: 'h', why: 'holiday fix', comment: '1' };
  const forecast = forecastGate([
    aDemand(1), aDemand(2, { record: {} }), aDemand(3, { record: { need: '' } }),
    aDemand(4, { record: { need: '', bypass: { ...bypass, gate: 'ready' } } }), aDemand(5, { record: { need: '', bypass: { ...bypass, gate: 'done' } } }),
    aDemand(6, { ticket: { project: { id: '10002', key: 'CART', name: 'Cart' } } }),
  ], gate);
  expect(forecast.refused.map((row) => row.ticket.key)).toEqual(['BUYER-1', 'BUYER-3', 'BUYER-5']);
  expect([forecast.looksAt, forecast.bypassed, forecast.lacking]).toEqual([5, 1, [{ code: 'need', tickets: 3 }, { code: 'meter', tickets: 1 }]]);
});

test('[DM15] a clone is refused although its content is complete: the record is another ticket’s', () => {
  const clone = aDemand(7, { record: { index: { issue: 1, by: { judge: 1, settings: 4 }, met: ['need'], missing: [], notApplicable: [], grade: 'gold', hash: 'h', elements: [] } } });
  expect(forecastGate([clone], { gate: 'ready', name: 'Ready', criteria: ['need'] }).refused).toHaveLength(1);
});

test('[DM16] without gates of its own a project is advised about the three grades', () => {
  expect(adviseGates({ gates: [] }).map(({ gate }) => gate)).toEqual(['bronze', 'silver', 'gold']);
  const gates = [{ gate: 'ready', name: 'Ready', criteria: ['need'] }];
  expect(adviseGates({ gates })).toBe(gates);
});

test('[DM17] shares are of explained tickets, and "must" wants every requirement to be one', () => {
  const claim = { id: 'c1', model: 'm', element: 'BuyerProfile.paymentMethods', facet: 'count' as const, min: 2 };
  expect(shareCheapAnswers([
    aDemand(1), aDemand(2, { record: { touchesSharedData: false } }), aDemand(3, { record: { value: { unknown: true } } }),
    aDemand(4, { record: { team: 'shopping-cart', touchesSharedData: true, claims: [{ ...claim, level: 'must' }] } }),
    aDemand(5, { record: { team: 'shopping-cart', touchesSharedData: true, claims: [{ ...claim, level: 'must' }, { ...claim, id: 'c2', level: 'wish' }] } }),
  ])).toEqual([
    { team: 'order-status', answered: 2, counts: { unknown: 1, 'not-money': 0, must: 0, 'touches-nothing': 2 } },
    { team: 'shopping-cart', answered: 2, counts: { unknown: 0, 'not-money': 0, must: 1, 'touches-nothing': 0 } },
  ]);
});
