import { refuse } from '../jira/refusal';
import { listParameter } from './read-body';
import type { RestCall } from './route';

/** What `expand` asks for; refuses with 501 what this site would have to leave out, so that nobody takes silence for an answer. */
export function readExpand(call: RestCall, served: readonly string[], given: readonly string[] = listParameter(call.query, 'expand') ?? []): readonly string[] {
  const missing = given.filter((name) => !served.includes(name));
  if (missing.length > 0) {
    call.services.log.write('warning', `501: this local Jira does not serve expand=${missing.join(',')} here. A real site may.`);
    refuse(501, `The local Jira does not implement expand=${missing.join(',')} here.`);
  }
  return given;
}
