import fc from 'fast-check';
import { FACETS, LEVELS, type ClaimContent, type ContextContent } from '../../src/domain/context/product-context';
import type { Decision } from '../../src/domain/conflict/decisions/decision';
import { teamNaming, type NamedTeam } from '../../src/domain/context/name-teams';
import type { ModelElement, SharedModel } from '../../src/domain/model/shared-model';
import { bindingDecisions } from '../../static/panel/claims/binding-decisions';
import { AS_IT_IS, CLAIM_KINDS, fittingKinds, kindOfClaim } from '../../static/panel/claims/claim-kinds';
import { modelName, openTexts } from '../../static/panel/claims/claim-texts';
import { answerCheck, type CheckRequest } from '../../static/panel/claims/checking';
import { elementFacts } from '../../static/panel/claims/element-facts';
import { findElements, knownElements } from '../../static/panel/claims/find-elements';
import { usualCondition } from '../../static/panel/claims/usual-condition';
import { contentOf } from '../../static/panel/editing/content-of';
import { draftOf } from '../../static/panel/editing/draft';
import { shownValue } from '../../static/panel/editing/shown-value';
import { claimSentence } from '../../static/panel/reading/claim-sentence';
import { processorTime } from '../given/processor-time';

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const amount = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => Number(value.toPrecision(8)) + 0).filter((value) => value === 0 || value > 1e-6);
const bounds = fc.tuple(amount, amount).chain(([a, b]) => fc.constantFrom({ min: Math.min(a, b) }, { max: Math.max(a, b) }, { min: Math.min(a, b), max: Math.max(a, b) }));
const FILLED: Readonly<Record<string, fc.Arbitrary<object>>> = {
  required: fc.constant({}), optional: fc.constant({}), forbidden: fc.constant({}), count: bounds, budget: amount.map((max) => ({ max })),
  retention: bounds.map((range) => ({ ...range, unit: 'days' })), freshness: bounds.map((range) => ({ ...range, unit: 's' })), latency: bounds.map((range) => ({ ...range, unit: 'ms' })),
  'latency-sum': fc.record({ max: amount, unit: fc.constant('ms'), along: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) }),
  access: fc.record({ mustRead: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), mustNotRead: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) }),
  owner: fc.record({ is: word }), mutability: fc.constant({ is: 'erasable' }), used: fc.constantFrom({ from: '2026-01-01' }, { from: '2026-01-01', until: '2027-01-01' }, {}),
  retired: fc.constant({ until: '2027-01-01' }), values: fc.record({ oneOf: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }) }), range: bounds.map((range) => ({ ...range, unit: '%' })),
  step: amount.filter((step) => step > 0).map((step) => ({ step })), length: bounds, format: fc.constant({ is: 'email' }), pattern: fc.constant({ pattern: '^[A-Z]{2}$' }),
  type: fc.constant({ is: 'string' }), unique: fc.constant({}), repeated: fc.constant({}),
};
const where = fc.constantFrom({}, { when: { journey: ['deals'] } }, { when: { journey: ['checkout', 'deals'], market: ['EU'] }, everywhere: ['channel'] }, { everywhere: ['journey'] });
const claim: fc.Arbitrary<ClaimContent> = fc.constantFrom(...CLAIM_KINDS).chain((kind) => fc.tuple(FILLED[kind.id] ?? fc.constant({}), fc.constantFrom(...LEVELS), where, fc.option(word, { nil: undefined }))
  .map(([asked, level, place, why]) => ({
    id: 'c1', model: 'buyer-profile', element: 'BuyerProfile.name', facet: kind.facet, level, ...(level === 'limit' ? { authority: 'GDPR' } : {}), ...place,
    ...(why === undefined ? {} : { why }), ...(kind.fixed ?? {}), ...asked,
  })));

/** Opens every requirement of this content for changing. */
function opened(content: ContextContent, locale: string, teams: readonly NamedTeam[] = []) {
  const draft = draftOf(content, locale);
  const texts = (content.claims ?? []).map((one) => openTexts(`claims.${one.id}`, one, locale, teams));
  return { ...draft, texts: Object.assign({}, draft.texts, ...texts) as Record<string, string> };
}

test('a requirement that is opened and left as it is stays the same, in any locale', () => {
  fc.assert(fc.property(claim, fc.constantFrom('en-US', 'de-DE'), (made, locale) => {
    const content = { claims: [made] };
    expect(contentOf(opened(content, locale), content, locale)).toEqual({ content, errors: [] });
  }), { numRuns: 400 });
});

const TEAMS = [{ id: 'order-status', name: 'Order Status' }, { id: 'returns', name: 'Returns, Refunds' }];

