import { readStoredSettings } from '../contract/settings';
import type { Reply } from '../contract/calls';
import type { ProjectSettings } from '../domain/context/settings';
import { describeEarlyFailure, type Deed } from './describe-failure';
import type { Ports } from './ports';
import { refuse } from './refuse';

/** The settings of an infrastructure project that has opted in, as the user sees them; else why there are none. */
export async function findSettings(ports: Pick<Ports, 'settings'>, projectId: string, deed: Deed): Promise<Reply<ProjectSettings>> {
  const stored = await ports.settings.read(projectId);
  if (!stored.ok) return { ok: false, problem: describeEarlyFailure(stored.failure, deed) };
  const read = readStoredSettings(stored.value);
  switch (read.state) {
    case 'read':
      if (read.settings.enabled && read.settings.project.id === projectId) return { ok: true, value: read.settings };
      return notOptedIn(deed);
    case 'absent': return notOptedIn(deed);
    case 'newer': return refuse('NEWER_VERSION', `The settings of the infrastructure project were written by a newer version of Groundwork. ${deed.kept} Ask your Jira administrator to update the app here.`);
    case 'malformed': return refuse('INVALID', `The settings of the infrastructure project cannot be read: somebody wrote them by hand. ${deed.kept} Ask one of its administrators to open the Groundwork settings there and save them again.`, { details: read.complaints });
    default: return neverState(read);
  }
}

function notOptedIn(deed: Deed) {
  return refuse('NOT_OPTED_IN', `The infrastructure project has not opted in to Groundwork, or you may not see it. ${deed.kept} Choose another infrastructure project, or ask one of its administrators to turn Groundwork on in the project settings.`);
}

function neverState(state: never): never {
  throw new Error(`No settings in ${JSON.stringify(state)}.`);
}
