import type { ProblemCode } from '../contract/calls';

/** A refusal in public words: what happened, why, and what to do next. */
export function refuse(code: ProblemCode, words: string, more: { readonly details?: readonly string[]; readonly retryAfterSeconds?: number } = {}) {
  return { ok: false, problem: { code, words, ...more } } as const;
}
