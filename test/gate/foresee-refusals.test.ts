import { foreseeRefusals } from '../../src/domain/gate/foresee-refusals';
import type { GatedTicket } from '../../src/domain/gate/judge-transition';
import { aGate, NEED } from './given-gate';

function aTicket(id: number, more: Partial<GatedTicket> = {}): GatedTicket {
  return { id, key: `BUYER-${id}`, typeId: '10001', created: '2026-12-10T09:00:00.000+0000', record: { index: { issue: id, met: ['need'], hash: 'h' } }, conflicts: undefined, ...more };
}

test('[GT16] every ticket is counted once, the refused ones with their sentence', () => {
  const gate = aGate({ criteria: [NEED], types: ['10001'], hint: 'Open the panel.' });
  const nothing = { index: { issue: 5, met: [], hash: 'h' } };
  const { refused, passing } = foreseeRefusals(gate, [
    aTicket(6, { record: undefined }), aTicket(1), aTicket(2, { typeId: '10002' }), aTicket(3, { created: '2026-11-30T23:59:59.000+0000', record: undefined }),
    aTicket(5, { record: nothing }), aTicket(4, { record: { index: { issue: 4, met: [], hash: 'h' }, bypass: { gate: 'ready' } } }),
  ]);
  expect(refused.map(({ words }) => words)).toEqual([
    'BUYER-6 has no product context of its own yet. Open the panel.', 'Not ready: BUYER-5 lacks the need of the end users. Open the panel.',
  ]);
  expect(passing).toEqual({ complete: 1, 'other-type': 1, older: 1, bypassed: 1 });
});
