import * as z from 'zod';
import { findProject } from '../jira/find-issue';
import { refuse } from '../jira/refusal';
import { moduleKeyOf } from '../workflow/app-modules';
import { readBody } from './read-body';
import { requireAdministrator } from './require-actor';
import type { Route } from './route';
import { recordTask } from './task-routes';

const schema = z.strictObject({
  moduleId: z.string(), projectList: z.array(z.strictObject({ projectIdOrKey: z.string(), action: z.enum(['PIN', 'UNPIN']) })).min(1).max(1000),
});

export const PANEL_ROUTES: readonly Route[] = [
  {
    method: 'POST', pattern: '/rest/api/3/forge/panel/action/bulk/async', scopes: ['manage:jira-project'], writes: true,
    handle: (call) => {
      requireAdministrator(call);
      const { moduleId, projectList } = readBody(call.body, schema);
      const moduleKey = moduleKeyOf(call.services.app, moduleId);
      if (moduleKey === undefined || !call.services.app.issuePanels.some(({ key }) => key === moduleKey)) refuse(400, `There is no issue panel module with the id '${moduleId}'.`);
      for (const { projectIdOrKey, action } of projectList) {
        const project = findProject(call.tables, call.actor, projectIdOrKey);
        const pinned = new Set(call.tables.pinnedPanels.get(project.id) ?? []);
        if (action === 'PIN') pinned.add(moduleKey);
        else pinned.delete(moduleKey);
        call.tables.pinnedPanels.put(project.id, [...pinned]);
      }
      return { status: 202, body: { taskId: recordTask(call, 'Bulk pin of an issue panel', {}).id } };
    },
  },
];
