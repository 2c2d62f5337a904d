import { formatCount } from '../domain/context/format-number';
import type { Reply } from '../contract/calls';
import { LOG_ENTRIES, PROPERTY_CHARACTERS } from '../contract/limits';
import { RECORD_VERSION } from '../contract/record';
import { deriveIndex } from '../domain/context/derive-index';
import { describeChanges } from '../domain/context/describe-changes';
import { CONTENT_FIELDS, type Acceptance, type Bypass, type ContextContent, type Grade, type LogEntry, type ProductContext } from '../domain/context/product-context';
import { teamNaming } from '../domain/context/name-teams';
import type { ProjectSettings } from '../domain/context/settings';
import { FIELD_WORDS } from './field-words';
import type { KnownContext } from './known-context';
import { refuse } from './refuse';
import type { Stamp } from './write-revision';

/** What the next revision says. */
export interface ContextDraft {
  readonly known: KnownContext;
  readonly content: ContextContent;
  readonly accepted?: Acceptance;
  readonly bypass?: Bypass;
  /** Null: the ticket asks no infrastructure project yet. */
  readonly settings: ProjectSettings | null;
}

/** The whole record, its index and its log; refused when Jira would not take one this long. */
export function composeRecord(issueId: string, draft: ContextDraft, stamp: Stamp): Reply<ProductContext> {
  const { known, content, accepted, bypass, settings } = draft;
  const body: ProductContext = {
    v: RECORD_VERSION, ...stamp, ...content,
    ...(accepted === undefined ? {} : { accepted }), ...(bypass === undefined ? {} : { bypass }),
  };
  const index = deriveIndex(body, settings, issueId);
  const whole = { ...body, ...firstUnderstood(known, index.grade, stamp), index };
  const log = [...known.log, ...describeChanges(known.content, content, { rev: stamp.rev, at: stamp.savedAt }, teamNaming(settings?.teams ?? [])), ...agreements(known, draft, stamp)];
  return fit(whole, log.slice(-LOG_ENTRIES));
}

/** When somebody first understood it is kept from then on, whatever becomes of the content; a moment that nobody recorded is not made up. */
function firstUnderstood({ understoodAt, record, isCopy }: KnownContext, grade: Grade, { savedAt }: Stamp): Pick<ProductContext, 'understoodAt'> {
  if (!isCopy && understoodAt !== undefined) return { understoodAt };
  const wasUnderstood = !isCopy && record?.index !== undefined && record.index.grade !== 'none';
  return grade === 'none' || wasUnderstood ? {} : { understoodAt: savedAt };
}

function agreements(known: KnownContext, { accepted, bypass }: ContextDraft, { rev, savedAt }: Stamp): LogEntry[] {
  const line = (field: string, from: string | undefined, to: string | undefined): LogEntry[] => (from === to ? []
    : [{ rev, at: savedAt, field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]);
  return [...line('accepted', known.accepted?.comment, accepted?.comment), ...line('bypass', known.bypass?.comment, bypass?.comment)];
}

/** The log gives way first: it is kept for convenience, the content is what people wrote. */
function fit(record: ProductContext, log: readonly LogEntry[]): Reply<ProductContext> {
  for (let from = 0; from <= log.length; from += 1) {
    const logged = from === log.length ? record : { ...record, log: log.slice(from) };
    if (JSON.stringify(logged).length <= PROPERTY_CHARACTERS) return { ok: true, value: logged };
  }
  const length = JSON.stringify(record).length;
  return refuse('TOO_LARGE', `This context has ${thousands(length)} characters, and Jira keeps at most ${thousands(PROPERTY_CHARACTERS)}. Nothing was saved and your text is still here. The longest parts: ${longest(record)}. Shorten them and save again.`);
}

function longest(content: ContextContent): string {
  const parts = CONTENT_FIELDS.map((field) => ({ field, length: JSON.stringify(content[field])?.length ?? 0 }));
  return parts.sort((a, b) => b.length - a.length).slice(0, 3).filter(({ length }) => length > 0)
    .map(({ field, length }) => `${FIELD_WORDS[field]} (${thousands(length)})`).join(', ');
}

function thousands(count: number): string {
  return formatCount(count);
}
