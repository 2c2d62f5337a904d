import type { Answer } from './product-context';

/** What the asking team reads on the ticket, and nobody may leave out. */
const WANTED = {
  declined: 'Say why it is declined: the team reads it on the ticket.',
  countered: 'Say what you offer instead: the team reads it on the ticket.',
} as const;

/** What an answer lacks that says no, or something else, without words; undefined when it lacks nothing. One that stood there so before keeps nobody from saving the rest. */
export function lackOfReason(answer: Answer | undefined, before: Answer | undefined): string | undefined {
  if (answer === undefined || answer.state === 'accepted' || saysWhy(answer)) return undefined;
  return answer.state === before?.state && !saysWhy(before) ? undefined : WANTED[answer.state];
}

function saysWhy({ why = '' }: Answer): boolean {
  return why.trim() !== '';
}
