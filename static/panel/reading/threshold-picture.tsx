import { formatLevel } from '../../../src/domain/context/format-number';
import type { Threshold } from '../../../src/domain/context/product-context';

interface Mark {
  readonly kind: 'past' | 'tolerable' | 'goal' | 'stretch' | 'limit' | 'delivered';
  readonly name: string;
  readonly level: number;
}

export interface ThresholdPictureProps {
  readonly threshold: Threshold;
  readonly delivered?: number | undefined;
  readonly locale: string;
}

/** From today to the goal on one line, better to the right, and the same in words below. */
export function ThresholdPicture({ threshold, delivered, locale }: ThresholdPictureProps) {
  const marks = marksOf(threshold, delivered);
  const title = [threshold.scale, threshold.statistic === undefined ? undefined : `(${threshold.statistic})`].filter(Boolean).join(' ');
  return (
    <figure className="gw-threshold">
      <figcaption>{title === '' ? 'Something not named yet' : title}</figcaption>
      {marks.length > 1 && <Line marks={marks} better={threshold.better ?? 'higher'} />}
      <ul className="gw-levels">
        {marks.map(({ kind, name, level }) => (
          <li key={kind} className={`gw-level gw-level--${kind}`}><span className="gw-level-name">{name}</span> <strong>{formatLevel(level, threshold.unit, locale)}</strong></li>
        ))}
      </ul>
    </figure>
  );
}

function marksOf({ past, tolerable, goal, stretch, limit }: Threshold, delivered: number | undefined): readonly Mark[] {
  const all: readonly (Omit<Mark, 'level'> & { readonly level: number | undefined })[] = [
    { kind: 'past', name: 'today', level: past }, { kind: 'tolerable', name: 'still acceptable', level: tolerable }, { kind: 'goal', name: 'goal', level: goal },
    { kind: 'stretch', name: 'stretch', level: stretch }, { kind: 'limit', name: 'law or contract', level: limit?.level }, { kind: 'delivered', name: 'delivered', level: delivered },
  ];
  return all.filter((mark): mark is Mark => mark.level !== undefined);
}

function Line({ marks, better }: { readonly marks: readonly Mark[]; readonly better: 'lower' | 'higher' }) {
  const levels = marks.map(({ level }) => level);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const place = (level: number): number => {
    const share = most === least ? 0.5 : (level - least) / (most - least);
    return 4 + 92 * (better === 'higher' ? share : 1 - share);
  };
  const [from, to] = [marks.find(({ kind }) => kind === 'past'), marks.find(({ kind }) => kind === 'goal')];
  const isWorse = from !== undefined && to !== undefined && place(to.level) < place(from.level);
  return (
    <svg className="gw-line" height="20" aria-hidden="true" focusable="false">
      <line className="gw-line-track" x1="2%" x2="98%" y1="10" y2="10" />
      {from !== undefined && to !== undefined && <line className={isWorse ? 'gw-line-way gw-line-way--worse' : 'gw-line-way'} x1={`${place(from.level)}%`} x2={`${place(to.level)}%`} y1="10" y2="10" />}
      {marks.map(({ kind, level }) => <MarkShape key={kind} kind={kind} x={`${place(level)}%`} />)}
    </svg>
  );
}

/** Shape and colour both tell the kind: colour alone would not reach everybody. */
function MarkShape({ kind, x }: { readonly kind: Mark['kind']; readonly x: string }) {
  if (kind === 'goal') return <circle className="gw-mark gw-mark--goal" cx={x} cy="10" r="7" />;
  if (kind === 'past') return <circle className="gw-mark gw-mark--past" cx={x} cy="10" r="5" />;
  if (kind === 'delivered') return <circle className="gw-mark gw-mark--delivered" cx={x} cy="10" r="4" />;
  return <line className={`gw-mark gw-mark--${kind}`} x1={x} x2={x} y1="3" y2="17" />;
}
