/** The site-wide lists that issues refer to. */

import * as z from 'zod';

const id = z.string().regex(/^\d+$/);

export const issueTypeSchema = z.object({
  id, name: z.string().min(1), description: z.string().default(''),
  /** -1 sub-task, 0 standard, 1 epic. */
  hierarchyLevel: z.number().int().min(-1).max(3).default(0),
});
export type IssueType = z.infer<typeof issueTypeSchema>;

export const STATUS_CATEGORIES = ['new', 'indeterminate', 'done'] as const;
export const statusSchema = z.object({
  id, name: z.string().min(1), description: z.string().default(''), category: z.enum(STATUS_CATEGORIES),
});
export type Status = z.infer<typeof statusSchema>;

export const prioritySchema = z.object({ id, name: z.string().min(1), description: z.string().default(''), statusColor: z.string().default('#97a0af') });
export type Priority = z.infer<typeof prioritySchema>;

export const roleSchema = z.object({ id, name: z.string().min(1), description: z.string().default('') });
export type Role = z.infer<typeof roleSchema>;

export const linkTypeSchema = z.object({ id, name: z.string().min(1), inward: z.string(), outward: z.string() });
export type LinkType = z.infer<typeof linkTypeSchema>;

export const resolutionSchema = z.object({ id, name: z.string().min(1), description: z.string().default('') });
export type Resolution = z.infer<typeof resolutionSchema>;
