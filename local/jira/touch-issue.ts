import { toJiraInstant } from './instant';
import type { Issue } from './issue';
import type { SiteServices } from './site-services';
import type { SiteTables } from './site-tables';

/** Stores the changed issue with the current instant as its `updated`. */
export function touchIssue(tables: SiteTables, services: SiteServices, issue: Issue): Issue {
  const touched = { ...issue, updated: toJiraInstant(services.now()) };
  tables.issues.put(issue.id, touched);
  return touched;
}
