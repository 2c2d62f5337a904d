/** Forge's key-value store over one durable table: the wire contract of @forge/kvs, its limits and its counting. */

import { explainIssues } from '../../src/contract/explain-issues';
import { byteLength } from './json';
import { isKvsOperation, kvsRequests, type KvsOperation, type KvsRequest, type KvsTtl } from './kvs-requests';
import { EXPIRY_LAG, OPERATIONS, REQUEST_BYTES, complainOfKey, complainOfValue, secondsOfTtl, unitsOf, type KvsComplaint } from './kvs-rules';
import type { Clock, KeyedTable, TableChange } from './ports';

interface Stored {
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Milliseconds since 1970. */
  readonly expires?: number;
}

/** Answer of one request and the units of 10 KB that it counted. */
export interface KvsAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly units: number;
}

export interface KeyValueStore {
  /** `operation` as in the path after /api/v1/: `get`, `batch/set`. */
  answer(operation: string, requestText: string): KvsAnswer;
}

type Handlers = { readonly [O in KvsOperation]: (request: KvsRequest<O>, bytes: number) => KvsAnswer };

export function createKeyValueStore(table: KeyedTable, clock: Clock): KeyValueStore {
  const handlers = createHandlers(table, clock);
  return {
    answer(operation, requestText) {
      if (!isKvsOperation(operation)) return refuse({ status: 501, code: 'NOT_IMPLEMENTED', message: `This local Jira has no KVS operation "${operation}".` });
      const bytes = byteLength(requestText);
      if (bytes > REQUEST_BYTES) return refuse({ status: 413, code: 'MAX_SIZE', message: `A request has at most 4 MB, this one has ${bytes} bytes.` });
      const input: unknown = JSON.parse(requestText);
      const parsed = kvsRequests[operation].safeParse(input);
      if (!parsed.success) return refuse({ status: 400, code: 'VALIDATION_ERROR', message: explainIssues(parsed.error, input).join('; ') });
      const handle = handlers[operation] as (request: unknown, size: number) => KvsAnswer;
      return handle(parsed.data, bytes);
    },
  };
}

