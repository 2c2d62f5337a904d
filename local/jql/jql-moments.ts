/** Points in time as JQL writes them. All in UTC. */

const MINUTE = 60_000;
const LENGTHS: Readonly<Record<string, number>> = { m: MINUTE, h: 60 * MINUTE, d: 1_440 * MINUTE, w: 10_080 * MINUTE };

/** `-14d`, `4w 2d`, `+1h`: milliseconds from now; months (`M`) and years (`y`) by the calendar. Undefined if it is no period. */
export function shiftBy(text: string, from: Date): Date | undefined {
  const match = /^([+-]?)\s*((?:\d+\s*[mhdwMy]\s*)+)$/.exec(text.trim());
  if (match === null) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const moved = new Date(from);
  for (const [, count = '', unit = ''] of (match[2] ?? '').matchAll(/(\d+)\s*([mhdwMy])/g)) {
    const amount = sign * Number(count);
    if (unit === 'M') moved.setUTCMonth(moved.getUTCMonth() + amount);
    else if (unit === 'y') moved.setUTCFullYear(moved.getUTCFullYear() + amount);
    else moved.setTime(moved.getTime() + amount * (LENGTHS[unit] ?? 0));
  }
  return Number.isNaN(moved.getTime()) ? undefined : moved;
}

const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/;

/** A date or a period; undefined if it is neither. */
export function readMoment(text: string, now: Date): number | undefined {
  const match = ABSOLUTE.exec(text.trim());
  if (match === null) return shiftBy(text, now)?.getTime();
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0));
  const found = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0));
  return found.getUTCMonth() === (month ?? 1) - 1 && found.getUTCDate() === day ? found.getTime() : undefined;
}

type Unit = 'Day' | 'Week' | 'Month' | 'Year';
const UNIT_LETTERS: Readonly<Record<Unit, string>> = { Day: 'd', Week: 'w', Month: 'M', Year: 'y' };

/**
 * `now()`, `startOfDay()`, `endOfMonth("-1")` and their like; a bare number counts the function's own unit.
 * @returns undefined if there is no such function, `'argument'` if its argument is no period
 */
export function callMomentFunction(name: string, args: readonly string[], now: Date): number | 'argument' | undefined {
  if (/^now$/i.test(name)) return now.getTime();
  const match = /^(start|end)Of(Day|Week|Month|Year)$/i.exec(name);
  if (match === null) return undefined;
  const unit = (Object.keys(UNIT_LETTERS) as Unit[]).find((known) => known.toLowerCase() === match[2]?.toLowerCase()) ?? 'Day';
  const [argument] = args;
  const period = argument !== undefined && /^[+-]?\d+$/.test(argument) ? argument + UNIT_LETTERS[unit] : argument;
  const isStart = match[1]?.toLowerCase() === 'start';
  const start = startOf(unit, now);
  if (period === undefined) return (isStart ? start : endOf(unit, start)).getTime();
  // Counted in its own unit, the end moves with the unit: the end of the month before March is 28 February.
  const countsOwnUnit = new RegExp(`^[+-]?\\d+${UNIT_LETTERS[unit]}$`).test(period);
  const moved = shiftBy(period, isStart || countsOwnUnit ? start : endOf(unit, start));
  if (moved === undefined) return 'argument';
  return (!isStart && countsOwnUnit ? endOf(unit, moved) : moved).getTime();
}

/** The last millisecond of the unit that starts here. */
function endOf(unit: Unit, start: Date): Date {
  const next = shiftBy(`1${UNIT_LETTERS[unit]}`, start) ?? start;
  return new Date(next.getTime() - 1);
}

function startOf(unit: Unit, moment: Date): Date {
  const start = new Date(moment);
  start.setUTCHours(0, 0, 0, 0);
  if (unit === 'Week') start.setUTCDate(start.getUTCDate() - start.getUTCDay());
  if (unit === 'Month' || unit === 'Year') start.setUTCDate(1);
  if (unit === 'Year') start.setUTCMonth(0);
  return start;
}
