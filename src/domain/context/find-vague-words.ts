import { VAGUE_WORDINGS, type VagueKind } from './vague-wordings';

/** A stretch of text that cannot be measured. Advice, never a verdict: no criterion depends on it. */
export interface VagueSpan {
  /** Where it begins and ends in the text, as `slice` counts. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: VagueKind;
  /** What to add so that it can be measured, without a full stop at its end. */
  readonly missing: string;
}

/** A number that measures: with a unit, a percent sign or a comparison, not the "2" of "step 2" or of "RFC 2616". */
const MEASURE = new RegExp([
  /\d[\d.,]*\s*(?:%|‰|°|ms|s|sec|secs|seconds?|min|mins|minutes?|h|hours?|days?|weeks?|months?|quarters?|years?|[kmgt]i?b(?:ps)?|bytes?|hz|[kmg]hz|px|dpi|km|mm|cm|m|kg|g|v|kv|w|kw|times|percent|users?|requests?|orders?|tickets?|items?|calls?|clicks?|errors?|buyers?|sessions?|customers?|transactions?|connections?|records?|rows?|products?|nodes?|fields?|pages?|skus?)(?![\p{L}])/u,
  /(?:at most|at least|up to|no more than|no less than|no later than|less than|more than|fewer than|greater than|under|over|below|above|within|exceeds?|between|[<>≤≥])\s*[$€£]?\d/u,
  /[$€£]\s?\d|\d\s?(?:usd|eur|gbp)\b/u,
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|sixty|hundred|thousand|one)\s+(?:milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent)/u,
  /\b(?:every|per|once an?|once a)\s+(?:second|minute|hour|day|week|month|year)\b|\b(?:hourly|daily|weekly|monthly)\b/u,
].map(({ source }) => source).join('|'), 'iu');

/** A sentence ends at its mark and a space, or at a line's end; a decimal point ends none. */
const SENTENCE = /[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*/gu;

/** The stretches of a text that cannot be measured, in the order in which they stand; none overlaps another. */
export function findVagueWords(text: string): VagueSpan[] {
  const spans = [...text.matchAll(SENTENCE)].flatMap((sentence) => findInSentence(sentence[0], sentence.index));
  return withoutOverlaps(spans.sort((a, b) => a.start - b.start || b.end - a.end));
}

function findInSentence(sentence: string, offset: number): VagueSpan[] {
  const isMeasured = MEASURE.test(sentence);
  return VAGUE_WORDINGS.filter(({ excusedByNumber }) => !(excusedByNumber && isMeasured)).flatMap(({ kind, wording, missing }) =>
    [...sentence.matchAll(wording)].map((match) => ({
      start: offset + match.index, end: offset + match.index + match[0].length, text: match[0], kind, missing,
    })));
}

function withoutOverlaps(sorted: readonly VagueSpan[]): VagueSpan[] {
  const kept: VagueSpan[] = [];
  for (const span of sorted) {
    if (span.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(span);
  }
  return kept;
}
