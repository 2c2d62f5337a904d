import type { NewComment, Outcome, Ports } from './ports';

/** How far back an earlier comment with the same mark is looked for, in days: a repeated click or a save that failed after it. */
const LOOK_BACK_DAYS = 1;

/** Posts a comment unless the same person already posted it today; returns the comment's id. */
export async function postOnce(ports: Pick<Ports, 'comments' | 'clock'>, issueId: string, comment: NewComment): Promise<Outcome<string>> {
  const since = new Date(ports.clock().getTime() - LOOK_BACK_DAYS * 86_400_000);
  const earlier = await ports.comments.listMarked(issueId, since);
  if (!earlier.ok) return earlier;
  const same = earlier.value.find((found) => found.byActor && found.kind === comment.mark.kind && found.hash === comment.mark.hash);
  return same === undefined ? ports.comments.post(issueId, comment) : { ok: true, value: same.id };
}
