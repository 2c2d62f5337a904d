import { rmSync } from 'node:fs';
import { startLocalJira, type LocalJira } from '../given/local-jira';

const SAVES = 1000;
/** Tickets that take turns, so that the limit of writes per issue is not what is tested. */
const TICKETS = 47;

test('every save that was acknowledged is there after kill -9 in the middle of 1,000', async () => {
  const first = await startLocalJira();
  const acknowledged: number[] = [];
  let killed = false;
  const killer = (async () => {
    while (acknowledged.length < SAVES / 3) await new Promise((resolve) => { setTimeout(resolve, 5); });
    killed = true;
    await first.kill9();
  })();
  await saveMany(first, acknowledged, () => killed);
  await killer;
  const second = await startLocalJira({ dataFolder: first.dataFolder });
  try {
    expect(acknowledged.length).toBeGreaterThanOrEqual(SAVES / 3);
    expect(acknowledged.length).toBeLessThan(SAVES);
    const stored = await readProperties(second);
    const lost = acknowledged.filter((number) => stored.get(`save-${number}`) !== number);
    expect(lost).toEqual([]);
  } finally {
    await second.stop();
    rmSync(first.dataFolder, { recursive: true, force: true });
  }
}, 120_000);

test('a folder that a running local Jira uses is refused in words', async () => {
  const running = await startLocalJira();
  try {
    await expect(startLocalJira({ dataFolder: running.dataFolder })).rejects.toThrow(/Another local Jira \(process \d+\) uses .+\. Stop it first, or start this one with --data and another folder\./);
  } finally {
    await running.stop();
  }
});

/** Saves as fast as the burst limit lets it, four at a time, until the process is gone. */
async function saveMany(jira: LocalJira, acknowledged: number[], isOver: () => boolean): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < SAVES && !isOver()) {
      const number = next;
      next += 1;
      const status = await jira.rest('ada-lindqvist', 'PUT', addressOf(number), number).then((reply) => reply.status, () => 0);
      if (status === 200 || status === 201) acknowledged.push(number);
      else if (status === 429) await pause(200);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

/** Every property of the tickets that were written to. */
async function readProperties(jira: LocalJira): Promise<ReadonlyMap<string, unknown>> {
  const issueIdsOrKeys = Array.from({ length: TICKETS }, (_, at) => String(10_101 + at));
  const { body } = await jira.rest('ada-lindqvist', 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys, fields: ['summary'], properties: ['*all'] });
  const { issues } = body as { issues: { properties: Record<string, unknown> }[] };
  return new Map(issues.flatMap(({ properties }) => Object.entries(properties)));
}

function addressOf(number: number): string {
  return `/rest/api/3/issue/${10_101 + (number % TICKETS)}/properties/save-${number}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}
