/** The sentence about a conflict. What the viewer may not see is counted and nothing else of it is said. */

import type { Condition } from '../context/product-context';
import { MODEL_TICKET } from './claim';
import { ANY_OTHER } from './conditions';
import type { Conflict, Side, SideMember, SmallestChange } from './conflict';
import { listWords, numberWords } from './rules/amount-words';
import { rulesByCode } from './rules/by-code';

/** What the sentence calls things, and what the reader may see. */
export interface Names {
  /** Name of a consuming team by its id. */
  readonly team: (id: string) => string;
  /** Whether the reader may browse the ticket; absent: all of them. */
  readonly sees?: (ticketId: number) => boolean;
  /** Whether the ticket could not be read, so that nobody knows whether the reader may browse it; absent: none. */
  readonly failed?: (ticketId: number) => boolean;
}

/** Sides and names beyond these are counted. */
const MOST_SIDES = 4;
const MOST_NAMES = 5;

/** One to three sentences: who asks what, that nothing satisfies it, and the smallest change. */
export function describeConflict(conflict: Conflict, names: Names): string {
  const sees = (member: SideMember) => member.ticket.id <= MODEL_TICKET || (names.sees?.(member.ticket.id) ?? true);
  const unseen = [...new Set(conflict.sides.flatMap((side) => side.who).filter((member) => !sees(member)).map((member) => member.ticket.id))];
  const hidden = unseen.length;
  const visible = conflict.sides.map((side) => ({ ...side, who: side.who.filter(sees) })).filter((side) => side.who.length > 0);
  const parts = [`${conflict.code} ${conflict.at.element}: ${sidesWords(visible, hiddenWords(unseen, names), names)}.`, nothingWords(conflict, visible, hidden, names)];
  // A change, a condition or a number could give away what an unseen ticket asks.
  if (hidden === 0 && conflict.smallestChange !== undefined) parts.push(changeWords(conflict.smallestChange, Object.keys(conflict.when).length > 0));
  return parts.join(' ');
}

function sidesWords(sides: readonly Side[], hidden: readonly string[], names: Names): string {
  const own = sides.filter((side) => side.element === undefined);
  const elsewhere = sides.filter((side) => side.element !== undefined);
  if (own.length > 0 && elsewhere.length > 0) return budgetWords(own, elsewhere, hidden, names);
  const shown = sides.slice(0, MOST_SIDES).map((side) => sideWords(side, names));
  const more = sides.slice(MOST_SIDES).reduce((sum, side) => sum + side.who.length, 0);
  if (more > 0) shown.push(`${counted(more, 'more claim asks', 'more claims ask')} for something else again`);
  shown.push(...hidden);
  const [first = '', second, ...rest] = shown;
  return [first, ...(second === undefined ? [] : [`but ${second}`]), ...rest.map((words) => `and ${words}`)].join(', ');
}

/** An aggregate against its parts: the budget first, then by team what it has to hold. */
function budgetWords(own: readonly Side[], elsewhere: readonly Side[], hidden: readonly string[], names: Names): string {
  const teams = new Map<string, { asks: string[]; marks: string[] }>();
  for (const side of elsewhere) {
    for (const member of side.who) {
      const team = madeBy(member, names);
      const known = teams.get(team) ?? { asks: [], marks: [] };
      if (!known.asks.includes(side.ask)) known.asks.push(side.ask);
      const marks = member.status === 'in force' ? builtWords(member) : markWords(member);
      if (!known.marks.includes(marks)) known.marks.push(marks);
      teams.set(team, known);
    }
  }
  const parts = [...teams].slice(0, MOST_SIDES).map(([team, { asks, marks }]) => `${team} asks for ${fieldWords(asks)} (${marks.length === 1 ? marks[0] ?? '' : marks.slice(0, MOST_NAMES).join('; ')}${marks.length > MOST_NAMES ? `; ${String(marks.length - MOST_NAMES)} more` : ''})`);
  if (teams.size > MOST_SIDES) parts.push(`${counted(teams.size - MOST_SIDES, 'more team asks', 'more teams ask')} for more`);
  parts.push(...hidden);
  return `${own.map((side) => sideWords(side, names)).join(' and ')}, but ${parts.join(', and ')}`;
}

/** "name, city and phone to be filled in": the ending they share is said once. */
function fieldWords(asks: readonly string[]): string {
  const ending = ENDINGS.find((one) => asks.every((ask) => ask.endsWith(one)));
  return ending === undefined ? listWords(asks, 6) : `${listWords(asks.map((ask) => ask.slice(0, -ending.length)), 8)}${ending}`;
}

const ENDINGS: readonly string[] = [' to be filled in', ' to be left out', ' to be optional'];

function hiddenWords(unseen: readonly number[], names: Names): readonly string[] {
  const failed = unseen.filter((id) => names.failed?.(id) ?? false).length;
  const ask = (count: number, which: string): string[] => (count === 0 ? [] : [`${count === 1 ? `a ticket ${which} asks` : `${String(count)} tickets ${which} ask`} for something that does not go with it`]);
  return [...ask(unseen.length - failed, 'you cannot see'), ...ask(failed, 'that could not be read')];
}

