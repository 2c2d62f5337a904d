import { foreseeGate, type GateOutlook } from '../../src/domain/gate/foresee-gate';
import { judgeTransition, type GatedTicket } from '../../src/domain/gate/judge-transition';
import { aGate, NEED, THRESHOLD } from './given-gate';

const READY = { gate: 'ready', name: 'Ready for build', criteria: ['need', 'threshold', 'conflicts'] };
const own = { issue: 7, met: ['need'], hash: 'h' };
const foresee = (record: GatedTicket['record'], conflicts?: GatedTicket['conflicts']): GateOutlook => foreseeGate(READY, { id: 7, record, conflicts });

test('[GT17] what is missing is named in the order of the gate, and what the check met counts for exactly this content', () => {
  expect(foresee({ index: own })).toEqual({ says: 'refuse', lacks: ['a success threshold', 'a decision on its conflicts'] });
  expect(foresee({ index: own }, { hash: 'h', met: ['conflicts'] })).toEqual({ says: 'refuse', lacks: ['a success threshold'] });
  expect(foresee({ index: own }, { hash: 'before', met: ['conflicts'] })).toEqual({ says: 'refuse', lacks: ['a success threshold', 'a decision on its conflicts'] });
  expect(foresee({ index: { ...own, met: ['need', 'threshold', 'conflicts'] } })).toEqual({ says: 'pass' });
});

test('[GT17] a copied record, or none, has nothing for the gate', () => {
  expect(foresee(undefined)).toEqual({ says: 'no-context' });
  expect(foresee({})).toEqual({ says: 'no-context' });
  expect(foresee({ index: { issue: 8, met: ['need', 'threshold', 'conflicts'], hash: 'h' }, bypass: { gate: 'ready' } })).toEqual({ says: 'no-context' });
});

test('[GT17] a bypass counts for its own gate alone', () => {
  expect(foresee({ index: own, bypass: { gate: 'ready' } })).toEqual({ says: 'pass-by-bypass', lacks: ['a success threshold', 'a decision on its conflicts'] });
  expect(foresee({ index: own, bypass: { gate: 'done' } })).toMatchObject({ says: 'refuse' });
});

test('[GT17] it agrees with the gate whose rule looks at every ticket and takes a bypass', () => {
  const policy = aGate({ criteria: [NEED, THRESHOLD], since: '2020-01-01' });
  const records: GatedTicket['record'][] = [undefined, {}, { index: own }, { index: { ...own, issue: 8 } }, { index: { ...own, met: ['need', 'threshold'] } }, { index: own, bypass: { gate: 'ready' } }];
  for (const record of records) {
    const ticket: GatedTicket = { id: 7, key: 'BUYER-7', typeId: '10001', created: '2026-12-10T09:00:00.000+0000', record, conflicts: undefined };
    const { says } = foreseeGate({ ...READY, criteria: ['need', 'threshold'] }, ticket);
    expect(says.startsWith('pass')).toBe(judgeTransition(policy, ticket).passes);
  }
});
