import { numberAt } from './arguments';
import { CalendarDate, ExpressionDate, type ExpressionValue } from './expression-value';

type Args = readonly ExpressionValue[];
type DateMethod = (date: ExpressionDate, args: Args) => ExpressionValue;
type DayMethod = (day: CalendarDate, args: Args) => ExpressionValue;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Methods of Date. The local Jira's users live in UTC, so `toCalendarDate` and `toCalendarDateUTC` agree. */
export const DATE_METHODS: ReadonlyMap<string, DateMethod> = new Map<string, DateMethod>([
  ['toISOString', (date) => new Date(date.time).toISOString()],
  ['toString', (date) => new Date(date.time).toISOString()],
  ['getTime', (date) => date.time],
  ['getFullYear', (date) => new Date(date.time).getUTCFullYear()],
  ['getMonth', (date) => new Date(date.time).getUTCMonth()],
  ['getDate', (date) => new Date(date.time).getUTCDate()],
  ['getDay', (date) => new Date(date.time).getUTCDay()],
  ['getHours', (date) => new Date(date.time).getUTCHours()],
  ['getMinutes', (date) => new Date(date.time).getUTCMinutes()],
  ['toCalendarDate', (date) => dayOf(date.time)],
  ['toCalendarDateUTC', (date) => dayOf(date.time)],
  ...shifts('Minutes', MINUTE), ...shifts('Hours', HOUR), ...shifts('Days', DAY),
  ['plusMonths', (date, args) => new ExpressionDate(plusMonths(date.time, numberAt('plusMonths', args, 0)))],
  ['minusMonths', (date, args) => new ExpressionDate(plusMonths(date.time, -numberAt('minusMonths', args, 0)))],
]);

/** Methods of CalendarDate. */
export const CALENDAR_DATE_METHODS: ReadonlyMap<string, DayMethod> = new Map<string, DayMethod>([
  ['toISOString', (day) => day.iso],
  ['toString', (day) => day.iso],
  ['getFullYear', (day) => new Date(day.iso).getUTCFullYear()],
  ['getMonth', (day) => new Date(day.iso).getUTCMonth()],
  ['getDate', (day) => new Date(day.iso).getUTCDate()],
  ['getDay', (day) => new Date(day.iso).getUTCDay()],
  ['plusDays', (day, args) => dayOf(Date.parse(day.iso) + numberAt('plusDays', args, 0) * DAY)],
  ['minusDays', (day, args) => dayOf(Date.parse(day.iso) - numberAt('minusDays', args, 0) * DAY)],
  ['plusMonths', (day, args) => dayOf(plusMonths(Date.parse(day.iso), numberAt('plusMonths', args, 0)))],
  ['minusMonths', (day, args) => dayOf(plusMonths(Date.parse(day.iso), -numberAt('minusMonths', args, 0)))],
]);

/** The day in UTC. */
export function dayOf(time: number): CalendarDate {
  return new CalendarDate(new Date(time).toISOString().slice(0, 10));
}

function shifts(unit: string, length: number): [string, DateMethod][] {
  return [
    [`plus${unit}`, (date, args) => new ExpressionDate(date.time + numberAt(`plus${unit}`, args, 0) * length)],
    [`minus${unit}`, (date, args) => new ExpressionDate(date.time - numberAt(`minus${unit}`, args, 0) * length)],
  ];
}

/** The same day some months on, or the last of that month: 31 January plus one month is 28 February. */
function plusMonths(time: number, months: number): number {
  const moved = new Date(time);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return moved.getTime();
}
