import { formatNumber } from '../../../src/domain/context/format-number';
import type { ClaimContent } from '../../../src/domain/context/product-context';
import { nameTeams } from '../../../src/domain/context/name-teams';

const LEVEL_WORDS: Readonly<Record<ClaimContent['level'], string>> = { limit: 'law or contract', must: 'must', goal: 'goal', wish: 'wish' };

/** A requirement on shared data as a sentence: "BuyerProfile.paymentMethods: at least 2 (must) when journey is deals". */
export function claimSentence(asked: ClaimContent, locale: string, teamName: (id: string) => string): string {
  const claim = nameTeams(asked, teamName);
  const where = Object.entries(claim.when ?? {}).map(([name, values]) => `${name} is ${values.join(' or ')}`).join(' and ');
  const authority = claim.level === 'limit' && claim.authority !== undefined ? `, ${claim.authority}` : '';
  return `${claim.element}: ${whatIsAsked(claim, locale)} (${LEVEL_WORDS[claim.level]}${authority})${where === '' ? '' : ` when ${where}`}${claim.why === undefined ? '' : `, because: ${claim.why}`}`;
}

function whatIsAsked(claim: ClaimContent, locale: string): string {
  switch (claim.facet) {
    case 'presence': return claim.is === 'required' ? 'must be filled in' : claim.is === 'forbidden' ? 'must not be there' : 'may be left empty';
    case 'count': return `${bounds(claim, locale)} of them`;
    case 'retention': return [claim.min === undefined ? '' : `keep for at least ${amount(claim.min, claim, locale)}`, claim.max === undefined ? '' : `delete within ${amount(claim.max, claim, locale)}`].filter(Boolean).join(' and ');
    case 'freshness': return `its age ${bounds(claim, locale)}`;
    case 'latency': return [claim.max === undefined ? '' : `answers in ${atMost(claim, locale)}`, claim.min === undefined ? '' : `takes ${atLeast(claim, locale)}`].filter(Boolean).join(' and ');
    case 'length': return `${bounds(claim, locale)} long`;
    case 'range': return `values ${bounds(claim, locale)}`;
    case 'budget': return `in all ${bounds(claim, locale)}`;
    case 'step': return `multiples of ${claim.step === undefined ? 'something' : formatNumber(claim.step, locale)}`;
    case 'unique': return claim.unique === false ? 'may occur twice' : 'each value only once';
    case 'pattern': return `written as ${claim.pattern ?? 'something'}`;
    case 'values': return [claim.oneOf === undefined ? '' : `one of ${claim.oneOf.join(', ')}`, claim.noneOf === undefined ? '' : `none of ${claim.noneOf.join(', ')}`].filter(Boolean).join(', ');
    case 'access': return [claim.mustRead === undefined ? '' : `readable by ${claim.mustRead.join(', ')}`, claim.mustNotRead === undefined ? '' : `not readable by ${claim.mustNotRead.join(', ')}`].filter(Boolean).join(', ');
    case 'lifecycle': return [claim.from === undefined ? '' : `used from ${claim.from}`, claim.until === undefined ? '' : `retired by ${claim.until}`].filter(Boolean).join(', ') || (claim.is ?? '');
    case 'type': return `is of the type ${claim.is ?? 'something'}`;
    case 'format': return `in the format ${claim.is ?? 'something'}`;
    case 'owner': return `owned by ${claim.is ?? 'somebody'}`;
    case 'shape': return 'in the form its description gives';
    case 'mutability': return claim.is ?? 'changeable or not';
    default: return claim.facet satisfies never;
  }
}

function bounds(claim: ClaimContent, locale: string): string {
  return [atLeast(claim, locale), atMost(claim, locale)].filter(Boolean).join(' and ');
}

function atLeast(claim: ClaimContent, locale: string): string {
  return claim.min === undefined ? '' : `${claim.exclusiveMin === true ? 'more than' : 'at least'} ${amount(claim.min, claim, locale)}`;
}

function atMost(claim: ClaimContent, locale: string): string {
  return claim.max === undefined ? '' : `${claim.exclusiveMax === true ? 'less than' : 'at most'} ${amount(claim.max, claim, locale)}`;
}

function amount(value: number, { unit }: ClaimContent, locale: string): string {
  return [formatNumber(value, locale), unit].filter(Boolean).join(' ');
}
