import { formatCount } from '../domain/context/format-number';
import type { CallPayload, CallReplies, Reply } from '../contract/calls';
import { PROPERTY_CHARACTERS } from '../contract/limits';
import { meetingContentSchema, readStoredMeeting } from '../contract/meeting';
import { isSameValue } from '../domain/context/same-value';
import type { MeetingRecord } from '../domain/planning/meeting-record';
import type { Deed } from './describe-failure';
import type { Ports } from './ports';
import { refuse } from './refuse';
import { writeRevision, type Standing } from './write-revision';

type MeetingDraft = CallPayload<'saveMeeting'>['content'];

const DEED: Deed = {
  doing: 'keep this for the next meeting', kept: 'It still stands on this page, and the summary can be copied.',
  forbidden: 'Only administrators of this project may keep a snapshot or put something off.',
  gone: 'This project is not there any more, or you may no longer see it.',
};

const STALE_WORDS = 'Somebody else changed this meeting in the meantime. Nothing was overwritten; what they did is shown now. Do it once more if it is still needed.';

/** Keeps what a meeting leaves behind, as the user: Jira lets only the project's administrators do that. */
export async function saveMeeting(ports: Ports, { projectId, startedFrom, content }: CallPayload<'saveMeeting'>): Promise<Reply<CallReplies['saveMeeting']>> {
  const saved = await writeRevision<MeetingRecord, Standing<MeetingRecord>, MeetingDraft>(ports, {
    claimPrefix: `meeting:${projectId}`, startedFrom, deed: DEED, staleWords: STALE_WORDS,
    read: () => ports.meetings.read(projectId),
    write: (meeting) => ports.meetings.write(projectId, meeting),
    understand,
    isDone: ({ shown }) => isSameValue(meetingContentSchema.parse(shown), content),
    explainAbsence: async () => undefined,
    prepare: async () => ({ ok: true, value: content }),
    compose: async (draft, stamp) => {
      const meeting: MeetingRecord = { v: 1, ...stamp, ...draft };
      const { length } = JSON.stringify(meeting);
      if (length <= PROPERTY_CHARACTERS) return { ok: true, value: meeting };
      return refuse('TOO_LARGE', `What is put off takes ${formatCount(length)} characters with the snapshot, and Jira keeps at most ${formatCount(PROPERTY_CHARACTERS)}. Nothing was saved. Shorten the reasons and try again.`);
    },
  });
  return saved.ok ? { ok: true, value: { meeting: saved.value } } : saved;
}

function understand(stored: unknown): Reply<Standing<MeetingRecord>> {
  const read = readStoredMeeting(stored);
  switch (read.state) {
    case 'absent': return { ok: true, value: { rev: 0, shown: null } };
    case 'read': return { ok: true, value: { rev: read.meeting.rev, shown: read.meeting } };
    case 'malformed': return { ok: true, value: { rev: read.rev, shown: null } };
    case 'newer': return refuse('NEWER_VERSION', 'A newer version of Groundwork wrote what meetings left behind. It was not changed. Ask your Jira administrator to update the app, then try again.');
    default: return read satisfies never;
  }
}
