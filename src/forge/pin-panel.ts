import { getAppContext, route } from '@forge/api';
import { taskReply } from '../contract/jira-replies';
import type { Outcome, PinPanel } from '../usecases/ports';
import { askJira } from './ask-jira';

/** Key of the panel's module in the manifest. */
const PANEL_MODULE = 'product-context-panel';

/** Jira's bulk pin API, as the user; it knows the panel by the app, the environment it is installed from, and its module. */
export const pinPanelEverywhere: PinPanel = async (projectIds, action): Promise<Outcome<string>> => {
  const { appAri, environmentAri } = getAppContext();
  const moduleId = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${PANEL_MODULE}`;
  const task = await askJira({
    method: 'POST', path: route`/rest/api/3/forge/panel/action/bulk/async`, reply: taskReply,
    body: { moduleId, projectList: projectIds.map((projectIdOrKey) => ({ projectIdOrKey, action })) },
  });
  return task.ok ? { ok: true, value: task.value.taskId } : task;
};
