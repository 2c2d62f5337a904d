/** Pasted text as a file whose name says its format, as far as the text shows it; everything else is read as YAML, which JSON is too. */
export function fileFromText(text: string): File {
  return new File([text], `pasted.${endingOf(text)}`, { type: 'text/plain' });
}

function endingOf(text: string): string {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^[{[]/.test(start)) return 'json';
  if (/\bcreate\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+|unlogged\s+)?table\b/i.test(start)) return 'sql';
  if (/^\s*(?:extend\s+)?(?:type|interface|input|enum|scalar|union|schema|directive)\b[^:\n]*(?:\{|$|=)/m.test(start) && !/^\s*[\w-]+\s*:/.test(start)) return 'graphql';
  const [head = ''] = start.split('\n');
  return /[,;\t]/.test(head) && /\b(?:path|entity)\b/i.test(head) ? 'csv' : 'yaml';
}
