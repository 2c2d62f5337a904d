/**
 * Jira's text search, `~`: every word must occur; `word*` matches beginnings, `?` one character, "several words" in a row. Words are
 * compared without case; Jira's stemming is not imitated.
 */
export function matchText(texts: readonly string[], query: string): boolean {
  const wanted = [...query.matchAll(/"([^"]+)"|(\S+)/g)].map(([, phrase, word]) => wordsOf(phrase ?? word ?? '', true)).filter((words) => words.length > 0);
  return wanted.length > 0 && wanted.every((words) => texts.some((text) => occursIn(wordsOf(text, false), words)));
}

function wordsOf(text: string, keepWildcards: boolean): readonly string[] {
  return text.toLowerCase().match(keepWildcards ? /[\p{L}\p{N}*?]+/gu : /[\p{L}\p{N}]+/gu) ?? [];
}

function occursIn(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, start) => run.every((wanted, at) => matchesWord(words[start + at], wanted)));
}

/** Walks both words at once; never slow, whatever the number of stars. */
function matchesWord(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false;
  let at = 0; let star = -1; let retry = 0; let position = 0;
  while (position < word.length) {
    if (wanted[at] === '?' || (wanted[at] !== '*' && wanted[at] === word[position])) { at += 1; position += 1; }
    else if (wanted[at] === '*') { star = at; at += 1; retry = position; }
    else if (star >= 0) { at = star + 1; retry += 1; position = retry; }
    else return false;
  }
  while (wanted[at] === '*') at += 1;
  return at === wanted.length;
}