test('a team is shown by its name and kept by its id; other words are kept as typed', () => {
  const owned: ClaimContent = { id: 'c1', model: 'm', element: 'Buyer.address', facet: 'owner', level: 'must', is: 'order-status' };
  const read: ClaimContent = { id: 'c2', model: 'm', element: 'Buyer.address', facet: 'access', level: 'must', mustRead: ['order status', 'returns', 'fraud analysts'] };
  expect([owned, read].map((one) => claimSentence(one, 'en-US', teamNaming(TEAMS)))).toEqual([
    'Buyer.address: owned by Order Status (must)', 'Buyer.address: readable by order status, Returns, Refunds, fraud analysts (must)',
  ]);
  const content = { claims: [owned, read] };
  const draft = opened(content, 'en-US', TEAMS);
  expect([draft.texts['claims.c1.is'], draft.texts['claims.c2.mustRead']]).toEqual(['Order Status', 'order status, returns, fraud analysts']);
  expect(contentOf(draft, content, 'en-US', TEAMS)).toEqual({ content, errors: [] });
  const typed = { ...draft, texts: { ...draft.texts, 'claims.c1.is': 'Warehouse', 'claims.c2.mustRead': 'Order status, Fraud analysts, order-status' } };
  expect(contentOf(typed, content, 'en-US', TEAMS).content.claims?.map(({ is, mustRead }) => is ?? mustRead)).toEqual(['Warehouse', ['order-status', 'Fraud analysts']]);
});

test('every sentence is recognised again, and every facet has one, but the one that only a schema can say', () => {
  fc.assert(fc.property(fc.constantFrom(...CLAIM_KINDS).chain((kind) => fc.tuple(fc.constant(kind), FILLED[kind.id] ?? fc.constant({}))), ([kind, asked]) => {
    expect(kindOfClaim({ facet: kind.facet, ...(kind.fixed ?? {}), ...asked }).id).toBe(kind.id);
  }));
  expect(FACETS.filter((facet) => !CLAIM_KINDS.some((kind) => kind.facet === facet))).toEqual(['shape']);
});

test('what the form does not ask of a requirement survives a change: open bounds, exceptions, a description', () => {
  const shape: ClaimContent = { id: 'c1', model: 'm', element: 'Buyer.*', facet: 'shape', level: 'must', schema: '{"not":{}}', except: ['id'] };
  const range: ClaimContent = { id: 'c2', model: 'm', element: 'Buyer.age', facet: 'range', level: 'must', min: 0, exclusiveMin: true };
  const types: ClaimContent = { id: 'c3', model: 'm', element: 'Buyer.age', facet: 'type', level: 'must', oneOf: ['integer', 'null'] };
  const content = { claims: [shape, range, types] };
  expect([shape, types].map((one) => kindOfClaim(one))).toEqual([AS_IT_IS, AS_IT_IS]);
  const draft = opened(content, 'en-US');
  expect(contentOf({ ...draft, texts: { ...draft.texts, 'claims.c2.why': 'ages are positive' } }, content, 'en-US').content.claims).toEqual([shape, { ...range, why: 'ages are positive' }, types]);
});

describe('an unfinished requirement is named at its field', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['nothing is written', {}, []],
    ['only the element', { element: 'BuyerProfile.name' }, ['claims.c1.kind: Choose what is required of it, or remove this requirement.', 'claims.c1.level: Say how strong it is.']],
    ['no amount', { element: 'BuyerProfile.name', kind: 'count', level: 'must' }, ['claims.c1.min: Fill in at least one of the two.']],
    ['impossible', { element: 'BuyerProfile.orders', kind: 'retention', level: 'must', min: '10', max: '3', unit: 'years' }, ['claims.c1.max: This is less than the lower end: nothing could satisfy both.']],
    ['only in nothing', { element: 'BuyerProfile.name', kind: 'required', level: 'must', 'where.journey': 'only' }, ['claims.c1.in.journey: Tick at least one, or choose “everywhere”.']],
    ['a step of nothing', { element: 'BuyerProfile.age', kind: 'step', level: 'must', step: '0' }, ['claims.c1.step: Steps are larger than 0.']],
  ])('%s', (_name, fields, errors) => {
    const texts = Object.fromEntries([['open', 'yes'], ...Object.entries(fields)].map(([name, text]) => [`claims.c1.${name ?? ''}`, text ?? '']));
    const read = contentOf({ texts, thresholds: [], evidence: [], claims: ['c1'] }, {}, 'en-US');
    expect([...new Set(read.errors.map(({ address, words }) => `${address}: ${words}`))].slice(0, Math.max(1, errors.length))).toEqual(errors);
  });
});

