/** What the workflow editor tells the configuration page about the rule it stands for. */

import * as z from 'zod';
import { explainIssues } from '../../src/contract/explain-issues';
import { gateConfigurationSchema, type GateConfiguration } from '../../src/contract/gate-configuration';
import type { TransitionPlace } from '../../src/domain/gate/find-misplacement';
import { isRecord } from './is-record';

/** Subset of the context of a workflow rule's page; ids may be missing for what is not saved yet. */
const extensionSchema = z.object({
  entryPoint: z.enum(['create', 'edit', 'view']).optional().catch(undefined),
  validatorConfig: z.unknown().optional(),
  scopedProjectId: z.coerce.string().optional().catch(undefined),
  transitionContext: z.object({
    name: z.string().nullish(),
    from: z.object({ name: z.string().nullish() }).nullish(),
    to: z.object({ name: z.string().nullish() }).nullish(),
  }).optional().catch(undefined),
});

export type StoredRule =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly configuration: GateConfiguration }
  /** Something else stands there. `salvaged` has the fields that could be read. */
  | { readonly state: 'malformed'; readonly text: string; readonly complaints: readonly string[]; readonly salvaged: Partial<GateConfiguration> };

export interface RulePlace extends Pick<TransitionPlace, 'from'> {
  readonly mode: 'create' | 'edit' | 'view';
  readonly stored: StoredRule;
  readonly transitionName: string | undefined;
  readonly toStatus: string | undefined;
  readonly scopedProjectId: string | undefined;
}

export function readRulePlace(extension: unknown): RulePlace {
  const { entryPoint, validatorConfig, transitionContext, scopedProjectId } = extensionSchema.parse(extension);
  const stored = readStoredRule(validatorConfig);
  const from = transitionContext?.from;
  return {
    mode: entryPoint ?? (stored.state === 'none' ? 'create' : 'edit'),
    stored,
    from: from ? (from.name ? { name: from.name } : {}) : from,
    transitionName: transitionContext?.name ?? undefined,
    toStatus: transitionContext?.to?.name ?? undefined,
    scopedProjectId,
  };
}

/** Reads a saved configuration, which comes as JSON text or as an object; never throws. */
export function readStoredRule(saved: unknown): StoredRule {
  if (saved === undefined || saved === null || saved === '') return { state: 'none' };
  const value = typeof saved === 'string' ? parseJson(saved) : saved;
  const parsed = gateConfigurationSchema.safeParse(value);
  if (parsed.success) return { state: 'read', configuration: parsed.data };
  const text = typeof saved === 'string' ? saved : JSON.stringify(saved, null, 2);
  return { state: 'malformed', text, complaints: explainIssues(parsed.error, value), salvaged: salvage(value) };
}

function salvage(value: unknown): Partial<GateConfiguration> {
  if (!isRecord(value)) return {};
  const kept = Object.entries(gateConfigurationSchema.shape).flatMap(([field, schema]) => {
    const parsed = Object.hasOwn(value, field) ? schema.safeParse(value[field]) : undefined;
    return parsed?.success === true ? [[field, parsed.data] as const] : [];
  });
  return Object.fromEntries(kept);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
