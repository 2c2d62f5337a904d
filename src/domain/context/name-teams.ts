/** Claims name teams, as owners and as readers, by their ids; people and the checker read the teams' names. */

import type { ClaimContent } from './product-context';
import type { ConsumingTeam } from './settings';

/** What naming needs of a team. */
export type NamedTeam = Pick<ConsumingTeam, 'id' | 'name'>;

/**
 * A team's name by its id. What is no team's id stands as it was typed: a role, a system, a team that is gone. Two teams of one
 * name keep their ids beside it, so that they are never taken for one.
 */
export function teamNaming(teams: readonly NamedTeam[]): (id: string) => string {
  const namesakes = new Map<string, number>();
  for (const { name } of teams) namesakes.set(spelling(name), (namesakes.get(spelling(name)) ?? 0) + 1);
  const names = new Map(teams.map(({ id, name }) => [id, namesakes.get(spelling(name)) === 1 ? name : `${name} (${id})`]));
  return (id) => names.get(id) ?? names.get(spelling(id)) ?? id;
}

/** The claim with every team it names as owner, reader or non-reader under the team's name; the very same object where it names none. */
export function nameTeams<C extends ClaimContent>(claim: C, teamName: (id: string) => string): C {
  switch (claim.facet) {
    case 'owner': return claim.is === undefined ? claim : { ...claim, is: named(claim.is, teamName) };
    case 'access': return {
      ...claim,
      ...(claim.mustRead === undefined ? {} : { mustRead: claim.mustRead.map((audience) => named(audience, teamName)) }),
      ...(claim.mustNotRead === undefined ? {} : { mustNotRead: claim.mustNotRead.map((audience) => named(audience, teamName)) }),
    };
    default: return claim;
  }
}

function named(text: string, teamName: (id: string) => string): string {
  return text.trim() === '' ? text : teamName(text);
}

/** The id of the team that is called so, by name or by id; other text stays as it was typed. */
export function teamIdIn(text: string, teams: readonly NamedTeam[]): string {
  const naming = teamNaming(teams);
  const typed = spelling(text);
  return teams.find(({ id }) => id === typed)?.id ?? teams.find(({ id }) => spelling(naming(id)) === typed)?.id ?? text;
}

function spelling(text: string): string {
  return text.trim().toLowerCase();
}
