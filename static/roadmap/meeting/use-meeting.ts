import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod';
import { MEETING_PROPERTY } from '../../../src/contract/limits';
import { readStoredMeeting } from '../../../src/contract/meeting';
import type { MeetingContent, MeetingRecord } from '../../../src/domain/planning/meeting-record';
import { askJira, ConsentNeeded } from '../../shared/bridge';
import { wordsOfRefusal } from '../../shared/load-replies';
import { useCall, type CallState } from '../../shared/use-call';

export type KeptMeeting =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly words: string }
  | { readonly state: 'consent' }
  /** `rev` is what a save starts from; 0 before the first meeting. */
  | { readonly state: 'ready'; readonly rev: number; readonly content: MeetingContent };

export interface MeetingKeeper {
  readonly kept: KeptMeeting;
  readonly saving: CallState;
  /** Whether it was kept; `saving` says why not. */
  save(content: MeetingContent): Promise<boolean>;
  again(): void;
}

const NOTHING: MeetingContent = { putOff: [] };
const replySchema = z.object({ value: z.unknown() });

/** What the last meeting left behind, read as the user, and a way to leave something for the next one. */
export function useMeeting(projectId: string): MeetingKeeper {
  const [kept, setKept] = useState<KeptMeeting>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const { state: saving, run } = useCall('saveMeeting');
  useEffect(() => {
    let isCurrent = true;
    setKept({ state: 'loading' });
    void readMeeting(projectId).then((found) => { if (isCurrent) setKept(found); });
    return () => { isCurrent = false; };
  }, [projectId, attempt]);
  // Somebody else was first: what they did is shown, and the words say that nothing was overwritten.
  useEffect(() => {
    if (saving.kind !== 'failed' || !('theirs' in saving.problem)) return;
    const theirs = readStoredMeeting(saving.problem.theirs);
    if (theirs.state === 'read') setKept(ready(theirs.meeting));
    else setAttempt((count) => count + 1);
  }, [saving]);
  const rev = kept.state === 'ready' ? kept.rev : undefined;
  const save = useCallback(async (content: MeetingContent) => {
    if (rev === undefined) return false;
    const saved = await run({ projectId, startedFrom: rev, content });
    if (saved !== undefined) setKept(ready(saved.meeting));
    return saved !== undefined;
  }, [projectId, rev, run]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { kept, saving, save, again };
}

async function readMeeting(projectId: string): Promise<KeptMeeting> {
  try {
    const { status, body } = await askJira(`/rest/api/3/project/${projectId}/properties/${MEETING_PROPERTY}`);
    if (status === 404) return { state: 'ready', rev: 0, content: NOTHING };
    const reply = replySchema.safeParse(body);
    if (status !== 200 || !reply.success) return { state: 'failed', words: wordsOfRefusal(status, body) };
    return understood(readStoredMeeting(reply.data.value));
  } catch (error) {
    if (error instanceof ConsentNeeded) return { state: 'consent' };
    return { state: 'failed', words: 'Jira did not answer. Try again in a moment.' };
  }
}

function understood(stored: ReturnType<typeof readStoredMeeting>): KeptMeeting {
  switch (stored.state) {
    case 'absent': return { state: 'ready', rev: 0, content: NOTHING };
    case 'read': return ready(stored.meeting);
    case 'newer': return { state: 'failed', words: 'A newer Groundwork wrote it. Ask your Jira administrator to update the app.' };
    case 'malformed': return { state: 'ready', rev: stored.rev, content: NOTHING };
    default: return stored satisfies never;
  }
}

function ready({ rev, snapshot, putOff }: MeetingRecord): KeptMeeting {
  return { state: 'ready', rev, content: { putOff, ...(snapshot === undefined ? {} : { snapshot }) } };
}
