import type { Reply } from '../contract/calls';
import type { ContentField } from '../domain/context/product-context';
import type { ProjectSettings } from '../domain/context/settings';
import { describeEarlyFailure, type Deed } from './describe-failure';
import { listFields } from './field-words';
import type { Permissions } from './ports';
import { refuse } from './refuse';

/** Only the role that the settings name, by default the project's administrators, writes these fields; asked as the user. */
export async function mayWriteInfrastructurePart(
  permissions: Permissions, settings: ProjectSettings, fields: readonly ContentField[], deed: Deed,
): Promise<Reply<null>> {
  const { project, infraRole } = settings;
  const answer = infraRole === undefined
    ? await permissions.mayInProject(project.id, 'ADMINISTER_PROJECTS')
    : await permissions.isInRole(project.id, infraRole.name);
  if (!answer.ok) return { ok: false, problem: describeEarlyFailure(answer.failure, deed) };
  if (answer.value) return { ok: true, value: null };
  const who = infraRole === undefined ? `the administrators of ${project.key}` : `people in the role "${infraRole.name}" of ${project.key}`;
  return refuse('FORBIDDEN', `Only ${who} may change ${listFields(fields)}. ${deed.kept} Leave that part as it was and save again, or ask them to fill it in.`);
}
