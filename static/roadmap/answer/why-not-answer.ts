import type { ReadyDemand } from '../../shared/demand-store';

/** Who gives infrastructure's answers, for those who do not; undefined for those who do. */
export function whyNotAnswer({ mayAnswer, settings: { project, infraRole } }: Pick<ReadyDemand, 'mayAnswer' | 'settings'>): string | undefined {
  if (mayAnswer) return undefined;
  return infraRole === undefined ? `Only administrators of ${project.key} answer for it` : `Only people in the role “${infraRole.name}” of ${project.key} answer for it`;
}
