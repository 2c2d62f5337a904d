import { toJiraInstant } from '../jira/instant';
import type { Issue } from '../jira/issue';
import { mayInProject } from '../jira/permissions';
import type { Project } from '../jira/project';
import { writeProperty } from '../jira/properties';
import { Refusal } from '../jira/refusal';
import { nextId } from '../jira/site-tables';
import { checkValidators } from '../workflow/check-validators';
import { changeFields, named, type FieldChanges } from './change-fields';
import { requireActor } from './require-actor';
import type { RestCall } from './route';

/** Fields that say where the issue goes; they are read before the others can be judged. */
const PLACING = new Set(['project', 'issuetype']);

/** What a request says of the new issue. */
interface NewIssue extends FieldChanges {
  readonly properties: readonly { readonly key: string; readonly value?: unknown }[];
}

/** Creates an issue as Jira does: Create issues, the type's fields, and the validators of the workflow's first transition. */
export function createIssue(call: RestCall, { fields, update, properties }: NewIssue): Issue {
  const { tables, services } = call;
  const creator = requireActor(call);
  const project = findPlace(call, fields['project']);
  const type = named(project.issueTypes.flatMap((id) => tables.issueTypes.get(id) ?? []), fields['issuetype']);
  const errors: Record<string, string> = {};
  if (type === undefined) errors['issuetype'] = 'Specify a valid issue type';
  if (fields['summary'] === undefined) errors['summary'] = 'You must specify a summary of the issue.';
  if (type?.hierarchyLevel === -1 && fields['parent'] === undefined) errors['parent'] = 'Issue type is a sub-task but parent issue key or id not specified.';
  if (type === undefined || Object.keys(errors).length > 0) throw new Refusal(400, [], errors);
  const workflow = tables.workflows.get(project.workflow);
  const initial = workflow?.transitions.find((transition) => transition.type === 'INITIAL');
  if (workflow === undefined || initial === undefined) throw new Error(`Project ${project.key} has no workflow with a first transition.`);
  const now = toJiraInstant(services.now());
  const number = project.lastNumber + 1;
  const blank: Issue = {
    id: nextId(tables, 'issue'), key: `${project.key}-${number}`, projectId: project.id, typeId: type.id, statusId: initial.to, summary: '',
    created: now, updated: now, labels: [], reporterId: creator.accountId, creatorId: creator.accountId, fields: {},
    ...(tables.priorities.get('3') === undefined ? {} : { priorityId: '3' }),
  };
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => !PLACING.has(name)));
  const issue = changeFields(blank, { fields: others, update }, tables, call.actor);
  const words = checkValidators({ tables, services, actor: call.actor, issue, original: undefined, workflow, transition: initial, site: call.site });
  if (words.length > 0) throw new Refusal(400, words);
  tables.projects.put(project.id, { ...project, lastNumber: number });
  tables.issues.put(issue.id, issue);
  for (const { key, value } of properties) writeProperty(tables, { entity: 'issue', entityId: issue.id, key, value });
  return issue;
}

function findPlace(call: RestCall, given: unknown): Project {
  const { id, key } = (given ?? {}) as { id?: unknown; key?: unknown };
  const project = [...call.tables.projects.values()].find((candidate) => candidate.id === String(id) || candidate.key === key);
  if (project === undefined || !mayInProject(call.tables, call.actor, 'BROWSE_PROJECTS', project)) throw new Refusal(400, [], { project: 'valid project is required' });
  if (!mayInProject(call.tables, call.actor, 'CREATE_ISSUES', project)) throw new Refusal(400, [], { project: 'You do not have permission to create issues in this project.' });
  return project;
}
