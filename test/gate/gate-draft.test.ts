import { CONFIGURATION_CHARACTERS } from '../../src/contract/gate-configuration';
import { checkDraft, idFromName, proposeTypes, startDraft, type GateDraft } from '../../static/gate/gate-draft';
import { readPastedGate, textForSettings } from '../../static/gate/read-pasted-gate';
import { readRulePlace, readStoredRule } from '../../static/gate/read-rule';
import { aGate, NEED, THRESHOLD, VALUE } from './given-gate';

const TYPES = [{ id: '1', name: 'Epic', level: 1 }, { id: '2', name: 'Story', level: 0 }, { id: '3', name: 'Bug', level: 0 }, { id: '4', name: 'Sub-task', level: -1 }];

function aDraft(more: Partial<GateDraft> = {}): GateDraft {
  return { ...startDraft({}, '2026-12-01', 'Ready for build', TYPES), ...more };
}
function errorsOf(more: Partial<GateDraft>): unknown {
  const checked = checkDraft(aDraft(more));
  return checked.ok ? 'accepted' : checked.errors;
}

describe('a new rule', () => {
  test('wants bronze, from today on, of types above sub-task without Bug, and is called after its status', () => {
    expect(aDraft()).toMatchObject({ name: 'Ready for build', gate: 'ready-for-build', types: ['1', '2'], since: '2026-12-01', bypass: true });
    expect(aDraft().criteria.map(({ code }) => code)).toContain('threshold');
    expect(proposeTypes([])).toEqual([]);
  });

  test('its id is made of letters that Jira takes', () => {
    expect([idFromName('Übergabe  an Betrieb!'), idFromName('準備'), idFromName('-'.repeat(50) + 'x'.repeat(60))]).toEqual(['u-bergabe-an-betrieb', 'ready', 'x'.repeat(40)]);
  });

  test('what is saved is what was entered, in the order of the register', () => {
    const checked = checkDraft(aDraft({ criteria: [VALUE, NEED], name: ' Ready ', hint: ' Open the panel. ' }));
    expect(checked).toEqual({ ok: true, configuration: { gate: 'ready-for-build', name: 'Ready', criteria: [NEED, VALUE], types: ['1', '2'], since: '2026-12-01', bypass: true, hint: 'Open the panel.' } });
  });
});

describe('a refused save says why, at the field', () => {
  test.each<[string, Partial<GateDraft>, Record<string, string>]>([
    ['nothing asked for', { criteria: [] }, { criteria: 'Choose at least one thing to ask for; a gate that asks for nothing lets everything pass.' }],
    ['no day', { since: '' }, { since: 'Choose a day. Tickets created before it are left alone.' }],
    ['a day that does not exist', { since: '2026-02-30' }, { since: 'Choose a day. Tickets created before it are left alone.' }],
    ['an id with capitals', { gate: 'Ready!' }, { gate: 'The id takes lower-case letters, digits and hyphens, at most 40, and starts with a letter or digit. Example: ready-for-build.' }],
    ['an item without words', { criteria: [{ code: 'need', label: '  ' }] }, { 'label.need': 'Say it in words: the message names it with them.' }],
    ['the same words twice', { criteria: [NEED, { code: 'value', label: `${NEED.label} ` }] }, { 'label.need': 'Another item has the same words; the message could not tell them apart.', 'label.value': 'Another item has the same words; the message could not tell them apart.' }],
    ['words too long', { criteria: [{ code: 'need', label: 'x'.repeat(101) }] }, { 'label.need': 'These words are too long: at most 100 characters.' }],
    ['a hint too long', { hint: 'x'.repeat(301) }, { hint: 'This hint is too long: 301 of at most 300 characters.' }],
    ['a name too long', { name: 'x'.repeat(61) }, { name: 'This name is too long: at most 60 characters.' }],
  ])('%s', (_what, more, errors) => {
    expect(errorsOf(more)).toEqual(errors);
  });

  test('a rule longer than Jira keeps', () => {
    const types = Array.from({ length: 100 }, (_, at) => String(at).padStart(400, '1'));
    expect(errorsOf({ types })).toEqual({ whole: expect.stringMatching(new RegExp(`^This rule is \\d+ characters long, and Jira keeps at most ${CONFIGURATION_CHARACTERS}\\. Choose fewer issue types or shorter words\\.$`)) });
  });
});

