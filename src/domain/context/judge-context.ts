import { DEFERRED_BY_INCIDENTS, makesSense, notApplicableCriteria } from './applicable-criteria';
import { contentHash } from './content-hash';
import { CRITERIA, CRITERION_CODES, type CriterionCode } from './criteria';
import type { Finding } from './finding';
import { DEFAULT_LOCALE } from './format-number';
import {
  judgeAccepted, judgeBoundary, judgeConflicts, judgeEffort, judgeInitiative, judgeOutcome, judgeSharedData, judgeTeam, judgeTheme,
  type ConflictsResult,
} from './judge-commitment';
import { adviseThreshold, isThresholdStated, judgeMeter, judgePast, judgeStated, judgeTolerable } from './judge-threshold';
import { judgeEvidence, judgePeriod, judgeValue } from './judge-value';
import type { Acceptance, ContextContent, Grade, Threshold } from './product-context';
import { isAnswered, isSentence } from './says-something';
import type { ProjectSettings } from './settings';

/** Raised whenever the same content may be judged differently; stored with every index. */
export const JUDGE_VERSION = 2;

/** Content, with the acceptance that the record carries. A whole record fits. */
export interface JudgedContext extends ContextContent {
  readonly accepted?: Acceptance;
}

/** What is known only when reading; a save has none of it. */
export interface JudgeExtra {
  /** The ticket's property `product-context.conflicts`. */
  readonly conflicts?: ConflictsResult;
  /** False once the comment that should prove the acceptance was looked for and is not there; absent: not looked. */
  readonly acceptanceBelieved?: boolean;
  /** For the numbers inside findings. */
  readonly locale?: string;
}

export interface Judgement {
  /** In the order of the register; includes what does not apply. */
  readonly met: readonly CriterionCode[];
  readonly missing: readonly CriterionCode[];
  readonly notApplicable: readonly CriterionCode[];
  readonly grade: Grade;
  /** Of the content that was judged. */
  readonly hash: string;
  /** At least one that blocks for every missing criterion, and advice. */
  readonly findings: readonly Finding[];
}

interface Case extends JudgeExtra {
  readonly context: JudgedContext;
  readonly settings: ProjectSettings | null;
  readonly hash: string;
  readonly locale: string;
}

/** Says which criteria a context meets and what to write for the others. `settings` null: they cannot be read. */
export function judgeContext(context: JudgedContext, settings: ProjectSettings | null, extra: JudgeExtra = {}): Judgement {
  const hash = contentHash(context);
  const asked: Case = { ...extra, context, settings, hash, locale: extra.locale ?? DEFAULT_LOCALE };
  const notApplicable = notApplicableCriteria(context, settings);
  const findings = CRITERION_CODES.filter((code) => !notApplicable.includes(code)).flatMap((code) => findingsFor(code, asked));
  const blocked = new Set(findings.filter(({ blocks }) => blocks).map(({ criterion }) => criterion));
  const met = CRITERION_CODES.filter((code) => !blocked.has(code));
  return { met, missing: CRITERION_CODES.filter((code) => blocked.has(code)), notApplicable, grade: gradeOf(met), hash, findings };
}

/** The highest grade whose criteria, and those of the grades below it, are all met. */
export function gradeOf(met: readonly string[]): Grade {
  const isComplete = (grade: string) => CRITERION_CODES.every((code) => CRITERIA[code].grade !== grade || met.includes(code));
  if (!isComplete('bronze')) return 'none';
  if (!isComplete('silver')) return 'bronze';
  return isComplete('gold') ? 'gold' : 'silver';
}

