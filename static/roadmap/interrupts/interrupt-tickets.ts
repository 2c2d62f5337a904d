import type { Demand } from '../../../src/domain/demand/demand';
import { isInterrupt, type InterruptTicket } from '../../../src/domain/planning/interrupts';
import { effortEstimate } from '../../../src/domain/ranking/estimate';
import { monthsBetween } from '../../../src/domain/ranking/worth-over-time';
import type { RankingView } from '../ranking/use-ranking';

/** The interrupts among them: open ones, and those done within as many months as the plan looks ahead; by Jira's last change, which is when they were closed or later. */
export function interruptTickets(demands: readonly Demand[], { done, address, calibrations }: Pick<RankingView, 'done' | 'address' | 'calibrations'>): InterruptTicket[] {
  const recent = done.filter(({ ticket }) => monthsBetween(ticket.updated.slice(0, 10), address.planDate) <= address.months);
  return [
    ...demands.filter(({ answer }) => answer !== 'declined').map(({ ticket, content }) => ({ ticket, content, category: ticket.category === 'indeterminate' ? 'indeterminate' as const : 'new' as const })),
    ...recent.map(({ ticket, content }) => ({ ticket, content, category: 'done' as const })),
  ].filter(({ content }) => isInterrupt(content)).map(({ ticket, content, category }) => {
    const effort = effortEstimate(content.effort, calibrations.effort);
    return { key: ticket.key, content, category, ...(effort.kind === 'unknown' ? {} : { effort: effort.mean }) };
  });
}
