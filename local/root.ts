import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, whether this runs from the sources or from build/local. */
export const ROOT = folderWith('manifest.yml', __dirname);

function folderWith(file: string, start: string): string {
  if (existsSync(join(start, file))) return start;
  const above = dirname(start);
  if (above === start) throw new Error(`No folder above ${__dirname} has a ${file}: the local Jira runs inside of the project only.`);
  return folderWith(file, above);
}
