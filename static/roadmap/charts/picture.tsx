import './charts.css';
import { useParentSize } from '@visx/responsive';
import { useState, type ReactNode } from 'react';
import { copyText } from '../../shared/copy-text';
import { PlainButton } from '../../shared/plain-button';
import { Legend, type LegendEntry } from './legend';

/** The numbers behind a picture: a header and its rows, the first cell of each naming it. */
export interface PictureNumbers {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What else must be known to read them. */
  readonly note?: ReactNode;
}

interface PictureProps {
  /** What it is of, for those who find their way by headings and figures: "Demand against capacity". */
  readonly label: string;
  /** What it shows, in one or two sentences: stands above it, is read by screen readers, and can be copied into a meeting. */
  readonly sentence: string;
  readonly numbers: PictureNumbers;
  /** What its parts mean. */
  readonly legend: readonly LegendEntry[];
  readonly testId?: string;
  /** Draws it as wide as it may be, in CSS pixels; undefined where there is nothing to draw. */
  readonly draw?: ((width: number) => ReactNode) | undefined;
}

/** A picture with its sentence and its numbers. The drawing itself is silent: whoever does not see it has the other two. */
export function Picture({ label, sentence, numbers, legend, testId, draw }: PictureProps) {
  return (
    <figure className="gr-picture" aria-label={label}>
      <figcaption>
        <span data-testid={testId}>{sentence}</span> <CopySentence sentence={sentence} of={label} />
      </figcaption>
      {draw !== undefined && <Drawing draw={draw} legend={legend} />}
      <details>
        <summary className="gw-focus">The numbers of this picture</summary>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a narrow screen, so it must be reachable by keyboard */}
        <div className="gr-scroll-x gw-focus" role="region" aria-label={`Numbers: ${label}`} tabIndex={0}>
          <table className="gr-plain-table">
            <thead><tr>{numbers.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
            <tbody>
              {numbers.rows.map(([name, ...cells], at) => (
                <tr key={`${String(at)} ${name ?? ''}`}><th scope="row">{name}</th>{cells.map((cell, column) => <td key={numbers.columns[column + 1]}>{cell}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
        {numbers.note !== undefined && <p className="gw-quiet gw-small">{numbers.note}</p>}
      </details>
    </figure>
  );
}

function Drawing({ draw, legend }: { readonly draw: (width: number) => ReactNode; readonly legend: readonly LegendEntry[] }) {
  const { parentRef, width } = useParentSize({ debounceTime: 50 });
  return (
    <div ref={parentRef} className="gr-picture-drawing" aria-hidden="true">
      {width > 0 && draw(width)}
      <Legend entries={legend} />
    </div>
  );
}

/** For a sentence that stands elsewhere than over a picture, too. */
export function CopySentence({ sentence, of }: { readonly sentence: string; readonly of: string }) {
  const [said, setSaid] = useState('');
  const copy = (): void => {
    void copyText(sentence).then((isCopied) => setSaid(isCopied ? 'Copied.' : 'Your browser did not allow copying: select the sentence and copy it by hand.'));
  };
  return (
    <>
      <PlainButton look="link" aria-label={`Copy the sentence about ${of}`} onClick={copy}>Copy</PlainButton>
      <span role="status" className="gw-quiet gw-small"> {said}</span>
    </>
  );
}
