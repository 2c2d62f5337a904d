import * as z from 'zod';
import { contentSchema } from '../../../src/contract/record';
import type { ContextContent } from '../../../src/domain/context/product-context';
import { draftKey } from '../draft-key';
import type { Draft } from './draft';

const keptSchema = z.object({
  rev: z.number(), base: contentSchema,
  draft: z.object({ texts: z.record(z.string(), z.string()), thresholds: z.array(z.string()), evidence: z.array(z.string()), claims: z.array(z.string()) }),
});

/** What was typed and not saved, with the revision it started from. */
export interface KeptDraft {
  readonly rev: number;
  readonly base: ContextContent;
  readonly draft: Draft;
}

/** Keeps what is typed in this browser tab only, so that a reload loses nothing; a browser that refuses just keeps nothing. */
export function keepDraft(issueId: string, kept: KeptDraft): void {
  try {
    sessionStorage.setItem(draftKey(issueId), JSON.stringify(kept));
  } catch {
    // Storage may be switched off or full; the form itself still holds everything.
  }
}

/** What an earlier visit in this tab left behind. */
export function readKeptDraft(issueId: string): KeptDraft | undefined {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(draftKey(issueId)) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
