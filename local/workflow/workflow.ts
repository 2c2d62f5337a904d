import * as z from 'zod';

/** A rule on a transition: `ruleKey` names its kind, `parameters` are strings as in Jira's workflows API. */
export const ruleSchema = z.object({ id: z.string(), ruleKey: z.string(), parameters: z.record(z.string(), z.string()).default({}) });
export type Rule = z.infer<typeof ruleSchema>;

export const transitionSchema = z.object({
  id: z.string().regex(/^\d+$/),
  name: z.string().min(1),
  description: z.string().default(''),
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
  /** Status ids; empty unless DIRECTED. */
  from: z.array(z.string()).default([]),
  to: z.string(),
  validators: z.array(ruleSchema).default([]),
});
export type Transition = z.infer<typeof transitionSchema>;

export const workflowSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string().default(''),
  statuses: z.array(z.string()).min(1),
  transitions: z.array(transitionSchema),
  version: z.number().int().min(1).default(1),
  updated: z.string().default('2026-01-05T09:00:00.000+0000'),
});
export type Workflow = z.infer<typeof workflowSchema>;
