import { useEffect, useState } from 'react';
import type { Calibrations } from '../../../src/domain/outcome/calibrate';
import { countInitiativesOnce, ownRole, type WorthRole } from '../../../src/domain/planning/worth-sums';
import type { ReadyDemand } from '../../shared/demand-store';
import { slices } from '../../shared/load-tickets';

/** Read in one go of the main thread: a few milliseconds. */
const READ_AT_ONCE = 500;

/** What each ticket is in a sum of worths, once everything is loaded; read in parts, so that 10,000 tickets never block a key or a click. */
export function useWorthRoles({ demands, end, settings }: ReadyDemand, today: string, { worth }: Calibrations): ReadonlyMap<string, WorthRole> | undefined {
  const [roles, setRoles] = useState<ReadonlyMap<string, WorthRole>>();
  const isLoaded = end !== undefined;
  useEffect(() => {
    if (!isLoaded) return undefined;
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const own: WorthRole[] = [];
      for (const part of slices(demands, READ_AT_ONCE)) {
        own.push(...part.map((demand) => ownRole(demand, { settings, planDate: today, worthCalibration: worth })));
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (!isCurrent) return;
      }
      setRoles(countInitiativesOnce(demands, own));
    };
    void read();
    return () => { isCurrent = false; };
  }, [isLoaded, demands, settings, today, worth]);
  return isLoaded ? roles : undefined;
}
