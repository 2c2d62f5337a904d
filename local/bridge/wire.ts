/**
 * What crosses between an app's page and Jira's page: plain values over a MessagePort, with functions carried as ids, so
 * that a callback given on one side can be called from the other. Both sides use this file.
 */

export interface WireError {
  readonly name: string;
  readonly message: string;
}

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly target: string; readonly arguments: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: WireError };

/** Answers a call that names its target; throws or rejects to refuse it. */
export type AnswerCall = (target: string, values: readonly unknown[]) => unknown;

export interface Wire {
  call(target: string, ...values: readonly unknown[]): Promise<unknown>;
  close(): void;
}

const FUNCTION_MARK = '__functionOnTheOtherSide';

export function openWire(port: MessagePort, answer: AnswerCall): Wire {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const given = new Map<string, (...values: readonly unknown[]) => unknown>();
  let lastId = 0;

  const pack = (value: unknown): unknown => mapFunctions(value, (found) => {
    const name = `function:${++lastId}`;
    given.set(name, found);
    return { [FUNCTION_MARK]: name };
  });
  const unpack = (value: unknown): unknown => mapMarks(value, (name) => (...values: readonly unknown[]) => call(name, ...values));

  function call(target: string, ...values: readonly unknown[]): Promise<unknown> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      port.postMessage({ kind: 'call', id, target, arguments: values.map(pack) } satisfies Message);
    });
  }

  async function reply(message: Extract<Message, { kind: 'call' }>): Promise<void> {
    try {
      const values = message.arguments.map(unpack);
      const own = given.get(message.target);
      const value = await (own === undefined ? answer(message.target, values) : own(...values));
      port.postMessage({ kind: 'answer', id: message.id, value: pack(value) } satisfies Message);
    } catch (error) {
      const { name, message: words } = error instanceof Error ? error : new Error(String(error));
      port.postMessage({ kind: 'failure', id: message.id, error: { name, message: words } } satisfies Message);
    }
  }

  port.onmessage = (event: MessageEvent<Message>): void => {
    const message = event.data;
    if (message.kind === 'call') {
      void reply(message);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(unpack(message.value));
    else asked?.reject(toError(message.error));
  };
  return { call, close: () => port.close() };
}

function toError({ name, message }: WireError): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

type PlainFunction = (...values: readonly unknown[]) => unknown;

function mapFunctions(value: unknown, mark: (found: PlainFunction) => unknown): unknown {
  if (typeof value === 'function') return mark(value as PlainFunction);
  return mapPlain(value, (inner) => mapFunctions(inner, mark));
}

function mapMarks(value: unknown, revive: (name: string) => unknown): unknown {
  if (typeof value === 'object' && value !== null && FUNCTION_MARK in value) return revive(String(value[FUNCTION_MARK]));
  return mapPlain(value, (inner) => mapMarks(inner, revive));
}

/** Plain objects and arrays are walked; anything else (dates, blobs) is left to the structured clone. */
function mapPlain(value: unknown, map: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
}
