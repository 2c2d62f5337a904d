import { gateConfigurationSchema } from '../../src/contract/gate-configuration';
import type { SettingsContent } from '../../src/contract/settings';
import { describeAccess } from '../../static/settings/describe-access';
import { readState } from '../../static/settings/load-settings-page';
import { currencyOf, proposeSettings } from '../../static/settings/propose-settings';
import { ruleText, takeRuleText } from '../../static/settings/rule-text';
import { draftOf, readDraft, type SettingsDraft } from '../../static/settings/settings-draft';
import { sumWords } from '../../static/settings/sum-words';
import { uniqueSlug } from '../../static/settings/unique-slug';

const place = { project: { id: '10001', key: 'BUYER' }, roles: [{ id: '10011', name: 'Infrastructure team' }], locale: 'en-US' };

const full: SettingsContent = {
  enabled: true, project: { id: '10001', key: 'BUYER' },
  teams: [{ id: 'order-status', name: 'Order Status', projects: ['10003'], colour: 'teal', share: 2, free: { low: 0, high: 1.5 } }],
  themes: [{ id: 'europe', name: 'Europe', target: 40 }], currency: 'USD', rates: { EUR: 1.1 }, capacity: { low: 24, high: 32, per: 'month' },
  interruptAllowance: 15, infraRole: { id: '10011', name: 'Infrastructure team' },
  gates: [{ gate: 'ready', name: 'Ready for build', criteria: ['need', 'team'] }], conditions: [{ name: 'journey', values: ['checkout', 'deals'] }], notBuilt: ['Wird nicht erledigt', 'Duplikat'],
};

function complaintsOf(change: Partial<SettingsDraft>): [string, string][] {
  const read = readDraft({ ...draftOf(full, 'en-US'), ...change }, place, full);
  return read.ok ? [] : read.complaints.map(({ field, words }) => [field, words]);
}

test('what is stored comes back as it was, in any locale', () => {
  expect(readDraft(draftOf(full, 'en-US'), place, full)).toEqual({ ok: true, content: full });
  expect(draftOf(full, 'de-DE').rates).toEqual([{ key: 'EUR', currency: 'EUR', rate: '1,1' }]);
  expect(readDraft(draftOf(full, 'de-DE'), { ...place, locale: 'de-DE' }, full)).toEqual({ ok: true, content: full });
});

test('resolutions are read a line each; without any, the usual ones count', () => {
  const notBuilt = (typed: string) => {
    const read = readDraft({ ...draftOf(full, 'en-US'), notBuilt: typed }, place, full);
    return read.ok ? read.content.notBuilt : read.complaints;
  };
  expect(notBuilt(' Duplikat \n\nVerworfen\nDuplikat')).toEqual(['Duplikat', 'Verworfen']);
  expect(notBuilt(' \n ')).toBeUndefined();
});

test('what a team has free is its own to state: left empty it is not stated, and zero is an amount', () => {
  const [team] = draftOf(full, 'en-US').teams;
  if (team === undefined) throw new Error('There is a team.');
  const free = (freeLow: string, freeHigh: string) => {
    const read = readDraft({ ...draftOf(full, 'en-US'), teams: [{ ...team, freeLow, freeHigh }] }, place, full);
    return read.ok ? read.content.teams[0]?.free : read.complaints;
  };
  expect([free('', ''), free('0', '0'), free('1', '2.5')]).toEqual([undefined, { low: 0, high: 0 }, { low: 1, high: 2.5 }]);
});

test('a role that Jira lists no more is kept until another is chosen', () => {
  expect(readDraft(draftOf(full, 'en-US'), { ...place, roles: [] }, full)).toMatchObject({ content: { infraRole: { id: '10011', name: 'Infrastructure team' } } });
});

test('what cannot be saved is named with its field and what to write instead', () => {
  const [team] = draftOf(full, 'en-US').teams;
  if (team === undefined) throw new Error('There is a team.');
  expect(complaintsOf({ teams: [team, { ...team, key: 'b', id: 'b', name: ' order status' }] })).toEqual([['teams.b.name', 'Another team is called “order status”: give each a name of its own.']]);
  expect(complaintsOf({ teams: [{ ...team, name: ' ' }] })).toEqual([['teams.order-status.name', 'Name this team, or remove it.']]);
  expect(complaintsOf({ teams: [{ ...team, share: '0' }] })).toEqual([['teams.order-status.share', 'A share must be above 0; leave it empty for an equal share.']]);
  expect(complaintsOf({ teams: [{ ...team, freeLow: '2', freeHigh: '1' }] })).toEqual([['teams.order-status.freeHigh', 'The lowest capacity is above the highest: swap them.']]);
  expect(complaintsOf({ teams: [{ ...team, freeLow: '', freeHigh: '1' }] })).toEqual([['teams.order-status.freeLow', 'Give both ends of the range, or leave both empty.']]);
  expect(complaintsOf({ capacityLow: '9', capacityHigh: '4' })).toEqual([['capacityHigh', 'The lowest capacity is above the highest: swap them.']]);
  expect(complaintsOf({ capacityLow: '9', capacityHigh: '' })).toEqual([['capacityHigh', 'Give both ends of the range, or leave both empty.']]);
  expect(complaintsOf({ interruptAllowance: '120' })).toEqual([['interruptAllowance', 'This cannot be above 100.']]);
  expect(complaintsOf({ interruptAllowance: 'some' })).toEqual([['interruptAllowance', '“some” is not a number. Write digits only, such as 3.5, 1200 or 1.2k.']]);
  expect(complaintsOf({ currency: 'dollars' })).toEqual([['currency', 'Write the three letters of the currency, such as USD.']]);
  expect(complaintsOf({ gates: [{ key: 'g', name: 'Ready', criteria: [] }] })).toEqual([['gates.g.criteria', 'A gate that wants nothing holds nothing: choose what it wants, or remove it.']]);
});