describe('the saved configuration', () => {
  test('is read as text and as an object', () => {
    expect(readStoredRule(JSON.stringify(aGate()))).toEqual({ state: 'read', configuration: aGate() });
    expect(readStoredRule(aGate())).toEqual({ state: 'read', configuration: aGate() });
    expect([readStoredRule(undefined), readStoredRule(null), readStoredRule('')]).toEqual([{ state: 'none' }, { state: 'none' }, { state: 'none' }]);
  });

  test('that is not ours is named, shown and salvaged', () => {
    expect(readStoredRule('{"gate":"ready","since":"soon","types":[],"bypass":"yes","hint":"Hi"}')).toEqual({
      state: 'malformed', text: '{"gate":"ready","since":"soon","types":[],"bypass":"yes","hint":"Hi"}', salvaged: { gate: 'ready', types: [], hint: 'Hi' },
      complaints: ['At criteria: expected an array, got nothing', 'At since: expected a date such as 2026-12-31, got "soon"', 'At bypass: expected a boolean, got "yes"'],
    });
    expect(readStoredRule('<b>no</b>')).toEqual({ state: 'malformed', text: '<b>no</b>', salvaged: {}, complaints: ['At the whole value: expected an object, got "<b>no</b>"'] });
  });

  test('the place is read whatever the editor leaves out', () => {
    expect(readRulePlace({})).toEqual({ mode: 'create', stored: { state: 'none' }, from: undefined, transitionName: undefined, toStatus: undefined, scopedProjectId: undefined });
    expect(readRulePlace({ entryPoint: 'view', scopedProjectId: 10001, validatorConfig: aGate(), transitionContext: { name: null, from: null, to: { name: 'Done' } } }))
      .toMatchObject({ mode: 'view', from: null, toStatus: 'Done', scopedProjectId: '10001' });
    expect(readRulePlace({ validatorConfig: aGate(), transitionContext: 'odd', entryPoint: 7 })).toMatchObject({ mode: 'edit', from: undefined });
  });
});

describe('text from and to the project settings', () => {
  test('goes there and comes back', () => {
    const draft = aDraft({ criteria: [NEED, THRESHOLD], gate: 'ready', name: 'Ready for build' });
    expect(textForSettings(draft)).toBe('{"gate":"ready","name":"Ready for build","criteria":["need","threshold"]}');
    expect(readPastedGate(textForSettings(draft), [])).toEqual({ ok: true, changes: { gate: 'ready', name: 'Ready for build', criteria: [NEED, THRESHOLD] } });
  });

  test('keeps words that were changed', () => {
    const ours = { code: 'need', label: 'a need in one sentence' };
    expect(readPastedGate('{"gate":"ready","criteria":["need"]}', [ours])).toEqual({ ok: true, changes: { gate: 'ready', criteria: [ours] } });
  });

  test('a whole configuration of another rule is taken, too', () => {
    expect(readPastedGate(JSON.stringify(aGate()), [])).toEqual({ ok: true, changes: aGate() });
  });

  test.each([
    ['', 'Nothing was pasted. Copy the text of a gate on the Groundwork settings page of the project and paste it here.'],
    ['{gate', 'This is not the text of a gate. Copy it once more on the Groundwork settings page of the project; it begins with { and ends with }.'],
    ['{"gate":"ready"}', 'This text does not say what a gate asks: "gate" and a list of "criteria" are missing. Copy it once more on the Groundwork settings page of the project.'],
    ['{"gate":"ready","criteria":["need","constructor"]}', 'This Groundwork does not know constructor. The text may come from a newer version.'],
  ])('%j is refused', (text, words) => {
    expect(readPastedGate(text, [])).toEqual({ ok: false, words });
  });
});
