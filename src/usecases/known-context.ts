import { contentOf, isCopied } from '../domain/context/draft-from-copy';
import type { Acceptance, Bypass, ContextContent, LogEntry, ProductContext } from '../domain/context/product-context';
import { readStoredContext, recordSchema } from '../contract/record';

/** What stands on a ticket, as a save sees it. */
export interface KnownContext {
  /** 0 when there is no record. */
  readonly rev: number;
  /** The stored record; null when there is none or it does not parse. */
  readonly record: ProductContext | null;
  /** Every field that could be read. */
  readonly content: ContextContent;
  readonly accepted?: Acceptance;
  readonly bypass?: Bypass;
  readonly understoodAt?: string;
  readonly log: readonly LogEntry[];
  /** The record was made for another ticket: a clone, or a copy by REST. */
  readonly isCopy: boolean;
  readonly isAbsent: boolean;
}

/** Reads what stands in the property; null when a newer Groundwork wrote it. Malformed parts are left out, the others kept. */
export function knowContext(stored: unknown, issueId: string): KnownContext | null {
  const read = readStoredContext(stored);
  switch (read.state) {
    case 'absent': return { rev: 0, record: null, content: {}, log: [], isCopy: false, isAbsent: true };
    case 'newer': return null;
    case 'read': {
      const { record } = read;
      return {
        rev: record.rev, record, content: contentOf(record), log: record.log ?? [], isAbsent: false,
        isCopy: isCopied(record, issueId),
        ...(record.accepted === undefined ? {} : { accepted: record.accepted }), ...(record.bypass === undefined ? {} : { bypass: record.bypass }),
        ...(record.understoodAt === undefined ? {} : { understoodAt: record.understoodAt }),
      };
    }
    case 'malformed': {
      const kept = salvageKept(stored);
      return { rev: read.rev, record: null, content: read.salvaged, isAbsent: false, isCopy: isForAnother(stored, issueId), ...kept };
    }
    default: return neverState(read);
  }
}

function salvageKept(stored: unknown): Pick<KnownContext, 'accepted' | 'bypass' | 'understoodAt' | 'log'> {
  if (typeof stored !== 'object' || stored === null) return { log: [] };
  const fields = stored as Record<string, unknown>;
  const accepted = recordSchema.shape.accepted.safeParse(fields['accepted']);
  const bypass = recordSchema.shape.bypass.safeParse(fields['bypass']);
  const understoodAt = recordSchema.shape.understoodAt.safeParse(fields['understoodAt']);
  const log = recordSchema.shape.log.safeParse(fields['log']);
  return {
    log: log.data ?? [],
    ...(accepted.data === undefined ? {} : { accepted: accepted.data }), ...(bypass.data === undefined ? {} : { bypass: bypass.data }),
    ...(understoodAt.data === undefined ? {} : { understoodAt: understoodAt.data }),
  };
}

function isForAnother(stored: unknown, issueId: string): boolean {
  if (typeof stored !== 'object' || stored === null || !('index' in stored)) return false;
  const { index } = stored;
  return typeof index === 'object' && index !== null && 'issue' in index && typeof index.issue === 'number' && index.issue !== Number(issueId);
}

function neverState(state: never): never {
  throw new Error(`No way to read ${JSON.stringify(state)}.`);
}
