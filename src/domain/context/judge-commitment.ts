/** What is said about shared data, infrastructure's part and the outcome. */

import type { CriterionCode } from './criteria';
import type { Finding, FindingCode } from './finding';
import type { Acceptance, ContextContent, Threshold } from './product-context';
import { isAnswered } from './says-something';
import type { ProjectSettings } from './settings';
import { joinWords } from './join-words';
import { scaleOf } from './threshold-scale';

/** What another place knows about the conflicts of a ticket; a subset of the property `product-context.conflicts`. */
export interface ConflictsResult {
  readonly hash: string;
  readonly met: readonly string[];
  readonly blocking: number;
}

/** Requirements stated, or explicitly none, or the architect has looked. */
export function judgeSharedData(content: ContextContent): Finding[] {
  const claims = content.claims?.length ?? 0;
  if (content.touchesSharedData === false && claims > 0) {
    return [finding('sharedData', 'CONTRADICTS', 'touchesSharedData', `You say that it touches no shared data and state ${claims === 1 ? 'a requirement' : `${claims} requirements`} on it: keep one of the two`, false)];
  }
  if (claims > 0 || content.touchesSharedData === false) return [];
  if (content.askArchitect === true || content.architectLooked === true) {
    if (content.architectLooked === true) return [];
    return [finding('sharedData', 'ARCHITECT_TO_LOOK', 'architectLooked', 'The architect was asked and has not looked yet')];
  }
  if (content.touchesSharedData === true) {
    return [finding('sharedData', 'EMPTY', 'claims', 'State what you require of the shared data, or choose "not sure, ask the architect"')];
  }
  return [finding('sharedData', 'EMPTY', 'touchesSharedData', 'Say whether it touches shared data: state the requirements, or choose "touches no shared data" or "not sure, ask the architect"')];
}

/**
 * Whether nothing of this ticket can be held by another's, so that nobody needs to wait for a check. Thresholds that pull one scale
 * apart are negotiable while one of them is only a goal; limits against limits hold.
 */
export function cannotBeHeld(content: ContextContent): boolean {
  return content.touchesSharedData === false && (content.claims?.length ?? 0) === 0
    && !(content.thresholds ?? []).some((threshold) => threshold.limit !== undefined && scaleOf(threshold) !== undefined);
}

/** Whether nobody knows what it requires of shared data: then a check of all that is known still says nothing of that. */
export function leavesSharedDataOpen(content: ContextContent): boolean {
  return content.touchesSharedData !== false && (content.claims?.length ?? 0) === 0;
}

/** Judged from the result for exactly this content; without one it is unknown, and unknown is never "fine". */
export function judgeConflicts(content: ContextContent, hash: string, result: ConflictsResult | undefined): Finding[] {
  if (cannotBeHeld(content)) return [];
  if (result?.hash !== hash || (result.blocking === 0 && leavesSharedDataOpen(content))) {
    return [finding('conflicts', 'CONFLICTS_UNCHECKED', 'claims', 'Whether this clashes with other tickets is not computed yet for what stands here now')];
  }
  if (result.met.includes('conflicts')) return [];
  const count = result.blocking === 1 ? 'An undecided conflict holds' : `${result.blocking} undecided conflicts hold`;
  return [finding('conflicts', 'CONFLICTS_OPEN', 'claims', `${count} this ticket: decide, or change what you require`)];
}

/** A range with 0 < low <= high. */
export function judgeEffort({ effort }: ContextContent): Finding[] {
  if (effort === undefined) return [finding('effort', 'EMPTY', 'effort', 'Infrastructure gives the effort as a range in person-weeks')];
  if (effort.low <= 0) return [finding('effort', 'RANGE_FROM_ZERO', 'effort.low', 'The lowest effort must be above 0 person-weeks')];
  if (effort.low > effort.high) return [finding('effort', 'RANGE_REVERSED', 'effort.high', 'The lowest effort is above the highest: swap them')];
  return [];
}

/** Whose work this is. */
export function judgeBoundary({ boundary }: ContextContent): Finding[] {
  if (boundary !== undefined) return [];
  return [finding('boundary', 'EMPTY', 'boundary.ruling', 'Infrastructure rules whether this is infrastructure\'s work, the application\'s, or shared')];
}

