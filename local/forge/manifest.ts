/** The app's real manifest.yml, as far as a host reads it. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { explainIssues } from '../../src/contract/explain-issues';

const functionReference = z.object({ function: z.string() });
const page = z.object({ title: z.string(), route: z.string(), icon: z.string().optional() });
const title = z.union([z.string(), z.object({ i18n: z.string() })]).transform((value) => (typeof value === 'string' ? value : value.i18n));

/** A module that has a page of its own. */
const pageModule = z.object({
  key: z.string(),
  title: title.optional(),
  name: title.optional(),
  label: title.optional(),
  icon: z.string().optional(),
  resource: z.string(),
  resolver: functionReference.optional(),
  viewportSize: z.enum(['small', 'medium', 'large', 'xlarge']).optional(),
  pages: z.array(page).optional(),
});

const resourceReference = z.object({ resource: z.string() });
const workflowValidator = z.object({
  key: z.string(),
  name: title,
  description: title,
  projectTypes: z.array(z.enum(['company-managed', 'team-managed'])).default(['company-managed']),
  expression: z.string().optional(),
  errorMessage: z.union([z.string(), z.object({ expression: z.string() })]).optional(),
  configurationDescription: z.union([z.string(), z.object({ expression: z.string() })]).optional(),
  view: resourceReference.optional(),
  edit: resourceReference.optional(),
  create: resourceReference.optional(),
  resolver: functionReference.optional(),
});

const entityProperty = z.object({
  key: z.string(),
  entityType: z.enum(['issue', 'project', 'user']),
  propertyKey: z.string(),
  values: z.array(z.object({ path: z.string(), type: z.enum(['number', 'string', 'text', 'user', 'date']), searchAlias: z.string().optional() })),
});

const manifestSchema = z.object({
  app: z.object({ id: z.string(), runtime: z.object({ name: z.string(), memoryMB: z.number().optional() }) }),
  permissions: z.object({
    scopes: z.array(z.string()).default([]),
    content: z.object({ styles: z.array(z.string()).optional(), scripts: z.array(z.string()).optional() }).optional(),
  }).loose(),
  resources: z.array(z.object({ key: z.string(), path: z.string() })).default([]),
  modules: z.object({
    function: z.array(z.object({ key: z.string(), handler: z.string(), timeoutSeconds: z.number().optional() })).default([]),
    consumer: z.array(z.object({ key: z.string(), queue: z.string(), function: z.string().optional(), resolver: functionReference.extend({ method: z.string().optional() }).optional() })).default([]),
    scheduledTrigger: z.array(z.object({ key: z.string(), function: z.string(), interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) })).default([]),
    'jira:issuePanel': z.array(pageModule).default([]),
    'jira:issueContext': z.array(pageModule).default([]),
    'jira:projectPage': z.array(pageModule).default([]),
    'jira:projectSettingsPage': z.array(pageModule).default([]),
    'jira:workflowValidator': z.array(workflowValidator).default([]),
    'jira:entityProperty': z.array(entityProperty).default([]),
  }).loose(),
});

export type AppManifest = z.infer<typeof manifestSchema>;
export type PageModule = z.infer<typeof pageModule>;
export type WorkflowValidatorModule = z.infer<typeof workflowValidator>;

/** Kinds of modules that this host can show; any other key of `modules` is named at start and not run. */
export const KNOWN_MODULES: ReadonlySet<string> = new Set([
  'function', 'consumer', 'scheduledTrigger', 'jira:issuePanel', 'jira:issueContext', 'jira:projectPage',
  'jira:projectSettingsPage', 'jira:workflowValidator', 'jira:entityProperty',
]);

/** Reads and checks a manifest. Throws with every complaint: a host cannot start without it. */
export function readManifest(path: string): AppManifest {
  const found: unknown = parse(readFileSync(path, 'utf8'));
  const parsed = manifestSchema.safeParse(found);
  if (!parsed.success) throw new Error(`${path} is not a manifest this local Jira can run:\n${explainIssues(parsed.error, found).join('\n')}`);
  return parsed.data;
}

/** Modules of the manifest that this host does not run. */
export function unknownModules(manifest: AppManifest): string[] {
  return Object.keys(manifest.modules).filter((kind) => !KNOWN_MODULES.has(kind));
}
