import { MEETING_PROPERTY, PROPERTY_CHARACTERS } from '../../src/contract/limits';
import { MOST_PUT_OFF, REASON_CHARACTERS, type MeetingContent } from '../../src/domain/planning/meeting-record';
import { STATE_CHARACTERS } from '../../src/domain/planning/snapshot';
import { BUYER, startBackend, type Backend } from './given-backend';

let backend: Backend;
beforeEach(() => {
  backend = startBackend();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const CONTENT: MeetingContent = {
  snapshot: { takenOn: '2026-11-22', open: 2, understood: 1, answered: 0, withEffort: 1, states: 'ffl.g,ffm.0' },
  putOff: [{ item: 'must:10108', until: '2026-12-08', why: 'Legal answers next week' }],
};
const save = (as: string, startedFrom: number, content = CONTENT) => backend.call(as, 'saveMeeting', { projectId: BUYER, startedFrom, content });
const stored = () => backend.jira.projects.get(BUYER)?.get(MEETING_PROPERTY);

test('an administrator keeps a snapshot and what is put off, as the next revision', async () => {
  expect(await save('lead', 0)).toEqual({ ok: true, value: { meeting: stored() } });
  expect(stored()).toMatchObject({ v: 1, rev: 1, ...CONTENT });
  expect(await save('lead', 1, { putOff: [] })).toMatchObject({ ok: true, value: { meeting: { rev: 2, putOff: [] } } });
});

test('whoever does not administer the project keeps nothing, and is told who may', async () => {
  expect(await save('engineer', 0)).toEqual({
    ok: false,
    problem: { code: 'FORBIDDEN', words: 'Only administrators of this project may keep a snapshot or put something off. It still stands on this page, and the summary can be copied.' },
  });
  expect(stored()).toBeUndefined();
});

test('of two people in one meeting the second is told, and nothing is overwritten', async () => {
  await save('lead', 0);
  expect(await save('lead', 0, { putOff: [] })).toMatchObject({
    ok: false,
    problem: { code: 'STALE', theirs: { rev: 1 }, words: 'Somebody else changed this meeting in the meantime. Nothing was overwritten; what they did is shown now. Do it once more if it is still needed.' },
  });
  expect(await save('lead', 0)).toMatchObject({ ok: true, value: { meeting: { rev: 1 } } });
});

test('the fullest meeting that may be sent fits Jira’s property', async () => {
  const full: MeetingContent = {
    snapshot: { takenOn: '2026-11-22', open: 9999, understood: 9999, answered: 9999, withEffort: 9999, states: 'x'.repeat(STATE_CHARACTERS) },
    putOff: Array.from({ length: MOST_PUT_OFF }, (_, at) => ({ item: `conflict:COUNT_CLASH:${String(at)}`, until: '2026-12-08', why: 'y'.repeat(REASON_CHARACTERS) })),
  };
  expect(await save('lead', 0, full)).toMatchObject({ ok: true });
  expect(JSON.stringify(stored()).length).toBeLessThanOrEqual(PROPERTY_CHARACTERS);
  expect(await save('lead', 1, { putOff: full.putOff.map((one, at) => ({ ...one, why: '"'.repeat(REASON_CHARACTERS), item: '"'.repeat(190) + String(at) })), ...(full.snapshot === undefined ? {} : { snapshot: full.snapshot }) })).toMatchObject({ ok: false, problem: { code: 'TOO_LARGE' } });
});

test('what a newer Groundwork wrote stays, and what somebody wrote by hand is repaired', async () => {
  backend.jira.projects.get(BUYER)?.set(MEETING_PROPERTY, { v: 2, rev: 4 });
  expect(await save('lead', 4)).toMatchObject({ ok: false, problem: { code: 'NEWER_VERSION' } });
  backend.jira.projects.get(BUYER)?.set(MEETING_PROPERTY, { v: 1, rev: 4, putOff: 'all' });
  expect(await save('lead', 4)).toMatchObject({ ok: true, value: { meeting: { rev: 5 } } });
});
