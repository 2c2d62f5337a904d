import { lackOfReason } from '../domain/context/answer-reason';
import { isSameValue } from '../domain/context/same-value';
import { INFRASTRUCTURE_FIELDS, type ContextContent } from '../domain/context/product-context';
import type { ProjectSettings } from '../domain/context/settings';
import type { CallPayload, CallReplies, Reply } from '../contract/calls';
import type { ContextDraft } from './compose-record';
import { commitContext, SAVE_DEED } from './commit-context';
import { listFields } from './field-words';
import { findSettings } from './find-settings';
import type { KnownContext } from './known-context';
import { mayWriteInfrastructurePart } from './may-write-infrastructure-part';
import type { Ports } from './ports';
import { refuse } from './refuse';
import { noteClaims } from './shared-data/note-claims';
import { tellOfSave } from './tell-of-save';

/** Saves the content of a ticket's context as its next revision, and tells the ticket of changed agreements, answers and results. */
export async function saveContext(ports: Ports, { issueId, startedFrom, content }: CallPayload<'saveContext'>): Promise<Reply<CallReplies['saveContext']>> {
  const settings = content.infra === undefined ? undefined : findSettings(ports, content.infra.id, SAVE_DEED);
  // Both reads run at once; a failure of the first one met is thrown where it is awaited.
  settings?.catch(() => undefined);
  let before: KnownContext | undefined;
  const saved = await commitContext(ports, {
    issueId, startedFrom, wanted: content,
    prepare: async (known) => {
      before = known;
      const found = await settings;
      if (found?.ok === false) return found;
      return draftSave(ports, known, content, found?.value ?? null);
    },
  });
  if (!saved.ok) return saved;
  const notices = [
    before === undefined ? undefined : await tellOfSave(ports, issueId, before, saved.value), await noteClaims(ports, issueId, before, saved.value),
  ].filter((words) => words !== undefined);
  const notice = notices.length === 0 ? undefined : notices.join(' ');
  return { ok: true, value: { record: saved.value, ...(notice === undefined ? {} : { notice }) } };
}

/** The next revision of what is known, with `wanted` as its content; refuses infrastructure's part to those who may not write it, and an answer that says no without a reason. */
export async function draftSave(
  ports: Pick<Ports, 'permissions'>, known: KnownContext, wanted: ContextContent, settings: ProjectSettings | null,
): Promise<Reply<ContextDraft>> {
  const moves = known.content.infra !== undefined && known.content.infra.id !== wanted.infra?.id;
  const content = withSettingsKey(withoutForeignAnswers(known, wanted, moves), settings);
  const changed = INFRASTRUCTURE_FIELDS.filter((field) => (moves ? content[field] !== undefined : !isSameValue(known.content[field], content[field])));
  if (changed.length > 0) {
    if (settings === null) return refuse('INVALID', `Choose the infrastructure project first: only its team gives ${listFields(changed)}. ${SAVE_DEED.kept}`);
    const allowed = await mayWriteInfrastructurePart(ports.permissions, settings, changed, SAVE_DEED);
    if (!allowed.ok) return allowed;
  }
  const lack = lackOfReason(content.answer, moves ? undefined : known.content.answer);
  if (lack !== undefined) return refuse('INVALID', `This answer has no reason. ${SAVE_DEED.kept} ${lack} Then save again.`);
  const keeps = !known.isCopy && !moves;
  return {
    ok: true,
    value: {
      known, content, settings,
      ...(keeps && known.accepted !== undefined ? { accepted: known.accepted } : {}), ...(keeps && known.bypass !== undefined ? { bypass: known.bypass } : {}),
    },
  };
}

/**
 * A copy does not inherit the outcome of the ticket it came from, and another infrastructure project has not given the answers of
 * the first one: otherwise a detour through a project of one's own would write them.
 */
function withoutForeignAnswers(known: KnownContext, wanted: ContextContent, moves: boolean): ContextContent {
  const foreign = [...(known.isCopy ? ['outcome'] : []), ...(moves ? INFRASTRUCTURE_FIELDS : [])];
  return Object.fromEntries(Object.entries(wanted).filter(
    ([field, value]) => !foreign.includes(field) || !isSameValue(value, known.content[field as keyof ContextContent]),
  ));
}

/** Ids decide; the key that is shown comes from the settings, not from the page. */
function withSettingsKey(content: ContextContent, settings: ProjectSettings | null): ContextContent {
  return settings === null ? content : { ...content, infra: settings.project };
}
