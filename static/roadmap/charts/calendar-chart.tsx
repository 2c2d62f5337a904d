import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { Text } from '@visx/text';
import { AXIS_HEIGHT, MarkLine, roomForNames, ScaleLines, shorten } from './axis';

/** One piece of work in time; months from the date that the plan counts from. */
export interface ChartSpan {
  readonly id: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly tone: 'plain' | 'dark' | 'quiet';
  /** After it, it is too late to begin. */
  readonly latestStart?: number | undefined;
  readonly isLate: boolean;
}

interface CalendarChartProps {
  readonly width: number;
  readonly spans: readonly ChartSpan[];
  /** The line up to which is planned. */
  readonly until: { readonly at: number; readonly name: string };
  /** A month as words. */
  readonly show: (months: number) => string;
}

const ROW = 24;
const BAR = 12;
const TOP = 18;
const NARROW = 560;
/** Nothing further away is drawn: it is after all that is counted. */
const MOST_MONTHS = 24;
const PIXELS_A_MONTH_NAME = 84;

/** Work one after the other on a calendar, with the moment after which each is too late. */
export function CalendarChart({ width, spans, until, show }: CalendarChartProps) {
  const names = roomForNames(spans.map(({ name }) => name), width < NARROW ? 96 : width * 0.3);
  const last = Math.min(MOST_MONTHS, Math.max(until.at, ...spans.map(({ end }) => end)) * 1.03);
  const scale = scaleLinear<number>({ domain: [0, last], range: [names + 8, width - 24], clamp: true });
  const bottom = TOP + spans.length * ROW;
  return (
    <svg width={width} height={bottom + AXIS_HEIGHT} className="gr-chart">
      <ScaleLines scale={scale} ticks={monthTicks(last, width - names)} top={TOP} bottom={bottom} show={show} />
      {spans.map(({ id, name, start, end, tone, latestStart, isLate }, at) => {
        const y = TOP + at * ROW + ROW / 2;
        return (
          <g key={id}>
            <Text className="gr-ch-name" x={0} y={y} verticalAnchor="middle">{shorten(name, names)}</Text>
            <Bar className={`gr-ch-bar gr-ch-bar--${isLate ? 'warning' : tone}`} x={scale(start)} y={y - BAR / 2} width={Math.max(3, scale(end) - scale(start))} height={BAR} rx={3} />
            {end > last && <Text className="gr-ch-mark-name" x={scale(last) + 4} y={y} verticalAnchor="middle">→</Text>}
            {latestStart !== undefined && latestStart <= last && <Line className="gr-ch-late" from={{ x: scale(latestStart), y: y - BAR / 2 - 3 }} to={{ x: scale(latestStart), y: y + BAR / 2 + 3 }} />}
          </g>
        );
      })}
      <MarkLine x={scale(until.at)} top={4} bottom={bottom} name={until.name} width={width} />
    </svg>
  );
}

function monthTicks(last: number, pixels: number): number[] {
  const step = Math.max(1, Math.ceil(last / Math.max(1, Math.floor(pixels / PIXELS_A_MONTH_NAME))));
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step);
}
