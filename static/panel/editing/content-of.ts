import { contentSchema } from '../../../src/contract/record';
import { lackOfReason } from '../../../src/domain/context/answer-reason';
import type {
  Answer, ContextContent, Delay, DeliveredLevel, Evidence, InfrastructurePart, MeasuredAmount, NotMoney, Outcome, Threshold, ValueChange, ValueStatement, Worth,
} from '../../../src/domain/context/product-context';
import type { NamedTeam } from '../../../src/domain/context/name-teams';
import { readNumber } from '../../shared/read-number';
import { readClaims } from '../claims/claim-texts';
import { addressOf, sharedDataAnswer, type Draft } from './draft';

/** A field whose text cannot be saved as it stands: where, and what to write instead. */
export interface FieldError {
  readonly address: string;
  readonly words: string;
  /** Something is missing rather than wrong: told once the user has been there or tried to save. */
  readonly isUnfinished?: true;
}

export interface ReadDraft {
  /** Everything that could be read; a field with an error is left out. */
  readonly content: ContextContent;
  readonly errors: readonly FieldError[];
}

/** Reads the form; a team that a requirement calls by its name is kept by its id. `base` is the content it was opened with: what the form does not ask (conditions of thresholds) is kept from it. */
export function contentOf(draft: Draft, base: ContextContent, locale: string, teams: readonly NamedTeam[] = []): ReadDraft {
  const reader = new DraftReader(draft, locale, teams);
  const levels = deliveredLevels(reader, base);
  const content = withoutGaps<ContextContent>({
    infra: reader.text('infra') === undefined ? undefined : { id: reader.choice('infra'), key: reader.choice('infra.key') },
    team: reader.text('team'), need: reader.text('need'), users: reader.text('users'), origin: reader.as('origin'),
    sponsor: reader.text('sponsor'), question: reader.as('question'), decides: reader.text('decides'),
    thresholds: listed(draft.thresholds.flatMap((id, at) => thresholdOf(reader, id, base.thresholds?.find((found) => found.id === id) ?? base.thresholds?.[at]))),
    value: valueOf(reader), delay: delayOf(reader), claims: claimsOf(reader, base), ...sharedDataOf(reader, base), ...infrastructureOf(reader, base),
    initiative: reader.text('initiative'), outcome: outcomeOf(reader, levels),
  });
  return checked(content, reader, draft, levels);
}

/** The schema has the last word on lengths and formats; its complaints are told at the field. */
function checked(content: ContextContent, reader: DraftReader, draft: Draft, levels: readonly DeliveredLevel[]): ReadDraft {
  const parsed = contentSchema.safeParse(content);
  if (parsed.success) return { content: parsed.data, errors: reader.errors };
  const more = parsed.error.issues.map((issue) => ({
    address: addressOf(issue.path.map(String).join('.'), draft, levels.map(({ threshold }) => threshold)),
    words: issue.code === 'too_big' && issue.origin === 'string'
      ? `At most ${String(issue.maximum)} characters fit here. Shorten the text.`
      : issue.code === 'invalid_format' && issue.format === 'date' ? 'Write the date as year-month-day, such as 2026-12-31.'
      : `This ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}.`,
  }));
  return { content, errors: [...reader.errors, ...more] };
}

class DraftReader {
  readonly errors: FieldError[] = [];
  constructor(readonly draft: Draft, readonly locale: string, readonly teams: readonly NamedTeam[]) {}

  choice(address: string): string { return this.draft.texts[address] ?? ''; }

  text(address: string): string | undefined {
    const text = this.choice(address).trim();
    return text === '' ? undefined : text;
  }

  /** A chosen value; the schema checks afterwards that it is one of the known ones. */
  as<T extends string>(address: string): T | undefined { return this.text(address) as T | undefined; }

  number(address: string, unit?: string): number | undefined {
    const read = readNumber(this.choice(address), { locale: this.locale, unit });
    if (read.state === 'unreadable') this.complain(address, read.words);
    return read.state === 'number' ? read.value : undefined;
  }

  complain(address: string, words: string): void { this.errors.push({ address, words }); }

  lack(address: string, words: string): void { this.errors.push({ address, words, isUnfinished: true }); }
}

