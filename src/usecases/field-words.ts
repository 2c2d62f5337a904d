import type { ContentField } from '../domain/context/product-context';
import { joinWords } from '../domain/context/join-words';

/** Every field of a context as it is called in a sentence. */
export const FIELD_WORDS: Readonly<Record<ContentField, string>> = {
  infra: 'the infrastructure project', team: 'the consuming team', need: 'the need', users: 'whose users', origin: 'the origin',
  sponsor: 'the sponsor', question: 'the question', decides: 'what the answer will decide', thresholds: 'the success thresholds',
  value: 'the value statement', delay: 'what waiting costs', touchesSharedData: 'whether it touches shared data',
  askArchitect: 'the question to the architect', claims: 'the requirements on shared data', architectLooked: 'whether the architect looked',
  effort: 'the effort', boundary: 'the boundary ruling', theme: 'the theme', horizon: 'the horizon', answer: 'our answer',
  initiative: 'the initiative', outcome: 'the outcome',
};

/** `the need, the theme and the effort`. */
export function listFields(fields: readonly ContentField[]): string {
  return joinWords(fields.map((field) => FIELD_WORDS[field]));
}
