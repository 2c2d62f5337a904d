/** What to ask whom: the bronze answers that are missing, per reporter, as one list or as one comment a ticket. */

import { CRITERIA, criteriaOf, isCriterionCode } from '../context/criteria';
import type { Demand } from './demand';
import type { Person } from './demand-ticket';
import { joinWords } from '../context/join-words';

export interface TicketQuestion {
  readonly issueId: string;
  readonly key: string;
  readonly summary: string;
  /** Labels of what is missing for bronze, in the order of the register. */
  readonly lacks: readonly string[];
}

export interface ReporterQuestions {
  /** Absent: the ticket has no reporter that this user may see. */
  readonly reporter?: Person;
  readonly questions: readonly TicketQuestion[];
}

const BRONZE: ReadonlySet<string> = new Set(criteriaOf('bronze'));

/** Reporters with the most open questions first; their tickets in the given order. */
export function gatherQuestions(demands: readonly Demand[]): ReporterQuestions[] {
  const found = new Map<string, { reporter?: Person; questions: TicketQuestion[] }>();
  for (const demand of demands) {
    const lacks = bronzeLacks(demand);
    if (lacks.length === 0) continue;
    const { reporter } = demand.ticket;
    const entry = found.get(reporter?.id ?? '') ?? { ...(reporter === undefined ? {} : { reporter }), questions: [] };
    entry.questions.push({ issueId: demand.ticket.id, key: demand.ticket.key, summary: demand.ticket.summary, lacks });
    found.set(reporter?.id ?? '', entry);
  }
  return [...found.values()].sort((a, b) => b.questions.length - a.questions.length || compare(a.reporter?.name ?? '', b.reporter?.name ?? ''));
}

function bronzeLacks(demand: Demand): string[] {
  return demand.missing.flatMap((code) => (BRONZE.has(code) && isCriterionCode(code) ? [CRITERIA[code].label] : []));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The comment on one ticket. */
export function questionText(question: TicketQuestion, projectName: string): string {
  return `${projectName} would like to understand ${question.key} before planning it. Still missing: ${joinWords(question.lacks)}. Please open "Product context" on this ticket (under Apps if you do not see it) and answer there; it takes about two minutes.`;
}

/** Everything to ask, as plain text to paste into a chat or a mail. */
export function questionList(groups: readonly ReporterQuestions[], siteUrl: string): string {
  return groups.map(({ reporter, questions }) => [
    `${reporter?.name ?? 'No reporter'}:`,
    ...questions.map((question) => `- ${question.key} ${question.summary} (${siteUrl}/browse/${question.key}): please add ${joinWords(question.lacks)}`),
  ].join('\n')).join('\n\n');
}

export interface MailCount {
  /** Different reporters and assignees, without the person who asks: Jira mails nobody about their own comment. */
  readonly people: number;
  /** Watches on these tickets; some may be of the same people. */
  readonly watches: number;
}

/** Who gets mail when these tickets are commented on, as far as the page can know: a site's notification scheme may differ. */
export function countMail(demands: readonly Demand[], me: string | undefined, watchers: ReadonlyMap<string, number>): MailCount {
  const people = new Set<string>();
  let watches = 0;
  for (const { ticket } of demands) {
    for (const person of [ticket.reporter, ticket.assignee]) if (person !== undefined && person.id !== me) people.add(person.id);
    watches += watchers.get(ticket.id) ?? 0;
  }
  return { people: people.size, watches };
}
