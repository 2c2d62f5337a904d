import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { evaluateExpression } from '../../local/expressions/evaluate-expression';
import { fromJson } from '../../local/expressions/expression-objects';
import { DEFAULT_HINT } from '../../src/contract/gate-configuration';
import type { GatePolicy } from '../../src/domain/gate/gate-policy';
import { anIssue, type GivenIssue } from '../expressions/given-issue';

const manifestSchema = z.object({
  modules: z.object({
    'jira:workflowValidator': z.array(z.object({
      expression: z.string(), errorMessage: z.string(), configurationDescription: z.object({ expression: z.string() }),
    })).length(1),
  }),
});

/** The gate as the manifest declares it. */
export function readGateModule(): z.infer<typeof manifestSchema>['modules']['jira:workflowValidator'][number] {
  const manifest = manifestSchema.parse(parse(readFileSync(join(__dirname, '../../manifest.yml'), 'utf8')));
  const [gate] = manifest.modules['jira:workflowValidator'];
  if (gate === undefined) throw new Error('The manifest has no workflow validator.');
  return gate;
}

export const NEED = { code: 'need', label: 'the need of the end users' };
export const THRESHOLD = { code: 'threshold', label: 'a success threshold' };
export const VALUE = { code: 'value', label: 'a value statement' };
export const CONFLICTS = { code: 'conflicts', label: 'a decision on its conflicts' };

export function aGate(given: Partial<GatePolicy> = {}): GatePolicy {
  return { gate: 'ready', criteria: [NEED, THRESHOLD, VALUE], types: [], since: '2026-12-01', bypass: true, hint: DEFAULT_HINT, ...given };
}

/** What Jira says: true lets the ticket pass, a text is shown, an error shows the manifest's `errorMessage`. */
export function askJira(configuration: unknown, issue: GivenIssue): unknown {
  const found = evaluateExpression(readGateModule().expression, { issue: anIssue(issue), config: fromJson(configuration) });
  return found.ok ? found.value : `evaluation error: ${found.error.message}`;
}

/** A ticket, BUYER-12, whose context meets these criteria. */
export function aTicketWith(met: readonly string[], more: { bypass?: unknown; conflicts?: unknown; id?: number; hash?: string } = {}): GivenIssue {
  const { bypass, conflicts, id = 10042, hash = 'h1' } = more;
  return {
    properties: {
      'product-context': { v: 1, index: { issue: id, met, hash }, ...(bypass === undefined ? {} : { bypass }) },
      ...(conflicts === undefined ? {} : { 'product-context.conflicts': conflicts }),
    },
  };
}
