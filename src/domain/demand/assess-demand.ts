/** Turns what stands on a ticket into one row of demand. */

import { checkIndex } from '../context/check-index';
import { contentOf, draftFromCopy } from '../context/draft-from-copy';
import { saysWhy } from '../context/says-why';
import { judgeContext, type JudgeExtra, type Judgement } from '../context/judge-context';
import type { ContextContent, ProductContext } from '../context/product-context';
import type { TicketResult } from '../conflict/ticket-conflicts';
import type { ProjectSettings } from '../context/settings';
import { whySentence } from '../context/why-sentence';
import type { CheapAnswer, Demand, Freshness, Standing } from './demand';
import type { DemandTicket } from './demand-ticket';
import { worthAMonth } from './worth-a-month';

/** What was found in the property, already parsed; the same shape as the contract's stored context. */
export type FoundContext =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly record: ProductContext }
  | { readonly state: 'newer'; readonly version: number; readonly rev: number }
  | { readonly state: 'malformed'; readonly complaints: readonly string[]; readonly salvaged: ContextContent; readonly rev: number };

export interface AssessExtra extends JudgeExtra {
  /** ISO date on which the page is looked at; seasons are cut at it. */
  readonly today: string;
  readonly conflicts?: TicketResult;
  /** Questions that Groundwork posted on the ticket. */
  readonly rounds?: number;
}

/** Judged by the same function as panel, gate and save. The stored index is never believed: everything is derived anew. */
export function assessDemand(ticket: DemandTicket, found: FoundContext, settings: ProjectSettings, extra: AssessExtra): Demand {
  const outside = ticket.project.id !== settings.project.id;
  switch (found.state) {
    case 'absent': return { ...describeContent({}, settings, extra), ticket, outside, standing: 'none', rev: 0, freshness: 'current' };
    case 'newer': return {
      ...describeContent({}, settings, extra), ticket, outside, standing: 'newer', rev: found.rev, freshness: 'current',
      complaints: [`A newer Groundwork (version ${String(found.version)} of the record) wrote this; this version does not touch it.`],
    };
    case 'malformed': return {
      ...describeContent(found.salvaged, settings, extra), ticket, outside, standing: 'unreadable', rev: found.rev,
      freshness: 'edited-outside', complaints: found.complaints,
    };
    case 'read': return { ...assessRecord(found.record, ticket, settings, extra), ticket, outside };
    default: return found satisfies never;
  }
}

function assessRecord(record: ProductContext, ticket: DemandTicket, settings: ProjectSettings, extra: AssessExtra): Omit<Demand, 'ticket' | 'outside'> {
  // Judged once for index and row: only what the conflicts say is known to the row alone.
  const judged = extra.conflicts === undefined && extra.acceptanceBelieved === undefined ? judgeContext(record, settings, extra) : undefined;
  const [standing, freshness] = believed(checkIndex(record, settings, ticket.id, judged));
  if (standing === 'copied') {
    return { ...describeContent(draftFromCopy(record), settings, extra), standing, freshness, rev: record.rev };
  }
  return {
    ...describeContent(record, settings, extra, judged), standing, freshness, rev: record.rev,
    ...(record.bypass === undefined ? {} : { bypass: { gate: record.bypass.gate, why: record.bypass.why } }),
    ...(record.understoodAt === undefined ? {} : { understoodAt: record.understoodAt }),
  };
}

function believed(index: ReturnType<typeof checkIndex>): [Standing, Freshness] {
  switch (index) {
    case 'as stored': return ['own', 'current'];
    case 'edited outside Groundwork': return ['own', 'edited-outside'];
    case 'out of date': return ['own', 'out-of-date'];
    case 'copied from another ticket': return ['copied', 'current'];
    default: return index satisfies never;
  }
}

type Described = Omit<Demand, 'ticket' | 'outside' | 'standing' | 'freshness' | 'rev'>;

function describeContent(
  content: ContextContent | ProductContext, settings: ProjectSettings, extra: AssessExtra, judged: Judgement = judgeContext(content, settings, extra),
): Described {
  const why = whySentence(content, extra.locale);
  return {
    content: contentOf(content), grade: judged.grade, explained: saysWhy(content), met: judged.met, missing: judged.missing, cheap: cheapAnswers(content),
    worth: worthAMonth(content.value, content.delay, settings, extra.today),
    ...(extra.conflicts === undefined ? {} : { conflicts: extra.conflicts }),
    ...(waitsForCheck(content, judged) ? { waitsForCheck: true as const } : {}),
    ...(extra.rounds === undefined || extra.rounds === 0 ? {} : { rounds: extra.rounds }),
    ...(why === '' ? {} : { why }),
    ...(content.infra === undefined ? {} : { infra: content.infra }),
    ...(isSaid(content.team) ? { team: content.team } : {}),
    ...(content.origin === undefined ? {} : { origin: content.origin }),
    ...(isSaid(content.sponsor) ? { sponsor: content.sponsor } : {}),
    ...(isSaid(content.theme) ? { theme: content.theme } : {}),
    ...(content.horizon === undefined ? {} : { horizon: content.horizon }),
    ...(isSaid(content.initiative) ? { initiative: content.initiative } : {}),
    ...(content.question === undefined ? {} : { question: content.question }),
    ...(content.answer?.state === undefined ? {} : { answer: content.answer.state }),
  };
}

function waitsForCheck({ claims = [] }: ContextContent, { findings }: Judgement): boolean {
  return claims.length > 0 && findings.some(({ code }) => code === 'CONFLICTS_UNCHECKED');
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

/** "must" counts when every requirement on shared data is one: then nothing is weighed. */
function cheapAnswers(content: ContextContent): CheapAnswer[] {
  const claims = content.claims ?? [];
  return [
    ...(content.value?.unknown === true ? ['unknown' as const] : []),
    ...(content.value?.notMoney === undefined ? [] : ['not-money' as const]),
    ...(claims.length > 0 && claims.every((claim) => claim.level === 'must') ? ['must' as const] : []),
    ...(content.touchesSharedData === false ? ['touches-nothing' as const] : []),
  ];
}
