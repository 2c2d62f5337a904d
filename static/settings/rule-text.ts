/** Text that travels between these settings and the rule of a workflow: neither page can read the other's. */

import * as z from 'zod';
import { DEFAULT_HINT, type GateConfiguration } from '../../src/contract/gate-configuration';
import { criterionLabel } from '../../src/domain/context/criteria';
import { uniqueSlug } from './unique-slug';
import type { GateRow } from './settings-draft';

/** The text to paste into a rule of a workflow so that it asks what this gate asks. `today` is an ISO date: older tickets are spared. */
export function ruleText({ gate, name, criteria }: Pick<GateRow, 'gate' | 'name' | 'criteria'>, today: string): string {
  const configuration: GateConfiguration = {
    gate: gate ?? uniqueSlug(name, []),
    criteria: criteria.map((code) => ({ code, label: criterionLabel(code) })),
    types: [], since: today, bypass: true, hint: DEFAULT_HINT,
  };
  return JSON.stringify(configuration, null, 2);
}

/** What the rule's page offers to copy: a summary, or the rule's whole configuration. */
const textOfRule = z.object({
  gate: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), name: z.string().trim().min(1).max(60).optional(),
  criteria: z.array(z.union([z.string().min(1).max(40), z.object({ code: z.string().min(1).max(40) })])).min(1).max(40),
});

export type TakenText = { readonly ok: true; readonly gates: readonly GateRow[] } | { readonly ok: false; readonly words: string };

/** The gates with the one from the text added, or changed where a gate with its id is listed already. */
export function takeRuleText(text: string, gates: readonly GateRow[], key: string): TakenText {
  const parsed = textOfRule.safeParse(parseJson(text));
  if (!parsed.success) return { ok: false, words: 'This is not the text of a rule. On the rule\'s page in the workflow editor, copy the text for the project settings and paste all of it here.' };
  const { gate, name, criteria } = parsed.data;
  const codes = [...new Set(criteria.map((criterion) => (typeof criterion === 'string' ? criterion : criterion.code)))];
  const known = gates.find((row) => row.gate === gate);
  const row: GateRow = { key: known?.key ?? key, gate, name: name ?? known?.name ?? gate, criteria: codes };
  return { ok: true, gates: known === undefined ? [...gates, row] : gates.map((other) => (other === known ? row : other)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
