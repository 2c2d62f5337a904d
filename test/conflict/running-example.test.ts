import { aClaim, conflictsOf, noteSentences, roles, sentences } from './a-claim';
import { describeConflict } from '../../src/domain/conflict/describe-conflict';
import { names } from './a-claim';
import { claimStatus } from '../../src/domain/conflict/ticket-claims';
import type { Claim } from '../../src/domain/conflict/claim';

const everywhere = { everywhere: ['journey'] };
const deals = { when: { journey: ['deals'] } };

test('[CF1] few payment options against several: who asks what, where, and the smallest change', () => {
  const claims = [
    aClaim('CART-14 goal', { max: 1, ...everywhere }),
    aClaim('RECS-7 must', { min: 2, ...deals }),
    aClaim('MKT-3 wish', { min: 2, ...deals }),
  ];
  expect(sentences(claims)).toEqual([
    'COUNT_CLASH BuyerProfile.paymentMethods: Shopping Cart asks for at most 1 (goal, CART-14), but Recommendations asks for at least 2 '
    + '(must, RECS-7), as does Marketing (wish, MKT-3). No count satisfies both when journey is deals. Smallest change: CART-14 from 1 to 2 there.',
  ]);
  expect(conflictsOf(claims)).toMatchObject([{ severity: 'negotiable', claims: 3, when: { journey: ['deals'] }, core: ['1014/c1', '2007/c1'] }]);
});

test('[CF4] a clash disappears because journeys differ', () => {
  const recs = aClaim('RECS-7', { min: 2, ...deals });
  expect(conflictsOf([aClaim('CART-14', { max: 1, when: { journey: ['deals', 'checkout'] } }), recs])).toHaveLength(1);
  expect(conflictsOf([aClaim('CART-14', { max: 1, when: { journey: ['checkout'] } }), recs])).toEqual([]);
  expect(conflictsOf([aClaim('CART-14', { max: 1, when: { journey: [] } }), recs])).toHaveLength(1);
});

test('[CF4] three claims that meet two by two but never all three are no clash', () => {
  const values = (who: string, oneOf: string[], journey: string[]) => aClaim(who, { facet: 'values', oneOf, when: { journey } });
  const claims = [values('CART-1', ['a', 'b'], ['x', 'y']), values('RECS-1', ['b', 'c'], ['y', 'z']), values('MKT-1', ['a', 'c'], ['z', 'x'])];
  expect(conflictsOf(claims)).toEqual([]);
  expect(conflictsOf(claims.map((claim) => ({ ...claim, when: { journey: ['y'] } })))).toHaveLength(1);
});

test('[CF4] periods meet in the days they share', () => {
  const holiday = (who: string, content: object, period: string) => aClaim(who, { ...content, when: { period: [period] } });
  const cart = holiday('CART-1', { max: 1 }, '2026-11-01/2026-12-31');
  expect(conflictsOf([cart, holiday('RECS-1', { min: 2 }, '2026-12-24/2027-01-31')])[0]?.when).toEqual({ period: ['2026-12-24/2026-12-31'] });
  expect(conflictsOf([cart, holiday('RECS-1', { min: 2 }, '2027-01-01/2027-01-31')])).toEqual([]);
  expect(conflictsOf([cart, holiday('RECS-1', { min: 2 }, '2026-12-24/2027-01-31')], { today: '2027-01-01' })).toEqual([]);
});

test('[CF5] a dimension left empty without an answer makes a clash negotiable, and says so', () => {
  const claims = [aClaim('CART-14 must', { max: 1 }), aClaim('RECS-7 must', { min: 2, ...deals })];
  const options = { dimensions: [{ name: 'journey', values: ['deals', 'checkout'] }] };
  expect(sentences(claims, options)).toEqual([
    'COUNT_CLASH BuyerProfile.paymentMethods: Shopping Cart asks for at most 1 (must, CART-14), but Recommendations asks for at least 2 '
    + '(must, RECS-7). No count satisfies both when journey is deals, unless Shopping Cart means only checkout. Smallest change: RECS-7 from 2 to 1 there.',
  ]);
  expect(conflictsOf(claims)[0]?.severity).toBe('negotiable');
  const answered = [aClaim('CART-14 must', { max: 1, ...everywhere }), aClaim('RECS-7 must', { min: 2, ...deals })];
  expect(conflictsOf(answered, options)[0]).toMatchObject({ severity: 'blocking', silences: [] });
});

