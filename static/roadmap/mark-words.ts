import type { DemandMark } from '../../src/domain/demand/filter-demand';

/** A mark on one row, after a count, and what it means for whoever reads the row. */
export const MARK_WORDS: Readonly<Record<DemandMark, { readonly one: string; readonly many: string; readonly means: string }>> = {
  'edited-outside': { one: 'Edited outside Groundwork', many: 'edited outside Groundwork', means: 'The stored facts do not fit the content. What you see here is judged anew; saving the context repairs it.' },
  'out-of-date': { one: 'Out of date', many: 'out of date', means: 'The stored facts come from earlier rules or settings. The backlog desk brings many up to date at once.' },
  copied: { one: 'Copied draft', many: 'copied drafts', means: 'This context came with a clone. It is a draft to check: agreement and bypass of the original do not count.' },
  unreadable: { one: 'Not readable', many: 'not readable', means: 'Somebody wrote this record by hand. Saving the context repairs what can be repaired.' },
  newer: { one: 'Written by a newer Groundwork', many: 'written by a newer Groundwork', means: 'This version can neither read nor change it, so that nothing is lost. Reload the page; if that does not help, ask your Jira administrator to update the app.' },
  bypassed: { one: 'Bypassed', many: 'bypassed a gate', means: 'A bypass lets this ticket pass a gate without what the gate asks for.' },
  outside: { one: 'Asked from outside, not gated', many: 'asked from outside, not gated', means: 'The ticket lives in another project: no gate of this project holds it.' },
};
