import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files in it are kept in memory. */
const MEMORY = '/dev/shm';
/** What several tests with ten thousand tickets need at once, in bytes. */
const ENOUGH = 1e9;

/**
 * A new folder for the data of a site that lives as long as its test; whoever asks removes it. In memory where the machine has room for
 * it: a site writes every change through to the disk before it acknowledges it, and thousands of such waits are most of some tests.
 */
export function aFolder(name: string): string {
  return mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), `${name}-`));
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ENOUGH;
}