/** A theme that the settings list. */
export function judgeTheme({ theme }: ContextContent, settings: ProjectSettings | null): Finding[] {
  if (!isAnswered(theme)) return [finding('theme', 'EMPTY', 'theme', 'Infrastructure chooses the theme it belongs to')];
  if (settings === null) return [finding('theme', 'NO_SETTINGS', 'theme', 'The settings of the infrastructure project cannot be read, so the theme cannot be checked')];
  if (settings.themes.some(({ id }) => id === theme)) return [];
  return [finding('theme', 'UNKNOWN_THEME', 'theme', `The theme "${theme}" is not in the settings of ${settings.project.key}: choose one of ${listed(settings.themes)}`)];
}

/** A team that the settings list. */
export function judgeTeam({ team }: ContextContent, settings: ProjectSettings | null): Finding[] {
  if (!isAnswered(team)) return [finding('team', 'EMPTY', 'team', 'Choose the consuming team that asks')];
  if (settings === null) return [finding('team', 'NO_SETTINGS', 'team', 'The settings of the infrastructure project cannot be read, so the team cannot be checked')];
  if (settings.teams.some(({ id }) => id === team)) return [];
  if (settings.teams.length === 0) return [finding('team', 'UNKNOWN_TEAM', 'team', `The settings of ${settings.project.key} list no consuming team yet: a project administrator adds them there`)];
  return [finding('team', 'UNKNOWN_TEAM', 'team', `The team "${team}" is not in the settings of ${settings.project.key}: choose one of ${listed(settings.teams)}`)];
}

function listed(entries: readonly { readonly name: string }[]): string {
  const names = entries.slice(0, 5).map(({ name }) => name);
  return entries.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
}

/** The content is the one that was agreed to. `believed` false: the comment that should prove it is not on this ticket. */
export function judgeAccepted(accepted: Acceptance | undefined, hash: string, believed: boolean | undefined): Finding[] {
  if (accepted === undefined) return [finding('accepted', 'EMPTY', 'accepted', 'Infrastructure agrees to it as written')];
  if (accepted.hash !== hash) return [finding('accepted', 'CHANGED_SINCE', 'accepted', 'It has changed since infrastructure agreed: ask for agreement again')];
  if (believed === false) return [finding('accepted', 'ACCEPTANCE_UNPROVEN', 'accepted', 'No comment on this ticket proves that infrastructure agreed: agree again')];
  return [];
}

/** Infrastructure has answered what an initiative asks of it. */
export function judgeInitiative({ initiative, answer }: ContextContent): Finding[] {
  if (answer !== undefined) return [];
  return [finding('initiative', 'EMPTY', 'answer.state', `Infrastructure answers what ${initiative ?? 'the initiative'} asks: accepted, declined or countered`)];
}

/** Every threshold was measured afterwards. */
export function judgeOutcome({ thresholds = [], outcome }: ContextContent): Finding[] {
  if (thresholds.length === 0) return [finding('outcome', 'LEVEL_UNFINISHED', 'thresholds', 'There is no threshold whose delivered level could be measured: add one')];
  return thresholds.flatMap((threshold) => {
    const at = (outcome?.levels ?? []).findIndex((level) => level.threshold === threshold.id);
    const level = outcome?.levels?.[at];
    const lacks = [
      ...(level?.level === undefined ? ['the delivered level'] : []),
      ...(level?.on === undefined ? ['the day it was measured'] : []),
      ...(isAnswered(level?.source) ? [] : ['where the number comes from']),
    ];
    if (lacks.length === 0) return [];
    const path = at === -1 ? 'outcome.levels' : `outcome.levels.${at}`;
    return [finding('outcome', 'LEVEL_UNFINISHED', path, `Give ${joinWords(lacks)} for ${nameOf(threshold)}`)];
  });
}

function nameOf(threshold: Threshold): string {
  return isAnswered(threshold.scale) ? `"${threshold.scale}"` : 'each threshold';
}

function finding(criterion: CriterionCode, code: FindingCode, path: string, words: string, blocks = true): Finding {
  return { code, criterion, path, words, blocks };
}
