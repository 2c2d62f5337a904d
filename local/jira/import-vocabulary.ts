import { APP_ACCOUNT_ID, type Site } from './site';
import { APP_ROLE } from './permissions';
import { ADMINISTRATORS } from './person';
import type { Project } from './project';
import { nextId, noteId, type SiteTables } from './site-tables';
import { STATUS_CATEGORIES, type Status } from './vocabulary';
import type { Table } from '../store/table';
import type { Transition, Workflow } from '../workflow/workflow';

type Named = { readonly id?: string | undefined; readonly name?: string | undefined; readonly [more: string]: unknown } | null | undefined;
type User = { readonly accountId?: string | undefined; readonly name?: string | undefined; readonly key?: string | undefined; readonly displayName?: string | undefined; readonly emailAddress?: string | undefined } | null | undefined;

/** Finds what an imported issue refers to, and makes what is not here yet. */
export interface ImportVocabulary {
  project(issueKey: string, given: Named): Project;
  issueType(given: Named, projectId: string): string;
  status(given: Named, projectId: string): string;
  priority(given: Named): string | undefined;
  resolution(given: Named): string | undefined;
  securityLevel(given: Named, projectId: string): string | undefined;
  person(given: User): string | undefined;
  /** Gives the new projects their workflows; call once, after the last issue. */
  finish(): void;
  notes(): readonly string[];
}

export function createImportVocabulary(site: Site): ImportVocabulary {
  const { tables } = site;
  const statusesOf = new Map<string, Set<string>>();
  const typesOf = new Map<string, Set<string>>();
  const made: Project[] = [];
  const addedTo = new Map<string, readonly string[]>();

  return {
    project: (issueKey, given) => {
      const key = issueKey.slice(0, issueKey.lastIndexOf('-'));
      const known = [...tables.projects.values()].find((candidate) => candidate.key === key);
      const number = Number(issueKey.slice(issueKey.lastIndexOf('-') + 1));
      if (known !== undefined) return raiseNumber(tables, known, number);
      const project = makeProject(site, key, given, number);
      made.push(project);
      return project;
    },
    issueType: (given, projectId) => {
      const type = findOrMake(tables, tables.issueTypes, given, 'Task', (id, name) => ({
        id, name, description: '', hierarchyLevel: given?.['subtask'] === true ? -1 : /^epic$/i.test(name) ? 1 : 0,
      }));
      remember(typesOf, projectId, type.id);
      return type.id;
    },
    status: (given, projectId) => {
      const status = findOrMake(tables, tables.statuses, given, 'To Do', (id, name) => ({ id, name, description: '', category: categoryOf(given) }));
      remember(statusesOf, projectId, status.id);
      return status.id;
    },
    priority: (given) => (isGiven(given) ? findOrMake(tables, tables.priorities, given, 'Medium', (id, name) => ({ id, name, description: '', statusColor: '#97a0af' })).id : undefined),
    resolution: (given) => (isGiven(given) ? findOrMake(tables, tables.resolutions, given, 'Done', (id, name) => ({ id, name, description: '' })).id : undefined),
    securityLevel: (given, projectId) => {
      const levels = tables.projects.get(projectId)?.securityLevels ?? [];
      return isGiven(given) ? levels.find(({ id, name }) => id === given.id || name === given.name)?.id : undefined;
    },
    person: (given) => findOrMakePerson(tables, given),
    finish: () => {
      for (const project of made) {
        const met = [...(statusesOf.get(project.id) ?? [])];
        const added = missingStatuses(tables, met);
        if (added.length > 0) addedTo.set(project.key, added.map(({ name }) => name));
        finishProject(tables, project, [...met, ...added.map(({ id }) => id)], [...(typesOf.get(project.id) ?? [])]);
      }
      for (const [projectId, types] of typesOf) addTypes(tables, projectId, types);
    },
    notes: () => made.map(({ key }) => `Project ${key} is new; its workflow has one transition to each of its statuses.${addedWords(addedTo.get(key))}`),
  };
}

function addedWords(names: readonly string[] | undefined): string {
  return names === undefined ? '' : ` No ticket stands in ${names.join(' or ')}: added, so that work can begin and end.`;
}

/** An export whose tickets all stand in one kind of status knows no way on: they must be able to begin and to end. */
function missingStatuses(tables: SiteTables, met: readonly string[]): Status[] {
  const categories = new Set(met.map((id) => tables.statuses.get(id)?.category));
  if (categories.size !== 1) return [];
  return (['indeterminate', 'done'] as const).flatMap((category) => {
    const found = categories.has(category) ? undefined : [...tables.statuses.values()].find((status) => status.category === category);
    return found === undefined ? [] : [found];
  });
}

function isGiven(given: Named): given is NonNullable<Named> {
  return given !== undefined && given !== null && (given.name !== undefined || given.id !== undefined);
}