/** An empty row that the form offers is no threshold. */
function thresholdOf(reader: DraftReader, id: string, before: Threshold | undefined): Threshold[] {
  const at = `thresholds.${id}`;
  const unit = reader.text(`${at}.unit`);
  const level = reader.number(`${at}.limit.level`, unit);
  const authority = reader.text(`${at}.limit.authority`);
  if (level === undefined && authority !== undefined && reader.text(`${at}.limit.level`) === undefined) {
    reader.complain(`${at}.limit.level`, 'Give the level that the law or contract sets, or clear its name.');
  }
  const threshold = withoutGaps<Threshold>({
    id, scale: reader.text(`${at}.scale`), unit, better: reader.as(`${at}.better`), statistic: reader.text(`${at}.statistic`),
    past: reader.number(`${at}.past`, unit), tolerable: reader.number(`${at}.tolerable`, unit), goal: reader.number(`${at}.goal`, unit),
    stretch: reader.number(`${at}.stretch`, unit), limit: level === undefined ? undefined : { level, authority: authority ?? '' },
    meter: reader.text(`${at}.meter`), due: reader.text(`${at}.due`), when: before?.when,
  });
  return Object.keys(threshold).length === 1 && before === undefined ? [] : [threshold];
}

function valueOf(reader: DraftReader): ValueStatement | undefined {
  const answer = reader.choice('value.answer');
  const isCompliance = reader.choice('origin') === 'compliance';
  return filled(withoutGaps<ValueStatement>({
    metric: reader.text('value.metric'),
    change: changeOf(reader),
    worth: answer === 'money' || answer === '' ? worthOf(reader) : undefined,
    notMoney: answer === 'not-money' || answer === '' || isCompliance ? notMoneyOf(reader, isCompliance) : undefined,
    unknown: answer === 'unknown' ? true : undefined,
    kind: reader.as('value.kind'), because: reader.text('value.because'),
    evidence: listed(reader.draft.evidence.map((id) => evidenceOf(reader, id)).filter((piece) => piece !== undefined)),
    credibility: reader.number('value.credibility'),
  }));
}

function changeOf(reader: DraftReader): ValueStatement['change'] {
  const unit = reader.text('value.change.unit');
  return filled(withoutGaps<ValueChange>({ low: reader.number('value.change.low', unit), high: reader.number('value.change.high', unit), unit }));
}

/** Currency and period are filled in beforehand, so alone they say nothing. */
function worthOf(reader: DraftReader): ValueStatement['worth'] {
  const currency = reader.text('value.worth.currency');
  const [low, high] = [reader.number('value.worth.low', currency), reader.number('value.worth.high', currency)];
  if (low === undefined && high === undefined) return undefined;
  return withoutGaps<Worth>({ low, high, currency, per: reader.as('value.worth.per') });
}

function notMoneyOf(reader: DraftReader, isCompliance: boolean): NotMoney | undefined {
  const at = 'value.notMoney';
  const rest = withoutGaps<Omit<NotMoney, 'reason'>>({
    authority: reader.text(`${at}.authority`), date: reader.text(`${at}.date`), count: reader.number(`${at}.count`),
    countOf: reader.text(`${at}.countOf`), note: reader.text(`${at}.note`),
  });
  const reason = reader.as<NotMoney['reason']>(`${at}.reason`) ?? (isCompliance && filled(rest) !== undefined ? 'law' : undefined);
  if (reason !== undefined) return { reason, ...rest };
  if (filled(rest) !== undefined || reader.choice('value.answer') === 'not-money') reader.complain(`${at}.reason`, 'Choose why it matters although it is not about money.');
  return undefined;
}

function evidenceOf(reader: DraftReader, id: string): Evidence | undefined {
  const typed = reader.text(`value.evidence.${id}.url`);
  const url = typed !== undefined && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed;
  return filled(withoutGaps<Evidence>({ url, note: reader.text(`value.evidence.${id}.note`) }));
}

function delayOf(reader: DraftReader): Delay | undefined {
  return filled(withoutGaps<Delay>({
    shape: reader.as('delay.shape'), neededBy: reader.text('delay.neededBy'), from: reader.text('delay.from'), until: reader.text('delay.until'),
    halfLifeMonths: reader.number('delay.halfLifeMonths'),
  }));
}

