/** The settings as they are typed, and their way to and from what is stored. */

import { settingsContentSchema, type SettingsContent } from '../../src/contract/settings';
import { TEAM_COLOURS, type Capacity, type TeamColour } from '../../src/domain/context/settings';
import { numberAsTyped, readNumber } from '../shared/read-number';
import { uniqueSlug } from './unique-slug';

/** A row that exists before it has an id; `id` is what records refer to and is given once, at the first save. */
export interface TeamRow {
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly projects: readonly string[];
  readonly colour: TeamColour;
  readonly share: string;
  readonly freeLow: string;
  readonly freeHigh: string;
}

export interface ThemeRow {
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly target: string;
}

export interface GateRow {
  readonly key: string;
  readonly gate?: string;
  readonly name: string;
  readonly criteria: readonly string[];
}

export interface DimensionRow {
  readonly key: string;
  readonly name: string;
  /** One value a line. */
  readonly values: string;
}

export interface RateRow {
  readonly key: string;
  readonly currency: string;
  readonly rate: string;
}

export interface SettingsDraft {
  readonly enabled: boolean;
  readonly teams: readonly TeamRow[];
  readonly themes: readonly ThemeRow[];
  readonly currency: string;
  readonly rates: readonly RateRow[];
  readonly capacityLow: string;
  readonly capacityHigh: string;
  readonly capacityPer: Capacity['per'];
  readonly interruptAllowance: string;
  /** Empty: project administrators. */
  readonly infraRole: string;
  readonly gates: readonly GateRow[];
  readonly conditions: readonly DimensionRow[];
  /** One resolution a line; empty: the usual ones. */
  readonly notBuilt: string;
}

/** What keeps a draft from being saved: the id of the input and what to write there instead. */
export interface Complaint {
  readonly field: string;
  readonly words: string;
}

export interface DraftPlace {
  readonly project: { readonly id: string; readonly key: string };
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly locale: string;
}

/** The draft that shows stored settings. */
export function draftOf(content: SettingsContent, locale: string): SettingsDraft {
  const typed = (value: number | undefined) => numberAsTyped(value, locale);
  return {
    enabled: content.enabled,
    teams: content.teams.map(({ share, free, ...team }) => ({ ...team, key: team.id, share: typed(share), freeLow: typed(free?.low), freeHigh: typed(free?.high) })),
    themes: content.themes.map(({ target, ...theme }) => ({ ...theme, key: theme.id, target: typed(target) })),
    currency: content.currency,
    rates: Object.entries(content.rates ?? {}).map(([currency, rate]) => ({ key: currency, currency, rate: typed(rate) })),
    capacityLow: typed(content.capacity?.low), capacityHigh: typed(content.capacity?.high), capacityPer: content.capacity?.per ?? 'month',
    interruptAllowance: typed(content.interruptAllowance),
    infraRole: content.infraRole?.id ?? '',
    gates: content.gates.map((gate) => ({ ...gate, key: gate.gate })),
    conditions: content.conditions.map(({ name, values }) => ({ key: name, name, values: values.join('\n') })),
    notBuilt: (content.notBuilt ?? []).join('\n'),
  };
}

export type ReadDraft =
  | { readonly ok: true; readonly content: SettingsContent }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads what was typed. `known` is what was stored: a role that is not listed any more is kept. */
export function readDraft(draft: SettingsDraft, place: DraftPlace, known: SettingsContent | undefined): ReadDraft {
  const complaints: Complaint[] = [];
  const number = (field: string, typed: string, most?: number): number | undefined => {
    const read = readNumber(typed, { locale: place.locale, unit: '%' });
    if (read.state === 'unreadable') complaints.push({ field, words: read.words });
    if (read.state !== 'number') return undefined;
    if (read.value < 0) complaints.push({ field, words: 'This cannot be below 0.' });
    if (most !== undefined && read.value > most) complaints.push({ field, words: `This cannot be above ${most}.` });
    return read.value;
  };
  const capacity = readCapacity(draft, number, complaints);
  const role = place.roles.find(({ id }) => id === draft.infraRole) ?? (known?.infraRole?.id === draft.infraRole ? known.infraRole : undefined);
  const rates = readRates(draft, number, complaints);
  const content = {
    enabled: draft.enabled, project: { id: place.project.id, key: place.project.key },
    teams: readTeams(draft.teams, number, complaints), themes: readThemes(draft.themes, number, complaints),
    currency: draft.currency.trim().toUpperCase(), ...(rates === undefined ? {} : { rates }), ...(capacity === undefined ? {} : { capacity }),
    interruptAllowance: number('interruptAllowance', draft.interruptAllowance, 100) ?? 0,
    ...(role === undefined ? {} : { infraRole: role }),
    gates: readGates(draft.gates, complaints), conditions: readConditions(draft.conditions, complaints),
    ...readNotBuilt(draft.notBuilt),
  };
  if (!/^[A-Z]{3}$/.test(content.currency)) complaints.push({ field: 'currency', words: 'Write the three letters of the currency, such as USD.' });
  if (complaints.length > 0) return { ok: false, complaints };
  const parsed = settingsContentSchema.safeParse(content);
  if (parsed.success) return { ok: true, content: parsed.data };
  return { ok: false, complaints: parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), words: `${issue.path.join('.')}: ${issue.message}.` })) };
}

type ReadField = (field: string, typed: string, most?: number) => number | undefined;

