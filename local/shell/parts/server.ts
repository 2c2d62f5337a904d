/** Requests of Jira's screens to Jira's server. */

/** Jira's answer: its value, or its own words why not. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number; readonly words: readonly string[] };

interface Init {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}

/** One JSON request below this site. Never throws: an unreachable server is a refusal with words. */
export async function ask<T>(path: string, { method = 'GET', body }: Init = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method, headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const value = text === '' ? undefined : parse(text);
    if (response.ok) return { ok: true, value: value as T };
    return { ok: false, status: response.status, words: wordsOf(value, text, response.status) };
  } catch {
    return { ok: false, status: 0, words: ['Jira did not answer. Is the local Jira still running?'] };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function wordsOf(value: unknown, text: string, status: number): string[] {
  const { errorMessages, errors, words } = (value ?? {}) as { errorMessages?: string[]; errors?: Record<string, string>; words?: string };
  const found = [...(errorMessages ?? []), ...Object.entries(errors ?? {}).map(([field, complaint]) => `${field}: ${complaint}`), ...(words === undefined ? [] : [words])];
  if (found.length > 0) return found;
  return [text !== '' && value === undefined ? text.slice(0, 300) : `Jira answered with ${status}.`];
}