test('[CF5] two claims that both apply everywhere clash at full severity beside a third with a condition', () => {
  const claims = [aClaim('CART-14 must', { max: 1 }), aClaim('RECS-7 must', { min: 2 }), aClaim('MKT-1 must', { min: 3, ...deals })];
  expect(conflictsOf(claims)[0]).toMatchObject({ severity: 'blocking', core: ['1014/c1', '2007/c1'], claims: 3 });
});

test('[CF6] three lists clash though every two of them agree', () => {
  const values = (who: string, oneOf: string[]) => aClaim(who, { element: 'BuyerProfile.locale', facet: 'values', oneOf });
  const claims = [values('CART-1 must', ['de', 'en']), values('RECS-1 must', ['en', 'fr']), values('MKT-1 goal', ['de', 'fr'])];
  for (const two of [claims.slice(0, 2), claims.slice(1), [claims[0], claims[2]]]) expect(conflictsOf(two.filter((one) => one !== undefined))).toEqual([]);
  expect(sentences(claims)).toEqual([
    'NO_COMMON_VALUE BuyerProfile.locale: Marketing asks for one of de or fr (goal, MKT-1), but Shopping Cart asks for one of de or en '
    + '(must, CART-1), and Recommendations asks for one of en or fr (must, RECS-1). No value satisfies all. Smallest change: MKT-1 also allows en.',
  ]);
});

test('[CF7] minimum fields against required ones: the budget, the fields, and how many must yield', () => {
  const required = (who: string, field: string) => aClaim(who, { element: `BuyerProfile.${field}`, facet: 'presence', is: 'required' });
  const budget = aClaim('CART-2 must', { element: 'BuyerProfile', facet: 'budget', max: 3 });
  const fields = [required('RECS-1 goal', 'birthday'), required('RECS-2 goal', 'gender'), required('MKT-1 wish', 'phone'), required('OSTAT-1 must', 'address'), required('OSTAT-1 must', 'name')];
  expect(conflictsOf([budget, ...fields.slice(0, 3)])).toEqual([]);
  expect(sentences([budget, ...fields.map((field, at) => ({ ...field, id: `c${String(at)}` }))])).toEqual([
    'REQUIRED_BUDGET_EXCEEDED BuyerProfile: Shopping Cart asks for at most 3 required fields (must, CART-2), but Recommendations asks for birthday and gender to be filled in '
    + '(goal, RECS-1; goal, RECS-2), and Order Status asks for address and name to be filled in (must, OSTAT-1), and Marketing asks for phone to be filled in (wish, MKT-1). '
    + 'No choice of fields satisfies all. 2 of the required fields must yield. Smallest change: RECS-1 and MKT-1 from required to optional.',
  ]);
});

test('[CF8] what the parts take at least is more than the path may take', () => {
  const claims = [
    aClaim('CART-2 goal', { element: 'Checkout', facet: 'budget', is: 'latency', max: 200, unit: 'ms', along: ['cost', 'tax'] }),
    aClaim('OSTAT-1 must', { element: 'Checkout.cost', facet: 'latency', min: 0.15, unit: 's' }),
    aClaim('RECS-1 must', { element: 'Checkout.tax', facet: 'latency', min: 100, unit: 'ms' }),
  ];
  expect(sentences(claims)).toEqual([
    'SUM_BUDGET_EXCEEDED Checkout: Shopping Cart asks for at most 200 ms of latency in all (goal, CART-2), but Recommendations asks for Checkout.tax to take at least 100 ms '
    + '(must, RECS-1), and Order Status asks for Checkout.cost to take at least 0.15 s (must, OSTAT-1). No sum satisfies all. Smallest change: CART-2 from 200 ms to 250 ms.',
  ]);
  expect(conflictsOf(claims.slice(0, 2))).toEqual([]);
});

const whole = (content: Partial<Claim>) => aClaim('CART-2 goal', { element: 'Checkout', facet: 'budget', is: 'latency', max: 200, unit: 'ms', ...content });
const takes = (who: string, field: string, content: Partial<Claim>) => aClaim(who, { element: `Checkout.${field}`, facet: 'latency', min: 100, unit: 'ms', ...content });

