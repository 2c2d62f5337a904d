import { PatternLines } from '@visx/pattern';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { Text } from '@visx/text';
import { useId } from 'react';
import { AXIS_HEIGHT, ScaleLines, ticksOf } from './axis';

/** Shares of one thing in percent, a line each, and where they should be. */
export interface ChartShare {
  readonly id: string;
  readonly name: string;
  /** Said below its name, as a warning. */
  readonly warning?: string | undefined;
  readonly lines: readonly { readonly name: string; readonly percent: number | undefined; readonly look: 'open' | 'full' | 'dark' }[];
  readonly target?: number | undefined;
}

interface ShareChartProps {
  readonly width: number;
  readonly shares: readonly ChartShare[];
  readonly show: (percent: number) => string;
}

const LINE = 16;
const BAR = 11;
const GAP = 12;
const NARROW = 560;

/** Groups of bars from 0 to 100 %, the target of each group a line across its bars. */
export function ShareChart({ width, shares, show }: ShareChartProps) {
  const hatch = `gr-hatch-${useId().replaceAll(':', '')}`;
  const names = width < NARROW ? 100 : Math.min(200, width * 0.22);
  const left = names + 76;
  const scale = scaleLinear<number>({ domain: [0, 100], range: [left, width - 56] });
  let y = 4;
  const groups = shares.map((share) => {
    const top = y;
    y += share.lines.length * LINE + GAP;
    return { share, top, height: share.lines.length * LINE };
  });
  const bottom = y - GAP / 2;
  return (
    <svg width={width} height={bottom + AXIS_HEIGHT} className="gr-chart">
      <PatternLines id={hatch} width={5} height={5} orientation={['diagonal']} className="gr-ch-hatch" />
      <ScaleLines scale={scale} ticks={ticksOf(scale, 'linear')} top={0} bottom={bottom} show={show} />
      {groups.map(({ share, top, height }) => (
        <g key={share.id}>
          <Text className="gr-ch-name gr-ch-name--strong" x={0} y={top + 1} width={names} verticalAnchor="start" lineHeight="1.15em">{share.name}</Text>
          {share.warning !== undefined && <Text className="gr-ch-warning" x={0} y={top + height - 1} width={names} verticalAnchor="end">{share.warning}</Text>}
          {share.lines.map(({ name, percent, look }, at) => (
            <g key={name} transform={`translate(0 ${String(top + at * LINE)})`}>
              <Text className="gr-ch-words" x={left - 8} y={LINE / 2} textAnchor="end" verticalAnchor="middle">{name}</Text>
              {percent !== undefined && percent > 0 && <Bar className={look === 'open' ? 'gr-ch-maybe' : `gr-ch-bar gr-ch-bar--${look}`} x={scale(0)} y={(LINE - BAR) / 2} width={Math.max(2, scale(percent) - scale(0))} height={BAR} rx={2} {...(look === 'open' ? { fill: `url(#${hatch})` } : {})} />}
            </g>
          ))}
          {share.target !== undefined && <Line className="gr-ch-mark" from={{ x: scale(share.target), y: top - 2 }} to={{ x: scale(share.target), y: top + height + 2 }} />}
          {share.lines.map(({ name, percent }, at) => <Text key={name} className="gr-ch-words" x={scale(percent ?? 0) + 8} y={top + at * LINE + LINE / 2} verticalAnchor="middle">{percent === undefined ? 'no work' : show(percent)}</Text>)}
        </g>
      ))}
    </svg>
  );
}
