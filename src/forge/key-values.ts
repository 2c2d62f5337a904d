import { ForgeKvsAPIError, WhereConditions, kvs } from '@forge/kvs';
import type { Outcome } from '../usecases/ports';
import type { KeyedValue, KeyValues } from '../usecases/shared-data/ports';
import { askStore } from './ask-store';
import { logCause } from './log-cause';

/** Limits of Forge's key-value store: operations of a batch, bytes of a request (4 MB, with room for keys), keys of a page. */
const OPERATIONS = 25;
const REQUEST_CHARACTERS = 1_200_000;
const PAGE = 100;
const DAY = 'DAYS' as const;

/** The app's own store. */
export const keyValues: KeyValues = {
  get: (key) => askStore(() => kvs.get<unknown>(key)),
  set: ({ key, value, days }) => askStore(async () => {
    await kvs.set(key, value, days === undefined ? undefined : { ttl: { value: days, unit: DAY } });
    return null;
  }),
  async setMany(entries) {
    for (const batch of inBatches(entries)) {
      const set = await askStore(() => kvs.batchSet(batch.map(({ key, value, days }) => ({ key, value, ...(days === undefined ? {} : { options: { ttl: { value: days, unit: DAY } } }) }))));
      if (!set.ok) return set;
      if (set.value.failedKeys.length > 0) {
        logCause('the store did not take a batch', { failed: set.value.failedKeys.length, code: set.value.failedKeys[0]?.error.code ?? '' });
        return { ok: false, failure: { kind: 'outage' } };
      }
    }
    return { ok: true, value: null };
  },
  async removeMany(keys) {
    for (let from = 0; from < keys.length; from += OPERATIONS) {
      const removed = await askStore(() => removeBatch(keys.slice(from, from + OPERATIONS)));
      if (!removed.ok) return removed;
    }
    return { ok: true, value: null };
  },
  async list(prefix) {
    const found: KeyedValue[] = [];
    let cursor: string | undefined;
    do {
      const page: Outcome<{ results: KeyedValue[]; nextCursor?: string | undefined }> = await askStore(() => readPage(prefix, cursor));
      if (!page.ok) return page;
      found.push(...page.value.results.map(({ key, value }) => ({ key, value })));
      cursor = page.value.nextCursor;
    } while (cursor !== undefined);
    return { ok: true, value: found };
  },
};

function readPage(prefix: string, cursor: string | undefined) {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(PAGE);
  return (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
}

/** A key that is gone already is as good as removed. */
async function removeBatch(keys: readonly string[]): Promise<null> {
  try {
    await kvs.batchDelete(keys.map((key) => ({ key })));
  } catch (error) {
    if (!(error instanceof ForgeKvsAPIError && error.code === 'KEY_NOT_FOUND')) throw error;
  }
  return null;
}

function inBatches(entries: readonly KeyedValue[]): readonly (readonly KeyedValue[])[] {
  const batches: KeyedValue[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = JSON.stringify(entry.value).length;
    const last = batches.at(-1);
    if (last === undefined || last.length === OPERATIONS || size > room) {
      batches.push([entry]);
      room = REQUEST_CHARACTERS - size;
    } else {
      last.push(entry);
      room -= size;
    }
  }
  return batches;
}
