import { DRIFT_TO_POINT_OUT, type Share } from '../../../src/domain/planning/allocation';
import { showShare } from '../../../src/domain/ranking/show-number';
import { Picture } from '../charts/picture';
import { ShareChart } from '../charts/share-chart';

/** Wider, the eye no longer goes from a bar to its name. */
const MOST_WIDTH = 900;

interface ShareBarsProps {
  readonly label: string;
  /** What the picture shows. */
  readonly sentence: string;
  readonly shares: readonly Share[];
  readonly nameOf: (id: string) => string;
  readonly locale: string;
}

const LINES = [['planned', 'open'], ['started', 'full'], ['done', 'dark']] as const;

/** Shares of the work on one scale from 0 to 100 %, each state a line, the target a mark across them; a table holds the same. */
export function ShareBars({ label, sentence, shares, nameOf, locale }: ShareBarsProps) {
  const words = (percent: number | undefined): string => (percent === undefined ? 'no work' : showShare(percent, locale));
  const hasTargets = shares.some(({ target }) => target !== undefined);
  return (
    <Picture
      label={`Shares by ${label.toLowerCase()}`} sentence={sentence}
      draw={(width) => (
        <ShareChart
          width={Math.min(width, MOST_WIDTH)} show={words}
          shares={shares.map((share) => ({
            id: share.id, name: nameOf(share.id), target: share.target, warning: isOff(share) ? 'off its target' : undefined,
            lines: LINES.map(([name, look]) => ({ name, look, percent: share[name] })),
          }))}
        />
      )}
      legend={[
        { words: 'Percent of the person-weeks' }, { look: 'maybe', words: 'planned' }, { look: 'plain', words: 'started' }, { look: 'dark', words: 'done' }, ...(hasTargets ? [{ look: 'mark', words: 'target' } as const] : []),
      ]}
      numbers={{
        columns: [label, 'Planned', 'Started', 'Done', ...(hasTargets ? ['Target'] : [])],
        rows: shares.map((share) => [nameOf(share.id), words(share.planned), words(share.started), words(share.done), ...(hasTargets ? [share.target === undefined ? 'none' : words(share.target)] : [])]),
      }}
    />
  );
}

function isOff({ drift }: Share): boolean {
  return drift !== undefined && Math.abs(drift) >= DRIFT_TO_POINT_OUT;
}
