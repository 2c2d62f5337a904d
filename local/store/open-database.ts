import { existsSync, mkdirSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';

export type Database = InstanceType<typeof sqlite.Database>;

/**
 * Opens the database of a data folder, creating both where needed. A lock left behind by a killed process is removed;
 * a folder that a living process uses is refused (throws with words for the command line).
 */
export function openDatabase(folder: string): Database {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'jira.sqlite');
  const owner = join(folder, 'owner.pid');
  refuseLivingOwner(owner, folder);
  if (existsSync(`${file}.lock`)) rmdirSync(`${file}.lock`);
  writeFileSync(owner, `${process.pid} ${startOf(process.pid)}`);
  const database = new sqlite.Database(file);
  // The lock is a folder on disk: holding it for good spares two system calls a statement.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA journal_mode = TRUNCATE;');
  database.exec('CREATE TABLE IF NOT EXISTS documents (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID');
  return database;
}

/** Closes the database and gives the folder free for the next process. */
export function closeDatabase(database: Database, folder: string): void {
  database.close();
  rmSync(join(folder, 'owner.pid'), { force: true });
}

function refuseLivingOwner(owner: string, folder: string): void {
  if (!existsSync(owner)) return;
  const [number, start] = readFileSync(owner, 'utf8').split(' ');
  const pid = Number(number);
  if (pid !== process.pid && isAlive(pid) && startOf(pid) === start) {
    throw new Error(`Another local Jira (process ${pid}) uses ${folder}. Stop it first, or start this one with --data and another folder.`);
  }
}

/** When the process began, in the kernel's ticks: a number that was given again names another process. Empty where /proc is not. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
