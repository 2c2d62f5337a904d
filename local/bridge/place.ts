/** Where in Jira a page of the app stands, and what Jira itself says about that place. */

import * as z from 'zod';
import type { Caller } from '../platform';
import { CLOUD_ID, ENVIRONMENT_ID } from '../forge/app-identity';
import type { AppManifest } from '../forge/manifest';
import type { JiraSite } from '../forge/ports';

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

const issueSchema = z.object({
  id: z.string(), key: z.string(),
  fields: z.object({ issuetype: z.object({ id: z.string(), name: z.string() }), project: z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().default('software') }) }),
});
const projectSchema = z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().default('software') });

/** The `extension` part of a page's context; undefined when this person sees no such issue or project. */
export async function describePlace(site: JiraSite, manifest: AppManifest, accountId: string | undefined, place: Place): Promise<Readonly<Record<string, unknown>> | undefined> {
  const caller: Caller = accountId === undefined ? { kind: 'anonymous', via: 'http' } : { kind: 'user', accountId, via: 'http' };
  const type = moduleTypeOf(manifest, place.moduleKey);
  if (type === undefined) return undefined;
  const common = { type, location: place.location, ...(place.modal === undefined ? {} : { modal: place.modal }) };
  if (place.issue !== undefined) {
    const found = issueSchema.safeParse(await read(site, caller, `/rest/api/3/issue/${encodeURIComponent(place.issue)}?fields=issuetype,project`));
    if (!found.success) return undefined;
    const { id, key, fields: { issuetype, project } } = found.data;
    return { ...common, issue: { id, key, type: issuetype.name, typeId: issuetype.id }, project: { id: project.id, key: project.key, type: project.projectTypeKey }, isNewToIssue: false };
  }
  if (place.project !== undefined) {
    const found = projectSchema.safeParse(await read(site, caller, `/rest/api/3/project/${encodeURIComponent(place.project)}`));
    if (!found.success) return undefined;
    return { ...common, project: { id: found.data.id, key: found.data.key, type: found.data.projectTypeKey } };
  }
  if (place.rule === undefined) return undefined;
  const { entryPoint, validatorConfig, workflowId, workflowName, transition } = place.rule;
  return {
    ...common, entryPoint, isNewEditor: true, workflowId, workflowName, transitionContext: transition,
    ...(validatorConfig === undefined ? {} : { validatorConfig }),
  };
}

/** The full context of a page: what `view.getContext()` answers. */
export function fullContext(place: Place, accountId: string | undefined, extension: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...(accountId === undefined ? {} : { accountId }),
    cloudId: CLOUD_ID, environmentId: ENVIRONMENT_ID, environmentType: 'DEVELOPMENT', moduleKey: place.moduleKey,
    localId: `${place.moduleKey}-${place.issue ?? place.project ?? place.rule?.workflowId ?? ''}`,
    siteUrl: new URL(place.location).origin, locale: 'en-US', timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    extension,
  };
}

function moduleTypeOf(manifest: AppManifest, moduleKey: string): string | undefined {
  return Object.entries(manifest.modules)
    .find(([, entries]) => Array.isArray(entries) && entries.some((entry: { key?: unknown }) => entry.key === moduleKey))?.[0];
}

async function read(site: JiraSite, caller: Caller, path: string): Promise<unknown> {
  const reply = await site.rest(caller, { method: 'GET', path, headers: { accept: 'application/json' }, body: undefined });
  return reply.status === 200 ? (JSON.parse(reply.body) as unknown) : undefined;
}
