import './charts.css';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';

interface InlineRangeProps {
  /** Where the bar begins and ends, as shares 0..1 of the scale that all rows of the table have. */
  readonly from: number;
  readonly to: number;
  /** It reaches beyond the left end of the scale: below zero on a scale of powers of ten. */
  readonly isOpen?: boolean;
}

const PERCENT = scaleLinear<number>({ domain: [0, 1], range: [0, 100], clamp: true });
/** A range of one number is still a bar. */
const LEAST = 1.5;

/** A range as a bar in a cell of a table; its words stand beside it. */
export function InlineRange({ from, to, isOpen = false }: InlineRangeProps) {
  const width = Math.max(LEAST, PERCENT(to) - PERCENT(from));
  const left = Math.min(100 - LEAST, PERCENT(from));
  return (
    <svg className="gr-ch-inline" aria-hidden="true">
      <Bar className="gr-ch-track" width="100%" height="100%" rx={5} />
      <Bar className="gr-ch-bar" x={`${String(left)}%`} width={`${String(Math.min(width, 100 - left))}%`} height="100%" rx={5} />
      {isOpen && <Bar className="gr-ch-bar gr-ch-bar--warning" x={0} width={6} height="100%" />}
    </svg>
  );
}
