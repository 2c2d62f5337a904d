import { CRITERION_CODES, criteriaOf, type CriterionCode } from './criteria';
import { hasPeriod } from './judge-value';
import type { ContextContent } from './product-context';
import type { ProjectSettings } from './settings';

const ESTIMATE_ONLY: readonly CriterionCode[] = ['sponsor', 'neededBy', 'decides'];
const ASKED_OF_ESTIMATES: readonly CriterionCode[] = ['need', 'team', ...ESTIMATE_ONLY];
const ASKED_OF_INCIDENTS: readonly CriterionCode[] = ['need', 'team', 'outcome'];

/** What an incident leaves for later: `outcome`, asked before Done, wants it together with the delivered levels. */
export const DEFERRED_BY_INCIDENTS: readonly CriterionCode[] = [...criteriaOf('bronze'), ...criteriaOf('silver')]
  .filter((code) => !ASKED_OF_INCIDENTS.includes(code) && !ESTIMATE_ONLY.includes(code));

/**
 * The criteria that are not asked of this ticket; they count as met. An estimate needs only what makes its answer useful. An
 * incident is fixed first: need and team before work, the rest before Done. Otherwise: a period only for money, a theme only
 * where the settings have themes, an answer only in an initiative.
 */
export function notApplicableCriteria(content: ContextContent, settings: ProjectSettings | null): readonly CriterionCode[] {
  if (content.question === 'estimate') return CRITERION_CODES.filter((code) => !ASKED_OF_ESTIMATES.includes(code));
  if (content.origin === 'incident') return CRITERION_CODES.filter((code) => !ASKED_OF_INCIDENTS.includes(code));
  return CRITERION_CODES.filter((code) => ESTIMATE_ONLY.includes(code) || !makesSense(code, content, settings));
}

/** Whether a criterion can be asked at all of a ticket that is to be built. */
export function makesSense(code: CriterionCode, content: ContextContent, settings: ProjectSettings | null): boolean {
  if (code === 'period') return hasPeriod(content);
  if (code === 'theme') return settings === null || settings.themes.length > 0;
  if (code === 'initiative') return content.initiative !== undefined;
  return true;
}
