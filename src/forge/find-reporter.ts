import { route } from '@forge/api';
import { reporterReply } from '../contract/jira-replies';
import type { FindReporter } from '../usecases/ports';
import { askJira } from './ask-jira';

/** Who reported the ticket, as the user may see it; kept nowhere. */
export const findReporter: FindReporter = async (issueId) => {
  const issue = await askJira({ method: 'GET', path: route`/rest/api/3/issue/${issueId}?fields=reporter`, reply: reporterReply });
  return issue.ok ? { ok: true, value: issue.value.fields.reporter ?? undefined } : issue;
};
