/** The stored form of an infrastructure project's settings (project property `product-context.settings`). */

import * as z from 'zod';
import { TEAM_COLOURS, type ProjectSettings } from '../domain/context/settings';
import { explainIssues } from './explain-issues';
import { revSchema, storedRev } from './rev';

const optional = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens');
const name = z.string().trim().min(1).max(60);
const projectId = z.string().regex(/^\d+$/, 'must be a numeric project id');
const percent = z.number().min(0).max(100);
const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a three-letter currency code');

/** What an administrator edits. */
export const settingsContentSchema = z.object({
  enabled: z.boolean(),
  project: z.object({ id: projectId, key: z.string().min(1).max(255) }),
  teams: z.array(z.object({
    id: slug, name, projects: z.array(projectId).max(50), colour: z.enum(TEAM_COLOURS), share: optional(z.number().positive().max(100)),
    free: optional(z.object({ low: z.number().min(0), high: z.number().min(0) })),
  })).max(200),
  themes: z.array(z.object({ id: slug, name, target: optional(percent) })).max(50),
  currency,
  rates: optional(z.record(currency, z.number().positive())),
  capacity: optional(z.object({ low: z.number().min(0), high: z.number().min(0), per: z.enum(['week', 'month', 'quarter']) })),
  interruptAllowance: percent,
  infraRole: optional(z.object({ id: z.string().regex(/^\d+$/), name })),
  gates: z.array(z.object({ gate: slug, name, criteria: z.array(z.string().max(40)).max(40) })).max(20),
  conditions: z.array(z.object({ name: z.string().min(1).max(60), values: z.array(z.string().min(1).max(100)).max(100) })).max(20),
  notBuilt: optional(z.array(z.string().trim().min(1).max(255)).min(1).max(50)),
});
export type SettingsContent = z.infer<typeof settingsContentSchema>;

export const settingsSchema = settingsContentSchema.extend({
  v: z.literal(1), rev: revSchema, savedAt: z.string(), token: optional(z.string().max(100)),
});

export type StoredSettings =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly settings: ProjectSettings }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'malformed'; readonly complaints: readonly string[]; readonly rev: number };

/** Reads whatever stands in the project property; never throws. */
export function readStoredSettings(stored: unknown): StoredSettings {
  if (stored === undefined || stored === null) return { state: 'absent' };
  const parsed = settingsSchema.safeParse(stored);
  if (parsed.success) return { state: 'read', settings: parsed.data };
  const loose = z.object({ v: z.number().optional() }).safeParse(stored);
  if (loose.success && loose.data.v !== undefined && loose.data.v > 1) return { state: 'newer', version: loose.data.v };
  return { state: 'malformed', complaints: explainIssues(parsed.error, stored), rev: storedRev(stored) };
}
