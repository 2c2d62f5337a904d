import { contentSchema } from '../../src/contract/record';
import { findVagueWords } from '../../src/domain/context/find-vague-words';
import { judgeContext } from '../../src/domain/context/judge-context';
import { FILLED_EXAMPLES } from '../../static/panel/help/filled-examples';
import { someSettings } from '../context/given-context';

test('there are five filled examples', () => {
  expect(FILLED_EXAMPLES).toHaveLength(5);
});

/** What depends on who copies it. */
const OWN = { infra: { id: '10001', key: 'BUYER' }, team: 'shopping-cart' };

test.each([
  ['Faster shipping cost', 'silver'], ['Deleting what the law wants deleted', 'silver'], ['Several payment methods for each buyer', 'silver'],
  ['Purchase history through the holidays', 'silver'],
  // An answer needs no effort, theme or agreement: what is asked is all there is.
  ['Can we carry a partner’s 460,000 products?', 'gold'],
])('%s: can be saved as it stands, says nothing vague, and is %s as soon as the team is chosen', (title, grade) => {
  const content = FILLED_EXAMPLES.find((example) => example.title === title)?.content ?? {};
  expect(contentSchema.parse(content)).toEqual(content);
  expect(judgeContext({ ...content, ...OWN }, someSettings(), { locale: 'en-US' }).grade).toBe(grade);
  expect([content.need, content.users, ...(content.thresholds ?? []).map(({ scale }) => scale)].flatMap((text) => findVagueWords(text ?? ''))).toEqual([]);
});
