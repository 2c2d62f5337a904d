/** How often Groundwork asked on a ticket: comments that carry its mark. One request a ticket as the user, only when asked for. */

import * as z from 'zod';
import { COMMENT_PROPERTY } from '../../../src/contract/limits';
import { askJira } from '../../shared/bridge';
import { createJiraCalls, type AskJira } from '../../shared/load-calls';

/** More tickets would cost more requests than the answer is worth. */
export const MOST_COUNTED = 100;

export interface Rounds {
  readonly byTicket: ReadonlyMap<string, number>;
  readonly asked: number;
  /** Tickets whose comments could not be read. */
  readonly failed: number;
}

const markSchema = z.object({ kind: z.string() });
const repliesSchema = z.object({ comments: z.array(z.object({ properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]) })) });

/** The first `MOST_COUNTED` of these tickets; `ask` is for a test with a wire of its own. */
export async function countRounds(ids: readonly string[], ask: AskJira = askJira): Promise<Rounds> {
  const calls = createJiraCalls({ ask, signal: new AbortController().signal });
  const byTicket = new Map<string, number>();
  let failed = 0;
  const chosen = ids.slice(0, MOST_COUNTED);
  await Promise.all(chosen.map(async (id) => {
    const outcome = await calls.request(`/rest/api/3/issue/${id}/comment?expand=properties&orderBy=-created&maxResults=100`);
    const reply = outcome.kind === 'answered' && outcome.status === 200 ? repliesSchema.safeParse(outcome.body) : undefined;
    if (reply?.success !== true) failed += 1;
    else byTicket.set(id, reply.data.comments.filter(({ properties }) => properties.some(isQuestion)).length);
  }));
  return { byTicket, asked: chosen.length, failed };
}

function isQuestion({ key, value }: { readonly key: string; readonly value: unknown }): boolean {
  if (key !== COMMENT_PROPERTY) return false;
  const mark = markSchema.safeParse(value);
  return mark.success && mark.data.kind === 'question';
}
