import { AxisBottom } from '@visx/axis';
import { Line } from '@visx/shape';
import { Text } from '@visx/text';
import type { scaleLinear, scaleLog } from '@visx/scale';

export type NumberScale = ReturnType<typeof scaleLinear<number>> | ReturnType<typeof scaleLog<number>>;

/** Pixels that an axis with its numbers takes below a drawing. */
export const AXIS_HEIGHT = 24;
/** One tick in so many pixels can still be read. */
const PIXELS_A_TICK = 90;

interface ScaleLinesProps {
  readonly scale: NumberScale;
  readonly ticks: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly show: (value: number) => string;
}

/** The lines behind a drawing, and the axis below it. */
export function ScaleLines({ scale, ticks, top, bottom, show }: ScaleLinesProps) {
  return (
    <>
      {ticks.map((tick) => <Line key={tick} className="gr-ch-grid" from={{ x: scale(tick), y: top }} to={{ x: scale(tick), y: bottom }} />)}
      <AxisBottom
        top={bottom} scale={scale} tickValues={[...ticks]} tickFormat={(value) => show(Number(value))} axisClassName="gr-ch-axis" tickClassName="gr-ch-tick" hideTicks
        tickLabelProps={{ textAnchor: 'middle', dy: 2, fontSize: 12, fontFamily: 'inherit' }}
      />
    </>
  );
}

/** Ticks of a scale, as many as fit; of a logarithmic one its powers of ten, some left out where they are many. */
export function ticksOf(scale: NumberScale, kind: 'linear' | 'log'): number[] {
  const [from, to] = scale.range() as [number, number];
  const most = Math.max(2, Math.floor((to - from) / PIXELS_A_TICK));
  if (kind === 'linear') return scale.ticks(most);
  const [low, high] = scale.domain() as [number, number];
  const powers = Array.from({ length: Math.round(Math.log10(high) - Math.log10(low)) + 1 }, (_, at) => low * 10 ** at);
  const step = Math.ceil(powers.length / most);
  return powers.filter((_, at) => at % step === 0);
}

/** Pixels that a letter of a drawing takes on average, and at most in the keys of tickets; what does not fit is cut. */
const PIXELS_A_LETTER = 6.6;
const PIXELS_A_CAPITAL = 7.8;
const BOLD = 1.1;

/** As much of the words as fits into so many pixels. */
export function shorten(words: string, pixels: number): string {
  const most = Math.max(4, Math.floor(pixels / PIXELS_A_LETTER));
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}

/** Pixels for the names at the left: as many as the longest needs, up to `most`. */
export function roomForNames(names: readonly string[], most: number): number {
  return Math.min(most, Math.max(48, ...names.map(({ length }) => Math.ceil(length * PIXELS_A_CAPITAL))));
}

interface MarkLineProps {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly name: string;
  /** The drawing's width: a name near its right end stands to the left of its line. */
  readonly width: number;
}

/** An upright line that everything is measured against, with its name above it. */
export function MarkLine({ x, top, bottom, name, width }: MarkLineProps) {
  const isRight = x + 8 + name.length * PIXELS_A_LETTER * BOLD > width;
  return (
    <>
      <Line className="gr-ch-mark" from={{ x, y: top }} to={{ x, y: bottom }} />
      <Text className="gr-ch-mark-name" x={isRight ? x - 5 : x + 5} y={top + 9} textAnchor={isRight ? 'end' : 'start'}>{name}</Text>
    </>
  );
}
