import type { PlatformReply } from '../platform';
import type { Refusal } from '../jira/refusal';
import type { RestAnswer } from './route';

/** Jira's error shape for a refusal. */
export function answerRefusal(refusal: Refusal): RestAnswer {
  return { status: refusal.status, body: { errorMessages: refusal.errorMessages, errors: refusal.errors }, headers: refusal.headers };
}

/** Puts an answer on the wire. */
export function toReply(answer: RestAnswer): PlatformReply {
  const headers = { ...(answer.body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' }), ...answer.headers };
  return { status: answer.status, headers, body: answer.body === undefined ? '' : JSON.stringify(answer.body) };
}
