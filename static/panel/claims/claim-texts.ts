/** A requirement as the form holds it, and back: every field as typed, under `claims.<id>.<field>`. */

import type { ClaimContent, Condition } from '../../../src/domain/context/product-context';
import { entityOf } from '../../../src/domain/conflict/element-path';
import { nameTeams, teamIdIn, teamNaming, type NamedTeam } from '../../../src/domain/context/name-teams';
import { claimSchema } from '../../../src/contract/record';
import { numberAsTyped } from '../../shared/read-number';
import { AS_IT_IS, kindById, kindOfClaim, type ClaimField, type ClaimKind } from './claim-kinds';

/** What the reading needs of the form; `complain` says what cannot be saved, `lack` what is not finished. */
export interface FieldReader {
  readonly locale: string;
  readonly teams: readonly NamedTeam[];
  choice(address: string): string;
  text(address: string): string | undefined;
  number(address: string, unit?: string): number | undefined;
  complain(address: string, words: string): void;
  lack(address: string, words: string): void;
}

/** Before the name of a dimension: `claims.c1.where.journey` is `everywhere` or `only`, `claims.c1.in.journey` lists the values. */
export const WHERE = 'where.';
export const IN = 'in.';

/** A claim nobody has opened, exactly as it is stored. */
export function closedTexts(address: string, claim: ClaimContent): Record<string, string> {
  return { [address]: JSON.stringify(claim) };
}

