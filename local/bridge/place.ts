/** Where in Jira a page of the app stands, and what Jira itself says about that place. */

import * as z from 'zod';
import { CLOUD_ID, ENVIRONMENT_ID } from '../forge/app-identity';
import type { AppManifest } from '../forge/manifest';
import { lookUpIssue, projectOf } from '../jira/find-issue';
import { mayBrowse, maySeeProject, type Actor } from '../jira/permissions';
import type { Project } from '../jira/project';
import type { Site } from '../jira/site';

/** What the shell names; ids and types are looked up on the server, because resolvers trust them. */
export const placeSchema = z.object({
  moduleKey: z.string(),
  issue: z.exactOptional(z.string()),
  project: z.exactOptional(z.string()),
  /** The rule that a configuration page is about; present on the workflow page only. */
  rule: z.exactOptional(z.object({
    entryPoint: z.enum(['create', 'edit', 'view']),
    validatorConfig: z.exactOptional(z.string()),
    workflowId: z.string(),
    workflowName: z.string(),
    transition: z.object({
      id: z.string(), name: z.string(),
      from: z.object({ id: z.string(), name: z.string() }).nullable(),
      to: z.object({ id: z.string(), name: z.string() }),
    }),
  })),
  /** Address of the shell's page. */
  location: z.string(),
  /** Context of the dialog in which the page stands. */
  modal: z.exactOptional(z.unknown()),
});
export type Place = z.infer<typeof placeSchema>;

/** The `extension` part of a page's context; undefined when this person sees no such issue or project. */
export function describePlace({ tables }: Pick<Site, 'tables'>, manifest: AppManifest, actor: Actor, place: Place): Readonly<Record<string, unknown>> | undefined {
  const type = moduleTypeOf(manifest, place.moduleKey);
  if (type === undefined) return undefined;
  const common = { type, location: place.location, ...(place.modal === undefined ? {} : { modal: place.modal }) };
  if (place.issue !== undefined) {
    const issue = lookUpIssue(tables, place.issue);
    if (issue === undefined || !mayBrowse(tables, actor, issue)) return undefined;
    const issueType = tables.issueTypes.get(issue.typeId);
    return { ...common, issue: { id: issue.id, key: issue.key, type: issueType?.name ?? '', typeId: issue.typeId }, project: describeProject(projectOf(tables, issue)), isNewToIssue: false };
  }
  if (place.project !== undefined) {
    const project = tables.projects.get(place.project);
    return project === undefined || !maySeeProject(tables, actor, project) ? undefined : { ...common, project: describeProject(project) };
  }
  if (place.rule === undefined) return undefined;
  const { entryPoint, validatorConfig, workflowId, workflowName, transition } = place.rule;
  return {
    ...common, entryPoint, isNewEditor: true, workflowId, workflowName, transitionContext: transition,
    ...(validatorConfig === undefined ? {} : { validatorConfig }),
  };
}

function describeProject({ id, key, projectTypeKey }: Project): Readonly<Record<string, unknown>> {
  return { id, key, type: projectTypeKey };
}

/** The full context of a page: what `view.getContext()` answers. */
export function fullContext({ tables }: Pick<Site, 'tables'>, place: Place, actor: Actor, extension: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const person = actor === undefined ? undefined : tables.people.get(actor);
  return {
    ...(actor === undefined ? {} : { accountId: actor }),
    cloudId: CLOUD_ID, environmentId: ENVIRONMENT_ID, environmentType: 'DEVELOPMENT', moduleKey: place.moduleKey,
    localId: `${place.moduleKey}-${place.issue ?? place.project ?? place.rule?.workflowId ?? ''}`,
    siteUrl: new URL(place.location).origin, locale: (person?.locale ?? 'en_US').replace('_', '-'), timezone: person?.timeZone ?? 'Etc/UTC',
    extension,
  };
}

function moduleTypeOf(manifest: AppManifest, moduleKey: string): string | undefined {
  return Object.entries(manifest.modules)
    .find(([, entries]) => Array.isArray(entries) && entries.some((entry: { key?: unknown }) => entry.key === moduleKey))?.[0];
}
