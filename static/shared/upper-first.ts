/** The words with a capital at their beginning, for headings and cells. */
export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
