import { useMemo } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { gatherAsks, suggestBoundary, type EarlierRuling } from '../../../src/domain/planning/boundary';
import { boundarySentence, RULING_WORDS, rulingSentence } from '../../../src/domain/planning/boundary-words';
import { PlainButton } from '../../shared/plain-button';
import { useRanking } from '../ranking/ranking-keeper';
import { teamName } from '../ranking/team-name';
import type { SubpageProps } from '../subpages';
import { FreeCapacityLines } from './free-capacity-lines';

/** Requests told; a ticket on a whole entity may touch hundreds of elements. */
const MOST_REQUESTS = 5;

interface BoundaryEvidenceProps {
  readonly demand: Demand;
  readonly page: SubpageProps;
  readonly onTake: (earlier: EarlierRuling) => void;
}

/** Who else asks the same, how it was ruled before, and what both sides have free: evidence for whose work this is. People rule. */
export function BoundaryEvidence({ demand, page, onTake }: BoundaryEvidenceProps) {
  const { demands, settings } = page.demand;
  const { closed, reading } = useRanking();
  const suggestions = useMemo(() => suggestBoundary(demand.ticket.key, gatherAsks(demand, demands, closed)), [demand, demands, closed]);
  const areModelsNamed = new Set(suggestions.flatMap(({ request }) => (request.kind === 'element' ? [request.model] : []))).size > 1;
  return (
    <>
      {suggestions.length === 0 && <p className="gw-quiet">This ticket names no shared data and no level on a scale, so nobody can be found who asks the same.</p>}
      <ul className="gr-rk-evidence" aria-label="What speaks for whose work it is">
        {suggestions.slice(0, MOST_REQUESTS).map((suggestion, at) => (
          <li key={at}>
            {boundarySentence(suggestion, (team) => teamName(team, settings), areModelsNamed)}
            {suggestion.earlier.map((earlier) => (
              <div key={earlier.ruling} className="gw-actions">
                <span>{rulingSentence(earlier)}</span>
                <PlainButton look="link" aria-label={`Take over ${RULING_WORDS[earlier.ruling].toLowerCase()} from ${earlier.keys[0] ?? ''}`} onClick={() => onTake(earlier)}>Take over</PlainButton>
              </div>
            ))}
          </li>
        ))}
        {suggestions.length > MOST_REQUESTS && <li>and {String(suggestions.length - MOST_REQUESTS)} more that fewer teams ask for</li>}
        <FreeCapacityLines demand={demand} page={page} />
      </ul>
      {reading?.state === 'reading' && <p className="gw-quiet" role="status">Rulings on done tickets are being read.</p>}
      {reading?.state === 'stopped' && <p className="gw-quiet">Rulings on done tickets were not read, because reading was stopped.</p>}
    </>
  );
}
