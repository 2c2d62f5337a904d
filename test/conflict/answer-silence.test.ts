import { answerSilence, answerWords } from '../../src/domain/conflict/answer-silence';
import type { ClaimContent } from '../../src/domain/context/product-context';
import { aClaim, conflictsOf } from './a-claim';

const DIMENSIONS = [{ name: 'journey', values: ['checkout', 'deals', 'returns'] }];
const few: ClaimContent = { id: 'c1', model: 'buyer-profile', element: 'BuyerProfile.paymentMethods', facet: 'count', level: 'must', max: 1 };
const other: ClaimContent = { ...few, id: 'c2', element: 'BuyerProfile.name' };
const several = aClaim('RECS-7 must', { min: 2, when: { journey: ['deals'] } });
const severities = (claim: ClaimContent | undefined) => conflictsOf([aClaim('CART-14 must', claim ?? {}), several], { dimensions: DIMENSIONS }).map(({ severity }) => severity);

test('[CF35] narrowed to where nothing clashes the conflict ends, answered "everywhere" it blocks', () => {
  const content = { need: 'pay fast', claims: [few, other] };
  expect(severities(few)).toEqual(['negotiable']);
  const narrowed = answerSilence(content, ['c1'], 'journey', ['checkout', 'returns']);
  expect(narrowed).toEqual({ need: 'pay fast', claims: [{ ...few, when: { journey: ['checkout', 'returns'] } }, other] });
  expect(severities(narrowed?.claims?.[0])).toEqual([]);
  expect(severities(answerSilence(content, ['c1'], 'journey', 'everywhere')?.claims?.[0])).toEqual(['blocking']);
});

test('[CF35] what was answered meanwhile, or is gone, is not overwritten', () => {
  const answered = [{ ...few, when: { journey: ['deals'] } }, { ...few, everywhere: ['journey'] }];
  expect(answered.map((claim) => answerSilence({ claims: [claim] }, ['c1'], 'journey', 'everywhere'))).toEqual([undefined, undefined]);
  expect(answerSilence({ claims: [few, other] }, ['c2', 'c1'], 'journey', 'everywhere')?.claims).toEqual([{ ...few, everywhere: ['journey'] }, { ...other, everywhere: ['journey'] }]);
  expect(answerSilence({ claims: [few] }, ['c1', 'c9'], 'journey', 'everywhere')).toBeUndefined();
  expect(answerSilence({ claims: [{ ...few, when: { market: ['EU'], journey: [] } }] }, ['c1'], 'journey', ['deals'])?.claims).toEqual([{ ...few, when: { market: ['EU'], journey: ['deals'] } }]);
  expect([answerWords('market', ['US', 'UK']), answerWords('market', 'everywhere')]).toEqual(['Only when market is US or UK', 'Everywhere, whatever the market']);
});
