import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP_ACCOUNT_ID, type Site } from '../jira/site';
import { importIssues } from '../jira/import-issues';
import { APP_ROLE } from '../jira/permissions';
import { writeProperty } from '../jira/properties';
import { noteId } from '../jira/site-tables';
import { moduleId } from '../workflow/app-modules';
import type { Rule } from '../workflow/workflow';
import { ROOT } from '../root';
import { readSiteFile, type AppRule, type SiteFile } from './site-file';

const DATA = join(ROOT, 'local/demo/data');

/** What every site has from the start: vocabulary, permission schemes, an administrator, the app's own user. */
export function loadBase(site: Site): void {
  site.store.transaction(() => {
    place(site, readSiteFile(join(DATA, 'base.json')));
    site.tables.people.put(APP_ACCOUNT_ID, {
      accountId: APP_ACCOUNT_ID, displayName: 'Groundwork', emailAddress: '', accountType: 'app', active: true, timeZone: 'Etc/UTC', locale: 'en_US', groups: [],
    });
  });
}

/** The running example: people, projects, workflows and tickets from the data files; throws if one of them is broken. */
export function loadDemo(site: Site): void {
  site.store.transaction(() => {
    place(site, readSiteFile(join(DATA, 'site.json')));
    const report = importIssues(site, readFileSync(join(DATA, 'tickets.jsonl'), 'utf8'));
    const [first] = report.problems;
    if (first !== undefined) throw new Error(`local/demo/data/tickets.jsonl, line ${first.line}: ${first.reason}`);
  });
}

function place(site: Site, file: SiteFile): void {
  const { tables } = site;
  for (const person of file.people) tables.people.put(person.accountId, person);
  const vocabulary = [
    [tables.roles, file.roles], [tables.issueTypes, file.issueTypes], [tables.statuses, file.statuses], [tables.priorities, file.priorities],
    [tables.resolutions, file.resolutions], [tables.linkTypes, file.linkTypes], [tables.permissionSchemes, file.permissionSchemes],
  ] as const;
  for (const [table, entries] of vocabulary) {
    for (const entry of entries) {
      (table as { put(id: string, value: unknown): void }).put(entry.id, entry);
      noteId(tables, 'vocabulary', entry.id);
    }
  }
  for (const workflow of file.workflows) {
    const transitions = workflow.transitions.map((transition) => ({ ...transition, validators: transition.validators.map((rule) => toRule(site, rule)) }));
    tables.workflows.put(workflow.id, { ...workflow, transitions });
  }
  const appRole = [...tables.roles.values()].find(({ name }) => name === APP_ROLE)?.id ?? '';
  for (const { properties, ...project } of file.projects) {
    tables.projects.put(project.id, { ...project, roles: { ...project.roles, [appRole]: [APP_ACCOUNT_ID] } });
    noteId(tables, 'project', project.id);
    for (const [key, value] of Object.entries(properties)) writeProperty(tables, { entity: 'project', entityId: project.id, key, value });
  }
}

function toRule(site: Site, { id, module, config }: AppRule): Rule {
  return { id, ruleKey: 'forge:expression-validator', parameters: { key: moduleId(site.app, module), config: JSON.stringify(config), disabled: 'false' } };
}
