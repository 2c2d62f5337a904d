/** The meeting as one page of Markdown, to paste where the team writes its minutes. Rules: PL33, PL34, PL93. */

import { AGENDA_HEADINGS } from './agenda-words';
import { AGENDA_KINDS, showDay, type AgendaItem } from './meeting-agenda';
import type { PutOff } from './meeting-record';

export interface MeetingSummary {
  readonly projectName: string;
  /** ISO date. */
  readonly today: string;
  readonly locale: string;
  /** Jira's address, without a slash at the end. */
  readonly siteUrl: string;
  /** Titles by key, of the tickets that whoever writes this may see. */
  readonly titles: ReadonlyMap<string, string>;
  /** Demand against capacity and what else belongs above everything. */
  readonly facts: readonly string[];
  readonly changes: readonly string[];
  /** ISO date of the last snapshot. */
  readonly since?: string;
  readonly agenda: readonly AgendaItem[];
  readonly putOff: readonly PutOff[];
  /** What was settled in this meeting, as sentences. */
  readonly settled: readonly string[];
  /** The loading was stopped or failed in part. */
  readonly isPartial: boolean;
}

/** Headings without content are left out; what people wrote cannot become markup. */
export function meetingMarkdown(summary: MeetingSummary): string {
  const { projectName, today, locale, since, putOff, agenda } = summary;
  const reasons = new Map(putOff.map((one) => [one.item, one]));
  const open = agenda.filter(({ id }) => !reasons.has(id));
  const later = agenda.filter(({ id }) => reasons.has(id));
  const list = (title: string | undefined, lines: readonly string[]): string => listed(title, lines.map((line) => withLinks(escapeMarkdown(line), summary)));
  const blocks = [
    `# Planning meeting of ${escapeMarkdown(projectName)}, ${showDay(today, locale)}`,
    summary.isPartial ? 'Not everything was loaded: sums and counts cover a part of the demand.' : 'Sums and counts cover the tickets that whoever wrote this may see.',
    list(undefined, summary.facts),
    list(since === undefined ? 'What changed' : `What changed since ${showDay(since, locale)}`, since === undefined ? [] : summary.changes.length > 0 ? summary.changes : ['Nothing.']),
    list('Settled in this meeting', summary.settled),
    ...AGENDA_KINDS.map((kind) => list(AGENDA_HEADINGS[kind], open.filter((item) => item.kind === kind).map(({ words }) => words))),
    list('Put off', later.map(({ id, words }) => `${words} Back on ${showDay(reasons.get(id)?.until ?? '', locale)}: ${reasons.get(id)?.why ?? ''}`)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** `lines` are Markdown already. */
function listed(title: string | undefined, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const items = lines.map((line) => `- ${line}`).join('\n');
  return title === undefined ? items : `## ${escapeMarkdown(title)}\n\n${items}`;
}

/** Links every ticket that is known, with its title where a line names it first: minutes are read by people who know no keys. */
function withLinks(line: string, { siteUrl, titles }: Pick<MeetingSummary, 'siteUrl' | 'titles'>): string {
  const told = new Set<string>();
  return line.replace(/\b[A-Z][A-Z0-9]*(?:\\?_[A-Z0-9]+)*-\d+\b/g, (written) => {
    const key = written.replaceAll('\\', '');
    const title = titles.get(key);
    if (title === undefined) return written;
    const name = told.has(key) || title.trim() === '' ? '' : ` (${escapeMarkdown(title)})`;
    told.add(key);
    return `[${written}](${siteUrl}/browse/${encodeURIComponent(key)})${name}`;
  });
}

/** Markup characters and HTML lose their meaning; line breaks become spaces, or a title could start a heading. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
