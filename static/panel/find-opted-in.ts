import { SETTINGS_PROPERTY } from '../../src/contract/limits';
import type { JiraCalls } from '../shared/load-calls';
import { projectPageSchema } from './jira-replies';
import * as z from 'zod';

export interface OptedIn {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export type OptedInFound = { readonly ok: true; readonly projects: readonly OptedIn[] } | { readonly ok: false; readonly words: string };

const PAGE = 50;
const enabledSchema = z.object({ enabled: z.literal(true) });

/**
 * Projects that opted in and that this user may browse. The search by property is experimental in Jira: where it is refused, all
 * projects are paged through and filtered here.
 */
export async function findOptedIn(calls: JiraCalls): Promise<OptedInFound> {
  const query = encodeURIComponent(`[${SETTINGS_PROPERTY}].enabled=true`);
  const first = await pageThrough(calls, `&propertyQuery=${query}`, () => true);
  return first.ok ? first : pageThrough(calls, `&properties=${SETTINGS_PROPERTY}`, (properties) => enabledSchema.safeParse(properties?.[SETTINGS_PROPERTY]).success);
}

async function pageThrough(calls: JiraCalls, query: string, keep: (properties: Readonly<Record<string, unknown>> | null | undefined) => boolean): Promise<OptedInFound> {
  const projects: OptedIn[] = [];
  for (let startAt = 0; ; startAt += PAGE) {
    const outcome = await calls.request(`/rest/api/3/project/search?startAt=${startAt}&maxResults=${PAGE}${query}`);
    const page = outcome.kind === 'answered' && outcome.status === 200 ? projectPageSchema.safeParse(outcome.body) : undefined;
    if (page?.success !== true) return { ok: false, words: 'Jira did not list the projects. Try again in a moment.' };
    projects.push(...page.data.values.filter(({ properties }) => keep(properties)).map(({ id, key, name }) => ({ id, key, name: name ?? key })));
    if (page.data.isLast !== false || page.data.values.length === 0) return { ok: true, projects };
  }
}