function sideWords(side: Side, names: Names): string {
  const [first, ...others] = side.who;
  if (first === undefined) return '';
  const built = first.status === 'in force' ? `${madeBy(first, names)} has ${asBuilt(side.ask)}, ${builtWords(first)}` : `${madeBy(first, names)} asks for ${side.ask} (${markWords(first)})`;
  if (others.length === 0) return built;
  const listed = others.slice(0, MOST_NAMES).map((member) => `${madeBy(member, names)} (${member.status === 'in force' ? builtWords(member) : markWords(member)})`);
  const more = others.length - listed.length;
  if (more > 0) listed.push(`${String(more)} more`);
  return `${built}, as ${others.length === 1 ? 'does' : 'do'} ${listWords(listed, listed.length)}`;
}

/** "it to be filled in" is asked for; what is built has "it filled in". */
function asBuilt(ask: string): string {
  return ask.replace(/ to be (filled in|left out|optional|possible)$/, ' $1');
}

/** Who asks: a team, the model as imported, or a decision. */
export function madeBy(member: Pick<SideMember, 'ticket' | 'team'>, names: Names): string {
  if (member.ticket.id < MODEL_TICKET) return 'what was decided';
  return member.ticket.id === MODEL_TICKET ? 'the shared model' : names.team(member.team);
}

function builtWords(member: SideMember): string {
  return member.ticket.id === MODEL_TICKET ? `as imported (${member.ticket.key})` : `already built (${member.ticket.key})`;
}

function markWords(member: SideMember): string {
  const level = member.level === 'limit' ? 'law or contract' : member.level;
  const marks = [level, member.ticket.key];
  if (member.withoutAuthority === true) marks.push('called law or contract without naming it');
  if (member.draft) marks.push('still a draft');
  return marks.join(', ');
}

function nothingWords(conflict: Conflict, visible: readonly Side[], hidden: number, names: Names): string {
  const count = visible.filter((side) => side.inCore).length;
  const both = conflict.claims === 1 ? 'it' : count === 2 && visible.length === 2 && hidden === 0 ? 'both' : 'all';
  const where = hidden === 0 ? [whenWords(conflict.when), ...unlessWords(conflict, names)].filter((words) => words !== '') : [];
  const { nothing } = rulesByCode(conflict.code);
  return `${nothing} ${both}${where.length === 0 ? '' : ` ${where.join(', ')}`}.${hidden === 0 ? yieldWords(conflict) : ''}${emptyWords(conflict)}`;
}

function yieldWords(conflict: Conflict): string {
  if (conflict.mustYield === undefined) return '';
  return ` ${conflict.mustYield === 1 ? '1 of the required fields must yield' : `${numberWords(conflict.mustYield)} of the required fields must yield`}.`;
}

/** Lists and nullable values have an empty way out that people should hear of. */
function emptyWords(conflict: Conflict): string {
  if (!conflict.unlessLeftOut) return '';
  if (conflict.at.element.endsWith('[]')) return ' Only an empty list satisfies all.';
  return conflict.code === 'TYPE_CLASH' && conflict.sides.some((side) => side.ask.includes('null')) ? ' Only leaving it empty satisfies all.' : '';
}

/** `when journey is deals and market is DE or FR`; empty where it is everywhere. */
export function whenWords(when: Condition): string {
  const dimensions = Object.entries(when).map(([name, values]) => `${name} is ${listWords(otherLast(values), 6, 'or')}`);
  return dimensions.length === 0 ? '' : `when ${listWords(dimensions, dimensions.length)}`;
}

function otherLast(values: readonly string[]): readonly string[] {
  return values.includes(ANY_OTHER) ? [...values.filter((value) => value !== ANY_OTHER), ANY_OTHER] : values;
}

function unlessWords(conflict: Conflict, names: Names): readonly string[] {
  const silences = new Map(conflict.silences.map((silence) => [`${silence.team}|${silence.dimension}`, silence]));
  const words = [...silences.values()].map(({ team, dimension, instead }) => (instead.length === 0
    ? `${names.team(team)} means only another ${dimension}`
    : `${names.team(team)} means only ${listWords(instead, 4, 'or')}`));
  return words.length === 0 ? [] : [`unless ${words.join(' or ')}`];
}

function changeWords(change: SmallestChange, somewhere: boolean): string {
  const groups = new Map<string, { from: string | undefined; to: string; keys: string[] }>();
  for (const { ticket, from, to } of change.changes) {
    const key = JSON.stringify([from ?? null, to]);
    const group = groups.get(key) ?? { from, to, keys: [] };
    if (!group.keys.includes(ticket.key)) group.keys.push(ticket.key);
    groups.set(key, group);
  }
  const there = somewhere && change.isBeyond !== true ? ' there' : '';
  const words = [...groups.values()].map(({ from, to, keys }) => `${listWords(keys, MOST_NAMES)} ${from === undefined ? to : `from ${from} to ${to}`}${there}`);
  return `Smallest change: ${listWords(words, 3)}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
