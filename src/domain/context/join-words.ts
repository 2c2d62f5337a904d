import { formatCount } from './format-number';

/** `a`, `a and b`, `a, b and c`; nothing for no words. */
export function joinWords(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
}

/** "BUYER-1, BUYER-2 and 4 more": the first `most` of many. */
export function nameSome(names: readonly string[], most: number, locale?: string): string {
  return names.length <= most ? joinWords(names) : `${names.slice(0, most).join(', ')} and ${formatCount(names.length - most, locale)} more`;
}
