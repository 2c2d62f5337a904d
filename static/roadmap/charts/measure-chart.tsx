import { PatternLines } from '@visx/pattern';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { useId } from 'react';
import { AXIS_HEIGHT, MarkLine, ScaleLines, ticksOf } from './axis';

interface MeasureChartProps {
  readonly width: number;
  /** What is there for certain. */
  readonly sure: number;
  /** Up to where it may go. */
  readonly upTo: number;
  readonly middle?: number;
  /** What it is measured against. */
  readonly against: { readonly at: number; readonly name: string };
  readonly show: (value: number) => string;
}

const TOP = 20;
const BAR = 26;
const BELOW = 4;
/** Room for half a number at both ends of the axis. */
const SIDE = 24;

/** One bar against one line: full where it is certain, hatched where it may be, red where what is certain is beyond the line. */
export function MeasureChart({ width, sure, upTo, middle, against, show }: MeasureChartProps) {
  const hatch = `gr-hatch-${useId().replaceAll(':', '')}`;
  const scale = scaleLinear<number>({ domain: [0, Math.max(against.at, upTo, sure, 1e-9) * 1.06], range: [SIDE, width - SIDE], nice: true });
  const bar = (from: number, to: number, className: string, fill?: string) =>
    to > from && <Bar className={className} x={scale(from)} y={TOP} width={Math.max(1, scale(to) - scale(from))} height={BAR} {...(fill === undefined ? {} : { fill })} />;
  return (
    <svg width={width} height={TOP + BAR + BELOW + AXIS_HEIGHT} className="gr-chart">
      <PatternLines id={hatch} width={6} height={6} orientation={['diagonal']} className="gr-ch-hatch" />
      <ScaleLines scale={scale} ticks={ticksOf(scale, 'linear')} top={TOP - 2} bottom={TOP + BAR + BELOW} show={show} />
      {bar(0, Math.min(sure, against.at), 'gr-ch-bar')}
      {bar(against.at, sure, 'gr-ch-bar gr-ch-bar--warning')}
      {bar(sure, upTo, 'gr-ch-maybe', `url(#${hatch})`)}
      {middle !== undefined && <Line className="gr-ch-middle" from={{ x: scale(middle), y: TOP - 2 }} to={{ x: scale(middle), y: TOP + BAR + 2 }} />}
      <MarkLine x={scale(against.at)} top={4} bottom={TOP + BAR + BELOW} name={against.name} width={width} />
    </svg>
  );
}
