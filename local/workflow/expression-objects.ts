/** Jira objects as expressions see them. A subset of Atlassian's type reference for Jira expressions: what is not here is an error. */

import { plainText } from '../jira/document-text';
import { projectOf } from '../jira/find-issue';
import { fromJiraInstant } from '../jira/instant';
import type { Comment, Issue } from '../jira/issue';
import { mayBrowse, type Actor } from '../jira/permissions';
import type { Project } from '../jira/project';
import { propertiesOf, readProperty } from '../jira/properties';
import type { SiteTables } from '../jira/site-tables';
import { defineObject, entityProperties, fromJson, plain } from '../expressions/expression-objects';
import { ExpressionDate, ExpressionObject, RichText, CalendarDate, type ExpressionMember, type ExpressionValue } from '../expressions/expression-value';
import type { Transition, Workflow } from './workflow';

/** Through whose eyes the objects are seen. */
export interface ExpressionView {
  readonly tables: SiteTables;
  readonly actor: Actor;
}

export function userObject({ tables }: ExpressionView, accountId: string | undefined): ExpressionValue {
  const person = accountId === undefined ? undefined : tables.people.get(accountId);
  if (person === undefined) return null;
  return defineObject('User', person.accountId, {
    accountId: plain(person.accountId), displayName: plain(person.displayName), active: plain(person.active), accountType: plain(person.accountType),
  });
}

export function projectObject({ tables }: ExpressionView, project: Project): ExpressionObject {
  return defineObject('Project', project.id, {
    id: plain(Number(project.id)), key: plain(project.key), name: plain(project.name), projectTypeKey: plain(project.projectTypeKey),
    style: plain(project.simplified ? 'next-gen' : 'classic'), properties: plain(propertiesObject(tables, 'project', project.id)),
  });
}

/** An issue; custom fields are read by their REST id, `issue["customfield_10016"]`. */
export function issueObject(view: ExpressionView, issue: Issue): ExpressionObject {
  const { tables } = view;
  const type = tables.issueTypes.get(issue.typeId);
  const members: Record<string, ExpressionMember> = {
    id: plain(Number(issue.id)), key: plain(issue.key), summary: plain(issue.summary), created: plain(date(issue.created)), updated: plain(date(issue.updated)),
    project: { read: () => projectObject(view, projectOf(tables, issue)) },
    issueType: plain(defineObject('IssueType', issue.typeId, { id: plain(Number(issue.typeId)), name: plain(type?.name ?? ''), subtask: plain(type?.hierarchyLevel === -1), hierarchyLevel: plain(type?.hierarchyLevel ?? 0) })),
    status: plain(statusObject(view, issue.statusId)),
    priority: plain(vocabularyObject('IssuePriority', issue.priorityId === undefined ? undefined : tables.priorities.get(issue.priorityId))),
    resolution: plain(vocabularyObject('Resolution', issue.resolutionId === undefined ? undefined : tables.resolutions.get(issue.resolutionId))),
    labels: plain([...issue.labels]), reporter: plain(userObject(view, issue.reporterId)), assignee: plain(userObject(view, issue.assigneeId)),
    creator: plain(userObject(view, issue.creatorId ?? issue.reporterId)), isSubtask: plain(type?.hierarchyLevel === -1), isEpic: plain(type?.hierarchyLevel === 1),
    resolutionDate: plain(issue.resolved === undefined ? null : date(issue.resolved)),
    description: plain(richText(issue.fields['description'])), dueDate: plain(typeof issue.fields['duedate'] === 'string' ? new CalendarDate(issue.fields['duedate']) : null),
    parent: { read: () => related(view, issue.parentId), expensive: true },
    subtasks: { read: () => childrenOf(view, issue.id), expensive: true },
    comments: { read: () => tables.comments.of(issue.id).map((comment) => commentObject(view, comment)), expensive: true },
    properties: plain(propertiesObject(tables, 'issue', issue.id)),
  };
  return new ExpressionObject('Issue', (name) => (Object.hasOwn(members, name) ? members[name] : customField(tables, issue, name)), issue.id);
}

export function transitionObject(view: ExpressionView, transition: Transition, from: string | undefined): ExpressionObject {
  return defineObject('Transition', transition.id, {
    id: plain(Number(transition.id)), name: plain(transition.name), to: plain(statusObject(view, transition.to)),
    from: plain(from === undefined ? null : statusObject(view, from)), hasScreen: plain(false),
  });
}

export function workflowObject(workflow: Workflow): ExpressionObject {
  return defineObject('Workflow', workflow.id, { id: plain(workflow.id), name: plain(workflow.name) });
}

function statusObject({ tables }: ExpressionView, statusId: string): ExpressionValue {
  const status = tables.statuses.get(statusId);
  if (status === undefined) return null;
  return defineObject('Status', status.id, {
    id: plain(Number(status.id)), name: plain(status.name), category: plain(defineObject('StatusCategory', status.category, { key: plain(status.category) })),
  });
}

function vocabularyObject(typeName: string, entry: { readonly id: string; readonly name: string } | undefined): ExpressionValue {
  return entry === undefined ? null : defineObject(typeName, entry.id, { id: plain(Number(entry.id)), name: plain(entry.name) });
}

function commentObject(view: ExpressionView, comment: Comment): ExpressionObject {
  return defineObject('Comment', comment.id, {
    id: plain(Number(comment.id)), author: plain(userObject(view, comment.authorId)), body: plain(richText(comment.body)),
    created: plain(date(comment.created)), updated: plain(date(comment.updated)), properties: plain(propertiesObject(view.tables, 'comment', comment.id)),
  });
}

function propertiesObject(tables: SiteTables, entity: 'issue' | 'project' | 'comment', id: string): ExpressionObject {
  return entityProperties(`${entity} ${id}`, () => propertiesOf(tables, entity, id).map(({ key }) => key), (key) => readProperty(tables, entity, id, key)?.value);
}

function related(view: ExpressionView, id: string | undefined): ExpressionValue {
  const issue = id === undefined ? undefined : view.tables.issues.get(id);
  return issue === undefined || !mayBrowse(view.tables, view.actor, issue) ? null : issueObject(view, issue);
}

function childrenOf(view: ExpressionView, parentId: string): ExpressionValue[] {
  return [...view.tables.issues.values()].filter((issue) => issue.parentId === parentId && mayBrowse(view.tables, view.actor, issue)).map((issue) => issueObject(view, issue));
}

function customField(tables: SiteTables, issue: Issue, name: string): ExpressionMember | undefined {
  if (!name.startsWith('customfield_')) return undefined;
  const known = name in issue.fields || [...tables.issues.values()].some(({ fields }) => name in fields);
  return known ? { read: () => fromJson(issue.fields[name]), expensive: true } : undefined;
}

function date(instant: string): ExpressionValue {
  const time = fromJiraInstant(instant);
  return time === undefined ? null : new ExpressionDate(time);
}

function richText(body: unknown): ExpressionValue {
  return body === undefined || body === null ? null : new RichText(plainText(body));
}
