/** Whose work is it? Counted from who asks for the same; people rule, and rulings are remembered. Rules: PL10 to PL12, PL120 to PL123. */

import { unitScale } from '../conflict/units';
import type { ContextContent, Ruling } from '../context/product-context';
import { scaleOf } from '../context/threshold-scale';
import type { Demand } from '../demand/demand';

/** What a ticket asks for: an element of one shared data model, or a level on one scale. */
export type BoundaryRequest =
  | { readonly kind: 'element'; readonly model: string; readonly element: string }
  /** `measures`: what the unit measures, so that seconds and milliseconds are one. */
  | { readonly kind: 'level'; readonly scale: string; readonly better: 'lower' | 'higher'; readonly measures: string };

export interface BoundaryAsk {
  readonly key: string;
  readonly team: string;
  readonly requests: readonly BoundaryRequest[];
  /** It has what it asked for, or never gets it: its ruling is remembered, and it asks no more. */
  readonly isDone?: boolean;
  readonly ruling?: Ruling;
  readonly why?: string;
}

export interface EarlierRuling {
  readonly ruling: Ruling;
  readonly keys: readonly string[];
  /** Of the first of these tickets that says why. */
  readonly why?: string;
}

export interface BoundarySuggestion {
  readonly request: BoundaryRequest;
  readonly teams: readonly string[];
  /** One team suggests application, two or more shared; where nobody said who asks, nothing is suggested. */
  readonly suggests?: Ruling;
  /** Rulings already made on tickets that ask the same, most frequent first. */
  readonly earlier: readonly EarlierRuling[];
}

/** A ticket that is closed, as far as its ruling may be remembered. */
export interface DoneAsk {
  readonly ticket: { readonly key: string };
  readonly content: ContextContent;
  /** Its record came from another ticket, and nobody has checked and saved it here. */
  readonly isCopy: boolean;
}

/** A copied draft asks and rules nothing until somebody has checked it; the ticket itself asks, whatever it is. */
export function gatherAsks(own: Demand, demands: readonly Demand[], done: readonly DoneAsk[]): BoundaryAsk[] {
  return [
    ...demands.filter(({ ticket, standing }) => standing !== 'copied' || ticket.id === own.ticket.id).map(({ ticket, content }) => askOf(ticket.key, content)),
    ...done.filter(({ isCopy }) => !isCopy).map(({ ticket, content }) => ({ ...askOf(ticket.key, content), isDone: true })),
  ];
}

function askOf(key: string, content: ContextContent): BoundaryAsk {
  const { team = '', boundary } = content;
  return { key, team, requests: requestsOf(content), ...(boundary === undefined ? {} : { ruling: boundary.ruling, ...(boundary.why === undefined ? {} : { why: boundary.why }) }) };
}

/** Each request once. A metric is none: two tickets that move it may ask for different things, and whether it is the same money is asked elsewhere. */
export function requestsOf({ claims = [], thresholds = [] }: Pick<ContextContent, 'claims' | 'thresholds'>): BoundaryRequest[] {
  const requests = [
    ...claims.map(({ model, element }): BoundaryRequest => ({ kind: 'element', model, element })),
    ...thresholds.flatMap((threshold): BoundaryRequest[] => {
      const scale = scaleOf(threshold);
      const { better, unit } = threshold;
      return scale === undefined || better === undefined ? [] : [{ kind: 'level', scale, better, measures: unitScale(unit).kind }];
    }),
  ];
  return [...new Map(requests.map((request) => [identityOf(request), request])).values()];
}

/** What speaks for which side, for everything that the ticket of this key asks; what most teams ask comes first. */
export function suggestBoundary(own: string, asks: readonly BoundaryAsk[]): BoundarySuggestion[] {
  const found = new Map((asks.find(({ key }) => key === own)?.requests ?? []).map((request) => [identityOf(request), { request, asks: new Array<BoundaryAsk>() }]));
  for (const ask of asks) for (const request of ask.requests) found.get(identityOf(request))?.asks.push(ask);
  return [...found].map(([identity, { request, asks: same }]) => {
    const teams = [...new Set(same.flatMap(({ team, isDone }) => (team === '' || isDone === true ? [] : [team])))].sort();
    const suggestion: BoundarySuggestion = {
      request, teams, earlier: rulings(same.filter(({ key }) => key !== own)),
      ...(teams.length === 0 ? {} : { suggests: teams.length > 1 ? 'shared' : 'application' }),
    };
    return { identity, suggestion };
  }).sort((a, b) => b.suggestion.teams.length - a.suggestion.teams.length || (a.identity < b.identity ? -1 : 1)).map(({ suggestion }) => suggestion);
}

function identityOf(request: BoundaryRequest): string {
  return JSON.stringify(request.kind === 'element' ? ['element', request.element, request.model] : ['level', request.scale, request.better, request.measures]);
}

function rulings(asks: readonly BoundaryAsk[]): EarlierRuling[] {
  const found = new Map<Ruling, { readonly keys: string[]; why?: string }>();
  for (const { ruling, key, why } of asks) {
    if (ruling === undefined) continue;
    const entry = found.get(ruling) ?? { keys: [] };
    entry.keys.push(key);
    if (entry.why === undefined && why !== undefined && why.trim() !== '') entry.why = why.trim();
    found.set(ruling, entry);
  }
  return [...found].map(([ruling, entry]) => ({ ruling, ...entry })).sort((a, b) => b.keys.length - a.keys.length);
}
