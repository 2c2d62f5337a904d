import * as z from 'zod';

/** Who holds a permission: `anyone`, `reporter`, `assignee`, `lead`, `role:<id>`, `group:<name>` or `user:<accountId>`. */
const holder = z.string().regex(/^(anyone|reporter|assignee|lead|role:\d+|group:.+|user:.+)$/);

export const PROJECT_PERMISSIONS = [
  'BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'DELETE_ISSUES', 'ASSIGN_ISSUES', 'ASSIGNABLE_USER',
  'ADD_COMMENTS', 'EDIT_ALL_COMMENTS', 'EDIT_OWN_COMMENTS', 'DELETE_ALL_COMMENTS', 'DELETE_OWN_COMMENTS', 'LINK_ISSUES',
  'ADMINISTER_PROJECTS', 'SET_ISSUE_SECURITY',
] as const;
export type ProjectPermission = (typeof PROJECT_PERMISSIONS)[number];

export const permissionSchemeSchema = z.object({
  id: z.string(), name: z.string(),
  /** A permission that is not named is nobody's. */
  grants: z.partialRecord(z.enum(PROJECT_PERMISSIONS), z.array(holder)),
});
export type PermissionScheme = z.infer<typeof permissionSchemeSchema>;

export const securityLevelSchema = z.object({
  id: z.string().regex(/^\d+$/), name: z.string(), description: z.string().default(''), members: z.array(holder),
});

export const projectSchema = z.object({
  id: z.string().regex(/^\d+$/),
  key: z.string().regex(/^[A-Z][A-Z0-9_]{0,254}$/),
  name: z.string().min(1),
  description: z.string().default(''),
  projectTypeKey: z.enum(['software', 'business', 'service_desk']).default('software'),
  /** Team-managed. */
  simplified: z.boolean().default(false),
  lead: z.string(),
  permissionScheme: z.string(),
  /** Role id to account ids. */
  roles: z.record(z.string(), z.array(z.string())).default({}),
  issueTypes: z.array(z.string()).min(1),
  /** Id of the workflow of every type. */
  workflow: z.string(),
  securityLevels: z.array(securityLevelSchema).default([]),
  /** Number that the last created issue got. */
  lastNumber: z.number().int().min(0).default(0),
});
export type Project = z.infer<typeof projectSchema>;
