/** Answers to dear questions, kept for as long as one run of the checker lasts: nobody's words stay in memory after it. */

let runs = 0;
const memories: Map<string, unknown>[] = [];

/** Does some work; what is asked on the way is answered once. */
export function remembering<T>(work: () => T): T {
  runs++;
  try {
    return work();
  } finally {
    runs--;
    if (runs === 0) for (const memory of memories) memory.clear();
  }
}

/** The same question, answered from memory while something is `remembering`. Questions with one `key` have one answer. */
export function remembered<A extends readonly unknown[], T>(key: (...asked: A) => string, answer: (...asked: A) => T): (...asked: A) => T {
  const memory = new Map<string, T>();
  memories.push(memory);
  return (...asked) => {
    if (runs === 0) return answer(...asked);
    const name = key(...asked);
    const known = memory.get(name);
    if (known !== undefined || memory.has(name)) return known as T;
    const fresh = answer(...asked);
    memory.set(name, fresh);
    return fresh;
  };
}
