/** What tickets are worth together, a month, as a 90 % range: the worths of one team err together, and an initiative counts once. Rules: DM9, PL128 to PL130. */

import type { ProjectSettings } from '../context/settings';
import type { Demand } from '../demand/demand';
import { worthAlone, type RankingBasis } from '../ranking/candidate';
import { conditionalSums, type ConditionalSum } from '../ranking/conditional-sums';
import { DRAWS } from '../ranking/chance-to-win';
import { groupStream, RHO_WORTH } from '../ranking/draws';
import type { LogNormal, Normal } from '../ranking/estimate';
import { bearerOfWorth, groupInitiatives } from '../ranking/initiative-groups';
import { mustOf } from '../ranking/must';
import { Z90 } from '../ranking/normal';
import { NormalStream } from '../ranking/normal-stream';
import { percentiles } from '../ranking/simulate';
import { percentilesOf, type SumRange } from './group-effort';
import { inInitiatives } from './initiative-parts';
import { isToBeBuilt } from './ticket-numbers';

/** What a ticket is in a sum of worths. */
export type WorthRole =
  /** `team`: whose worths it errs together with; empty: nobody's. */
  | { readonly kind: 'counted'; readonly worth: LogNormal | Normal; readonly team: string }
  /** The worth of its initiative stands elsewhere, once. */
  | { readonly kind: 'in-initiative' }
  | { readonly kind: 'not-comparable' }
  /** Declined, a question that only wants an answer, or a copied draft. */
  | { readonly kind: 'not-built' };

export interface WorthSum {
  /** Absent where nothing is known, or all that is known is nothing. */
  readonly range?: SumRange;
  readonly comparable: number;
  readonly notComparable: number;
  readonly inInitiative: number;
  readonly notBuilt: number;
}

export interface WorthBasis extends RankingBasis {
  readonly settings: Pick<ProjectSettings, 'currency' | 'rates'>;
}

/** By ticket id. Read from the whole demand, so that a filter never changes whose worth an initiative counts. */
export function worthRoles(demands: readonly Demand[], basis: WorthBasis): ReadonlyMap<string, WorthRole> {
  return countInitiativesOnce(demands, demands.map((demand) => ownRole(demand, basis)));
}

/** By ticket id, from what each is by itself, in the order of the tickets. */
export function countInitiativesOnce(demands: readonly Demand[], own: readonly WorthRole[]): ReadonlyMap<string, WorthRole> {
  const roles = new Map(demands.map(({ ticket }, at): [string, WorthRole] => [ticket.id, own[at] ?? { kind: 'not-built' }]));
  const parts = inInitiatives(demands.filter(isToBeBuilt)).filter(({ content }) => mustOf(content) === undefined)
    .map(({ ticket: { id, key }, initiative }) => ({ id, key, ...(initiative === undefined ? {} : { initiative }) }));
  for (const { own: whole, members } of groupInitiatives(parts)) {
    const all = whole === undefined ? members : [whole, ...members];
    const bearer = bearerOfWorth({ own: whole, members }, ({ id }) => meanOf(roles.get(id)));
    if (bearer !== undefined) for (const { id } of all) if (id !== bearer.id) roles.set(id, { kind: 'in-initiative' });
  }
  return roles;
}

function meanOf(role: WorthRole | undefined): number | undefined {
  return role?.kind === 'counted' ? role.worth.mean : undefined;
}

/** Of these tickets, by what each is in a sum. */
export function sumWorths(members: readonly Demand[], roles: ReadonlyMap<string, WorthRole>): WorthSum {
  const found = members.flatMap(({ ticket }) => roles.get(ticket.id) ?? []);
  const counted = found.filter((role) => role.kind === 'counted');
  const many = (kind: WorthRole['kind']): number => found.filter((role) => role.kind === kind).length;
  const range = rangeOfSum(counted.filter(({ worth }) => worth.kind === 'normal' || worth.mean > 0));
  return { comparable: counted.length, notComparable: many('not-comparable'), inInitiative: many('in-initiative'), notBuilt: many('not-built'), ...(range === undefined ? {} : { range }) };
}

/** What it is by itself. Its worth counts with or without an effort. */
export function ownRole(demand: Demand, basis: WorthBasis): WorthRole {
  if (!isToBeBuilt(demand)) return { kind: 'not-built' };
  const { ticket: { id, key }, content, team = '' } = demand;
  const candidate = worthAlone({ id, key, context: content }, basis.settings, basis);
  return candidate.kind === 'comparable' ? { kind: 'counted', worth: candidate.worth, team } : { kind: 'not-comparable' };
}