test('[CF125] less than the whole leaves no room for exactly as much, and neither does more than a part', () => {
  const parts = [takes('OSTAT-1 must', 'cost', {}), takes('RECS-1 must', 'tax', { min: 0.1, unit: 's' })];
  expect(conflictsOf([whole({}), ...parts])).toEqual([]);
  expect(sentences([whole({ exclusiveMax: true }), ...parts])).toEqual([
    'SUM_BUDGET_EXCEEDED Checkout: Shopping Cart asks for less than 200 ms of latency in all (goal, CART-2), but Recommendations asks for Checkout.tax to take at least 0.1 s '
    + '(must, RECS-1), and Order Status asks for Checkout.cost to take at least 100 ms (must, OSTAT-1). No sum satisfies all. Smallest change: CART-2 from less than 200 ms to at most 200 ms.',
  ]);
  expect(sentences([whole({ level: 'must' }), takes('OSTAT-1 wish', 'cost', { exclusiveMin: true }), takes('RECS-1 must', 'tax', {})])).toEqual([
    'SUM_BUDGET_EXCEEDED Checkout: Shopping Cart asks for at most 200 ms of latency in all (must, CART-2), but Order Status asks for Checkout.cost to take more than 100 ms '
    + '(wish, OSTAT-1), and Recommendations asks for Checkout.tax to take at least 100 ms (must, RECS-1). No sum satisfies all. Smallest change: OSTAT-1 from more than 100 ms to at least 100 ms.',
  ]);
});

test('[CF126] parts that cannot be counted in the unit of the whole are named, whether or not the rest clashes', () => {
  const claims = [whole({}), takes('OSTAT-1 must', 'cost', { unit: 'requests' }), takes('RECS-1 must', 'tax', {})];
  const note = ['UNIT_DIFFERS Checkout: the units of Order Status and Shopping Cart differ (the whole is in ms, so that Checkout.cost (requests) is not added up).'];
  expect(conflictsOf(claims)).toEqual([]);
  expect(noteSentences(claims, 'UNIT_DIFFERS')).toEqual(note);
  const more = [...claims, takes('MKT-1 must', 'total', { min: 1, unit: 's' })];
  expect(conflictsOf(more)).toHaveLength(1);
  expect(noteSentences(more, 'UNIT_DIFFERS')).toEqual(note);
});

test('[CF22] retention against lifetime history; two owners of the delivery address; readers; retirement', () => {
  const history = { element: 'BuyerProfile.orderHistory' };
  expect(sentences([
    aClaim('LEGAL-2 limit', { ...history, facet: 'retention', max: 90, unit: 'days', authority: 'GDPR' }),
    aClaim('RECS-9 must', { ...history, facet: 'retention', min: 10, unit: 'years' }),
  ])).toEqual([
    'RETENTION_CLASH BuyerProfile.orderHistory: Recommendations asks for keeping it for at least 10 years (must, RECS-9), but Legal Compliance asks for deleting it within 90 days '
    + '(law or contract, LEGAL-2). No time of keeping satisfies both. Smallest change: RECS-9 from 10 years to 90 days.',
  ]);
  const address = { element: 'BuyerProfile.deliveryAddress' };
  expect(sentences([
    aClaim('BUYER-88 must', { ...address, facet: 'owner', is: 'Buyer Platform', status: 'in force' }),
    aClaim('OSTAT-3 must', { ...address, facet: 'owner', is: 'Order Status' }),
  ])).toEqual([
    'TWO_OWNERS BuyerProfile.deliveryAddress: Order Status asks for Order Status as the system of record (must, OSTAT-3), but Buyer Platform has Buyer Platform as the system of record, '
    + 'already built (BUYER-88). No system of record satisfies both. Smallest change: BUYER-88 from Buyer Platform as the system of record to Order Status as the system of record.',
  ]);
  expect(sentences([
    aClaim('LEGAL-3 must', { ...history, facet: 'access', mustNotRead: ['Marketing'] }), aClaim('MKT-4 goal', { ...history, facet: 'access', mustRead: ['marketing', 'analysts'] }),
  ])).toEqual([
    'ACCESS_CLASH BuyerProfile.orderHistory: Marketing asks for access for marketing and analysts (goal, MKT-4), but Legal Compliance asks for no access for Marketing (must, LEGAL-3). '
    + 'No rule about reading satisfies both. Smallest change: MKT-4 no longer asks that marketing can read it.',
  ]);
  expect(sentences([
    aClaim('BUYER-1 must', { ...history, facet: 'lifecycle', is: 'retired', until: '2026-12-31' }), aClaim('MKT-4 goal', { ...history, facet: 'lifecycle', from: '2027-01-01', until: '2027-06-30' }),
  ])).toEqual([
    'LIFECYCLE_CLASH BuyerProfile.orderHistory: Marketing asks for using it from 2027-01-01 until 2027-06-30 (goal, MKT-4), but Buyer Platform asks for retiring it by 2026-12-31 (must, BUYER-1). '
    + 'No date of retirement satisfies both. Smallest change: MKT-4 no longer uses it.',
  ]);
});

