/** How good the evidence of a worth is: shown and asked about, never computed with. */

import { formatNumber } from './format-number';

/** From a guess to a measurement of our own; `value` as it is chosen in a form. */
export const CREDIBILITY_CHOICES: readonly { readonly value: string; readonly words: string }[] = [
  { value: '0.1', words: 'A guess' }, { value: '0.3', words: 'An opinion of somebody who knows the users' }, { value: '0.5', words: 'Data from elsewhere' },
  { value: '0.6', words: 'Our own data, indirect' }, { value: '0.8', words: 'An experiment here' }, { value: '1', words: 'Measured here' },
];

/** "A guess"; a value that no choice has is a number. */
export function credibilityName(credibility: number, locale: string): string {
  return namedChoice(credibility) ?? `${formatNumber(credibility, locale)} of 1`;
}

/** "A guess (0.1 of 1)". */
export function credibilityWords(credibility: number, locale: string): string {
  const words = namedChoice(credibility);
  const number = formatNumber(credibility, locale);
  return words === undefined ? `${number} of 1` : `${words} (${number} of 1)`;
}

function namedChoice(credibility: number): string | undefined {
  return CREDIBILITY_CHOICES.find(({ value }) => Number(value) === credibility)?.words;
}
