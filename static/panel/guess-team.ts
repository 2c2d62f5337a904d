import type { ProjectSettings } from '../../src/domain/context/settings';
import type { JiraCalls } from '../shared/load-calls';
import { reportedReplySchema } from './jira-replies';
import type { Ticket } from './load-panel';

/**
 * The consuming team that probably asks: the one that works in the ticket's project, else the one in whose projects the reporter
 * wrote most tickets lately. Only a proposal, which the user sees and may change.
 */
export async function guessTeam(calls: JiraCalls, ticket: Ticket, settings: ProjectSettings): Promise<string | undefined> {
  const here = settings.teams.find(({ projects }) => projects.includes(ticket.project.id));
  if (here !== undefined) return here.id;
  const projects = settings.teams.flatMap((team) => team.projects);
  if (ticket.reporter === undefined || projects.length === 0) return undefined;
  const jql = encodeURIComponent(`reporter = "${ticket.reporter.replaceAll(/["\\]/g, '')}" AND project in (${projects.join(', ')}) ORDER BY created DESC`);
  const outcome = await calls.request(`/rest/api/3/search/jql?jql=${jql}&fields=project&maxResults=20`);
  const reply = outcome.kind === 'answered' && outcome.status === 200 ? reportedReplySchema.safeParse(outcome.body) : undefined;
  if (reply?.success !== true) return undefined;
  const written = reply.data.issues.map(({ fields }) => fields.project.id);
  const counts = settings.teams.map(({ id, projects: theirs }) => ({ id, count: written.filter((project) => theirs.includes(project)).length }));
  const most = counts.reduce<{ id?: string; count: number }>((best, next) => (next.count > best.count ? next : best), { count: 0 });
  return most.id;
}
