/** What the administrator is editing, and when it may become a rule. */

import * as z from 'zod';
import { CONFIGURATION_CHARACTERS, DEFAULT_HINT, gateConfigurationSchema, type GateConfiguration } from '../../src/contract/gate-configuration';
import type { WantedCriterion } from '../../src/domain/gate/gate-policy';
import { criteriaOfPreset, inRegisterOrder } from '../../src/domain/gate/presets';

export interface GateDraft {
  readonly name: string;
  readonly gate: string;
  readonly criteria: readonly WantedCriterion[];
  readonly types: readonly string[];
  readonly since: string;
  readonly bypass: boolean;
  readonly hint: string;
}

/** Where a complaint belongs; `whole` is for the rule as a whole. A label's complaint carries its code: `label.need`. */
export type DraftErrors = Readonly<Record<string, string>>;

export type CheckedDraft =
  | { readonly ok: true; readonly configuration: GateConfiguration }
  | { readonly ok: false; readonly errors: DraftErrors };

/** An issue type that a gate can look at. */
export interface TypeChoice {
  readonly id: string;
  readonly name: string;
  /** -1 for sub-tasks. */
  readonly level: number;
}

/**
 * The draft to begin with. A new gate wants bronze, from today on, of every type above sub-task but Bug; it is called after the
 * status the transition leads to.
 */
export function startDraft(known: Partial<GateConfiguration>, today: string, toStatus: string | undefined, types: readonly TypeChoice[]): GateDraft {
  const name = known.name ?? (known.gate === undefined ? toStatus : undefined) ?? '';
  return {
    name, gate: known.gate ?? idFromName(name), criteria: known.criteria ?? criteriaOfPreset('bronze'), types: known.types ?? proposeTypes(types),
    since: known.since ?? today, bypass: known.bypass ?? true, hint: known.hint ?? DEFAULT_HINT,
  };
}

/** Ids of the types above sub-task, without Bug. */
export function proposeTypes(types: readonly TypeChoice[]): readonly string[] {
  return types.filter(({ level, name }) => level > -1 && name.trim().toLowerCase() !== 'bug').map(({ id }) => id);
}

/** `Ready for build` becomes `ready-for-build`. */
export function idFromName(name: string): string {
  const id = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 40).replace(/-+$/, '');
  return id === '' ? 'ready' : id;
}

/** The configuration to save, or every reason why not, each at its field. */
export function checkDraft(draft: GateDraft): CheckedDraft {
  const errors: Record<string, string> = { ...fieldErrors(draft), ...labelErrors(draft.criteria) };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const parsed = gateConfigurationSchema.safeParse({
    gate: draft.gate.trim(), criteria: inRegisterOrder(draft.criteria), types: draft.types, since: draft.since, bypass: draft.bypass, hint: draft.hint,
    ...(draft.name.trim() === '' ? {} : { name: draft.name }),
  });
  if (!parsed.success) return { ok: false, errors: { whole: z.prettifyError(parsed.error) } };
  const characters = JSON.stringify(parsed.data).length;
  if (characters > CONFIGURATION_CHARACTERS) {
    return { ok: false, errors: { whole: `This rule is ${characters} characters long, and Jira keeps at most ${CONFIGURATION_CHARACTERS}. Choose fewer issue types or shorter words.` } };
  }
  return { ok: true, configuration: parsed.data };
}

function fieldErrors(draft: GateDraft): Record<string, string> {
  const errors: Record<string, string> = {};
  if (draft.name.trim().length > 60) errors['name'] = 'This name is too long: at most 60 characters.';
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(draft.gate.trim())) errors['gate'] = 'The id takes lower-case letters, digits and hyphens, at most 40, and starts with a letter or digit. Example: ready-for-build.';
  if (!z.iso.date().safeParse(draft.since).success) errors['since'] = 'Choose a day. Tickets created before it are left alone.';
  if (draft.hint.trim().length > 300) errors['hint'] = `This hint is too long: ${draft.hint.trim().length} of at most 300 characters.`;
  if (draft.criteria.length === 0) errors['criteria'] = 'Choose at least one thing to ask for; a gate that asks for nothing lets everything pass.';
  return errors;
}

function labelErrors(criteria: readonly WantedCriterion[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { code, label } of criteria) {
    const words = label.trim();
    if (words === '') errors[`label.${code}`] = 'Say it in words: the message names it with them.';
    else if (words.length > 100) errors[`label.${code}`] = 'These words are too long: at most 100 characters.';
    else if (criteria.some((other) => other.code !== code && other.label.trim() === words)) errors[`label.${code}`] = 'Another item has the same words; the message could not tell them apart.';
  }
  return errors;
}
