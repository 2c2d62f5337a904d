import type { ModelSummary } from '../../src/contract/models';
import type { ModelElement } from '../../src/domain/model/shared-model';
import { namedByTickets } from '../../static/roadmap/models/named-by-tickets';
import { aClaim } from '../conflict/a-claim';

const element = (path: string): ModelElement => ({ path, kind: 'field', type: 'string', many: false, required: false });

test('models that tickets named before an import are offered by how many of their requirements the file fits; those that are stored, or cannot be ids, are not', () => {
  const claims = [
    aClaim('CART-1', { model: 'wallet', element: 'Wallet.cards' }), aClaim('CART-2', { model: 'wallet', element: 'Wallet.gone' }), aClaim('CART-3', { model: 'wallet', element: 'Wallet.cards', status: 'withdrawn' }),
    aClaim('RECS-1', { model: 'basket', element: 'Basket.items' }), aClaim('RECS-2', { model: 'basket', element: 'Basket.size' }), aClaim('RECS-3', { model: 'basket', element: 'Basket.age' }),
    aClaim('MKT-1', { model: 'shop', element: 'Wallet.cards' }), aClaim('MKT-2', { model: 'No id!', element: 'Wallet.cards' }), aClaim('MKT-3', { model: 'decided', element: 'Wallet.cards', ticket: { id: -1, key: 'decision 1' } }),
  ];
  expect(namedByTickets(claims, [{ id: 'shop' } as ModelSummary], [element('Wallet.cards')])).toEqual([{ id: 'wallet', requirements: 2, found: 1 }, { id: 'basket', requirements: 3, found: 0 }]);
});
