/** How a part of a drawing looks. */
export type Look = 'plain' | 'quiet' | 'warning' | 'dark' | 'maybe' | 'middle' | 'mark' | 'late';

/** What a look means, or, without one, what the scale counts. */
export interface LegendEntry {
  readonly look?: Look;
  readonly words: string;
}

/** What the parts of a drawing mean, each beside a sample of it: words for colours would be wrong in the dark. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="gr-ch-legend">
      {entries.map(({ look, words }) => <li key={words}>{look !== undefined && <Sample look={look} />}{words}</li>)}
    </ul>
  );
}

function Sample({ look }: { readonly look: Look }) {
  const isLine = look === 'middle' || look === 'mark' || look === 'late';
  return (
    <svg width={16} height={12}>
      {isLine ? <line className={`gr-ch-${look}`} x1={8} x2={8} y1={0} y2={12} />
        : look === 'maybe' ? <path className="gr-ch-sample" d="M0 12 L6 0 M5 12 L11 0 M10 12 L16 0" />
        : <rect className={`gr-ch-bar gr-ch-bar--${look}`} width={16} height={12} rx={2} />}
    </svg>
  );
}