/** By id if the names agree, else by name; ids of another site mean nothing here unless they are free. */
function findOrMake<T extends { readonly id: string; readonly name: string }>(tables: SiteTables, table: Table<T>, given: Named, byDefault: string, make: (id: string, name: string) => T): T {
  const byId = given?.id === undefined ? undefined : table.get(given.id);
  if (byId !== undefined && (given?.name === undefined || given.name === byId.name)) return byId;
  const name = given?.name ?? byDefault;
  const byName = [...table.values()].find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (byName !== undefined) return byName;
  const free = given?.id !== undefined && /^\d+$/.test(given.id) && byId === undefined;
  const id = free ? given.id : nextId(tables, 'vocabulary');
  noteId(tables, 'vocabulary', id);
  const entry = make(id, name);
  table.put(id, entry);
  return entry;
}

function categoryOf(given: Named): Status['category'] {
  const key = (given?.['statusCategory'] as { key?: unknown } | undefined)?.key;
  const known = STATUS_CATEGORIES.find((category) => category === key);
  if (known !== undefined) return known;
  return /^(done|closed|resolved)$/i.test(given?.name ?? '') ? 'done' : 'indeterminate';
}

function findOrMakePerson(tables: SiteTables, given: User): string | undefined {
  const accountId = given?.accountId ?? given?.key ?? given?.name;
  if (given === null || given === undefined || accountId === undefined) return undefined;
  if (tables.people.get(accountId) === undefined) {
    tables.people.put(accountId, {
      accountId, displayName: given.displayName ?? accountId, emailAddress: given.emailAddress ?? '', accountType: 'atlassian', active: true,
      timeZone: 'Etc/UTC', locale: 'en_US', groups: [],
    });
  }
  return accountId;
}

function makeProject(site: Site, key: string, given: Named, number: number): Project {
  const { tables } = site;
  const free = given?.id !== undefined && /^\d+$/.test(given.id) && tables.projects.get(given.id) === undefined;
  const id = free ? given.id : nextId(tables, 'project');
  noteId(tables, 'project', id);
  const role = (name: string): string => [...tables.roles.values()].find((candidate) => candidate.name === name)?.id ?? '';
  const administrators = [...tables.people.values()].filter(({ groups }) => groups.includes(ADMINISTRATORS)).map(({ accountId }) => accountId);
  const project: Project = {
    id, key, name: given?.name ?? key, description: '', projectTypeKey: 'software', simplified: false, lead: administrators[0] ?? '', permissionScheme: 'open',
    roles: { [role('Administrators')]: administrators, [role(APP_ROLE)]: [APP_ACCOUNT_ID] }, issueTypes: ['10002'], workflow: `imported-${id}`,
    securityLevels: [], lastNumber: number,
  };
  tables.projects.put(id, project);
  return project;
}

function raiseNumber(tables: SiteTables, project: Project, number: number): Project {
  if (project.lastNumber >= number) return project;
  const raised = { ...project, lastNumber: number };
  tables.projects.put(project.id, raised);
  return raised;
}

/** A workflow of the statuses met: created in the first open one, and a transition to each, on which rules can stand. */
function finishProject(tables: SiteTables, project: Project, statusIds: readonly string[], typeIds: readonly string[]): void {
  const order = (id: string): number => STATUS_CATEGORIES.indexOf(tables.statuses.get(id)?.category ?? 'new');
  const statuses = [...statusIds].sort((a, b) => order(a) - order(b));
  const first = statuses[0];
  if (first === undefined) return;
  const transitions: Transition[] = [
    { id: '1', name: 'Create', description: '', type: 'INITIAL', from: [], to: first, validators: [] },
    ...statuses.map((to, at): Transition => ({ id: String(11 + at * 10), name: tables.statuses.get(to)?.name ?? to, description: '', type: 'GLOBAL', from: [], to, validators: [] })),
  ];
  const workflow: Workflow = { id: project.workflow, name: `Workflow of ${project.key}`, description: 'Made of the statuses of the imported tickets', statuses, transitions, version: 1, updated: '2026-01-05T09:00:00.000+0000' };
  tables.workflows.put(workflow.id, workflow);
  const current = tables.projects.get(project.id) ?? project;
  tables.projects.put(project.id, { ...current, issueTypes: [...typeIds] });
}

function addTypes(tables: SiteTables, projectId: string, types: ReadonlySet<string>): void {
  const project = tables.projects.get(projectId);
  if (project === undefined || [...types].every((id) => project.issueTypes.includes(id))) return;
  tables.projects.put(projectId, { ...project, issueTypes: [...new Set([...project.issueTypes, ...types])] });
}

function remember(sets: Map<string, Set<string>>, projectId: string, id: string): void {
  sets.set(projectId, (sets.get(projectId) ?? new Set()).add(id));
}