/** An empty list that stood in the record stays one. */
function claimsOf(reader: DraftReader, base: ContextContent): ContextContent['claims'] {
  const claims = readClaims(reader, reader.draft.texts, reader.draft.claims);
  return claims.length === 0 && base.claims?.length !== 0 ? undefined : claims;
}

/** Both fields stay as they are until the user gives another answer. */
function sharedDataOf(reader: DraftReader, base: ContextContent): { touchesSharedData: boolean | undefined; askArchitect: boolean | undefined } {
  const answer = reader.choice('shared.answer');
  if (answer === sharedDataAnswer(base)) return { touchesSharedData: base.touchesSharedData, askArchitect: base.askArchitect };
  if (answer === 'ask') return { touchesSharedData: undefined, askArchitect: true };
  return { touchesSharedData: answer === '' ? undefined : answer === 'some', askArchitect: undefined };
}

function infrastructureOf(reader: DraftReader, base: ContextContent): { [K in keyof InfrastructurePart]-?: InfrastructurePart[K] | undefined } {
  const [low, high] = [reader.number('effort.low'), reader.number('effort.high')];
  const missing = low === undefined ? 'effort.low' : 'effort.high';
  if ((low === undefined) !== (high === undefined) && reader.text(missing) === undefined) reader.complain(missing, 'Give both ends of the range in person-weeks.');
  const ruling = reader.as<NonNullable<InfrastructurePart['boundary']>['ruling']>('boundary.ruling');
  if (ruling === undefined && reader.text('boundary.why') !== undefined) reader.complain('boundary.ruling', 'Choose whose work this is, or clear the reason.');
  const state = reader.as<NonNullable<InfrastructurePart['answer']>['state']>('answer.state');
  if (state === undefined && reader.text('answer.why') !== undefined) reader.complain('answer.state', 'Choose the answer, or clear its reason.');
  const answer = state === undefined ? undefined : withoutGaps<Answer>({ state, why: reader.text('answer.why') });
  const lack = lackOfReason(answer, base.answer);
  if (lack !== undefined) reader.complain('answer.why', lack);
  const looked = reader.choice('architectLooked');
  return {
    architectLooked: looked === '' ? undefined : looked === 'true',
    effort: low === undefined || high === undefined ? undefined : { low, high },
    boundary: ruling === undefined ? undefined : withoutGaps({ ruling, why: reader.text('boundary.why') }),
    theme: reader.text('theme'), horizon: reader.as('horizon'),
    answer,
  };
}

function deliveredLevels(reader: DraftReader, base: ContextContent): DeliveredLevel[] {
  const before = (base.outcome?.levels ?? []).map(({ threshold }) => threshold);
  return [...new Set([...before, ...reader.draft.thresholds])].flatMap((threshold) => {
    const at = `outcome.levels.${threshold}`;
    const rest = withoutGaps<Omit<DeliveredLevel, 'threshold'>>({
      level: reader.number(`${at}.level`, reader.text(`thresholds.${threshold}.unit`)), on: reader.text(`${at}.on`), source: reader.text(`${at}.source`),
    });
    return filled(rest) === undefined ? [] : [{ threshold, ...rest }];
  });
}

function outcomeOf(reader: DraftReader, levels: readonly DeliveredLevel[]): Outcome | undefined {
  return filled(withoutGaps<Outcome>({
    reviewDue: reader.text('outcome.reviewDue'), levels: listed(levels), worth: measuredOf(reader, 'outcome.worth'), effort: measuredOf(reader, 'outcome.effort'),
  }));
}

function measuredOf(reader: DraftReader, at: string): MeasuredAmount | undefined {
  const level = reader.number(`${at}.level`);
  const source = reader.text(`${at}.source`);
  if (level === undefined && source !== undefined && reader.text(`${at}.level`) === undefined) reader.complain(`${at}.level`, 'Give the amount, or clear its source.');
  return level === undefined ? undefined : withoutGaps({ level, source });
}

/** An object without the parts that have no value: an absent field and an undefined one are different things in JSON. */
function withoutGaps<T extends object>(parts: { readonly [K in keyof T]-?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as T;
}

function filled<T extends object>(part: T): T | undefined {
  return Object.keys(part).length === 0 ? undefined : part;
}

function listed<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
