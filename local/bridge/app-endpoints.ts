/** What the shell asks about the installed app: its modules, and its scheduled triggers to run now. */

import * as z from 'zod';
import { ENVIRONMENT_ID, appIdOf } from '../forge/app-identity';
import type { ForgeHost } from '../forge/forge-host';
import type { PageModule } from '../forge/manifest';
import { json, type Handler } from '../server/handler';
import { describeRule } from './describe-rule';
import type { PanelPlaces } from './panel-places';

export interface AppEndpointsOptions {
  readonly host: ForgeHost;
  readonly appOrigin: () => string;
  readonly panels: PanelPlaces;
}

/** A module with a page, as the shell draws it. */
export interface ShellModule {
  readonly key: string;
  readonly title: string;
  readonly resource: string;
  /** Absent: the frame follows its content. */
  readonly viewportSize?: string;
  readonly pages: readonly { readonly title: string; readonly route: string }[];
}

/** A rule that the app offers in the workflow editor. */
export interface ShellRule {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly resources: { readonly view?: string; readonly edit?: string; readonly create?: string };
}

/** The installed app, as the shell needs it. */
export interface ShellApp {
  readonly appId: string;
  readonly environmentId: string;
  readonly appOrigin: string;
  readonly issuePanels: readonly ShellModule[];
  readonly issueContexts: readonly ShellModule[];
  readonly projectPages: readonly ShellModule[];
  readonly projectSettingsPages: readonly ShellModule[];
  readonly rules: readonly ShellRule[];
  readonly schedules: readonly string[];
}

const panelRequest = z.object({ moduleKey: z.string() });

/**
 * Answers GET /local/app, GET and POST /local/app/panels?issue=ID&project=ID, GET
 * /local/app/rules/KEY/description?config=JSON, and POST /local/app/schedules/KEY.
 */
export function createAppEndpoints({ host, appOrigin, panels }: AppEndpointsOptions): Handler {
  const { modules } = host.manifest;
  return async ({ origin, method, url, body }) => {
    if (origin !== 'shell' || !url.pathname.startsWith('/local/app')) return undefined;
    if (method === 'GET' && url.pathname === '/local/app') {
      const app: ShellApp = {
        appId: appIdOf(host.manifest), environmentId: ENVIRONMENT_ID, appOrigin: appOrigin(),
        issuePanels: modules['jira:issuePanel'].map(describe), issueContexts: modules['jira:issueContext'].map(describe),
        projectPages: modules['jira:projectPage'].map(describe), projectSettingsPages: modules['jira:projectSettingsPage'].map(describe),
        rules: modules['jira:workflowValidator'].map(({ key, name, description, view, edit, create }) => ({
          key, name, description,
          resources: {
            ...(view === undefined ? {} : { view: view.resource }), ...(edit === undefined ? {} : { edit: edit.resource }),
            ...(create === undefined ? {} : { create: create.resource }),
          },
        })),
        schedules: modules.scheduledTrigger.map(({ key }) => key),
      };
      return json(app);
    }
    if (url.pathname === '/local/app/panels') {
      const place = { issueId: url.searchParams.get('issue') ?? '', projectId: url.searchParams.get('project') ?? '' };
      if (method === 'POST') panels.show(place, panelRequest.parse(JSON.parse(body.toString('utf8'))).moduleKey);
      return json({ shown: modules['jira:issuePanel'].map(({ key }) => key).filter((key) => panels.isShown(place, key)) });
    }
    const ruleKey = /^\/local\/app\/rules\/([\w-]+)\/description$/.exec(url.pathname)?.[1];
    const rule = modules['jira:workflowValidator'].find(({ key }) => key === ruleKey);
    if (method === 'GET' && rule !== undefined) return json({ words: describeRule(rule, url.searchParams.get('config') ?? '') });
    const trigger = /^\/local\/app\/schedules\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (method !== 'POST' || trigger === undefined || !modules.scheduledTrigger.some(({ key }) => key === trigger)) return undefined;
    await host.schedules.run(trigger);
    return new Response(null, { status: 204 });
  };
}

function describe({ key, title, label, resource, viewportSize, pages }: PageModule): ShellModule {
  return {
    key, title: title ?? label ?? key, resource, ...(viewportSize === undefined ? {} : { viewportSize }),
    pages: (pages ?? []).map((page) => ({ title: page.title, route: page.route })),
  };
}
