import * as fc from 'fast-check';
import { measureExpression } from '../../local/expressions/measure-expression';
import { evaluateExpression } from '../../local/expressions/evaluate-expression';
import { fromJson } from '../../local/expressions/expression-objects';
import { describeGate } from '../../src/domain/gate/describe-gate';
import { judgeTransition } from '../../src/domain/gate/judge-transition';
import { aGate, askJira, aTicketWith, CONFLICTS, NEED, readGateModule, THRESHOLD, VALUE } from './given-gate';
import { anIssue } from '../expressions/given-issue';

const HINT = 'Open "Product context" on this ticket (under Apps if you do not see it).';

test('[GT1] the expression is within Jira\'s limits, and the description, too', () => {
  const { expression, configurationDescription } = readGateModule();
  expect(measureExpression(expression)).toEqual({ ok: true, measure: { characters: 748, leaves: 98, propertyReads: 2 } });
  expect(measureExpression(configurationDescription.expression)).toMatchObject({ ok: true, measure: { characters: 358, leaves: 45, propertyReads: 0 } });
});

test('[GT1] a run reads two properties and stays far from the other limits', () => {
  const found = evaluateExpression(readGateModule().expression, { issue: anIssue(aTicketWith(['need'])), config: fromJson(aGate()) });
  expect(found.ok && found.complexity.expensiveOperations).toBe(2);
  expect(found.ok && found.complexity.steps).toBeLessThan(300);
});

test('[GT2] one thing missing is named', () => {
  expect(askJira(aGate(), aTicketWith(['need', 'value']))).toBe(`Not ready: BUYER-12 lacks a success threshold. ${HINT}`);
});

test('[GT3] two missing things are joined by "and"', () => {
  expect(askJira(aGate(), aTicketWith(['need']))).toBe(`Not ready: BUYER-12 lacks a success threshold and a value statement. ${HINT}`);
});

test('[GT3] three missing things are listed in the order of the rule', () => {
  expect(askJira(aGate({ criteria: [VALUE, NEED, THRESHOLD] }), aTicketWith(['team'])))
    .toBe(`Not ready: BUYER-12 lacks a value statement, the need of the end users and a success threshold. ${HINT}`);
});

test('[GT4] a ticket that has everything passes', () => {
  expect(askJira(aGate(), aTicketWith(['need', 'threshold', 'value', 'team']))).toBe(true);
});

test('[GT5] a ticket without a context is told so', () => {
  expect(askJira(aGate(), {})).toBe(`BUYER-12 has no product context of its own yet. ${HINT}`);
});

test('[GT5] a copied record is not this ticket\'s own', () => {
  expect(askJira(aGate(), aTicketWith(['need', 'threshold', 'value'], { id: 10007 }))).toBe(`BUYER-12 has no product context of its own yet. ${HINT}`);
});

test('[GT6] a property that cannot be read keeps the gate shut', () => {
  const withContext = (context: unknown) => askJira(aGate(), { properties: { 'product-context': context } });
  expect(withContext({ index: { issue: '10042', met: [] } })).toBe("evaluation error: Can't compare String to Number.");
  expect(withContext({ index: { issue: 10042, met: 5 } })).toBe('evaluation error: Unrecognized property of Number: "includes".');
  expect(withContext({ index: { issue: 10042, met: { need: true } } })).toBe('evaluation error: null is not a function.');
  expect(withContext('<script>')).toBe(`BUYER-12 has no product context of its own yet. ${HINT}`);
  expect(withContext([1, 2])).toBe(`BUYER-12 has no product context of its own yet. ${HINT}`);
});

test('[GT6] a configuration that cannot be read keeps the gate shut', () => {
  expect(askJira(null, aTicketWith(['need']))).toBe('evaluation error: Cannot read "criteria" of null.');
  expect(askJira('{"criteria":[]}', aTicketWith(['need']))).toBe('evaluation error: Unrecognized property of String: "criteria".');
  expect(askJira({ ...aGate(), since: 'soon' }, aTicketWith(['need']))).toBe('evaluation error: "soonT00:00:00Z" is not a date that Date can read.');
  expect(readGateModule().errorMessage).toBe('Groundwork could not read this ticket\'s product context, so the gate stays shut. Open "Product context" on this ticket and save it again; if that does not help, ask your Jira administrator to check this rule\'s configuration.');
});

test('[GT7] a bypass of this gate lets the ticket pass', () => {
  expect(askJira(aGate(), aTicketWith(['need'], { bypass: { gate: 'ready', hash: 'h1', why: 'incident', comment: '1' } }))).toBe(true);
});

