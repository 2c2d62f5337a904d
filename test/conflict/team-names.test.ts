import { describeConflict } from '../../src/domain/conflict/describe-conflict';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { teamIdIn, teamNaming } from '../../src/domain/context/name-teams';
import { aClaim, names, sentences } from './a-claim';

const TEAMS = [{ id: 'order-status', name: 'Order Status' }, { id: 'shopping-cart', name: 'Shopping Cart' }];
const ADDRESS = { element: 'BuyerProfile.deliveryAddress' };
const owner = (who: string, is: string) => aClaim(who, { ...ADDRESS, facet: 'owner', is });

test('[CF34] a team that a claim names is told by its name, and a system that is no team stands as it was typed', () => {
  expect(sentences([owner('OSTAT-1', 'order-status'), owner('CART-9', 'ERP of the warehouse')], { teams: TEAMS })).toEqual([
    'TWO_OWNERS BuyerProfile.deliveryAddress: Shopping Cart asks for ERP of the warehouse as the system of record (must, CART-9), but Order Status asks for Order Status as the system of record (must, OSTAT-1). '
    + 'No system of record satisfies both. Smallest change: CART-9 from ERP of the warehouse as the system of record to Order Status as the system of record.',
  ]);
});

test('[CF34] readers are told by name where they are teams, and as typed where they are not', () => {
  expect(sentences([
    aClaim('RECS-1', { ...ADDRESS, facet: 'access', mustRead: ['Fraud Analysts', 'shopping-cart'] }), aClaim('LEGAL-1 limit', { ...ADDRESS, facet: 'access', authority: 'GDPR', mustNotRead: ['shopping-cart', 'fraud analysts'] }),
  ], { teams: TEAMS })).toEqual([
    'ACCESS_CLASH BuyerProfile.deliveryAddress: Recommendations asks for access for Fraud Analysts and Shopping Cart (must, RECS-1), but Legal Compliance asks for no access for Shopping Cart and fraud analysts (law or contract, LEGAL-1). '
    + 'No rule about reading satisfies both. Smallest change: RECS-1 no longer asks that Fraud Analysts and Shopping Cart can read it.',
  ]);
});

test('[CF34] a team by its id and by its name is one team, and two teams of one name are two', () => {
  expect(sentences([owner('OSTAT-1', 'order-status'), owner('CART-9', 'Order status'), owner('RECS-1', ' Order-Status ')], { teams: TEAMS })).toEqual([]);
  const namesakes = [...TEAMS, { id: 'order-status-2', name: 'Order Status' }];
  const [conflict] = detectConflicts([owner('OSTAT-1', 'order-status'), owner('CART-9', 'order-status-2')], { teams: namesakes }).conflicts;
  expect(conflict === undefined ? '' : describeConflict(conflict, names)).toContain('asks for Order Status (order-status-2) as the system of record (must, CART-9)');
});

test('[CF34] names do not change which conflict it is', () => {
  const claims = [owner('OSTAT-1', 'order-status'), owner('CART-9', 'shopping-cart')];
  const ids = [{}, { teams: TEAMS }].map((options) => detectConflicts(claims, options).conflicts.map(({ id }) => id));
  expect(ids[0]).toEqual(ids[1]);
  expect(ids[0]).toHaveLength(1);
});

test('[CF34] what is typed is kept as the id of the team it names, by name or id in any capitals; other words are kept', () => {
  expect(['Order Status', ' order status ', 'ORDER-STATUS', 'fraud analysts', ''].map((text) => teamIdIn(text, TEAMS))).toEqual(['order-status', 'order-status', 'order-status', 'fraud analysts', '']);
  expect(['order-status', 'Order Status', 'gone-team'].map(teamNaming(TEAMS))).toEqual(['Order Status', 'Order Status', 'gone-team']);
});
