import { CRITERIA, CRITERION_CODES } from '../../src/domain/context/criteria';
import { describeRefusal } from '../../src/domain/gate/describe-refusal';
import { findMisplacement } from '../../src/domain/gate/find-misplacement';
import { codesOf, criteriaOfPreset, GATE_PRESETS, inRegisterOrder, presetOf } from '../../src/domain/gate/presets';
import { aGate } from './given-gate';

test('[GT13] a preset contains the grades below it', () => {
  expect(codesOf('bronze')).toEqual(['need', 'team', 'users', 'sponsor', 'neededBy', 'decides', 'threshold', 'value', 'period']);
  expect(codesOf('silver')).toEqual([...codesOf('bronze'), 'past', 'tolerable', 'meter', 'evidence', 'sharedData']);
  expect(codesOf('gold')).toEqual([...codesOf('silver'), 'effort', 'boundary', 'theme', 'accepted', 'conflicts', 'initiative']);
  expect(codesOf('outcome')).toEqual(['outcome']);
});

test.each(GATE_PRESETS)('[GT13] %s is recognised in any order, and not with one criterion more or less', (preset) => {
  const codes = codesOf(preset);
  expect(presetOf([...codes].reverse())).toBe(preset);
  expect(presetOf([...codes, 'something-else'])).toBeUndefined();
  expect(presetOf(codes.slice(1))).toBeUndefined();
});

test('[GT13] criteria are put into the order of the register, unknown ones last', () => {
  expect(inRegisterOrder([{ code: 'later', label: 'l' }, { code: 'value', label: 'v' }, { code: 'need', label: 'n' }]).map(({ code }) => code)).toEqual(['need', 'value', 'later']);
});

test('[GT14] the Create transition and a portal are warned of', () => {
  const onCreate = 'This is the Create transition. A ticket has no product context before it exists, so this gate would refuse every new ticket. Put the rule on a later transition, such as the one to "Ready for build".';
  const onAny = 'This transition starts from no particular status. If it is the one that creates tickets, this gate would refuse every new ticket, because a ticket has no product context before it exists: put the rule on a later transition then.';
  const onPortal = 'Customers can move requests of this project from the portal. They do not see the product context there and could not fill it in, so put the rule on a transition that only agents use.';
  expect(findMisplacement({ from: null, name: 'Create', hasPortal: false })).toEqual([onCreate]);
  expect(findMisplacement({ from: undefined, name: 'Create issue', hasPortal: false })).toEqual([onCreate]);
  expect(findMisplacement({ from: null, name: 'Ready for build', hasPortal: false })).toEqual([onAny]);
  expect(findMisplacement({ from: { name: 'Backlog' }, name: 'Accept', hasPortal: true })).toEqual([onPortal]);
  expect(findMisplacement({ from: undefined, name: undefined, hasPortal: false })).toEqual([]);
});

test('[GT15] no label ends a sentence, starts with a capital or repeats another', () => {
  const labels = CRITERION_CODES.map((code): string => CRITERIA[code].label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.filter((label) => !/^[a-z].*[a-z]$/.test(label))).toEqual([]);
});

test('[GT15] everything that gold wants, said at once', () => {
  const words = describeRefusal(aGate({ criteria: criteriaOfPreset('gold'), hint: 'Open the panel.' }), { met: ['sponsor', 'neededBy', 'decides'], hash: 'h' }, undefined, 'BUYER-12');
  expect(words).toBe('Not ready: BUYER-12 lacks the need of the end users, a consuming team, whose users these are, a success threshold, a value statement, the period of the worth, today\'s level, a still acceptable level, how it is measured, evidence for the value, its requirements on shared data, an effort range, a boundary ruling, a theme, agreement as written, a decision on its conflicts and infrastructure\'s answer to the initiative. Open the panel.');
});
