import { formatChange, formatWorth } from '../../../src/domain/context/format-range';
import type { TicketConflicts } from '../../../src/contract/conflicts';
import type { ProductContext } from '../../../src/domain/context/product-context';
import type { ConsumingTeam } from '../../../src/domain/context/settings';
import type { Conflict, Role, Severity } from '../../../src/domain/conflict/conflict';
import type { CheckedConflict } from './checking';
import type { CheckState } from './use-check';
import type { Others } from './use-others';

type Item = TicketConflicts['items'][number];

interface SeenTicket {
  readonly id: number;
  readonly key: string;
  readonly record: ProductContext;
}

export interface ConflictCardProps {
  readonly item: Item;
  readonly own: SeenTicket;
  readonly others: Others;
  /** Tickets that Jira failed to give. */
  readonly unread: ReadonlySet<number>;
  /** Absent while there is nothing to check. */
  readonly check: CheckState | undefined;
  readonly teams: readonly ConsumingTeam[];
  readonly locale: string;
}

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  limits: 'Law against law: only the authorities can settle it',
  blocking: 'Blocks: who would have to give way is held until it is decided',
  negotiable: 'Negotiable: nobody is held',
  soft: 'Soft: somebody only wishes, nobody is held',
};
const ROLE_WORDS: Readonly<Record<Role, string>> = { yields: 'would have to give way', holds: 'is on the stronger side', contested: 'is as strong as the others' };

/** One conflict: how bad, who asks what, what every side's users need, and the smallest change. */
export function ConflictCard({ item, own, others, unread, check, teams, locale }: ConflictCardProps) {
  const missing = item.ids.filter((id) => id > 0 && !others.tickets.has(id));
  const failed = missing.filter((id) => unread.has(id)).length;
  const hidden = missing.length - failed;
  const unseen = [...counted(hidden, 'you cannot see'), ...counted(failed, 'that could not be read')];
  const more = (item.of ?? item.ids.length) - item.ids.length;
  const isChecking = check?.kind === 'waiting';
  const found = check?.kind === 'checked' ? checkedOf(item, check.reply.conflicts) : undefined;
  const seen = [own, ...item.ids.flatMap((id) => others.tickets.get(id) ?? [])];
  const name = (id: string | undefined): string => teams.find((team) => team.id === id)?.name ?? id ?? 'a team that is not named';
  return (
    <div className="gc-conflict" role="group" aria-label={`Conflict on ${item.at}`} data-testid="panel.conflict">
      <p className="gc-severity">{SEVERITY_WORDS[item.severity]}</p>
      <p>{isChecking ? `${item.at}: reading what each side asks …` : found?.words ?? withoutDetail(item, seen, unseen)}</p>
      {found !== undefined && missing.length > 0 && <p>{capitalised(unseen.join(' and '))} {missing.length === 1 ? 'takes part, too.' : 'take part, too.'}</p>}
      {found !== undefined && missing.length === 0 && found.change !== '' && <p>{found.change}</p>}
      <ul className="gc-sides" aria-label="What each side’s users need">
        {seen.map(({ id, key, record }) => (
          <li key={id}>{id === own.id ? `${key} (this ticket)` : key}, {name(record.team)}{roleWords(found?.conflict, id)}: {record.need === undefined ? 'the need is not written down' : `“${record.need}”`}{valueWords(record, locale)}</li>
        ))}
        {unseen.map((words) => <li key={words}>{words}</li>)}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </div>
  );
}

/** The recomputed conflict that the stored one speaks of; of several the one with the most tickets in common. */
export function checkedOf(item: Item, conflicts: readonly CheckedConflict[]): CheckedConflict | undefined {
  const shared = ({ conflict }: CheckedConflict): number => new Set(conflict.sides.flatMap(({ who }) => who.map(({ ticket }) => ticket.id)).filter((id) => item.ids.includes(id))).size;
  return conflicts.filter(({ conflict }) => conflict.code === item.code && conflict.at.element === item.at).sort((a, b) => shared(b) - shared(a))[0];
}

function counted(count: number, which: string): string[] {
  return count === 0 ? [] : [count === 1 ? `a ticket ${which}` : `${String(count)} tickets ${which}`];
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Without the other side's words: only what the stored result says, which is ids and codes. */
function withoutDetail({ at, code }: Item, seen: readonly SeenTicket[], unseen: readonly string[]): string {
  const against = [...seen.slice(1).map(({ key }) => key), ...unseen].join(' and ');
  if (code === 'THRESHOLD_OPPOSED') return `${at}: this ticket and ${against} pull in opposite directions.`;
  if (against === '') return `${at}: what this ticket requires does not go with the shared data as imported, or with what was decided.`;
  return unseen.length > 0
    ? `${at}: what this ticket requires clashes with what is required by ${against}.`
    : `${at}: when it was last checked, this clashed with ${against}. With what stands there now, no clash is found here; it is computed again soon.`;
}

function roleWords(conflict: Conflict | undefined, id: number): string {
  const roles = conflict?.sides.flatMap(({ who }) => who.filter(({ ticket }) => ticket.id === id).map(({ role }) => role)) ?? [];
  const role = (['yields', 'contested', 'holds'] as const).find((one) => roles.includes(one));
  return role === undefined ? '' : `, ${ROLE_WORDS[role]}`;
}

function valueWords({ value }: ProductContext, locale: string): string {
  if (value === undefined) return '';
  const effect = [value.metric, value.change === undefined ? undefined : formatChange(value.change, locale)].filter(Boolean).join(' ');
  const worth = value.worth === undefined ? '' : formatWorth(value.worth, locale);
  const words = [effect, worth === '' ? '' : `worth ${worth}`].filter(Boolean).join(', ');
  return words === '' ? '' : `; ${words}`;
}
