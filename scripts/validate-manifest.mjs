/** Validates manifest.yml with Atlassian's own @forge/manifest and prints every complaint with its line. */
import { validate } from '@forge/manifest';

const file = process.argv[2] ?? 'manifest.yml';
const result = await validate(false, file);
for (const complaint of [...(result.errors ?? [])]) {
  console.error(`${file}:${complaint.line ?? 0}:${complaint.column ?? 0} ${complaint.level ?? 'error'} ${complaint.message}`);
}
if (!result.success) process.exit(1);
console.log(`${file} is valid`);