type Counted = Pick<Extract<WorthRole, { kind: 'counted' }>, 'worth' | 'team'>;

/** Worths of one team, or of nobody's, which share nothing. */
interface TeamSum {
  readonly team: string;
  readonly rho: number;
  readonly logs: readonly LogNormal[];
  readonly normals: readonly Normal[];
}

/** Of one team in closed form; of several teams the teams' sums are drawn and added, because closed forms of such sums miss the ends. */
export function rangeOfSum(counted: readonly Counted[]): SumRange | undefined {
  const sums = byTeam(counted);
  const [first] = sums;
  if (first === undefined) return undefined;
  if (sums.length === 1 && first.normals.length === 0) return percentilesOf(conditionalSums(first.logs, first.rho));
  if (sums.every(({ logs }) => logs.length === 0)) return rangeOfNormals(sums);
  const drawn = new Float64Array(DRAWS);
  for (const sum of sums) addDraws(drawn, sum);
  const { p5, p50, p95 } = percentiles(drawn);
  return { p5, p50, p95 };
}

function byTeam(counted: readonly Counted[]): TeamSum[] {
  const found = new Map<string, { readonly logs: LogNormal[]; readonly normals: Normal[] }>();
  for (const { team, worth } of counted) {
    const own = found.get(team) ?? { logs: [], normals: [] };
    found.set(team, own);
    if (worth.kind === 'log-normal') own.logs.push(worth);
    else own.normals.push(worth);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([team, own]) => ({ team, rho: team === '' ? 0 : RHO_WORTH, ...own }));
}

/** What normals have in common and what each has for itself, in standard deviations; sorted, so that the order of tickets never shows. */
function spreads({ normals, rho }: TeamSum): { readonly mean: number; readonly shared: number; readonly own: number } {
  const add = (values: readonly number[]): number => [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);
  return { mean: add(normals.map(({ mean }) => mean)), shared: Math.sqrt(rho) * add(normals.map(({ sd }) => sd)), own: Math.sqrt((1 - rho) * add(normals.map(({ sd }) => sd * sd))) };
}

function rangeOfNormals(sums: readonly TeamSum[]): SumRange {
  const all = sums.map(spreads);
  const mean = all.reduce((total, one) => total + one.mean, 0);
  const reach = Z90 * Math.sqrt(all.reduce((total, { shared, own }) => total + shared * shared + own * own, 0));
  return { p5: mean - reach, p50: mean, p95: mean + reach };
}

/** A team's sum, draw by draw: its log-normals as the one that stands for them where the shared factor is, its normals exactly. */
function addDraws(into: Float64Array, sum: TeamSum): void {
  const [shared, own, ownOfNormals] = [new Float64Array(into.length), new Float64Array(into.length), new Float64Array(into.length)];
  groupStream('worth', sum.team).fill(shared);
  new NormalStream(`sum/worth/${sum.team}`).fill(own);
  if (sum.logs.length > 0) {
    const points = conditionalSums(sum.logs, sum.rho);
    for (let at = 0; at < into.length; at++) {
      const { mu, s } = between(points, shared[at] ?? 0);
      into[at] = (into[at] ?? 0) + Math.exp(mu + s * (own[at] ?? 0));
    }
  }
  if (sum.normals.length === 0) return;
  new NormalStream(`sum/worth/below zero/${sum.team}`).fill(ownOfNormals);
  const spread = spreads(sum);
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) + spread.mean + spread.shared * (shared[at] ?? 0) + spread.own * (ownOfNormals[at] ?? 0);
}

/** The sum between two points of the shared factor; beyond the last ones, theirs. */
function between(points: readonly ConditionalSum[], factor: number): Pick<ConditionalSum, 'mu' | 's'> {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new Error('A sum has points.');
  const place = Math.max(0, Math.min(points.length - 1, ((factor - first.factor) / (last.factor - first.factor)) * (points.length - 1)));
  const [low, high] = [points[Math.floor(place)] ?? first, points[Math.ceil(place)] ?? last];
  const part = place - Math.floor(place);
  return { mu: low.mu + part * (high.mu - low.mu), s: low.s + part * (high.s - low.s) };
}
