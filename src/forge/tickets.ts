import { route } from '@forge/api';
import { bulkFetchReply, linkTypesReply, projectSearchReply, searchReply } from '../contract/jira-replies';
import { CONFLICTS_PROPERTY, CONTEXT_PROPERTY, SETTINGS_PROPERTY } from '../contract/limits';
import type { Outcome, Person } from '../usecases/ports';
import type { SeenTicket, Tickets } from '../usecases/shared-data/ports';
import { askJira, NO_REPLY, type Actor } from './ask-jira';

/** Tickets of one request: a thousand where only single-value fields are named, a hundred where Jira does not know that yet. */
const BATCHES = [1000, 100] as const;
/** Ids of one page of a search. */
const IDS = 1000;

/** Tickets as this actor may see them. */
export function ticketsAs(as: Actor): Tickets {
  return {
    async fetch(ids) {
      const [first, smaller] = BATCHES;
      const all = await fetchInBatches(as, ids, first);
      return all.ok || all.failure.kind !== 'rejected' || ids.length <= smaller ? all : fetchInBatches(as, ids, smaller);
    },
    async search(jql, page) {
      const found = await askJira({
        as, method: 'POST', path: route`/rest/api/3/search/jql`, reply: searchReply, repeatable: true,
        body: { jql, maxResults: IDS, fields: ['id'], ...(page === undefined ? {} : { nextPageToken: page }) },
      });
      if (!found.ok) return found;
      const { issues, nextPageToken } = found.value;
      return { ok: true, value: { ids: issues.map(({ id }) => id), ...(nextPageToken === undefined ? {} : { next: nextPageToken }) } };
    },
  };
}

async function fetchInBatches(as: Actor, ids: readonly string[], size: number): ReturnType<Tickets['fetch']> {
  const tickets: SeenTicket[] = [];
  const unsure: string[] = [];
  for (let from = 0; from < ids.length; from += size) {
    const batch = await askJira({
      as, method: 'POST', path: route`/rest/api/3/issue/bulkfetch`, reply: bulkFetchReply, repeatable: true,
      body: { issueIdsOrKeys: ids.slice(from, from + size), fields: ['status', 'resolution', 'assignee', 'reporter'], properties: [CONTEXT_PROPERTY, CONFLICTS_PROPERTY] },
    });
    if (!batch.ok) return batch;
    tickets.push(...batch.value.issues.map(toTicket));
    unsure.push(...batch.value.issueErrors.flatMap(({ id }) => (id === undefined ? [] : [String(id)])));
  }
  return { ok: true, value: { tickets, unsure } };
}

function toTicket({ id, key, fields, properties }: ReturnType<typeof bulkFetchReply.parse>['issues'][number]): SeenTicket {
  return {
    id, key, isDone: fields.status.statusCategory.key === 'done', context: properties[CONTEXT_PROPERTY], conflicts: properties[CONFLICTS_PROPERTY],
    ...(fields.resolution ? { resolution: fields.resolution.name } : {}), ...personAt('assignee', fields.assignee), ...personAt('reporter', fields.reporter),
  };
}

function personAt<K extends string>(key: K, person: Person | null | undefined): { readonly [key in K]?: Person } {
  return (person ? { [key]: person } : {}) as { readonly [key in K]?: Person };
}

/** Links two tickets as the app; Jira keeps the same link once. */
export async function linkTickets(from: string, to: string): Promise<Outcome<null>> {
  const types = await askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/issueLinkType`, reply: linkTypesReply });
  if (!types.ok) return types;
  const type = types.value.issueLinkTypes.find(({ name }) => name === 'Relates') ?? types.value.issueLinkTypes[0];
  if (type === undefined) return { ok: false, failure: { kind: 'rejected' } };
  return askJira({
    as: 'app', method: 'POST', path: route`/rest/api/3/issueLink`, reply: NO_REPLY, repeatable: true,
    body: { type: { id: type.id }, inwardIssue: { id: from }, outwardIssue: { id: to } },
  });
}

/** Projects whose settings say that Groundwork is on, as far as the app sees them. */
export async function findOptedIn(): Promise<Outcome<readonly string[]>> {
  const ids: string[] = [];
  for (;;) {
    const page = await askJira({
      as: 'app', method: 'GET', reply: projectSearchReply,
      path: route`/rest/api/3/project/search?propertyQuery=${`[${SETTINGS_PROPERTY}].enabled=true`}&startAt=${ids.length}&maxResults=50`,
    });
    if (!page.ok) return page;
    ids.push(...page.value.values.map(({ id }) => id));
    if (page.value.isLast || page.value.values.length === 0) return { ok: true, value: ids };
  }
}
