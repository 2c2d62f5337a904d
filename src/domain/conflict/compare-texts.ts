/** Order of texts by their code units: the same on every machine and in every language. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
