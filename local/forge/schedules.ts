/** Forge's scheduled triggers: by interval while the host runs, remembering across restarts when each ran last. */

import type { AppManifest } from './manifest';
import type { Clock, KeyedTable } from './ports';

const HOUR = 3_600_000;
const INTERVALS = { fiveMinute: HOUR / 12, hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;
const LOOK_EVERY = 30_000;
/** When a trigger runs for the first time after the app was installed; Forge begins some minutes after a deployment. */
const FIRST_RUN = HOUR / 12;

type Trigger = AppManifest['modules']['scheduledTrigger'][number];

export interface Schedules {
  /** Runs one trigger now. Throws when the manifest has none of that key. */
  run(triggerKey: string): Promise<void>;
  /** Runs triggers as they fall due, until the returned function is called. */
  start(): () => void;
}

export function createSchedules(triggers: readonly Trigger[], table: KeyedTable, clock: Clock, log: (words: string) => void, runTrigger: (trigger: Trigger) => Promise<void>): Schedules {
  const created = clock();
  const runAndNote = async (trigger: Trigger): Promise<void> => {
    table.apply([{ key: `last:${trigger.key}`, value: String(clock()) }]);
    await runTrigger(trigger);
  };
  const runDue = async (): Promise<void> => {
    for (const trigger of triggers) {
      const last = table.get(`last:${trigger.key}`);
      const isDue = last === undefined ? clock() - created >= FIRST_RUN : clock() - Number(last) >= INTERVALS[trigger.interval];
      if (isDue) await runAndNote(trigger);
    }
  };
  return {
    async run(triggerKey) {
      const trigger = triggers.find(({ key }) => key === triggerKey);
      if (trigger === undefined) throw new Error(`The manifest has no scheduled trigger "${triggerKey}".`);
      await runAndNote(trigger);
    },
    start() {
      const timer = setInterval(() => void runDue().catch((error: unknown) => log(`A scheduled trigger stopped: ${String(error)}`)), LOOK_EVERY);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
