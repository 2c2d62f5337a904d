import { useMemo } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { suggestBoundary, type BoundaryAsk, type BoundarySuggestion } from '../../../src/domain/planning/boundary';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { SubpageProps } from '../subpages';
import { teamName } from '../ranking/team-name';
import { RULING_CHOICES } from './answer-words';

/** Elements told; a ticket on a whole entity may touch hundreds. */
const MOST_ELEMENTS = 5;

/** Who else asks the same, and how it was ruled before: evidence for whose work this is. People rule. */
export function BoundaryEvidence({ demand, page }: { readonly demand: Demand; readonly page: SubpageProps }) {
  const { demands, settings } = page.demand;
  const suggestions = useMemo(() => suggestBoundary(askOf(demand), demands.map(askOf)), [demand, demands]);
  if (suggestions.length === 0) return <p className="gw-quiet">This ticket names no shared data, so nothing is counted for whose work it is.</p>;
  return (
    <ul className="gr-rk-evidence" aria-label="What speaks for whose work it is">
      {suggestions.slice(0, MOST_ELEMENTS).map((suggestion) => <li key={suggestion.element}>{sentence(suggestion, settings)}</li>)}
      {suggestions.length > MOST_ELEMENTS && <li>and {String(suggestions.length - MOST_ELEMENTS)} more elements with fewer teams</li>}
    </ul>
  );
}

function askOf({ ticket, content }: Demand): BoundaryAsk {
  return {
    key: ticket.key, team: content.team ?? '', elements: (content.claims ?? []).map(({ element }) => element),
    ...(content.boundary === undefined ? {} : { ruling: content.boundary.ruling, ...(content.boundary.why === undefined ? {} : { why: content.boundary.why }) }),
  };
}

function sentence({ element, teams, suggests, earlier }: BoundarySuggestion, settings: ProjectSettings): string {
  const who = teams.length === 0 ? 'no team is stated' : teams.length === 1 ? `only ${teamName(teams[0] ?? '', settings)} asks` : `${teams.map((team) => teamName(team, settings)).join(', ')} ask`;
  const ruled = earlier.map(({ ruling, keys, why }) => `${RULING_CHOICES[ruling].toLowerCase()} on ${keys.slice(0, 3).join(', ')}${why === undefined ? '' : ` (${why})`}`).join('; ');
  return `${element}: ${who}, which suggests ${suggests === 'shared' ? 'shared work' : 'the asking team'}${ruled === '' ? '' : `. Ruled before: ${ruled}`}.`;
}