test('[CF3] the lowest level yields; severity is that level; of one level all are contested', () => {
  const pair = (a: string, b: string) => [aClaim(`CART-1 ${a}`, { max: 1, authority: 'PCI' }), aClaim(`RECS-1 ${b}`, { min: 2, authority: 'EU law' })];
  const table = [['limit', 'limit'], ['limit', 'must'], ['must', 'goal'], ['goal', 'wish'], ['wish', 'wish']] as const;
  expect(table.map(([a, b]) => `${conflictsOf(pair(a, b))[0]?.severity ?? ''}: ${roles(pair(a, b))}`)).toEqual([
    'limits: CART-1 contested!, RECS-1 contested!',
    'blocking: RECS-1 yields!, CART-1 holds',
    'negotiable: RECS-1 yields, CART-1 holds',
    'soft: RECS-1 yields, CART-1 holds',
    'soft: CART-1 contested, RECS-1 contested',
  ]);
});

test('[CF10] law or contract without naming which counts as must, and is said', () => {
  const claims = [aClaim('CART-1 limit', { max: 1 }), aClaim('RECS-1 must', { min: 2 })];
  expect(conflictsOf(claims)[0]?.severity).toBe('blocking');
  expect(roles(claims)).toBe('CART-1 contested!, RECS-1 contested!');
  expect(sentences(claims)[0]).toContain('Shopping Cart asks for at most 1 (must, CART-1, called law or contract without naming it)');
});

test('[CF11] a draft clashes with a legal ticket and does not hold it; what is built holds nobody; what was withdrawn takes no part', () => {
  const legal = aClaim('LEGAL-2 must', { max: 1 });
  const cart = aClaim('CART-14 must', { min: 2 });
  expect(roles([legal, cart])).toBe('CART-14 contested!, LEGAL-2 contested!');
  expect(roles([legal, { ...cart, grade: 'none' }])).toBe('CART-14 contested!, LEGAL-2 contested');
  expect(sentences([legal, { ...cart, grade: 'none' }])[0]).toContain('Shopping Cart asks for at least 2 (must, CART-14, still a draft)');
  expect(roles([legal, { ...cart, status: 'in force' }])).toBe('CART-14 contested, LEGAL-2 contested');
  expect(conflictsOf([legal, { ...cart, status: 'withdrawn' }])).toEqual([]);
});

test('[CF55] what is done is built, unless it was declined or closed under a name that means otherwise on this site', () => {
  expect(claimStatus({ isDone: false, resolution: 'Done' })).toBe('proposed');
  expect(claimStatus({ isDone: true, resolution: 'Done' })).toBe('in force');
  expect(claimStatus({ isDone: true })).toBe('in force');
  expect(claimStatus({ isDone: true, resolution: 'Done', answer: 'declined' })).toBe('withdrawn');
  expect(claimStatus({ isDone: true, resolution: 'WON’T DO' })).toBe('withdrawn');
  expect(claimStatus({ isDone: true, resolution: 'Wird nicht erledigt' })).toBe('in force');
  expect(claimStatus({ isDone: true, resolution: ' wird nicht erledigt', notBuilt: ['Wird nicht erledigt'] })).toBe('withdrawn');
  expect(claimStatus({ isDone: true, resolution: 'Won\'t Do', notBuilt: ['Wird nicht erledigt'] })).toBe('in force');
});

test('[CF16] a ticket that the reader cannot see is counted and gives nothing away', () => {
  const claims = [aClaim('CART-14 goal', { max: 1, everywhere: ['journey'] }), aClaim('RECS-7 must', { min: 2, when: { journey: ['deals'] } }), aClaim('LEGAL-2 must', { min: 3, when: { journey: ['deals'] } })];
  const [conflict] = conflictsOf(claims);
  if (conflict === undefined) throw new Error('expected a conflict');
  const sees = (hidden: number[]) => ({ ...names, sees: (id: number) => !hidden.includes(id) });
  expect(describeConflict(conflict, sees([5002]))).toBe(
    'COUNT_CLASH BuyerProfile.paymentMethods: Shopping Cart asks for at most 1 (goal, CART-14), but Recommendations asks for at least 2 (must, RECS-7), '
    + 'and a ticket you cannot see asks for something that does not go with it. No count satisfies all.',
  );
  expect(describeConflict(conflict, sees([5002, 2007]))).toBe(
    'COUNT_CLASH BuyerProfile.paymentMethods: Shopping Cart asks for at most 1 (goal, CART-14), but 2 tickets you cannot see ask for something that does not go with it. No count satisfies all.',
  );
});

