/** Demand as rows of a table file: one header, one row a ticket, every value as text or a plain number. */

import { rangeCells } from '../ranking/number-cells';
import { criterionLabel } from '../context/criteria';
import type { ProjectSettings } from '../context/settings';
import type { Demand } from './demand';
import { ANSWER_WORDS, FRESHNESS_WORDS, GRADE_NAMES, NOT_COMPARABLE_WORDS, ORIGIN_WORDS, OVER_WORDS, STANDING_WORDS } from './demand-words';
import type { MonthlyWorth } from './worth-a-month';

export const DEMAND_COLUMNS = [
  'Key', 'Summary', 'Status', 'Project', 'Team', 'Sponsor', 'Origin', 'Theme', 'Initiative', 'Grade', 'Missing', 'Worth a month, low',
  'Worth a month, high', 'Currency', 'Worth note', 'How good is the evidence, 0 to 1', 'Why', 'Our answer', 'Reason of the answer', 'Context', 'Bypassed gate', 'Bypass reason', 'Asked from outside, not gated',
  'Reporter', 'Created', 'Updated',
] as const;

/** Unknown worth is an empty cell with a note, never a zero. */
export function demandRows(demands: readonly Demand[], settings: ProjectSettings): (string | number)[][] {
  const teams = new Map(settings.teams.map((team) => [team.id, team.name]));
  const themes = new Map(settings.themes.map((theme) => [theme.id, theme.name]));
  return [[...DEMAND_COLUMNS], ...demands.map((demand) => demandRow(demand, teams, themes))];
}

function demandRow(demand: Demand, teams: ReadonlyMap<string, string>, themes: ReadonlyMap<string, string>): (string | number)[] {
  const { ticket, worth } = demand;
  return [
    ticket.key, ticket.summary, ticket.status, ticket.project.key,
    teams.get(demand.team ?? '') ?? demand.team ?? '', demand.sponsor ?? '', demand.origin === undefined ? '' : ORIGIN_WORDS[demand.origin],
    themes.get(demand.theme ?? '') ?? demand.theme ?? '', demand.initiative ?? '', GRADE_NAMES[demand.grade],
    demand.missing.map(criterionLabel).join('; '),
    ...moneyCells(worth), demand.content.value?.credibility ?? '',
    demand.why ?? '', demand.answer === undefined ? '' : ANSWER_WORDS[demand.answer], demand.content.answer?.why ?? '',
    [STANDING_WORDS[demand.standing], FRESHNESS_WORDS[demand.freshness]].filter((words) => words !== '').join(', '),
    demand.bypass?.gate ?? '', demand.bypass?.why ?? '', demand.outside ? 'yes' : 'no',
    ticket.reporter?.name ?? '', ticket.created, ticket.updated,
  ];
}

function moneyCells(worth: MonthlyWorth): (string | number)[] {
  switch (worth.kind) {
    case 'range': return [...rangeCells(worth), worth.currency, worth.notes.join(', ')];
    case 'over': return [0, 0, worth.currency, OVER_WORDS];
    default: return ['', '', '', NOT_COMPARABLE_WORDS[worth.kind]];
  }
}