const element = (path: string, over: Partial<ModelElement> = {}): ModelElement => ({ path, kind: path.includes('.') ? 'field' : 'entity', type: 'string', many: false, required: false, ...over });
const model = (elements: readonly ModelElement[]): SharedModel => ({ id: 'buyer-profile', name: 'Buyer profile', format: 'sql', source: 'buyer.sql', importedAt: '2026-11-01T00:00:00Z', owner: 'Buyer Platform', elements });

test('among 50,000 elements the one whose name begins with what is typed comes first, within a tenth of a second', () => {
  const many = Array.from({ length: 50_000 }, (_, at) => element(`Entity${String(at % 500)}.field${String(at)}`));
  const known = knownElements([model([...many, element('BuyerProfile.paymentMethods', { many: true, required: true }), element('Invoice.oldPaymentMethods')])], []);
  const found = findElements(known, 'paymentM', []);
  // The least of some keys: what else the process does meanwhile, such as tidying its memory, is not the search.
  const keys = ['p', 'pa', 'pay', 'paymentM', 'paymentMe'].map((typed) => {
    const worked = processorTime();
    findElements(known, typed, []);
    return worked();
  });
  expect(Math.min(...keys)).toBeLessThan(100);
  expect(found.shown.map(({ path }) => path)).toEqual(['BuyerProfile.paymentMethods', 'Invoice.oldPaymentMethods']);
  expect(found.shown.map(elementFacts)[0]).toBe('list of string · must be filled in · owned by Buyer Platform · Buyer profile');
  const all = findElements(known, 'field', []);
  expect([all.shown.length, all.matches]).toEqual([40, 50_000]);
  expect(findElements(known, '', ['buyer-profile|Entity7.field7']).shown[0]?.path).toBe('Entity7.field7');
});

test('only sentences that fit the element are offered', () => {
  const ids = (path: string, known?: ModelElement) => fittingKinds(path, known).map(({ id }) => id);
  expect(ids('BuyerProfile')).toEqual(['forbidden', 'budget', 'retention', 'freshness', 'latency', 'latency-sum', 'access', 'owner', 'mutability', 'used', 'retired', 'type']);
  expect(ids('BuyerProfile.age', element('BuyerProfile.age', { type: 'integer' }))).toEqual(expect.arrayContaining(['range', 'step']));
  expect(ids('BuyerProfile.age', element('BuyerProfile.age', { type: 'integer' }))).not.toContain('pattern');
  expect(ids('BuyerProfile.name', element('BuyerProfile.name', { type: 'varchar(60)' }))).not.toContain('range');
  expect(ids('BuyerProfile.unknown')).toHaveLength(CLAIM_KINDS.length - 2);
});

test('an unknown element gets a model named after its entity', () => {
  expect([modelName('BuyerProfile.name'), modelName('loyalty_card.points'), modelName('§')]).toEqual(['buyer-profile', 'loyalty-card', 'unnamed']);
});

test('four required fields against the fewest at checkout: the whole is told, because no two of them clash', () => {
  const own = ['name', 'city', 'phone', 'email'].map((name, at) => ({
    id: `c${String(at)}`, model: 'buyer-profile', element: `BuyerProfile.${name}`, facet: 'presence' as const, is: 'required', level: 'must' as const,
    ticket: { id: 7, key: 'BUYER-7' }, team: 'recs', status: 'proposed' as const, grade: 'bronze' as const,
  }));
  const request: CheckRequest = {
    ticket: 7, own, decisions: [], today: '2026-11-22', dimensions: [{ name: 'journey', values: ['checkout', 'deals'] }], teams: [{ id: 'cart', name: 'Shopping Cart' }, { id: 'recs', name: 'Recommendations' }], elements: {}, isOwnView: true,
    others: [{ id: 'c1', model: 'buyer-profile', element: 'BuyerProfile', facet: 'budget', max: 3, level: 'must', when: { journey: ['checkout'] }, ticket: { id: 17, key: 'BUYER-17' }, team: 'cart', status: 'proposed', grade: 'silver' }],
  };
  expect(answerCheck(request).conflicts.map(({ words }) => words)).toEqual([
    'BuyerProfile: Shopping Cart asks for at most 3 required fields (must, BUYER-17), but Recommendations asks for name, city, phone and email to be filled in (must, BUYER-7). No choice of fields satisfies all when journey is checkout, unless Recommendations means only deals. 1 of the required fields must yield.',
  ]);
});

