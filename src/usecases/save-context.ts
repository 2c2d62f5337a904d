import { isSameValue } from '../domain/context/same-value';
import { contentHash } from '../domain/context/content-hash';
import { INFRASTRUCTURE_FIELDS, type ContextContent, type ProductContext } from '../domain/context/product-context';
import type { ProjectSettings } from '../domain/context/settings';
import type { CallPayload, CallReplies, Reply } from '../contract/calls';
import type { ContextDraft } from './compose-record';
import { commitContext, SAVE_DEED } from './commit-context';
import { FIELD_WORDS, listFields } from './field-words';
import { findSettings } from './find-settings';
import type { KnownContext } from './known-context';
import { mayWriteInfrastructurePart } from './may-write-infrastructure-part';
import type { Ports } from './ports';
import { refuse } from './refuse';
import { noteClaims } from './shared-data/note-claims';

/** Saves the content of a ticket's context as its next revision, and tells the ticket when agreed content changed. */
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
    before === undefined ? undefined : await tellOfChange(ports, issueId, before, saved.value), await noteClaims(ports, issueId, before, saved.value),
  ].filter((words) => words !== undefined);
  const notice = notices.length === 0 ? undefined : notices.join(' ');
  return { ok: true, value: { record: saved.value, ...(notice === undefined ? {} : { notice }) } };
}

/** The next revision of what is known, with `wanted` as its content; refuses infrastructure's part to those who may not write it. */
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

const COVERED = ['need', 'users', 'thresholds', 'value', 'delay', 'claims'] as const;

/** One comment by the person who changed what infrastructure had agreed to; returns words when it could not be posted. */
export async function tellOfChange(ports: Pick<Ports, 'comments'>, issueId: string, before: KnownContext, saved: ProductContext): Promise<string | undefined> {
  const hash = contentHash(saved);
  if (saved.accepted === undefined || contentHash(before.content) === hash) return undefined;
  const changed = COVERED.filter((field) => !isSameValue(before.content[field], saved[field]));
  const paragraphs = hash === saved.accepted.hash
    ? ["This ticket's product context is again as it was agreed. The agreement holds."]
    : [`Changed after infrastructure had agreed to it as written: ${listFields(changed)}.`, 'The agreement no longer covers this ticket until infrastructure agrees again.'];
  const posted = await ports.comments.post(issueId, { paragraphs, mark: { kind: 'changed', hash } });
  if (posted.ok) return undefined;
  return `Saved. The comment that tells infrastructure that ${changed.map((field) => FIELD_WORDS[field]).join(', ')} changed could not be posted: write one yourself.`;
}
