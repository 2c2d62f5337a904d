import type { SiteTables } from '../jira/site-tables';

/** System fields: id, name, type, names in JQL. */
const SYSTEM: readonly (readonly [id: string, name: string, type: string, clauses: readonly string[], items?: string])[] = [
  ['summary', 'Summary', 'string', ['summary']], ['description', 'Description', 'string', ['description']], ['issuetype', 'Issue Type', 'issuetype', ['issuetype', 'type']],
  ['project', 'Project', 'project', ['project']], ['status', 'Status', 'status', ['status']], ['priority', 'Priority', 'priority', ['priority']],
  ['resolution', 'Resolution', 'resolution', ['resolution']], ['resolutiondate', 'Resolved', 'datetime', ['resolutiondate', 'resolved']],
  ['created', 'Created', 'datetime', ['created', 'createdDate']], ['updated', 'Updated', 'datetime', ['updated', 'updatedDate']], ['labels', 'Labels', 'array', ['labels'], 'string'],
  ['reporter', 'Reporter', 'user', ['reporter']], ['assignee', 'Assignee', 'user', ['assignee']], ['creator', 'Creator', 'user', ['creator']], ['parent', 'Parent', 'issuelink', ['parent']],
  ['subtasks', 'Sub-tasks', 'array', ['subtasks'], 'issuelinks'], ['issuelinks', 'Linked Issues', 'array', ['issueLink'], 'issuelinks'], ['comment', 'Comment', 'comments-page', ['comment']],
  ['security', 'Security Level', 'securitylevel', ['level']], ['components', 'Components', 'array', ['component'], 'component'], ['fixVersions', 'Fix versions', 'array', ['fixVersion'], 'version'],
  ['versions', 'Affects versions', 'array', ['affectedVersion'], 'version'], ['duedate', 'Due date', 'date', ['due', 'duedate']], ['environment', 'Environment', 'string', ['environment']],
  ['attachment', 'Attachment', 'array', ['attachments'], 'attachment'],
];

/** System fields, and a custom field for each that some issue has. */
export function fieldList(tables: SiteTables): Record<string, unknown>[] {
  const custom = new Set<string>();
  for (const issue of tables.issues.values()) for (const name of Object.keys(issue.fields)) if (/^customfield_\d+$/.test(name)) custom.add(name);
  return [
    ...SYSTEM.map(([id, name, type, clauseNames, items]) => ({
      id, key: id, name, custom: false, orderable: true, navigable: id !== 'comment', searchable: true, clauseNames, schema: { type, system: id, ...(items === undefined ? {} : { items }) },
    })),
    ...[...custom].sort().map((id) => {
      const customId = Number(id.slice('customfield_'.length));
      return { id, key: id, name: id, custom: true, orderable: true, navigable: true, searchable: true, clauseNames: [`cf[${customId}]`], schema: { type: 'any', customId } };
    }),
  ];
}
