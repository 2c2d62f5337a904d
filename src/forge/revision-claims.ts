import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import * as z from 'zod';
import type { Claimed, Outcome, RevisionClaims } from '../usecases/ports';
import { askStore } from './ask-store';

const claimSchema = z.object({ token: z.string(), at: z.iso.datetime() });
/** Claims guard a save of seconds; Forge deletes them a day later. */
const TTL = { value: 1, unit: 'DAYS' } as const;

/** Claims in Forge's key-value store: of all writers of a key, FAIL_IF_EXISTS lets one through. */
export const revisionClaims: RevisionClaims = {
  async claim(key, token, now): Promise<Outcome<Claimed>> {
    // Repeating is safe: a claim whose answer was lost is recognised by its token.
    const set = await askStore(() => setIfAbsent(key, { token, at: now.toISOString() }));
    if (!set.ok) return set;
    if (set.value === 'set') return { ok: true, value: { state: 'ours' } };
    const held = await askStore(() => kvs.get<unknown>(key));
    if (!held.ok) return held;
    const claim = claimSchema.safeParse(held.value);
    if (claim.success && claim.data.token === token) return { ok: true, value: { state: 'ours' } };
    // Something unreadable is nobody's live claim.
    return { ok: true, value: { state: 'held', since: claim.success ? new Date(claim.data.at) : new Date(0) } };
  },
  async release(key): Promise<void> {
    // A claim that stays only makes the next save wait a minute.
    await askStore(() => kvs.delete(key));
  },
};

async function setIfAbsent(key: string, value: z.infer<typeof claimSchema>): Promise<'set' | 'exists'> {
  try {
    await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS', ttl: TTL });
    return 'set';
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && isConflict(error)) return 'exists';
    throw error;
  }
}

/** The documentation of FAIL_IF_EXISTS names no error code; the status of a conflict, or a code that says so, is taken. */
function isConflict({ code, responseDetails }: ForgeKvsAPIError): boolean {
  return responseDetails.status === 409 || /EXISTS|CONFLICT/.test(code);
}
