import { Group } from '@visx/group';
import { scaleLinear, scaleLog } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { Text } from '@visx/text';
import { AXIS_HEIGHT, MarkLine, roomForNames, ScaleLines, shorten, ticksOf, type NumberScale } from './axis';

/** One range of a picture, on the scale that all of them share. */
export interface ChartRange {
  readonly id: string;
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Marked inside the range. */
  readonly middle?: number;
  /** Stands beside the bar. */
  readonly words?: string;
  readonly tone?: 'plain' | 'quiet' | 'warning';
}

/** Neighbouring ranges that belong together: a shaded band with its name. */
export interface ChartBand {
  readonly name: string;
  /** How many rows it takes. */
  readonly size: number;
}

interface RangeChartProps {
  readonly width: number;
  readonly ranges: readonly ChartRange[];
  /** Logarithmic for what differs by factors; a range that reaches zero begins at its left end. */
  readonly kind: 'linear' | 'log';
  readonly show: (value: number) => string;
  readonly marks?: readonly { readonly at: number; readonly name: string }[];
  readonly bands?: readonly ChartBand[];
  /** A line below so many rows. */
  readonly cut?: { readonly after: number; readonly name: string } | undefined;
}

const ROW = 30;
const BAR = 12;
const NARROW = 560;
const MARK_ROOM = 16;
const BAND_NAME = 52;
const MOST_POWERS = 12;

/** Ranges as bars on one scale: from low to high, the middle marked, the words beside them. */
export function RangeChart({ width, ranges, kind, show, marks = [], bands = [], cut }: RangeChartProps) {
  const names = roomForNames(ranges.map(({ name }) => name), width < NARROW ? 96 : 210);
  const words = ranges.some((range) => range.words !== undefined) ? Math.min(190, width * 0.22) + (bands.length > 0 ? BAND_NAME : 0) : 24;
  const top = marks.length > 0 ? MARK_ROOM : 4;
  const bottom = top + ranges.length * ROW;
  const scale = scaleFor(ranges, marks.map(({ at }) => at), kind, [names + 8, width - words]);
  return (
    <svg width={width} height={bottom + AXIS_HEIGHT} className="gr-chart">
      <Bands bands={bands} top={top} width={width} />
      <ScaleLines scale={scale} ticks={ticksOf(scale, kind)} top={top} bottom={bottom} show={show} />
      {ranges.map((range, at) => <RangeRow key={range.id} range={range} scale={scale} names={names} end={width - words} words={words - (bands.length > 0 ? BAND_NAME : 0)} y={top + at * ROW} />)}
      {marks.map(({ at, name }) => <MarkLine key={name} x={scale(at)} top={0} bottom={bottom} name={name} width={width - words} />)}
      {cut !== undefined && (
        <>
          <Line className="gr-ch-cut" from={{ x: 0, y: top + cut.after * ROW }} to={{ x: width, y: top + cut.after * ROW }} />
          <Text className="gr-ch-mark-name" x={names + 12} y={top + cut.after * ROW - 4}>{cut.name}</Text>
        </>
      )}
    </svg>
  );
}

function Bands({ bands, top, width }: { readonly bands: readonly ChartBand[]; readonly top: number; readonly width: number }) {
  let from = 0;
  return (
    <>
      {bands.map(({ name, size }, at) => {
        const y = top + from * ROW;
        from += size;
        return (
          <Group key={name}>
            <Bar className={at % 2 === 0 ? 'gr-ch-band' : 'gr-ch-band gr-ch-band--other'} x={0} y={y} width={width} height={size * ROW} />
            <Text className="gr-ch-band-name" x={width - 4} y={y + 13} textAnchor="end">{name}</Text>
          </Group>
        );
      })}
    </>
  );
}

interface RangeRowProps {
  readonly range: ChartRange;
  readonly scale: NumberScale;
  readonly names: number;
  readonly end: number;
  readonly words: number;
  readonly y: number;
}

function RangeRow({ range, scale, names, end, words, y }: RangeRowProps) {
  const { name, low, high, middle, tone = 'plain' } = range;
  const middleY = y + ROW / 2;
  const [left, right] = scale.range() as [number, number];
  const at = (value: number): number => Math.min(right, Math.max(left, value <= 0 && scale.domain()[0] as number > 0 ? left : scale(value)));
  return (
    <>
      <Text className="gr-ch-name" x={names} y={middleY} width={names} textAnchor="end" verticalAnchor="middle" lineHeight="1.15em">{shorten(name, 2 * names)}</Text>
      <Bar className={`gr-ch-bar gr-ch-bar--${tone}`} x={at(low)} y={middleY - BAR / 2} width={Math.max(3, at(high) - at(low))} height={BAR} rx={3} />
      {middle !== undefined && <Line className="gr-ch-middle" from={{ x: at(middle), y: middleY - BAR / 2 - 3 }} to={{ x: at(middle), y: middleY + BAR / 2 + 3 }} />}
      {range.words !== undefined && <Text className="gr-ch-words" x={end + 12} y={middleY} width={words - 12} verticalAnchor="middle" lineHeight="1.15em">{range.words}</Text>}
    </>
  );
}

function scaleFor(ranges: readonly ChartRange[], marks: readonly number[], kind: 'linear' | 'log', range: [number, number]): NumberScale {
  const values = [...ranges.flatMap(({ low, high, middle }) => [low, high, ...(middle === undefined ? [] : [middle])]), ...marks].filter(Number.isFinite);
  if (kind === 'linear') {
    const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
    return scaleLinear<number>({ domain: [least, most > least ? most : least + 1], range, nice: true });
  }
  const positive = values.filter((value) => value > 0);
  const last = positive.length === 0 ? 1 : Math.ceil(Math.log10(Math.max(...positive)) - 1e-9);
  const first = positive.length === 0 ? 0 : Math.max(Math.min(Math.floor(Math.log10(Math.min(...positive)) + 1e-9), last - 1), last - MOST_POWERS);
  return scaleLog<number>({ domain: [10 ** first, 10 ** last], range });
}
