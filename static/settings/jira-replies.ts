/** What the settings page takes from Jira's replies, as zod: subsets of the shapes in Jira's REST v3 document. */

import * as z from 'zod';

export const projectReply = z.object({ id: z.coerce.string(), key: z.string(), name: z.string(), lead: z.object({ displayName: z.string() }).nullish() });

export const propertyReply = z.object({ value: z.unknown() });

export const permissionsReply = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

export const projectsReply = z.object({
  values: z.array(z.object({ id: z.coerce.string(), key: z.string(), name: z.string() })),
  isLast: z.boolean().default(true), total: z.number().optional(),
});

/** Role name to the role's address, which ends with its id. */
export const rolesReply = z.record(z.string(), z.string());

export const schemeReply = z.object({
  permissions: z.array(z.object({
    permission: z.string(),
    holder: z.object({
      type: z.string(), parameter: z.string().nullish(), value: z.string().nullish(), projectRole: z.object({ name: z.string() }).nullish(),
      group: z.object({ name: z.string() }).nullish(),
    }),
  })).default([]),
});

export const taskReply = z.object({
  status: z.string(), progress: z.number().default(0), message: z.string().nullish(),
});