test('a new team gets an id that no other has, and keeps the one it has when renamed', () => {
  const [team] = draftOf(full, 'en-US').teams;
  if (team === undefined) throw new Error('There is a team.');
  const read = readDraft({ ...draftOf(full, 'en-US'), teams: [{ ...team, name: 'Orders' }, { key: 'n', name: 'Order Status', projects: [], colour: 'red', share: '', freeLow: '', freeHigh: '' }] }, place, full);
  expect(read.ok && read.content.teams.map(({ id, name }) => [id, name])).toEqual([['order-status', 'Orders'], ['order-status-2', 'Order Status']]);
  expect(uniqueSlug('Käufer & Käuferinnen', [])).toBe('kaufer-kauferinnen');
  expect(uniqueSlug('買い物', [])).toBe('entry');
});

test('opting in starts from sensible proposals', () => {
  const others = [{ id: '10002', key: 'CART', name: 'Shopping Cart' }];
  expect(readDraft(proposeSettings({ others }, 'de-DE'), place, undefined)).toEqual({
    ok: true,
    content: {
      enabled: true, project: place.project, teams: [{ id: 'shopping-cart', name: 'Shopping Cart', projects: ['10002'], colour: 'blue' }],
      themes: [], currency: 'EUR', interruptAllowance: 20, gates: [], conditions: [],
    },
  });
  expect(proposeSettings({ others: Array.from({ length: 13 }, (_, at) => ({ id: `${at}`, key: `P${at}`, name: `Project ${at}` })) }, 'en-US').teams).toEqual([]);
  expect(['en-US', 'en-GB', 'en', 'ja', 'xx-nonsense-!', 'de-CH'].map(currencyOf)).toEqual(['USD', 'GBP', 'USD', 'JPY', 'USD', 'CHF']);
});

test('the text for the rule is a configuration that the rule takes, and a rule\'s text comes back', () => {
  const gate = { key: 'a', gate: 'ready', name: 'Ready for build', criteria: ['need', 'threshold'] };
  const text = ruleText(gate, '2026-12-01');
  expect(gateConfigurationSchema.parse(JSON.parse(text))).toMatchObject({
    gate: 'ready', since: '2026-12-01', criteria: [{ code: 'need', label: 'the need of the end users' }, { code: 'threshold', label: 'a success threshold' }],
  });
  expect(takeRuleText(text, [], 'new')).toEqual({ ok: true, gates: [{ key: 'new', gate: 'ready', name: 'ready', criteria: ['need', 'threshold'] }] });
  expect(takeRuleText('{"gate":"ready","name":"Go","criteria":["need"]}', [gate], 'new')).toEqual({ ok: true, gates: [{ key: 'a', gate: 'ready', name: 'Go', criteria: ['need'] }] });
  expect(takeRuleText('hello', [gate], 'new')).toEqual({ ok: false, words: 'This is not the text of a rule. On the rule\'s page in the workflow editor, copy the text for the project settings and paste all of it here.' });
});

test('settings written by hand are read as far as they can be', () => {
  const broken = { v: 1, rev: 3, savedAt: '', ...full, teams: 'none', currency: 'dollars' };
  const read = readState(broken);
  expect(read).toMatchObject({ kind: 'state', state: { rev: 3, content: { ...full, teams: [], currency: 'USD' } } });
  expect(read.kind === 'state' && read.state.complaints).toContain('At teams: expected an array, got "none"');
  expect(readState({ v: 2, rev: 1 })).toEqual({ kind: 'newer', version: 2 });
  expect(readState(undefined)).toEqual({ kind: 'state', state: { rev: 0, complaints: [] } });
  expect(readState('hello')).toMatchObject({ kind: 'state', state: { rev: 0 } });
});

test('targets are added up', () => {
  const sum = (...targets: string[]) => sumWords(targets.map((target) => ({ target })), 'en-US');
  expect(sum('40', '35')).toBe('Targets add up to 75 %; 25 % are left for everything else.');
  expect(sum('60', '40')).toBe('Targets add up to 100 %.');
  expect(sum('60', '45.5', 'x')).toBe('Targets add up to 105.5 %: 5.5 % more than there is.');
});

test('a permission scheme is read as who may work here', () => {
  const access = describeAccess({ permissions: [
    { permission: 'BROWSE_PROJECTS', holder: { type: 'applicationRole' } },
    { permission: 'EDIT_ISSUES', holder: { type: 'projectRole', parameter: '10011' } },
    { permission: 'EDIT_ISSUES', holder: { type: 'projectRole', parameter: '10010', projectRole: { name: 'Member' } } },
    { permission: 'EDIT_ISSUES', holder: { type: 'group', parameter: 'shop', group: { name: 'shop' } } },
    { permission: 'CREATE_ISSUES', holder: { type: 'applicationRole', parameter: 'jira-software' } },
  ] }, place.roles);
  expect(access.map(({ permission, who, holders }) => [permission, who, holders])).toEqual([
    ['Browse Projects', 'everyone', ['users of Jira']], ['Create Issues', 'some', ['users of jira-software']],
    ['Edit Issues', 'some', ['the role Infrastructure team', 'the role Member', 'the group shop']], ['Add Comments', 'nobody', []],
  ]);
});