function readCapacity(draft: SettingsDraft, number: ReadField, complaints: Complaint[]): Capacity | undefined {
  const range = readRange({ field: 'capacityLow', typed: draft.capacityLow }, { field: 'capacityHigh', typed: draft.capacityHigh }, number, complaints);
  return range === undefined ? undefined : { ...range, per: draft.capacityPer };
}

interface TypedEnd {
  readonly field: string;
  readonly typed: string;
}

/** Both ends of a capacity, or neither. */
function readRange(lowest: TypedEnd, highest: TypedEnd, number: ReadField, complaints: Complaint[]): { readonly low: number; readonly high: number } | undefined {
  const low = number(lowest.field, lowest.typed);
  const high = number(highest.field, highest.typed);
  if (low === undefined && high === undefined) return undefined;
  if (low === undefined) complaints.push({ field: lowest.field, words: 'Give both ends of the range, or leave both empty.' });
  if (high === undefined) complaints.push({ field: highest.field, words: 'Give both ends of the range, or leave both empty.' });
  if (low === undefined || high === undefined) return undefined;
  if (low > high) complaints.push({ field: highest.field, words: 'The lowest capacity is above the highest: swap them.' });
  return { low, high };
}

function readRates(draft: SettingsDraft, number: ReadField, complaints: Complaint[]): Record<string, number> | undefined {
  const rates: Record<string, number> = {};
  draft.rates.forEach(({ key, currency, rate }) => {
    const code = currency.trim().toUpperCase();
    const value = number(`rates.${key}.rate`, rate);
    if (!/^[A-Z]{3}$/.test(code)) complaints.push({ field: `rates.${key}.currency`, words: 'Write the three letters of the currency, such as EUR.' });
    else if (Object.hasOwn(rates, code)) complaints.push({ field: `rates.${key}.currency`, words: `${code} stands there twice: remove one of the two.` });
    if (value === undefined || value === 0) complaints.push({ field: `rates.${key}.rate`, words: 'Give a rate above 0.' });
    else rates[code] = value;
  });
  return Object.keys(rates).length === 0 ? undefined : rates;
}

function readTeams(rows: readonly TeamRow[], number: ReadField, complaints: Complaint[]) {
  complainAboutNames('teams', rows, 'team', complaints);
  const taken = rows.flatMap(({ id }) => id ?? []);
  return rows.map(({ key, id, name, projects, colour, share, freeLow, freeHigh }) => {
    const free = readRange({ field: `teams.${key}.freeLow`, typed: freeLow }, { field: `teams.${key}.freeHigh`, typed: freeHigh }, number, complaints);
    const weight = number(`teams.${key}.share`, share, 100);
    if (weight === 0) complaints.push({ field: `teams.${key}.share`, words: 'A share must be above 0; leave it empty for an equal share.' });
    return {
      id: id ?? uniqueSlug(name, taken), name: name.trim(), projects: [...projects], colour, ...(weight === undefined ? {} : { share: weight }), ...(free === undefined ? {} : { free }),
    };
  });
}

function readThemes(rows: readonly ThemeRow[], number: ReadField, complaints: Complaint[]) {
  complainAboutNames('themes', rows, 'theme', complaints);
  const taken = rows.flatMap(({ id }) => id ?? []);
  return rows.map(({ key, id, name, target }) => {
    const percent = number(`themes.${key}.target`, target, 100);
    return { id: id ?? uniqueSlug(name, taken), name: name.trim(), ...(percent === undefined ? {} : { target: percent }) };
  });
}

function readGates(rows: readonly GateRow[], complaints: Complaint[]) {
  complainAboutNames('gates', rows, 'gate', complaints);
  const taken = rows.flatMap(({ gate }) => gate ?? []);
  return rows.map(({ key, gate, name, criteria }) => {
    if (criteria.length === 0) complaints.push({ field: `gates.${key}.criteria`, words: 'A gate that wants nothing holds nothing: choose what it wants, or remove it.' });
    return { gate: gate ?? uniqueSlug(name, taken), name: name.trim(), criteria: [...criteria] };
  });
}

function readConditions(rows: readonly DimensionRow[], complaints: Complaint[]) {
  complainAboutNames('conditions', rows, 'condition', complaints);
  return rows.map(({ name, values }) => ({ name: name.trim(), values: linesOf(values) }));
}

function readNotBuilt(typed: string): { readonly notBuilt?: string[] } {
  const notBuilt = linesOf(typed);
  return notBuilt.length === 0 ? {} : { notBuilt };
}

/** What stands on the lines, each once. */
function linesOf(typed: string): string[] {
  return [...new Set(typed.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
}

function complainAboutNames(list: string, rows: readonly { readonly key: string; readonly name: string }[], noun: string, complaints: Complaint[]): void {
  rows.forEach(({ key, name }, at) => {
    const field = `${list}.${key}.name`;
    const same = (other: { readonly name: string }) => other.name.trim().toLowerCase() === name.trim().toLowerCase();
    if (name.trim() === '') complaints.push({ field, words: `Name this ${noun}, or remove it.` });
    else if (rows.findIndex(same) !== at) complaints.push({ field, words: `Another ${noun} is called “${name.trim()}”: give each a name of its own.` });
  });
}

/** The first colour that no team has yet. */
export function nextColour(rows: readonly TeamRow[]): TeamColour {
  return TEAM_COLOURS.find((colour) => !rows.some((row) => row.colour === colour)) ?? 'gray';
}
