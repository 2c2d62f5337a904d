import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { personSchema } from '../jira/person';
import { permissionSchemeSchema, projectSchema } from '../jira/project';
import { issueTypeSchema, linkTypeSchema, prioritySchema, resolutionSchema, roleSchema, statusSchema } from '../jira/vocabulary';
import { transitionSchema, workflowSchema } from '../workflow/workflow';

/** A rule of the installed app, named by its module key: the site makes Jira's module id of it. */
const appRuleSchema = z.object({ id: z.string(), module: z.string(), config: z.record(z.string(), z.unknown()) });
export type AppRule = z.infer<typeof appRuleSchema>;

const siteFileSchema = z.strictObject({
  people: z.array(personSchema), roles: z.array(roleSchema), issueTypes: z.array(issueTypeSchema), statuses: z.array(statusSchema),
  priorities: z.array(prioritySchema), resolutions: z.array(resolutionSchema), linkTypes: z.array(linkTypeSchema),
  permissionSchemes: z.array(permissionSchemeSchema),
  workflows: z.array(workflowSchema.extend({ transitions: z.array(transitionSchema.extend({ validators: z.array(appRuleSchema).default([]) })) })),
  projects: z.array(projectSchema.extend({ properties: z.record(z.string(), z.unknown()).default({}) })),
});
export type SiteFile = z.infer<typeof siteFileSchema>;

/** Reads people, vocabulary, workflows and projects; throws with zod's words and the file's name. */
export function readSiteFile(file: string): SiteFile {
  const parsed = siteFileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file} is not a site file: ${parsed.error.issues.map((issue) => `at ${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
}
