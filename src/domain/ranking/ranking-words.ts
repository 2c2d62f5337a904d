/** What the ranking found, as sentences for people: data first, words here. Rules: RK67 to RK71, RK95, RK102, RK108, RK111. */

import type { NotComparableReason } from './candidate';
import { chanceToWin } from './chance-to-win';
import type { FoldedInitiative } from './fold-initiatives';
import type { Band } from './order';
import type { PlacementReason } from './plan';
import type { InterruptPrice } from './price-of-interrupt';
import { showChance, showCount, showMoney, showMoneyIfReached, showMoneyRange, showSpan } from './show-number';
import type { Knowing } from './worth-of-knowing';
import { joinWords } from '../context/join-words';

/** Why a ticket has no place in the order, and what would give it one. */
export const NOT_COMPARABLE_SENTENCES: Readonly<Record<NotComparableReason, string>> = {
  'no-worth': 'Nobody has said what it is worth.',
  'not-known-yet': 'Its team says that it does not know the worth yet.',
  'not-money': 'Its value is not money; people decide where it goes.',
  'no-currency': 'Its worth names no currency.',
  'no-rate': 'Its worth is in a currency without a rate in the settings.',
  'no-effort': 'Infrastructure has not estimated its effort.',
  'no-range': 'Its worth is not a range yet.',
  'low-is-zero': 'Its worth starts at zero: what is the least it brings if it works?',
  'ends-reversed': 'The low end of its range is above the high end.',
  'too-wide': 'Its range spans more than a factor of 100, which says nothing.',
  'not-positive': 'Its effort must be more than zero.',
};

/** Members compared for the sentence: it is drawn while somebody scrolls. */
const MOST_COMPARED = 10;

/** Why the tickets of a band stand together, with the two that are named most easily. */
export function explainBand({ leader, members, longShot }: Band, locale: string): string {
  const closest = members.slice(0, MOST_COMPARED).filter(({ id }) => id !== leader.id)
    .map((member) => ({ member, chance: chanceToWin(leader, member) }))
    .sort((a, b) => Math.abs(a.chance - 0.5) - Math.abs(b.chance - 0.5))[0];
  if (closest === undefined) return longShot ? longShotWords(leader.key) : `${leader.key} stands apart from what comes after it.`;
  const tie = `A tie: ${leader.key} beats ${closest.member.key} with a chance of ${showChance(closest.chance, locale)}, which is not enough to put one before the other.`;
  return longShot ? `${tie} ${longShotWords(leader.key)}` : tie;
}

/** What the bands say as a whole, for a picture of them; `first` tickets are drawn where there are more. */
export function bandSentence(bands: readonly Band[], first: number | undefined, locale: string): string {
  const tickets = bands.reduce((sum, { members }) => sum + members.length, 0);
  const tied = bands.filter(({ members }) => members.length > 1);
  const drawn = first === undefined ? '' : ` The first ${showCount(first, 'ticket', locale)} are drawn.`;
  if (tied.length === 0) return `${showCount(tickets, 'ticket', locale)}: the estimates tell ${tickets === 1 ? 'nothing apart, there is one' : 'all of them apart'}.${drawn}`;
  const inTies = tied.reduce((sum, { members }) => sum + members.length, 0);
  return `${showCount(tickets, 'comparable ticket', locale)} make ${showCount(bands.length, 'band', locale)}; ${inTies === tickets ? 'all of them' : String(inTies)} stand in a tie, where ranges overlap too much to put one before the other.${drawn}`;
}

function longShotWords(key: string): string {
  return `${key} is a long shot: it leads by its mean, but more often than not the next one is worth more.`;
}

/** "Ask Order Status for evidence on BUYER-12 first: it could change whether BUYER-12 is in." */
export function askFirst({ ticket: { key } }: Knowing, team: string): string {
  return `Ask ${team} for evidence on ${key} first: it could change whether ${key} is in.`;
}

