import type { Issue } from '../jira/issue';
import { propertiesOf, propertyId } from '../jira/properties';
import { refuse } from '../jira/refusal';
import type { SiteTables } from '../jira/site-tables';

/** Removes an issue with its properties, comments and links; sub-tasks only when that was asked for. */
export function deleteIssue(tables: SiteTables, issue: Issue, withSubtasks: boolean): void {
  const children = [...tables.issues.values()].filter(({ parentId }) => parentId === issue.id);
  const subtasks = children.filter(({ typeId }) => tables.issueTypes.get(typeId)?.hierarchyLevel === -1);
  if (subtasks.length > 0 && !withSubtasks) refuse(400, `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`);
  for (const subtask of subtasks) deleteIssue(tables, subtask, true);
  for (const child of children.filter(({ id }) => tables.issues.get(id) !== undefined)) {
    const { parentId: _gone, ...orphan } = child;
    tables.issues.put(child.id, orphan);
  }
  for (const property of propertiesOf(tables, 'issue', issue.id)) tables.properties.delete(propertyId('issue', issue.id, property.key));
  for (const comment of tables.comments.of(issue.id)) {
    for (const property of propertiesOf(tables, 'comment', comment.id)) tables.properties.delete(propertyId('comment', comment.id, property.key));
    tables.comments.delete(comment.id);
  }
  for (const link of [...tables.links.values()]) if (link.inwardId === issue.id || link.outwardId === issue.id) tables.links.delete(link.id);
  tables.issues.delete(issue.id);
}
