/** Groups demand by what people ask about: who wants it, who pays for it, why it came, where it belongs. */

import { GRADES, type Grade } from '../context/product-context';
import type { ProjectSettings } from '../context/settings';
import { isUnderstood, type Demand } from './demand';
import { ORIGIN_WORDS, GRADE_WORDS } from './demand-words';

export const GROUPINGS = ['team', 'sponsor', 'origin', 'theme', 'initiative', 'grade'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface DemandGroup {
  /** The value that its tickets share; empty where it is not stated. */
  readonly id: string;
  readonly label: string;
  /** The id stands on tickets but no longer in the settings (a team renamed by hand or removed). */
  readonly isUnlisted: boolean;
  readonly demands: readonly Demand[];
  readonly byGrade: Readonly<Record<Grade, number>>;
  readonly understood: number;
  readonly bypassed: number;
}

/**
 * Groups in the order of the settings, then by name, "not stated" last; inside a group better understood tickets first, then
 * the greater worth, then the ticket's number. Order of input never matters.
 */
export function groupDemand(demands: readonly Demand[], by: Grouping, settings: ProjectSettings): DemandGroup[] {
  const found = new Map<string, Demand[]>();
  const initiatives = new Set(demands.flatMap(({ initiative }) => initiative ?? []));
  for (const demand of demands) {
    const id = valueOf(demand, by, initiatives);
    const group = found.get(id);
    if (group === undefined) found.set(id, [demand]);
    else group.push(demand);
  }
  const listed = listedIds(by, settings);
  return [...found]
    .map(([id, members]) => describeGroup(id, members, by, settings))
    .sort((a, b) => place(a, listed) - place(b, listed) || compareText(a.label, b.label) || compareText(a.id, b.id));
}

function describeGroup(id: string, members: readonly Demand[], by: Grouping, settings: ProjectSettings): DemandGroup {
  const byGrade: Record<Grade, number> = { none: 0, bronze: 0, silver: 0, gold: 0 };
  for (const demand of members) byGrade[demand.grade] += 1;
  const name = nameOf(id, by, settings);
  return {
    id, label: name ?? id, isUnlisted: id !== '' && name === undefined && (by === 'team' || by === 'theme'),
    demands: sortDemands(members), byGrade,
    understood: members.filter(isUnderstood).length,
    bypassed: members.filter((demand) => demand.bypass !== undefined).length,
  };
}

function valueOf(demand: Demand, by: Grouping, initiatives: ReadonlySet<string>): string {
  switch (by) {
    case 'team': return demand.team ?? '';
    case 'sponsor': return demand.sponsor ?? '';
    case 'origin': return demand.origin ?? '';
    case 'theme': return demand.theme ?? '';
    // An initiative's own ticket stands with its parts.
    case 'initiative': return demand.initiative ?? (initiatives.has(demand.ticket.key) ? demand.ticket.key : '');
    case 'grade': return demand.grade;
    default: return by satisfies never;
  }
}

const NOT_STATED: Record<Grouping, string> = {
  team: 'No team stated', sponsor: 'No sponsor stated', origin: 'No origin stated', theme: 'No theme', initiative: 'In no initiative', grade: '',
};

function nameOf(id: string, by: Grouping, settings: ProjectSettings): string | undefined {
  if (id === '') return NOT_STATED[by];
  switch (by) {
    case 'team': return settings.teams.find((team) => team.id === id)?.name;
    case 'theme': return settings.themes.find((theme) => theme.id === id)?.name;
    case 'origin': return ORIGIN_WORDS[id as keyof typeof ORIGIN_WORDS];
    case 'grade': return GRADE_WORDS[id as Grade];
    case 'sponsor':
    case 'initiative': return id;
    default: return by satisfies never;
  }
}

function listedIds(by: Grouping, settings: ProjectSettings): readonly string[] {
  switch (by) {
    case 'team': return settings.teams.map((team) => team.id);
    case 'theme': return settings.themes.map((theme) => theme.id);
    case 'origin': return Object.keys(ORIGIN_WORDS);
    case 'grade': return [...GRADES].reverse();
    case 'sponsor':
    case 'initiative': return [];
    default: return by satisfies never;
  }
}

function place(group: DemandGroup, listed: readonly string[]): number {
  if (group.id === '') return Number.POSITIVE_INFINITY;
  const at = listed.indexOf(group.id);
  return at === -1 ? listed.length : at;
}

/** What rows are compared by is read once a row, not once a comparison: 10,000 tickets would block a page otherwise. */
function sortDemands(members: readonly Demand[]): Demand[] {
  return members
    .map((demand) => {
      const [project, number] = splitKey(demand.ticket.key);
      return { demand, grade: GRADES.indexOf(demand.grade), middle: middle(demand), project, number };
    })
    .sort((a, b) => b.grade - a.grade || b.middle - a.middle || compareText(a.project, b.project) || a.number - b.number)
    .map(({ demand }) => demand);
}

function middle(demand: Demand): number {
  return demand.worth.kind === 'range' ? (demand.worth.low + demand.worth.high) / 2 : 0;
}

/** BUYER-9 before BUYER-12. */
export function compareKeys(a: string, b: string): number {
  const [projectA, numberA] = splitKey(a);
  const [projectB, numberB] = splitKey(b);
  return compareText(projectA, projectB) || numberA - numberB;
}

function splitKey(key: string): [string, number] {
  const dash = key.lastIndexOf('-');
  return [key.slice(0, dash), Number(key.slice(dash + 1))];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
