/** An instant as Jira writes it: `2026-11-22T20:00:00.000+0000`. */
export function toJiraInstant(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}

/** Milliseconds since 1970 of an instant in Jira's or ISO form; undefined when it is neither. */
export function fromJiraInstant(text: string): number | undefined {
  const at = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}
