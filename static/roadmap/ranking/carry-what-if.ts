/** A what-if as it goes from page to page: the ranking's parts of an address, in the words of the address. */

import { RANKING_PARTS } from './ranking-address';

/** The ranking's parts of an address and nothing else; empty where it says nothing about the ranking. */
export function whatIfOf(search: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...search].filter(([part]) => isOfRanking(part)));
}

/** What somebody tried stays, unless the address says something of its own: a link that was shared wins. */
export function carryWhatIf(search: URLSearchParams, whatIf: URLSearchParams): URLSearchParams {
  return whatIfOf(search).size > 0 ? search : new URLSearchParams([...search, ...whatIf]);
}

/** Whether an address counts on something that is not saved. */
export function isWhatIf(search: URLSearchParams): boolean {
  return whatIfOf(search).size > 0;
}

function isOfRanking(part: string): boolean {
  return (RANKING_PARTS as readonly string[]).includes(part);
}
