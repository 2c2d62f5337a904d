import { propertiesOf } from '../jira/properties';
import type { Project } from '../jira/project';
import type { SiteTables } from '../jira/site-tables';
import { showPerson } from './show-person';
import { projectAvatars, showIssueType } from './show-vocabulary';

interface View {
  readonly tables: SiteTables;
  readonly site: string;
}

/** A project as REST shows it; `expand` adds description, lead, issueTypes; `properties` the named entity properties. */
export function showProject(project: Project, { tables, site }: View, expand: readonly string[], properties: readonly string[] = []): Record<string, unknown> {
  const lead = tables.people.get(project.lead);
  const wanted = propertiesOf(tables, 'project', project.id).filter(({ key }) => properties.includes(key) || properties.includes('*all'));
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight', self: `${site}/rest/api/3/project/${project.id}`, id: project.id, key: project.key, name: project.name,
    avatarUrls: projectAvatars(site, project.id), projectTypeKey: project.projectTypeKey, simplified: project.simplified, style: project.simplified ? 'next-gen' : 'classic', isPrivate: false,
    properties: Object.fromEntries(wanted.map(({ key, value }) => [key, value])),
    ...(expand.includes('description') ? { description: project.description } : {}),
    ...(expand.includes('lead') && lead !== undefined ? { lead: showPerson(lead, site) } : {}),
    ...(expand.includes('issueTypes') ? { issueTypes: project.issueTypes.map((id) => showIssueType(tables.issueTypes.get(id), site)) } : {}),
  };
}
