/** The words with a small letter at their beginning, to go on in a sentence; for our own labels, which begin with no name. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
