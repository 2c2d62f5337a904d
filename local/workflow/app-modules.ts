import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { ENVIRONMENT_ID } from '../forge/app-identity';

const text = z.union([z.string(), z.object({ expression: z.string() })]);
const validatorSchema = z.object({
  key: z.string(), name: z.string(), description: z.string().default(''),
  expression: z.exactOptional(z.string()), function: z.exactOptional(z.string()), errorMessage: z.exactOptional(text),
  projectTypes: z.array(z.enum(['company-managed', 'team-managed'])).default(['company-managed']),
  configurationDescription: z.exactOptional(z.object({ expression: z.string() })),
});
/** Subset of the module jira:workflowValidator; see Atlassian's manifest reference. */
export type ValidatorModule = z.infer<typeof validatorSchema>;

const entityPropertySchema = z.object({
  entityType: z.enum(['issue', 'project', 'user']), propertyKey: z.string(),
  values: z.array(z.object({ path: z.string(), type: z.enum(['number', 'string', 'text', 'user', 'date']), searchAlias: z.exactOptional(z.string()) })),
});
/** Subset of the module jira:entityProperty. */
export type EntityPropertyModule = z.infer<typeof entityPropertySchema>;

const manifestSchema = z.object({
  app: z.object({ id: z.string() }),
  permissions: z.object({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
  modules: z.object({
    'jira:workflowValidator': z.array(validatorSchema).default([]),
    'jira:entityProperty': z.array(entityPropertySchema).default([]),
    'jira:issuePanel': z.array(z.object({ key: z.string() })).default([]),
  }),
});

/** What Jira itself reads of the installed app's manifest. */
export interface AppModules {
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly validators: readonly ValidatorModule[];
  readonly entityProperties: readonly EntityPropertyModule[];
  readonly issuePanels: readonly { readonly key: string }[];
}

/** Reads a manifest.yml; throws with zod's words if it lacks what Jira needs. */
export function readAppModules(manifestFile: string): AppModules {
  const manifest = manifestSchema.parse(parse(readFileSync(manifestFile, 'utf8')));
  return {
    appId: manifest.app.id.split('/').pop() ?? manifest.app.id,
    scopes: manifest.permissions.scopes,
    validators: manifest.modules['jira:workflowValidator'],
    entityProperties: manifest.modules['jira:entityProperty'],
    issuePanels: manifest.modules['jira:issuePanel'],
  };
}

/** The id by which Jira knows a module of the app. */
export function moduleId(app: AppModules, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${app.appId}/${ENVIRONMENT_ID}/static/${moduleKey}`;
}

/** The key of the module with this id, if it belongs to the installed app (any environment of it). */
export function moduleKeyOf(app: AppModules, id: string): string | undefined {
  const match = /^ari:cloud:ecosystem::extension\/([^/]+)\/[^/]+\/static\/(.+)$/.exec(id);
  return match?.[1] === app.appId ? match[2] : undefined;
}