test('[GT7] a bypass of another gate does not', () => {
  expect(askJira(aGate(), aTicketWith(['need', 'value'], { bypass: { gate: 'done', hash: 'h1', why: 'incident', comment: '1' } })))
    .toBe(`Not ready: BUYER-12 lacks a success threshold. ${HINT}`);
});

test('[GT7] nor does one that the rule does not allow, or one on a copied record', () => {
  const bypass = { gate: 'ready', hash: 'h1', why: 'incident', comment: '1' };
  expect(askJira(aGate({ bypass: false }), aTicketWith(['need', 'value'], { bypass }))).toBe(`Not ready: BUYER-12 lacks a success threshold. ${HINT}`);
  expect(askJira(aGate(), aTicketWith(['need'], { bypass, id: 10007 }))).toBe(`BUYER-12 has no product context of its own yet. ${HINT}`);
});

test('[GT8] other issue types are not looked at', () => {
  expect(askJira(aGate({ types: ['10002', '10003'] }), {})).toBe(true);
  expect(askJira(aGate({ types: ['10002', '10001'] }), {})).toBe(`BUYER-12 has no product context of its own yet. ${HINT}`);
});

test('[GT9] tickets created before the day are spared, those of the day are not', () => {
  expect(askJira(aGate(), { created: '2026-11-30T23:59:59.999Z' })).toBe(true);
  expect(askJira(aGate(), { created: '2026-12-01T00:00:00.000Z' })).toBe(`BUYER-12 has no product context of its own yet. ${HINT}`);
});

test('[GT10] the conflict check counts while its hash is that of the content', () => {
  const gate = aGate({ criteria: [NEED, CONFLICTS] });
  const checked = (hash: string, met: readonly string[]) => askJira(gate, aTicketWith(['need'], { conflicts: { hash, met, blocking: 0, items: [] } }));
  expect(checked('h1', ['conflicts'])).toBe(true);
  expect(checked('h0', ['conflicts'])).toBe(`Not ready: BUYER-12 lacks a decision on its conflicts. ${HINT}`);
  expect(checked('h1', [])).toBe(`Not ready: BUYER-12 lacks a decision on its conflicts. ${HINT}`);
});

test('[GT11] expression and function agree on every ticket', () => {
  const code = fc.constantFrom('need', 'team', 'users', 'threshold', 'value', 'conflicts', 'meter');
  const hash = fc.constantFrom('h1', 'h2');
  const gateId = fc.constantFrom('ready', 'done');
  const gate = fc.record({
    gate: gateId, types: fc.subarray(['10001', '10002']), since: fc.constantFrom('2026-12-01', '2026-12-10', '2027-01-01'), bypass: fc.boolean(),
    hint: fc.string({ maxLength: 30 }),
    criteria: fc.uniqueArray(fc.record({ code, label: fc.string({ minLength: 1, maxLength: 20 }) }), { maxLength: 7, selector: ({ label }) => label }),
  });
  const ticket = fc.record({
    created: fc.constantFrom('2026-11-30T23:59:59.999Z', '2026-12-01T00:00:00.000Z', '2026-12-31T10:00:00.000+0100'),
    index: fc.option(fc.record({ issue: fc.constantFrom(10042, 10007), met: fc.uniqueArray(code), hash }), { nil: undefined }),
    bypass: fc.option(fc.record({ gate: gateId }), { nil: undefined }),
    conflicts: fc.option(fc.record({ hash, met: fc.subarray(['conflicts']) }), { nil: undefined }),
  });
  fc.assert(fc.property(gate, ticket, (policy, { created, index, bypass, conflicts }) => {
    const record = { ...(index && { index }), ...(bypass && { bypass }) };
    const jira = askJira(policy, { created, properties: { 'product-context': record, ...(conflicts && { 'product-context.conflicts': conflicts }) } });
    const ours = judgeTransition(policy, { id: 10042, key: 'BUYER-12', typeId: '10001', created, record, conflicts });
    expect(ours.passes ? true : ours.words).toBe(jira);
  }), { numRuns: 500 });
});

test('[GT12] the rule\'s card says what it wants and since when', () => {
  const describe = (configuration: unknown) => evaluateExpression(readGateModule().configurationDescription.expression, { config: fromJson(configuration) });
  const gate = aGate({ criteria: [NEED, THRESHOLD] });
  expect(describe(gate)).toMatchObject({ ok: true, value: 'Wants the need of the end users, a success threshold; not for tickets created before 1 December 2026' });
  expect(describe(gate)).toMatchObject({ value: describeGate(gate) });
  expect(describe(null)).toMatchObject({ ok: true, value: '' });
});
