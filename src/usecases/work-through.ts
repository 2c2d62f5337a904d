/** Does the work for every item, a few at a time; results stand in the order of the items. */
export async function workThrough<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>();
  let next = 0;
  async function workOn(): Promise<void> {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results.set(at, await work(item));
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, workOn));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
