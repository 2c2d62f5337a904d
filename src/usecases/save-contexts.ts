import type { BulkChange, BulkResult, CallPayload, CallReplies, Reply } from '../contract/calls';
import { explainIssues } from '../contract/explain-issues';
import { contentSchema } from '../contract/record';
import type { ContextContent, ProductContext } from '../domain/context/product-context';
import type { ProjectSettings } from '../domain/context/settings';
import { commitContext, SAVE_DEED } from './commit-context';
import { findSettings } from './find-settings';
import type { KnownContext } from './known-context';
import type { Permissions, Ports } from './ports';
import { refuse } from './refuse';
import { draftSave } from './save-context';
import { noteClaims } from './shared-data/note-claims';
import { workThrough } from './work-through';

/** Seconds until an index that could not be written is read anew: whatever was in the way may be gone by then. */
const REPAIR_DELAY = 60;
/** Tickets that are saved at the same time. */
const AT_ONCE = 4;

type BulkFields = BulkChange['set'];
type BulkField = keyof BulkFields;

/** Sets a few fields on many tickets; every ticket succeeds or fails on its own, and `before` undoes what succeeded. */
export async function saveContexts(ports: Ports, { changes }: CallPayload<'saveContexts'>): Promise<Reply<CallReplies['saveContexts']>> {
  const shared = askOnce(ports);
  const unnoted = new Map<string, string>();
  const results = await workThrough(changes, AT_ONCE, async (change): Promise<BulkResult> => {
    const { issueId } = change;
    const saved = await saveOne(shared, change);
    if (!saved.ok) return { issueId, ok: false, problem: saved.problem };
    const { record, before, notice } = saved.value;
    if (notice !== undefined && record.infra !== undefined) unnoted.set(issueId, record.infra.id);
    return { issueId, ok: true, rev: record.rev, before, ...(notice === undefined ? {} : { notice }) };
  });
  const repaired = await repairIndex(ports, new Set(unnoted.values()));
  return { ok: true, value: { results: results.map((result) => (repaired.has(unnoted.get(result.issueId) ?? '') ? withoutNotice(result) : result)) } };
}

/** Has the index of these projects read anew from the tickets, once for all that could not be noted; says for which that is queued. */
async function repairIndex({ leave }: Pick<Ports, 'leave'>, projectIds: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const queued = new Set<string>();
  for (const projectId of projectIds) {
    const left = await leave.recheck([{ work: { kind: 'index', projectId }, delaySeconds: REPAIR_DELAY }]);
    if (left.ok) queued.add(projectId);
  }
  return queued;
}

function withoutNotice(result: BulkResult): BulkResult {
  if (!result.ok) return result;
  const { notice: _said, ...rest } = result;
  return rest;
}

async function saveOne(shared: SharedAnswers, { issueId, startedFrom, set }: BulkChange): Promise<Reply<{ readonly record: ProductContext; readonly before: BulkFields; readonly notice?: string }>> {
  let before: BulkFields = {};
  let stood: KnownContext | undefined;
  const saved = await commitContext(shared.ports, {
    issueId, startedFrom,
    prepare: async (known: KnownContext) => {
      before = fieldsBefore(known.content, set);
      stood = known;
      const content = contentSchema.safeParse(withFields(known.content, set));
      if (!content.success) return refuse('INVALID', 'Something in this change cannot be saved on this ticket. It was not changed. Correct the change and try again.', { details: explainIssues(content.error, withFields(known.content, set)) });
      const settings = content.data.infra === undefined ? undefined : await shared.settingsOf(content.data.infra.id);
      if (settings?.ok === false) return settings;
      return draftSave(shared.ports, known, content.data, settings?.value ?? null);
    },
  });
  if (!saved.ok) return saved;
  const notice = await noteClaims(shared.ports, issueId, stood, saved.value);
  return { ok: true, value: { record: saved.value, before, ...(notice === undefined ? {} : { notice }) } };
}

function withFields(content: ContextContent, set: BulkFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...content, ...set }).filter(([, value]) => value !== null && value !== undefined));
}

function fieldsBefore(content: ContextContent, set: BulkFields): BulkFields {
  return Object.fromEntries((Object.keys(set) as BulkField[]).map((field) => [field, content[field] ?? null]));
}

interface SharedAnswers {
  readonly ports: Ports;
  settingsOf(projectId: string): Promise<Reply<ProjectSettings>>;
}

/** Within one call the same project is asked once: its settings, and what the user may do there. */
function askOnce(ports: Ports): SharedAnswers {
  const settings = new Map<string, Promise<Reply<ProjectSettings>>>();
  const answers = new Map<string, ReturnType<Permissions['isInRole']>>();
  const once = (key: string, ask: () => ReturnType<Permissions['isInRole']>) => remember(answers, key, ask);
  return {
    settingsOf: (projectId) => remember(settings, projectId, () => findSettings(ports, projectId, SAVE_DEED)),
    ports: {
      ...ports,
      permissions: {
        mayOnTicket: (issueId, permission) => ports.permissions.mayOnTicket(issueId, permission),
        mayInProject: (projectId, permission) => once(`${projectId} ${permission}`, () => ports.permissions.mayInProject(projectId, permission)),
        isInRole: (projectId, role) => once(`${projectId} role ${role}`, () => ports.permissions.isInRole(projectId, role)),
      },
    },
  };
}

function remember<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? ask();
  known.set(key, found);
  return found;
}
