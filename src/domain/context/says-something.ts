/** What people type into a field that they want to get past. */
const PLACEHOLDERS = /^(?:[\p{P}\p{S}\s]*|n\/?a|tbd|tba|todo|to do|none|null|undefined|test|x+|asdf\w*|later|see (?:title|summary|above|description)|as (?:title|above)|\?+)$/iu;

/** Scripts that put no spaces between words; there, letters are counted instead. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Whether a field was answered at all: "TBD", "n/a" and "-" are no answers. */
export function isAnswered(text: string | undefined): text is string {
  return text !== undefined && /[\p{L}\p{N}]/u.test(text) && !PLACEHOLDERS.test(text.trim());
}

/** Whether a text is long enough to be a sentence: three words, or six letters of a script without spaces. */
export function isSentence(text: string | undefined): boolean {
  if (!isAnswered(text)) return false;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
  return words >= 3 || (text.match(UNSPACED)?.length ?? 0) >= 6;
}
