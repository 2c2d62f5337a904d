/** Elements picked lately, kept in this browser: keys of elements, newest first. */

import * as z from 'zod';

const MOST = 8;
const keysSchema = z.array(z.string()).max(100);

function storageKey(projectId: string): string {
  return `groundwork.elements.${projectId}`;
}

/** Nothing where the browser keeps nothing. */
export function readRecent(projectId: string): readonly string[] {
  try {
    const parsed = keysSchema.safeParse(JSON.parse(localStorage.getItem(storageKey(projectId)) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

export function rememberElement(projectId: string, key: string): void {
  try {
    localStorage.setItem(storageKey(projectId), JSON.stringify([key, ...readRecent(projectId).filter((other) => other !== key)].slice(0, MOST)));
  } catch {
    // A browser that refuses only offers no recent ones.
  }
}