function createHandlers(table: KeyedTable, clock: Clock): Handlers {
  const read = (key: string): Stored | undefined => {
    const text = table.get(key);
    if (text === undefined) return undefined;
    const stored = JSON.parse(text) as Stored;
    return stored.expires !== undefined && clock() > stored.expires + EXPIRY_LAG ? undefined : stored;
  };
  const planWrite = (key: string, value: unknown, ttl: KvsTtl | undefined): TableChange | KvsComplaint => {
    const complaint = complainOfKey(key) ?? complainOfValue(value);
    if (complaint !== undefined) return complaint;
    const seconds = ttl === undefined ? undefined : secondsOfTtl(ttl);
    if (typeof seconds === 'object') return seconds;
    const now = clock();
    const stored: Stored = { value, createdAt: read(key)?.createdAt ?? now, updatedAt: now, ...(seconds === undefined ? {} : { expires: now + seconds * 1000 }) };
    return { key, value: JSON.stringify(stored) };
  };
  return {
    get({ key }) {
      const complaint = complainOfKey(key);
      if (complaint !== undefined) return refuse(complaint);
      const stored = read(key);
      if (stored === undefined) return refuse({ status: 404, code: 'KEY_NOT_FOUND', message: `There is no value for the key "${key}".` });
      return { status: 200, body: shown(key, stored), units: unitsOf(byteLength(JSON.stringify(stored.value))) };
    },
    set({ key, value, options }, bytes) {
      const before = read(key);
      const change = planWrite(key, value, options?.ttl);
      if ('code' in change) return refuse(change);
      if (options?.keyPolicy === 'FAIL_IF_EXISTS' && before !== undefined) {
        return refuse({ status: 409, code: 'KEY_CONFLICT', message: `There is already a value for the key "${key}".` });
      }
      table.apply([change]);
      const returned = options?.returnValue === 'PREVIOUS' ? before : options?.returnValue === 'LATEST' ? read(key) : undefined;
      return { status: returned === undefined ? 204 : 200, body: returned === undefined ? undefined : shown(key, returned), units: unitsOf(bytes) };
    },
    delete({ key }) {
      if (read(key) === undefined) return refuse({ status: 404, code: 'KEY_NOT_FOUND', message: `There is no value for the key "${key}".` });
      table.apply([{ key, value: null }]);
      return { status: 204, body: undefined, units: 1 };
    },
    query({ where, after, limit }) {
      const most = limit ?? 10;
      const found = table.list(where?.[0]?.values[0] ?? '', after, most + 1);
      const page = found.slice(0, most);
      const data = page.flatMap(({ key }) => {
        const stored = read(key);
        return stored === undefined ? [] : [shown(key, stored)];
      });
      const last = page.at(-1);
      return {
        status: 200, body: { data, ...(found.length > most && last !== undefined ? { cursor: last.key } : {}) },
        units: unitsOf(byteLength(JSON.stringify(data))),
      };
    },
    'batch/get'(items) {
      const failedKeys: unknown[] = [];
      const successfulKeys = items.flatMap(({ key }) => {
        const stored = read(key);
        if (stored !== undefined) return [shown(key, stored)];
        failedKeys.push({ key, error: { code: 'KEY_NOT_FOUND', message: `There is no value for the key "${key}".` } });
        return [];
      });
      return tooMany(items.length) ?? { status: 200, body: { successfulKeys, failedKeys }, units: unitsOf(byteLength(JSON.stringify(successfulKeys))) };
    },
    'batch/set'(items, bytes) {
      const refused = tooMany(items.length);
      if (refused !== undefined) return refused;
      const changes: TableChange[] = [];
      const failedKeys: unknown[] = [];
      for (const { key, value, options } of items) {
        const change = planWrite(key, value, options?.ttl);
        if ('code' in change) failedKeys.push({ key, error: { code: change.code, message: change.message } });
        else changes.push(change);
      }
      table.apply(changes);
      return { status: 200, body: { successfulKeys: changes.map(({ key }) => ({ key })), failedKeys }, units: unitsOf(bytes) };
    },
    'batch/delete'(items, bytes) {
      const refused = tooMany(items.length);
      if (refused !== undefined) return refused;
      table.apply(items.map(({ key }) => ({ key, value: null })));
      return { status: 200, body: { successfulKeys: items, failedKeys: [] }, units: unitsOf(bytes) };
    },
    transaction({ set = [], delete: removed = [] }, bytes) {
      const keys = [...set, ...removed].map(({ key }) => key);
      const refused = tooMany(keys.length);
      if (refused !== undefined) return refused;
      if (new Set(keys).size !== keys.length) return refuse({ status: 400, code: 'VALIDATION_ERROR', message: 'A transaction names each key once.' });
      const changes: TableChange[] = removed.map(({ key }) => ({ key, value: null }));
      for (const { key, value, options } of set) {
        const change = planWrite(key, value, options?.ttl);
        if ('code' in change) return refuse(change);
        changes.push(change);
      }
      table.apply(changes);
      return { status: 204, body: undefined, units: unitsOf(bytes) };
    },
  };
}

function tooMany(operations: number): KvsAnswer | undefined {
  if (operations <= OPERATIONS) return undefined;
  return refuse({ status: 400, code: 'VALIDATION_ERROR', message: `At most ${OPERATIONS} operations a request, this one has ${operations}.` });
}

function refuse({ status, code, message }: KvsComplaint): KvsAnswer {
  return { status, body: { code, message }, units: 1 };
}

function shown(key: string, stored: Stored): unknown {
  const { value, createdAt, updatedAt, expires } = stored;
  return { key, value, createdAt, updatedAt, ...(expires === undefined ? {} : { expireTime: new Date(expires).toISOString() }) };
}
