/** Which tickets of the backlog desk are shown: by project, component, label and words. */

import type { Demand } from '../../../src/domain/demand/demand';
import type { DeskFields } from '../../shared/load-desk-fields';

export interface DeskFilter {
  readonly project?: string;
  readonly component?: string;
  readonly label?: string;
  readonly text?: string;
  readonly team?: string;
}

/** Component and label hold back every ticket whose fields are not read yet. */
export function filterDesk(demands: readonly Demand[], filter: DeskFilter, fields: ReadonlyMap<string, DeskFields>): Demand[] {
  const words = (filter.text ?? '').toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  return demands.filter(({ ticket, team }) => {
    const desk = fields.get(ticket.id);
    const text = `${ticket.key}\n${ticket.summary}`.toLocaleLowerCase();
    return (filter.project === undefined || ticket.project.id === filter.project)
      && (filter.component === undefined || desk?.components.includes(filter.component) === true)
      && (filter.label === undefined || desk?.labels.includes(filter.label) === true)
      && (filter.team === undefined || (team ?? '-') === filter.team)
      && words.every((word) => text.includes(word));
  });
}

/** What there is to choose from, the most frequent first. */
export function deskChoices(demands: readonly Demand[], fields: ReadonlyMap<string, DeskFields>) {
  const projects = new Map<string, { label: string; count: number }>();
  const components = new Map<string, { label: string; count: number }>();
  const labels = new Map<string, { label: string; count: number }>();
  for (const { ticket } of demands) {
    add(projects, ticket.project.id, ticket.project.name === '' ? ticket.project.key : ticket.project.name);
    const desk = fields.get(ticket.id);
    for (const component of desk?.components ?? []) add(components, component, component);
    for (const label of desk?.labels ?? []) add(labels, label, label);
  }
  return { projects: sorted(projects), components: sorted(components), labels: sorted(labels) };
}

function add(counts: Map<string, { label: string; count: number }>, id: string, label: string): void {
  const entry = counts.get(id);
  if (entry === undefined) counts.set(id, { label, count: 1 });
  else entry.count += 1;
}

function sorted(counts: ReadonlyMap<string, { label: string; count: number }>): { id: string; label: string; count: number }[] {
  return [...counts].map(([id, entry]) => ({ id, ...entry })).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** The filter as the page's address says it. */
export function readDeskFilter(search: URLSearchParams): DeskFilter {
  const filter: Record<string, string> = {};
  for (const name of ['project', 'component', 'label', 'text', 'team']) {
    const value = search.get(name);
    if (value !== null && value !== '') filter[name] = value;
  }
  return filter;
}
