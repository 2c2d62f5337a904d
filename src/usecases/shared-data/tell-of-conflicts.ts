/** Tells assignee and reporter of a ticket, in one comment and at most once within 24 hours, that a serious conflict came, changed or went. */

import * as z from 'zod';
import { CONFLICT_CODES, type ConflictCode } from '../../domain/conflict/codes';
import { stableHash } from '../../domain/conflict/stable-hash';
import type { Outcome, Person } from '../ports';
import { toldKey } from './keys';
import type { AppPorts, SeenTicket } from './ports';
import type { Telling } from './ticket-finding';

/** A day in milliseconds, whichever hour it begins at. */
const DAY = 86_400_000;

/** `at` is the instant of the last comment; empty: nobody was told yet. */
const toldSchema = z.object({ at: z.string(), told: z.array(z.object({ code: z.string(), at: z.string(), ids: z.array(z.number()) })) });
type Told = z.infer<typeof toldSchema>['told'];

export interface TellOptions {
  /** Whether there was a result before this one. */
  readonly wasChecked: boolean;
  readonly reason: 'save' | 'repeat';
  /** What a decision tells this ticket by itself, as `newsOf` names it. */
  readonly told: ReadonlySet<string>;
}

/** What is told is kept, so that a change of this afternoon is told tomorrow. The words name nothing of any other ticket. */
export async function tellOfConflicts(ports: AppPorts, seen: SeenTicket, telling: readonly Telling[], { wasChecked, reason, told: byDecision }: TellOptions): Promise<Outcome<null>> {
  const known = await ports.kv.get(toldKey(seen.id));
  if (!known.ok) return known;
  const told = toldSchema.safeParse(known.value).data;
  if (told === undefined && telling.length === 0) return { ok: true, value: null };
  const now: Told = telling.map(({ code, at, ids }) => ({ code, at, ids })).sort((a, b) => (signature(a) < signature(b) ? -1 : 1));
  const keep = (at: string) => ports.kv.set({ key: toldKey(seen.id), value: { at, told: now } });
  // A ticket that was never checked and that nobody just saved: its people did nothing that calls for a comment.
  if (told === undefined && !wasChecked && reason === 'repeat') return keep('');
  const news = sentencesOf(told?.told ?? [], telling);
  const sentences = news.filter(({ about }) => !byDecision.has(about)).map(({ words }) => words);
  if (news.length > 0 && sentences.length === 0) return keep(told?.at ?? '');
  const instant = ports.clock();
  const since = new Date(instant.getTime() - DAY);
  if (sentences.length === 0 || Date.parse(told?.at ?? '') > since.getTime()) return { ok: true, value: null };
  const posted = await postOnceADay(ports, seen, { since, hash: stableHash(JSON.stringify(now)), sentences });
  if (!posted.ok) return posted.failure.kind === 'forbidden' || posted.failure.kind === 'not-found' ? { ok: true, value: null } : posted;
  return posted.value === 'silent' ? { ok: true, value: null } : keep(instant.toISOString());
}

function signature({ code, at, ids }: Told[number]): string {
  return JSON.stringify([code, at, ids]);
}

interface News {
  readonly about: string;
  readonly words: string;
}

/** Names that a conflict came at an element, or that whatever there was at it went. */
export function newsOf(at: string, came?: string): string {
  return JSON.stringify([at, came ?? 'went']);
}

function sentencesOf(before: Told, telling: readonly Telling[]): readonly News[] {
  const isAt = (a: { code: string; at: string }, b: { code: string; at: string }) => a.code === b.code && a.at === b.at;
  const came = telling.filter((one) => !before.some((old) => isAt(old, one)));
  const changed = telling.filter((one) => before.some((old) => isAt(old, one)) && !before.some((old) => signature(old) === signature(one)));
  const went = before.filter((old) => !telling.some((one) => isAt(old, one)));
  return [
    ...came.map((one) => ({ about: newsOf(one.at, one.code), words: `What this ticket requires of ${one.at} clashes with what others require: ${purposeOf(one.code)} ${consequenceOf(one)}` })),
    ...changed.map((one) => ({ about: '', words: `Others than before clash with what this ticket requires of ${one.at}: ${purposeOf(one.code)} ${consequenceOf(one)}` })),
    ...went.map((old) => ({ about: newsOf(old.at), words: `Settled: what this ticket requires of ${old.at} no longer clashes with what others require.` })),
  ];
}

function purposeOf(code: string): string {
  const words = Object.hasOwn(CONFLICT_CODES, code) ? CONFLICT_CODES[code as ConflictCode] : '';
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function consequenceOf({ held }: Telling): string {
  return held ? 'Until that is settled, this ticket cannot be planned as agreed.' : 'The others have to yield or agree with you; nothing holds this ticket back.';
}

/** `silent`: something else was told within a day already. A comment whose answer was lost is found by its mark. */
async function postOnceADay(
  ports: AppPorts, seen: SeenTicket, { since, hash, sentences }: { readonly since: Date; readonly hash: string; readonly sentences: readonly string[] },
): Promise<Outcome<'posted' | 'silent'>> {
  const marked = await ports.comments.listMarked(seen.id, since);
  if (!marked.ok) return marked;
  const lately = marked.value.find(({ kind, created }) => kind === 'conflict' && created > since);
  if (lately !== undefined) return { ok: true, value: lately.hash === hash ? 'posted' : 'silent' };
  const posted = await ports.comments.post(seen.id, {
    mark: { kind: 'conflict', hash }, to: peopleOf(seen),
    paragraphs: [...sentences, 'Open "Product context" on this ticket for both sides, as far as you may see them, and for the smallest change.'],
  });
  return posted.ok ? { ok: true, value: 'posted' } : posted;
}

/** Assignee and reporter, each once; they are kept nowhere. */
function peopleOf({ assignee, reporter }: SeenTicket): readonly Person[] {
  const people = [assignee, reporter].filter((person) => person !== undefined);
  return people.filter((person, at) => people.findIndex(({ accountId }) => accountId === person.accountId) === at);
}
