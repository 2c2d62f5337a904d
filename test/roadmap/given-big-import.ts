import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LONG = 'A title that somebody wrote as if it were the whole ticket, with every word that came to mind, and then some more of them, until the line ends';

/** A file for `--import` with tickets of BUYER that have worth and effort, each of one of `teams` teams that the settings do not name. */
export function bigImport(tickets: number, teams: number): string {
  const file = join(mkdtempSync(join(tmpdir(), 'import-')), 'big.jsonl');
  const lines = Array.from({ length: tickets }, (_, at) => JSON.stringify({
    key: `BUYER-${String(1_001 + at)}`,
    fields: {
      summary: `${LONG} ${String(at)}`, project: { key: 'BUYER' }, issuetype: { name: 'Story' }, status: { name: 'Backlog' },
      reporter: { accountId: 'jonas-weber' }, created: '2026-10-01T08:00:00.000+0000', updated: '2026-11-01T08:00:00.000+0000',
    },
    properties: {
      'product-context': {
        v: 1, rev: 1, savedAt: '2026-11-01T08:00:00Z', team: `team-${String(at % teams)}`, effort: { low: 1 + (at % 4), high: 3 + (at % 9) },
        value: { metric: `metric ${String(at)}`, worth: { low: 1000 * (1 + (at % 37)), high: 3000 * (1 + (at % 37)), currency: 'USD', per: 'month' } },
        ...(at % 20 === 0 ? { value: { notMoney: { reason: 'law', authority: LONG, date: '2027-01-31' } } } : {}),
      },
    },
  }));
  writeFileSync(file, lines.join('\n'));
  return file;
}