/** What stands at this address untouched; undefined for a new one. */
export function claimAt(texts: Readonly<Record<string, string>>, address: string): ClaimContent | undefined {
  const written = texts[address];
  if (written === undefined || written === '') return undefined;
  try {
    const parsed = claimSchema.safeParse(JSON.parse(written));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** A claim opened for changing, with teams under their names. */
export function openTexts(address: string, claim: ClaimContent, locale: string, teams: readonly NamedTeam[]): Record<string, string> {
  const kind = kindOfClaim(claim);
  const texts: Record<string, string> = {
    open: 'yes', element: claim.element, model: claim.model, kind: kind.id, level: claim.level, authority: claim.authority ?? '', why: claim.why ?? '',
  };
  for (const field of kind.fields) texts[field.name] = fieldText(claim, field, locale, teams);
  for (const [name, values] of Object.entries(claim.when ?? {})) {
    if (values.length === 0) continue;
    texts[`${WHERE}${name}`] = 'only';
    texts[`${IN}${name}`] = values.join('\n');
  }
  for (const name of claim.everywhere ?? []) texts[`${WHERE}${name}`] ??= 'everywhere';
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${address}.${name}`, text]));
}

function fieldText(claim: ClaimContent, { name }: ClaimField, locale: string, teams: readonly NamedTeam[]): string {
  const value = nameTeams(claim, nameInList(teams))[name];
  if (value === undefined) return '';
  if (typeof value === 'number') return numberAsTyped(value, locale);
  if (typeof value === 'string') return value;
  return value.join(name === 'mustRead' || name === 'mustNotRead' ? ', ' : '\n');
}

/** Names stand in a list that commas separate: one with a comma of its own stays an id. */
function nameInList(teams: readonly NamedTeam[]): (id: string) => string {
  return teamNaming(teams.filter(({ name }) => !name.includes(',')));
}

/** The addresses below this one that hold something. */
export function addressesBelow(texts: Readonly<Record<string, string>>, address: string): readonly string[] {
  return Object.keys(texts).filter((key) => key.startsWith(`${address}.`) && texts[key] !== '');
}

/** The requirements that stand in the form; a new one in which nothing is written is none. */
export function readClaims(reader: FieldReader, texts: Readonly<Record<string, string>>, ids: readonly string[]): readonly ClaimContent[] {
  return ids.flatMap((id) => {
    const address = `claims.${id}`;
    const source = claimAt(texts, address);
    if (texts[`${address}.open`] !== 'yes') return source === undefined ? [] : [source];
    if (source === undefined && addressesBelow(texts, address).every((key) => key === `${address}.open`)) return [];
    return readClaim(reader, texts, address, source, id);
  });
}

function readClaim(reader: FieldReader, texts: Readonly<Record<string, string>>, address: string, source: ClaimContent | undefined, id: string): ClaimContent[] {
  const element = reader.text(`${address}.element`);
  const kind = kindById(reader.choice(`${address}.kind`));
  const level = reader.text(`${address}.level`) as ClaimContent['level'] | undefined;
  if (element === undefined) reader.lack(`${address}.element`, 'Say which shared data it is about, or remove this requirement.');
  if (kind === undefined) reader.lack(`${address}.kind`, 'Choose what is required of it, or remove this requirement.');
  if (level === undefined) reader.lack(`${address}.level`, 'Say how strong it is.');
  const asked = kind === undefined ? {} : askedOf(reader, address, kind, source);
  const where = whereOf(reader, texts, address);
  if (element === undefined || kind === undefined || level === undefined) return [];
  const kept = source !== undefined && (kind === AS_IT_IS || kindOfClaim(source) === kind) ? unasked(source, kind) : { facet: kind.facet };
  const authority = reader.text(`${address}.authority`);
  const why = reader.text(`${address}.why`);
  return [{
    ...kept, id: source?.id ?? id, model: reader.text(`${address}.model`) ?? modelName(element), element, level,
    ...(authority === undefined || level !== 'limit' ? {} : { authority }), ...where, ...(why === undefined ? {} : { why }), ...(kind.fixed ?? {}), ...asked,
  }];
}

/** What the source says and this form does not ask: open bounds, exceptions, JSON texts, a description. */
function unasked(source: ClaimContent, kind: ClaimKind): Omit<ClaimContent, 'id' | 'model' | 'element' | 'level'> {
  const asked = new Set<string>([...kind.fields.map(({ name }) => name), 'id', 'model', 'element', 'level', 'authority', 'when', 'everywhere', 'why']);
  return { facet: source.facet, ...Object.fromEntries(Object.entries(source).filter(([name]) => !asked.has(name))) };
}

function askedOf(reader: FieldReader, address: string, kind: ClaimKind, source: ClaimContent | undefined): Partial<ClaimContent> {
  const unit = kind.fields.some(({ name }) => name === 'unit') ? reader.text(`${address}.unit`) : undefined;
  const found = Object.fromEntries(kind.fields.flatMap((field): [string, unknown][] => {
    const at = `${address}.${field.name}`;
    const isTeam = field.type === 'team' || field.type === 'audiences';
    // What nobody changed stays as it is spelled: only then does opening a requirement change nothing.
    const isSame = isTeam && source?.facet === kind.facet && fieldText(source, field, reader.locale, reader.teams) === reader.text(at);
    const value = isSame ? source[field.name] : valueOf(reader, at, field, unit);
    return value === undefined ? [] : [[field.name, value]];
  })) as Partial<ClaimContent>;
  const typed = kind.fields.some(({ name }) => kind.needs.includes(name) && reader.text(`${address}.${name}`) !== undefined);
  const [first] = kind.needs;
  if (first !== undefined && !typed) reader.lack(`${address}.${first}`, kind.needs.length === 1 ? 'Fill this in.' : 'Fill in at least one of the two.');
  if (found.min !== undefined && found.max !== undefined && found.min > found.max) reader.complain(`${address}.max`, 'This is less than the lower end: nothing could satisfy both.');
  if (found.step !== undefined && found.step <= 0) reader.complain(`${address}.step`, 'Steps are larger than 0.');
  return found;
}

function valueOf(reader: FieldReader, address: string, { type }: ClaimField, unit: string | undefined): unknown {
  switch (type) {
    case 'number': return reader.number(address, unit);
    case 'team': return idOf(reader.text(address), reader.teams);
    case 'text': case 'date': case 'unit': case 'choice': return reader.text(address);
    case 'lines': return listOf(reader.text(address), '\n');
    case 'audiences': return idsOf(listOf(reader.text(address), /[,\n]/), reader.teams);
    default: return type satisfies never;
  }
}

function idOf(text: string | undefined, teams: readonly NamedTeam[]): string | undefined {
  return text === undefined ? undefined : teamIdIn(text, teams);
}

function idsOf(names: readonly string[] | undefined, teams: readonly NamedTeam[]): string[] | undefined {
  return names === undefined ? undefined : [...new Set(names.map((name) => teamIdIn(name, teams)))];
}

function listOf(text: string | undefined, separator: string | RegExp): string[] | undefined {
  const list = (text ?? '').split(separator).map((entry) => entry.trim()).filter((entry) => entry !== '');
  return list.length === 0 ? undefined : [...new Set(list)];
}

function whereOf(reader: FieldReader, texts: Readonly<Record<string, string>>, address: string): Where {
  const { where, unfinished } = whereAt(texts, address);
  for (const name of unfinished) reader.lack(`${address}.${IN}${name}`, 'Tick at least one, or choose “everywhere”.');
  return where;
}

interface Where {
  readonly when?: Condition;
  readonly everywhere?: readonly string[];
}

/** Where something applies, as it was answered at an address; `unfinished` are dimensions that say "only in" and no value. */
export function whereAt(texts: Readonly<Record<string, string>>, address: string): { readonly where: Where; readonly unfinished: readonly string[] } {
  const when: Record<string, readonly string[]> = {};
  const everywhere: string[] = [];
  const unfinished: string[] = [];
  const prefix = `${address}.${WHERE}`;
  for (const key of Object.keys(texts).filter((found) => found.startsWith(prefix)).sort()) {
    const name = key.slice(prefix.length);
    if (texts[key] === 'everywhere') everywhere.push(name);
    if (texts[key] !== 'only') continue;
    const values = listOf(texts[`${address}.${IN}${name}`], '\n');
    if (values === undefined) unfinished.push(name);
    else when[name] = values;
  }
  return { where: { ...(Object.keys(when).length === 0 ? {} : { when }), ...(everywhere.length === 0 ? {} : { everywhere }) }, unfinished };
}

/** A model's id for an element that no imported model has: the entity's name as ids are written. */
export function modelName(element: string): string {
  const name = entityOf(element.trim()).replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase().replaceAll(/[^a-z\d]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return name.slice(0, 40) || 'unnamed';
}