describe('a decision tells a ticket what changes for it', () => {
  const base = { number: 1, conflict: { id: 'x', code: 'COUNT_CLASH' as const, facet: 'count' as const }, at: { model: 'm', element: 'Buyer.cards' }, why: 'one card is enough', decidedOn: '2026-11-01' };
  const ticket = { id: 7, team: 'recs', claims: [{ id: 'c1', model: 'm', element: 'Buyer.cards', facet: 'count' as const, level: 'must' as const, min: 2 }] };
  const said = (decision: Decision, today = '2026-11-22') => bindingDecisions([decision], ticket, today, 'en-US').map(({ words }) => words);
  const one: Decision = { ...base, kind: 'standardise', canon: { facet: 'count', max: 1 }, overruled: ['7/c1'] };
  test.each<[string, Decision, string[]]>([
    ['overruled', one, ['Buyer.cards: one rule for all was decided, and what this ticket required there no longer counts.']],
    ['not overruled', { ...one, overruled: ['8/c1'] }, ['Buyer.cards: one rule for all was decided, and it goes with what this ticket requires.']],
    ['branch', { ...base, kind: 'branch', dimension: 'journey', until: '2027-01-01', groups: [{ claims: ['7/c1'], values: ['deals'] }, { claims: ['8/c1'], values: ['checkout'] }] }, ['Buyer.cards: what this ticket requires counts only when journey is deals. Until Jan 1, 2027.']],
    ['collaborate', { ...base, kind: 'collaborate', until: '2027-01-01', joint: { id: 9, key: 'BUYER-9' }, members: ['7/c1', '8/c1'], personDays: 5 }, ['Buyer.cards: the teams work it out together in BUYER-9; this ticket waits for that. Until Jan 1, 2027.']],
    ['separate ways', { ...base, kind: 'separate ways', teams: ['recs'] }, ['Buyer.cards: this ticket’s team keeps its own, outside the shared data.']],
    ['others only', { ...base, kind: 'separate ways', teams: ['cart'] }, []],
    ['reversed', { ...one, reversedOn: '2026-11-10' }, []],
  ])('%s', (_name, decision, words) => expect(said(decision)).toEqual(words));
});

test('[CF127] the panel says of a part that it takes at least so long, and the whole adds that up', () => {
  const kind = CLAIM_KINDS.find(({ id }) => id === 'latency');
  expect(kind?.fields.map(({ name }) => name)).toEqual(['max', 'min', 'unit']);
  const takes: ClaimContent = { id: 'c1', model: 'm', element: 'Buyer.score', facet: 'latency', level: 'must', min: 300, unit: 'ms' };
  expect(kindOfClaim(takes)).toBe(kind);
  const by = { team: 'recs', status: 'proposed' as const, grade: 'silver' as const, ticket: { id: 8, key: 'RECS-8' } };
  const request: CheckRequest = {
    ticket: 7, own: [{ ...takes, ...by, id: 'c2', element: 'Buyer', facet: 'budget', is: 'latency', max: 200, team: 'cart', ticket: { id: 7, key: 'CART-7' } }],
    others: [{ ...takes, ...by }], decisions: [], today: '2026-11-22', dimensions: [], teams: [{ id: 'cart', name: 'Shopping Cart' }, { id: 'recs', name: 'Fraud Analysis' }], elements: {}, isOwnView: true,
  };
  expect(answerCheck(request).conflicts.map(({ words }) => words)).toEqual([
    'Buyer: Shopping Cart asks for at most 200 ms of latency in all (must, CART-7), but Fraud Analysis asks for Buyer.score to take at least 300 ms (must, RECS-8). No sum satisfies both.',
  ]);
  const said = (content: Partial<ClaimContent>) => claimSentence({ ...takes, ...content }, 'en-US', (id) => id);
  expect([said({}), said({ max: 500 })]).toEqual(['Buyer.score: takes at least 300 ms (must)', 'Buyer.score: answers in at most 500 ms and takes at least 300 ms (must)']);
});

test('the usual condition of a team is the one that most of its requirements have', () => {
  const at = (when?: ClaimContent['when']) => ({ id: 'c1', model: 'm', element: 'e', facet: 'count' as const, level: 'must' as const, ticket: { id: 1, key: 'A-1' }, team: 'cart', status: 'proposed' as const, grade: 'none' as const, ...(when === undefined ? {} : { when }) });
  expect(usualCondition([at({ journey: ['deals'] }), at({ journey: ['checkout'] }), at({ journey: ['checkout'] }), at(), at(), at(), at({ market: [] })])).toEqual({ journey: ['checkout'] });
  expect(usualCondition([at(), at({})])).toBeUndefined();
});

test('a merge shows a requirement as a sentence', () => {
  expect(shownValue({ id: 'c1', model: 'm', element: 'Buyer.orders', facet: 'retention', level: 'must', min: 10, unit: 'years' }, 'en-US', (id) => id)).toBe('Buyer.orders: keep for at least 10 years (must)');
});