test('[CF9] units are converted before comparing; what cannot be compared is said', () => {
  const latency = (who: string, content: object) => aClaim(who, { element: 'Checkout.cost', facet: 'latency', ...content });
  expect(conflictsOf([latency('CART-1', { max: 300, unit: 'ms' }), latency('RECS-1', { min: 0.2, unit: 's' })])).toEqual([]);
  expect(conflictsOf([latency('CART-1', { max: 300, unit: 'ms' }), latency('RECS-1', { min: 0.4, unit: 's' })])).toHaveLength(1);
  const note = (a: object, b: object) => noteSentences([latency('CART-1', a), latency('RECS-1', b)], 'UNIT_DIFFERS')[0];
  expect(note({ max: 300, unit: 'ms' }, { max: 1, unit: 's' })).toBe('UNIT_DIFFERS Checkout.cost: the units of Recommendations and Shopping Cart differ (ms, s: converted before they were compared).');
  expect(note({ max: 1, unit: 's' }, { min: 2, unit: 'kg' })).toBe('UNIT_DIFFERS Checkout.cost: the units of Recommendations and Shopping Cart differ (kg, s: not compared, they measure different things).');
  expect(note({ max: 1, unit: 's' }, { min: 2, unit: 'blinks' })).toBe('UNIT_DIFFERS Checkout.cost: the units of Recommendations and Shopping Cart differ (blinks, s: not compared, nobody knows how to convert blinks).');
  const size = (who: string, content: object) => aClaim(who, { element: 'Image.size', facet: 'range', ...content });
  expect(conflictsOf([size('CART-1', { max: 900, unit: 'kB' }), size('RECS-1', { min: 1, unit: 'MB' })])).toHaveLength(1);
  expect(conflictsOf([size('CART-1', { max: 1000, unit: 'kB' }), size('RECS-1', { min: 1, unit: 'MB' })])).toEqual([]);
  const keep = (who: string, content: object) => aClaim(who, { element: 'Order.history', facet: 'retention', ...content });
  expect(conflictsOf([keep('LEGAL-1', { max: 3650, unit: 'days' }), keep('RECS-1', { min: 10, unit: 'years' })])).toEqual([]);
});

test('[CF20] differences that one choice satisfies, likely same names, and elements the model does not have', () => {
  const claims = [aClaim('CART-1', { max: 3 }), aClaim('RECS-1', { min: 2 }), aClaim('MKT-1', { element: 'BuyerProfile.payment_method', min: 1 })];
  expect(noteSentences(claims, 'DIFFERENT_BUT_COMPATIBLE')).toEqual(['DIFFERENT_BUT_COMPATIBLE BuyerProfile.paymentMethods: Recommendations and Shopping Cart ask for different things; 2 to 3 satisfies all.']);
  expect(noteSentences(claims, 'LIKELY_SAME_ELEMENT')).toEqual(['LIKELY_SAME_ELEMENT BuyerProfile.paymentMethods: BuyerProfile.payment_method may mean the same. Nothing is decided by the likeness.']);
  expect(noteSentences(claims, 'UNKNOWN_ELEMENT', { knows: (_, element) => element === 'BuyerProfile.paymentMethods' }))
    .toEqual(['UNKNOWN_ELEMENT BuyerProfile.payment_method: the shared model buyer-profile has no such element, but Marketing asks something of it.']);
  const mixed = [aClaim('CART-1', { max: 3 }), aClaim('RECS-1', { min: 2, ...deals })];
  expect(noteSentences(mixed, 'UNCONDITIONAL')).toEqual(['UNCONDITIONAL BuyerProfile.paymentMethods: what Shopping Cart asks applies everywhere, though others say journey. Is that meant?']);
  expect(noteSentences([aClaim('CART-1', { max: 3, ...everywhere }), mixed[1] ?? aClaim('RECS-1')], 'UNCONDITIONAL')).toEqual([]);
});

test('[CF84] the same name in two models is noted, because what is required there is not compared; two imported models alone need no word', () => {
  const claims = [aClaim('CART-1', { max: 1 }), aClaim('RECS-1', { model: 'buyer-data', min: 2 })];
  expect(conflictsOf(claims)).toEqual([]);
  expect(noteSentences(claims, 'LIKELY_SAME_ELEMENT')).toEqual([
    'LIKELY_SAME_ELEMENT BuyerProfile.paymentMethods: BuyerProfile.paymentMethods of the model buyer-profile may mean the same. Until all of them name one model, they are not compared.',
  ]);
  const imported = claims.map((claim) => ({ ...claim, ticket: { id: 0, key: claim.model }, status: 'in force' as const }));
  expect(noteSentences(imported, 'LIKELY_SAME_ELEMENT')).toEqual([]);
});