function findingsFor(code: CriterionCode, asked: Case): readonly Finding[] {
  const { context, settings, hash, locale } = asked;
  switch (code) {
    case 'need': return sentenceIn(code, context.need, 'Say in one sentence what the end users need, not the solution');
    case 'team': return judgeTeam(context, settings);
    case 'users': return answerIn(code, context.users, 'Say whose users these are and about how many');
    case 'sponsor': return answerIn(code, context.sponsor, 'Name the role or department that wants the answer');
    case 'neededBy': return judgeNeededBy(context);
    case 'decides': return sentenceIn(code, context.decides, 'Say what will be decided with the answer');
    case 'threshold': return judgeThresholds(context, locale);
    case 'value': return judgeValue(context, locale);
    case 'period': return judgePeriod(context);
    case 'past': return everyThreshold(code, context, (threshold, at) => judgePast(threshold, at, locale));
    case 'tolerable': return everyThreshold(code, context, (threshold, at) => judgeTolerable(threshold, at, locale));
    case 'meter': return everyThreshold(code, context, judgeMeter);
    case 'evidence': return judgeEvidence(context);
    case 'sharedData': return judgeSharedData(context);
    case 'effort': return judgeEffort(context);
    case 'boundary': return judgeBoundary(context);
    case 'theme': return judgeTheme(context, settings);
    case 'accepted': return judgeAccepted(context.accepted, hash, asked.acceptanceBelieved);
    case 'conflicts': return judgeConflicts(context, hash, asked.conflicts);
    case 'initiative': return judgeInitiative(context);
    case 'outcome': return [...judgeOutcome(context), ...leftForLater(asked)];
    default: return neverCode(code);
  }
}

function sentenceIn(code: 'need' | 'decides', text: string | undefined, words: string): Finding[] {
  if (!isAnswered(text)) return [{ code: 'EMPTY', criterion: code, path: code, words, blocks: true }];
  if (isSentence(text)) return [];
  return [{ code: 'NOT_A_SENTENCE', criterion: code, path: code, words: `"${text.trim()}" says too little: write a whole sentence`, blocks: true }];
}

function answerIn(code: 'users' | 'sponsor', text: string | undefined, words: string): Finding[] {
  return isAnswered(text) ? [] : [{ code: 'EMPTY', criterion: code, path: code, words, blocks: true }];
}

function judgeNeededBy({ delay }: ContextContent): Finding[] {
  if (delay?.neededBy !== undefined) return [];
  return [{ code: 'EMPTY', criterion: 'neededBy', path: 'delay.neededBy', words: 'Give the date by which the answer is needed', blocks: true }];
}

function judgeThresholds({ thresholds = [] }: ContextContent, locale: string): Finding[] {
  if (thresholds.length === 0) {
    return [{ code: 'EMPTY', criterion: 'threshold', path: 'thresholds', words: 'Say how much is enough: what is measured, in which unit, and the goal', blocks: true }];
  }
  const blocks = !thresholds.some(isThresholdStated);
  return thresholds.flatMap((threshold, at) => [...judgeStated(threshold, at, blocks), ...adviseThreshold(threshold, at, locale)]);
}

function everyThreshold(
  criterion: 'past' | 'tolerable' | 'meter', { thresholds = [] }: ContextContent, judge: (threshold: Threshold, at: number) => Finding[],
): Finding[] {
  if (thresholds.length > 0) return thresholds.flatMap(judge);
  return [{ code: 'EMPTY', criterion, path: 'thresholds', words: `Add a threshold first, then ${CRITERIA[criterion].label}`, blocks: true }];
}

/** Before Done an incident catches up with what it was spared before work. */
function leftForLater(asked: Case): Finding[] {
  if (asked.context.origin !== 'incident') return [];
  return DEFERRED_BY_INCIDENTS.filter((code) => makesSense(code, asked.context, asked.settings))
    .flatMap((code) => findingsFor(code, asked))
    .map((finding) => finding.blocks ? { ...finding, code: 'BEFORE_DONE', criterion: 'outcome', words: `Before Done: ${lowerFirst(finding.words)}` } : finding);
}

function lowerFirst(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function neverCode(code: never): never {
  throw new Error(`No judge for the criterion ${String(code)}.`);
}
