import type { Project } from '../jira/project';
import type { IssueType, Priority, Resolution, Status } from '../jira/vocabulary';

/** Numeric id, key, name and colour of a status category, as Jira has them on every site. */
const CATEGORIES = {
  new: { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, key: 'done', name: 'Done', colorName: 'green' },
} as const;

export function showStatusCategory(category: Status['category'], site: string): Record<string, unknown> {
  return { ...CATEGORIES[category], self: `${site}/rest/api/3/statuscategory/${CATEGORIES[category].id}` };
}

export function showStatus(status: Status | undefined, site: string): Record<string, unknown> | null {
  if (status === undefined) return null;
  return {
    self: `${site}/rest/api/3/status/${status.id}`, id: status.id, name: status.name, description: status.description,
    iconUrl: `${site}/local/icon/status.svg`, statusCategory: showStatusCategory(status.category, site),
  };
}

export function showIssueType(type: IssueType | undefined, site: string): Record<string, unknown> | null {
  if (type === undefined) return null;
  return {
    self: `${site}/rest/api/3/issuetype/${type.id}`, id: type.id, name: type.name, description: type.description,
    iconUrl: `${site}/local/icon/issuetype-${type.id}.svg`, subtask: type.hierarchyLevel === -1, hierarchyLevel: type.hierarchyLevel,
  };
}

export function showPriority(priority: Priority | undefined, site: string): Record<string, unknown> | null {
  if (priority === undefined) return null;
  return { self: `${site}/rest/api/3/priority/${priority.id}`, id: priority.id, name: priority.name, iconUrl: `${site}/local/icon/priority-${priority.id}.svg` };
}

export function showResolution(resolution: Resolution | undefined, site: string): Record<string, unknown> | null {
  if (resolution === undefined) return null;
  return { self: `${site}/rest/api/3/resolution/${resolution.id}`, id: resolution.id, name: resolution.name, description: resolution.description };
}

/** A project as it appears inside an issue. */
export function showProjectBriefly(project: Project, site: string): Record<string, unknown> {
  return {
    self: `${site}/rest/api/3/project/${project.id}`, id: project.id, key: project.key, name: project.name,
    projectTypeKey: project.projectTypeKey, simplified: project.simplified, avatarUrls: projectAvatars(site, project.id),
  };
}

export function projectAvatars(site: string, projectId: string): Record<string, string> {
  const address = `${site}/local/avatar/project-${projectId}.svg`;
  return { '48x48': address, '24x24': address, '16x16': address, '32x32': address };
}
