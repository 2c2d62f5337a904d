/** The decision log as a table and as a document. */

import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import { decisionSentence, KIND_WORDS, standingOf, STANDING_WORDS } from './decision-words';
import type { Signed } from './use-signed';

export interface LoggedDecision {
  readonly decision: Decision;
  readonly price: readonly string[];
  readonly signed: Signed;
}

/** Rows with a head, for CSV. */
export function decisionRows(logged: readonly LoggedDecision[], teamName: (id: string) => string, today: string): (string | number)[][] {
  return [
    ['Number', 'State', 'Way', 'Shared data model', 'Element', 'Conflict', 'Decision', 'Why', 'Alternatives', 'Price', 'Decided on', 'Decided by', 'Until', 'Look again on', 'Confirmed on', 'Confirmed by', 'Reversed on', 'Reversed by', 'Reversed because'],
    ...logged.map(({ decision, price, signed }) => [
      decision.number, STANDING_WORDS[standingOf(decision, today)], KIND_WORDS[decision.kind].name, decision.at.model, decision.at.element, decision.conflict.code,
      decisionSentence(decision, teamName), decision.why, decision.alternatives ?? '', price.join('; '), decision.decidedOn, nameIn(signed.made), decision.until ?? '', decision.lookAgain ?? '',
      decision.confirmedOn ?? '', nameIn(signed.confirmed), decision.reversedOn ?? '', nameIn(signed.reversed), decision.reversedWhy ?? '',
    ]),
  ];
}

/** One section a decision; what people wrote cannot become markup. */
export function decisionMarkdown(logged: readonly LoggedDecision[], project: string, teamName: (id: string) => string, today: string): string {
  const parts = logged.map(({ decision, price, signed }) => [
    `## Decision ${String(decision.number)}: ${plain(KIND_WORDS[decision.kind].name)} (${STANDING_WORDS[standingOf(decision, today)]})`,
    plain(decisionSentence(decision, teamName)),
    [
      `- Conflict: ${decision.conflict.code}`, `- Why: ${plain(decision.why)}`, ...(decision.alternatives === undefined ? [] : [`- Considered: ${plain(decision.alternatives)}`]),
      ...(price.length === 0 ? [] : [`- Price: ${plain(price.join('; '))}`]), `- Decided on ${decision.decidedOn}${by(signed.made)}`, ...(decision.until === undefined ? [] : [`- Until ${decision.until}`]),
      ...(decision.lookAgain === undefined ? [] : [`- Look again on ${decision.lookAgain}`]), ...(decision.confirmedOn === undefined ? [] : [`- Confirmed on ${decision.confirmedOn}${by(signed.confirmed)}`]),
      ...(decision.reversedOn === undefined ? [] : [`- Reversed on ${decision.reversedOn}${by(signed.reversed)}${decision.reversedWhy === undefined ? '' : `: ${plain(decision.reversedWhy)}`}`]),
    ].join('\n'),
  ].join('\n\n'));
  return `# Decisions on shared data of ${plain(project)}\n\nAs of ${today}.\n\n${parts.join('\n\n')}\n`;
}

function by(words: string | undefined): string {
  return words === undefined ? '' : ` ${plain(words)}`;
}

function nameIn(words: string | undefined): string {
  return words?.replace(/^by /, '') ?? '';
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`);
}
