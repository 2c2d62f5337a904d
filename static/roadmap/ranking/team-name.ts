import type { ProjectSettings } from '../../../src/domain/context/settings';

/** A team's name; one that is no longer in the settings keeps its id, so that nothing disappears with it. */
export function teamName(id: string, { teams }: Pick<ProjectSettings, 'teams'>): string {
  if (id === '') return 'no team stated';
  return teams.find((team) => team.id === id)?.name ?? `${id} (no longer in the settings)`;
}
