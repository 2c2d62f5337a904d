import type { HostScreen } from '../../bridge/host-commands';
import { ask } from '../parts/server';

/** Asks the server on behalf of a page; a refusal is thrown, so that it reaches the page as one. */
export const askBridge: HostScreen['ask'] = async (endpoint, request) => {
  const answer = await ask<unknown>(`/local/bridge/${endpoint}`, { method: 'POST', body: request });
  if (!answer.ok) throw new Error(answer.words.join(' '));
  return answer.value;
};
