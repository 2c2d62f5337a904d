import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file for `--import` with `count` tickets of BUYER that nobody has explained: BUYER-1001 and up, labelled `legacy`. */
export function importFile(count: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'import-')), 'legacy.jsonl');
  const lines = Array.from({ length: count }, (_, at) => JSON.stringify({
    key: `BUYER-${String(1_001 + at)}`,
    fields: {
      summary: `Legacy request ${String(at + 1)}`, project: { key: 'BUYER' }, issuetype: { name: 'Story' }, status: { name: 'Backlog' }, labels: ['legacy'],
      reporter: { accountId: 'jonas-weber' }, created: new Date(Date.UTC(2026, 9, 1, 0, at)).toISOString(), updated: '2026-11-01T08:00:00.000+0000',
    },
  }));
  writeFileSync(file, lines.join('\n'));
  return file;
}
