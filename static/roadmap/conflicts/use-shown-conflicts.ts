import { useMemo } from 'react';
import { claimKey } from '../../../src/domain/conflict/claim';
import { detectThresholdConflicts } from '../../../src/domain/conflict/detect-threshold-conflicts';
import type { SubpageProps } from '../subpages';
import type { SideContext } from './conflict-side';
import { teamNames } from './conflict-words';
import { showConflicts, type ShownConflict } from './shown-conflicts';
import type { SharedData } from './use-shared-data';

/** The conflicts as this person may see them, worst first, and what their sides are told with. */
export function useShownConflicts({ demand: { settings }, facts }: Pick<SubpageProps, 'demand' | 'facts'>, data: SharedData): { readonly shown: readonly ShownConflict[]; readonly context: SideContext } {
  const teamName = useMemo(() => teamNames(settings), [settings]);
  const opposed = useMemo(() => detectThresholdConflicts(data.gathered.thresholds), [data.gathered.thresholds]);
  const shown = useMemo(() => showConflicts([...data.result?.conflicts ?? [], ...opposed], { stored: data.stored, unread: data.unread }, data.gathered.claims, teamName), [data.result, opposed, data.stored, data.unread, data.gathered.claims, teamName]);
  const claims = useMemo(() => new Map(data.gathered.claims.map((claim) => [claimKey(claim), claim])), [data.gathered.claims]);
  return { shown, context: { facts, settings, tickets: data.gathered.tickets, claims, teamName } };
}