/** What knowing would spare, for the details. */
export function knowingInMoney({ worth, inside, ticket }: Knowing, currency: string, locale: string): string {
  return `${ticket.key} is ${inside ? 'inside' : 'outside'} the cut as ordered now. Knowing its worth exactly would spare up to ${showMoney(worth, currency, locale)} a month on average: an upper bound, for this one estimate.`;
}

/** Why a ticket stands where it stands in the plan; `name` gives the key of an id. */
export function placementWords(reason: PlacementReason, name: (id: string) => string): string {
  switch (reason.because) {
    case 'must': return 'Law or contract: takes capacity first.';
    case 'order': return 'Its worth for its effort.';
    case 'placed': return `Placed by people: ${reason.reason}`;
    case 'blocks': return `Before ${namesOf(reason.ids, name)}, which ${reason.ids.length === 1 ? 'waits' : 'wait'} for it.`;
    case 'blocked-by': return `After ${namesOf(reason.ids, name)}, which ${reason.ids.length === 1 ? 'blocks' : 'block'} it.`;
    case 'blocked-in-circle': return `Blocked by ${namesOf(reason.ids, name)}, which ${reason.ids.length === 1 ? 'waits' : 'wait'} for it in turn: a circle that people must open.`;
    case 'blocked-outside': return `Blocked by ${namesOf(reason.ids, name)}, which ${reason.ids.length === 1 ? 'is' : 'are'} not in the plan.`;
    case 'undecided-conflict': return 'An undecided conflict on shared data keeps it from being started.';
    case 'over-by-then': return 'Its season or deadline is over by then: worth nothing.';
    case 'not-placed': return 'Not placed yet: people decide where it goes.';
    case 'no-effort': return 'Without an effort it takes no time here.';
    case 'parts-without-effort': return `${reason.count === 1 ? '1 of its parts has' : `${String(reason.count)} of its parts have`} no effort: it takes longer than it does here.`;
    default: return reason satisfies never;
  }
}

/** Two tickets that one person cannot see have one name. */
function namesOf(ids: readonly string[], name: (id: string) => string): string {
  return joinWords([...new Set(ids.map(name))]);
}

/** Inside the cut, and yet it cannot be done before something outside is. */
export function blockedOutWords(ids: readonly string[], name: (id: string) => string): string {
  return `Waits for ${namesOf(ids, name)}, which ${ids.length === 1 ? 'is' : 'are'} not above the line`;
}

/** What stands behind an item that is an initiative. */
export function initiativeWords({ members, agreed, worthFrom }: FoldedInitiative): string {
  const worth = agreed ? 'its joint worth counts once' : `its joint worth is not agreed yet, that of ${worthFrom} stands for it`;
  return `Initiative of ${joinWords(members)}: ${worth}.`;
}

/** What an interrupt displaces: promises by name first, then money, then what no money stands for. */
export function priceSentences(price: InterruptPrice, currency: string, locale: string): string[] {
  const { missedMusts, unknownMusts, notCounted, lost, lostPerWeek, slip } = price;
  return [
    missedMusts.length === 0 ? `No must ticket${unknownMusts.length === 0 ? '' : ' with an effort'} would miss its date because of it.`
      : `${joinWords(missedMusts.map(({ key }) => key))} would miss ${missedMusts.length === 1 ? 'its date' : 'their dates'}, set by law or contract.`,
    ...(unknownMusts.length === 0 ? [] : [`${joinWords(unknownMusts.map(({ key }) => key))} ${unknownMusts.length === 1 ? 'has no effort: whether it would miss its date' : 'have no effort: whether they would miss their dates'} is not known.`]),
    lost.p95 <= 0 && lost.p5 >= 0 ? 'No money is lost behind it.'
      : `Everything behind it slips by ${showSpan(slip, locale)} and loses ${showMoneyIfReached(lost, currency, locale)}; that is ${showMoneyRange(lostPerWeek, currency, locale)} a week of it.`,
    ...(notCounted.length === 0 ? [] : [`Not counted, because no money stands for it: ${joinWords(notCounted.map(({ key }) => key))}.`]),
  ];
}
